"""The head: which round belongs here, what the next one is called."""

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.live import Head, Round, Step

HEAD = Head(
    session="s",
    code="K7M4QX",
    title="T",
    scenario="case",
    scenario_version=1,
    k=5,
    steps=(Step("s1", "board", "Place", 5), Step("s2", "confidence", "Ask", 5)),
)
PLACED = Round("r1", "s1", "board", "first", ("c1",))
KINDS = [("board", "warm_up"), ("board", "first"), ("board", "discussion"), ("confidence", "before"),
         ("reflection", "closing")]  # fmt: skip


def _letter(kind, cause):
    return "w" if cause == "warm_up" else "r" if kind == "board" else "q"


@given(st.lists(st.sampled_from(KINDS)))
def test_rounds_are_numbered_as_they_are_opened_and_no_id_comes_twice(opened):
    head = HEAD
    for kind, cause in opened:
        id = head.next_round_id(_letter(kind, cause))
        assert id not in head.rounds
        head = head.with_round(Round(id, "s1", kind, cause, ("c1",) if kind == "board" else ()))
    letters = [_letter(kind, cause) for kind, cause in opened]
    assert list(head.rounds) == [f"{x}{letters[: n + 1].count(x)}" for n, x in enumerate(letters)]
    boards = [(r.kind, r.cause) for r in head.placings]
    assert boards == [o for o in opened if o[0] == "board"]


def test_the_newest_round_of_a_step_is_the_one_here():
    first, second = Round("r1", "s1", "board", "first"), Round("r2", "s1", "board", "discussion")
    other = Round("q1", "s2", "confidence", "before")
    head = HEAD.with_round(first).with_round(second).with_round(other)
    assert (HEAD.round_here(), head.round_here()) == (None, second)
    assert replace(head, position=1).round_here() == other
    assert head.step.id == "s1"


def test_a_questionnaire_that_was_opened_again_is_known_by_the_one_that_took_its_place():
    head = HEAD.with_round(Round("q1", "s1", "confidence", "before")).with_round(PLACED)
    head = head.with_round(Round("q2", "s2", "confidence", "after")).with_round(replace(PLACED, id="r2"))
    assert head.opened_again() == {}
    head = head.with_round(Round("q3", "s1", "confidence", "before"))
    assert head.with_round(Round("q4", "s1", "confidence", "before")).opened_again() == {"q3": "q1", "q4": "q3"}


def test_a_round_that_closes_keeps_its_place():
    head = HEAD.with_round(Round("r1", "s1", "board", "first")).with_round(Round("r2", "s1", "board", "discussion"))
    closed = head.with_round(replace(head.rounds["r1"], state="closed"))
    assert list(closed.rounds) == ["r1", "r2"] and closed.rounds["r1"].state == "closed"
    assert head.rounds["r1"].state == "open", "the head before is another head"


def test_a_head_is_frozen():
    with pytest.raises(FrozenInstanceError):
        HEAD.locked = True  # type: ignore[misc]
