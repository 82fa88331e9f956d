"""Sessions side by side: each as it tells, cards by their words, and only of one case study."""

import pytest

from tests.helpers.told import a_card, told
from workshop.outputs.beside import MOST, NotAlike, beside


def test_cards_of_two_versions_stand_in_one_row_in_the_order_of_days():
    one = told(12, "2026-05-01", 2, cards=(a_card("KEPT it."), a_card("Another", tallies=(6, 0, 0))))
    over = beside([one, told(9, "2026-02-01")])
    assert [s.held_on for s in over.sessions] == ["2026-02-01", "2026-05-01"]
    first, second = over.cards
    assert [t.tallies for t in first.told] == [(5, 0, 5), (5, 0, 5)]
    assert (second.text, second.told[0], second.told[1].tallies) == ("Another", None, (6, 0, 0))
    assert len(over.piles) == 3 and over.confidence == (("Say what I need to know", ((4, 6), (4, 6))),)


def test_only_two_to_four_of_one_case_study():
    other = told(scenario="another"), told(stages=(("a", "A"), ("b", "B"), ("c", "C")))
    for chosen in ([], [told()], [told()] * (MOST + 1), [told(), other[0]], [told(), other[1]]):
        with pytest.raises(NotAlike):
            beside(chosen)


def test_a_room_of_few_has_an_empty_column():
    over = beside([told(), told(None, cards=(), confidence=())])
    assert [t is None for t in over.cards[0].told] == [False, True] and over.confidence[0][1][1] is None
