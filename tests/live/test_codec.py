"""Slices as bytes: canonical, whatever people typed."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.live.codec import slice_from_bytes, slice_to_bytes

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
VALUES = st.dictionaries(TEXTS, st.one_of(st.none(), st.booleans(), st.integers(), TEXTS, st.lists(TEXTS, max_size=3)))


@given(VALUES)
def test_a_slice_survives_the_round_trip(value):
    assert slice_from_bytes(slice_to_bytes(value)) == value


@given(VALUES)
def test_the_same_slice_is_always_the_same_bytes(value):
    assert slice_to_bytes(dict(reversed(value.items()))) == slice_to_bytes(value)


def test_nothing_there_is_not_an_empty_slice():
    assert slice_from_bytes(None) is None
    assert slice_from_bytes(b"{}") == {}
