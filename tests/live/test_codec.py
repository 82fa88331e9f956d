"""Slices as bytes: canonical, whatever people typed."""

import json

from hypothesis import given
from hypothesis import strategies as st

from workshop.live.codec import slice_from_bytes, slice_to_bytes

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
WHOLE = st.integers(-(2**63), 2**63 - 1)
"""No larger ones come in: strict_json.py."""
VALUES = st.dictionaries(TEXTS, st.one_of(st.none(), st.booleans(), WHOLE, TEXTS, st.lists(TEXTS, max_size=3)))


@given(VALUES)
def test_a_slice_survives_the_round_trip(value):
    assert slice_from_bytes(slice_to_bytes(value)) == value


@given(VALUES)
def test_the_same_slice_is_always_the_same_bytes(value):
    assert slice_to_bytes(dict(reversed(value.items()))) == slice_to_bytes(value)


@given(VALUES)
def test_what_versions_before_this_one_wrote_is_the_same_bytes(value):
    """They used the standard library; a worker of one and a worker of the other compare each other's slices."""
    before = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    assert slice_to_bytes(value) == before
    assert slice_from_bytes(before) == value


def test_nothing_there_is_not_an_empty_slice():
    assert slice_from_bytes(None) is None
    assert slice_from_bytes(b"{}") == {}
