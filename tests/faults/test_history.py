"""The checker itself: it must see a lost and a doubled operation, and must not see ghosts."""

from __future__ import annotations

import pytest

from tests.helpers.history import History
from tests.helpers.restless import figures


def told(*placements) -> History:
    history = History()
    for phone, card, stage, outcome in placements:
        history.invoke(phone, card, stage).outcome = outcome
    return history


TEN = tuple((n, "c1", "abusive" if n % 2 else "violent", "ok") for n in range(10))


def test_what_was_acknowledged_and_counted_once_is_no_fault():
    assert told(*TEN).faults({"c1": {"abusive": 5, "violent": 5, None: 0}}) == []


@pytest.mark.parametrize(
    "counted",
    [
        {"abusive": 4, "violent": 5},  # lost
        {"abusive": 6, "violent": 5},  # doubled
        {"abusive": 4, "violent": 6},  # one lost, another doubled
        {"abusive": 5, "violent": 4, "expected": 1},  # counted where nobody placed it
        {"abusive": 5, "violent": 4, None: 1},
        {},
    ],
)
def test_a_lost_a_doubled_and_a_misplaced_one_are_seen(counted):
    assert len(told(*TEN).faults({"c1": counted})) == 1


def test_a_card_of_which_nothing_is_told_may_have_any_figures():
    """A small room's card is withheld; the cards beside it are still compared."""
    placed = told(*TEN, (1, "c2", "abusive", "ok"), (1, "c3", "violent", "ok"))
    c1 = {"abusive": 5, "violent": 5}
    assert placed.faults({"c1": c1, "c2": None, "c3": {"violent": 1}, "c4": None}) == []
    assert len(placed.faults({"c1": c1, "c2": None, "c3": {}, "c4": None})) == 1


def test_what_is_withheld_has_no_figures():
    shown = {"withheld": False, "tallies": [1, 2], "need_to_know": 3}
    assert figures(["a", "b"], shown) == {"a": 1, "b": 2, None: 3}
    assert figures(["a", "b"], {"withheld": True, "tallies": None, "need_to_know": None}) is None


def test_the_last_acknowledged_place_is_the_one_that_counts():
    history = told((1, "c1", "abusive", "ok"), (1, "c1", None, "ok"))
    assert history.faults({"c1": {None: 1}}) == []
    assert history.faults({"c1": {"abusive": 1}})
    assert history.faults({"c1": {"abusive": 1, None: 1}})


def test_a_refused_one_is_never_counted():
    history = told((1, "c1", "abusive", "ok"), (1, "c1", "violent", "fail"), (2, "c1", "violent", "fail"))
    assert history.faults({"c1": {"abusive": 1}}) == []
    assert history.faults({"c1": {"violent": 1}})
    assert history.faults({"c1": {"abusive": 1, "violent": 1}})


@pytest.mark.parametrize("counted", [{"abusive": 1}, {"violent": 1}])
def test_one_that_nobody_knows_about_may_or_may_not_be_counted(counted):
    history = told((1, "c1", "abusive", "ok"), (1, "c1", "violent", "info"))
    assert history.faults({"c1": counted}) == []
    assert history.faults({"c1": {"abusive": 1, "violent": 1}})
    assert history.faults({"c1": {}})


def test_what_is_unknown_explains_no_more_than_itself():
    unknown = told(*TEN, (10, "c1", "abusive", "info"))
    assert unknown.faults({"c1": {"abusive": 5, "violent": 5}}) == []
    assert unknown.faults({"c1": {"abusive": 6, "violent": 5}}) == []
    assert unknown.faults({"c1": {"abusive": 7, "violent": 5}})
    assert unknown.faults({"c1": {"abusive": 6, "violent": 4}})


def test_a_card_that_nobody_placed_must_not_be_counted():
    assert told(*TEN).faults({"c1": {"abusive": 5, "violent": 5}, "c2": {"abusive": 1}})
    assert told(*TEN).faults({"c1": {"abusive": 5, "violent": 5}, "c2": {"abusive": 0}}) == []


def test_outcomes_are_counted():
    assert told(*TEN, (11, "c1", "violent", "info")).count("ok") == 10
