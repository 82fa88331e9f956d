"""What people still need: counted once a sheet, named from three on, nothing below k."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.disclosure import NAMED, numbered
from workshop.domain.reflection import NEEDS, tally_needs

sheets = st.lists(st.lists(st.sampled_from(list(NEEDS)), max_size=12), max_size=20)


@given(sheets, st.integers(5, 10))
def test_a_need_is_told_when_three_sheets_of_enough_named_it(room, k):
    told = dict(tally_needs(iter(room), k))
    named = {need: sum(need in sheet for sheet in room) for need in NEEDS}
    shown = {need: numbered(n, len(room), k) for need, n in named.items() if n >= NAMED}
    assert told == ({} if len(room) < k else shown)
    assert list(told) == [need for need in NEEDS if need in told], "the order of the list, not of arrival"


def test_naming_a_need_twice_counts_once():
    assert tally_needs([["law", "law", "law"]] * 2 + [[]] * 3, 5) == ()
    assert tally_needs([["law", "law"]] * 3 + [[]] * 2, 5) == (("law", None),)
