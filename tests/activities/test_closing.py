"""How a round that is told by a reveal ends: by the quorum, frozen with the close, and as it was begun."""

from dataclasses import replace

import pytest

from tests.helpers.table import Table
from workshop.activities.base import CloseRound, NobodysSeat, Refused, Situation
from workshop.activities.closing import closable, ending, revealing
from workshop.domain.live import Round

MOVED = frozenset({"board"})
OPEN = Round("r1", "s4", "board", "first", ("c1",), opened=1000.0)


def situation(finished, devices=12, active=12, later=0.0, found=OPEN):
    table = Table(people=0)
    head = table.head.with_round(found)
    counts = {"devices": devices, f"active:{head.turn}": active, "r1:finished": finished}
    return Situation(
        head=head,
        scenario=table.context.case_of(head),
        role="facilitator",
        seat=NobodysSeat(),
        slices={},
        wholes={},
        counts=counts,
        new_id=lambda: "id",
        now=lambda: 1000.0 + later,
    )


@pytest.mark.parametrize(
    ("kind", "state", "code"), [("board", "revealed", "not_now"), ("formulation", "open", "not_now")]
)
def test_only_a_round_of_the_kind_that_is_open_can_end(kind, state, code):
    here = situation(6, found=replace(OPEN, state=state))
    found = closable(here.head, "r1", kind)
    assert isinstance(found, Refused) and found.code == code
    assert closable(situation(6).head, "r1", "board") == OPEN


def test_from_the_quorum_it_is_shown_and_below_it_refused():
    shown = revealing(situation(6), OPEN, False, MOVED)
    assert shown.then == (CloseRound("r1", True),) and shown.head.rounds["r1"].quorum
    for finished, devices, why in ((5, 12, "board.too_few_finished"), (4, 4, "board.too_few_joined")):
        no = revealing(situation(finished, devices), OPEN, False, MOVED)
        assert isinstance(no, Refused) and (no.code, no.why) == ("too_few", why)


def test_the_idle_are_counted_out_after_three_minutes():
    early = revealing(situation(5), OPEN, True, MOVED)
    assert isinstance(early, Refused) and early.code == "not_now"
    assert revealing(situation(5, later=180), OPEN, True, MOVED).then == (CloseRound("r1", True),)
    no = revealing(situation(4, later=180), OPEN, True, MOVED)
    assert isinstance(no, Refused) and no.why == "board.too_few_active"


def test_what_was_begun_ends_as_it_began():
    begun = replace(OPEN, state="closing", reveal=False, quorum=False)
    change = revealing(situation(12, found=begun), begun, False, MOVED)
    assert change.then == (CloseRound("r1", False),) and not change.head.rounds["r1"].quorum


def test_without_quorum_nothing_is_ever_shown():
    change = ending(situation(0).head, OPEN, True, False, MOVED)
    assert not change.head.rounds["r1"].reveal and change.parts == MOVED
