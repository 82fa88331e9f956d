"""What confidence and reflection share: a round opens with its step and closes once, also when interrupted."""

from dataclasses import replace

import pytest

from tests.helpers.table import STEPS, Table
from workshop.activities.questionnaire import open_on_entering

KINDS = {"confidence": "q1", "reflection": "q1"}


@pytest.mark.parametrize("kind", KINDS)
def test_closing_freezes_and_destroys_the_sheets(kind):
    table = Table(people=5, step=kind)
    body = (
        {"round": "q1", "item": "ask", "asked": "now", "value": 5}
        if kind == "confidence"
        else {"round": "q1", "tags": []}
    )
    name = "confidence.answer" if kind == "confidence" else "reflection.need"
    table.must(name, body, "d1")
    assert len(table.collection("answers.q1")) == 1
    table.must(f"{kind}.close", {"round": "q1"})
    assert table.head.rounds["q1"].state == "closed"
    assert table.collection("answers.q1") == {} and "q1" in table.collection("results")
    assert table.refused(name, body, "d2") == "round_closed"
    assert f"own_{kind}" not in table.own("d1")


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_open_is_not_closed(kind):
    table = Table(people=1, step=kind)
    assert table.refused(f"{kind}.close", {"round": "q9"}) == "not_now"
    assert table.refused(f"{kind}.close", {"round": "q1"}, "d1") == "not_allowed"
    table.must(f"{kind}.close", {"round": "q1"})
    assert table.refused(f"{kind}.close", {"round": "q1"}) == "not_now"


def test_a_round_of_another_kind_is_not_this_ones_to_close():
    table = Table(step="confidence")
    assert table.refused("reflection.close", {"round": "q1"}) == "not_now"
    assert table.refused("board.close", {"round": "q1"}) == "not_now"


def test_an_interrupted_close_is_finished_by_closing_again():
    table = Table(people=1, step="confidence")
    room = table.live.room(table.session)
    room.head = room.head.with_round(replace(room.head.rounds["q1"], state="closing"))
    table.must("confidence.close", {"round": "q1"})
    assert table.head.rounds["q1"].state == "closed"


def test_opening_twice_is_opening_once():
    head = Table(step="confidence").head
    assert open_on_entering(head, "confidence", "before") is head
    moved = replace(head, position=list(STEPS).index("after"))
    opened = open_on_entering(moved, "confidence", "after")
    assert [(r.id, r.cause, r.step) for r in opened.rounds.values()] == [("q1", "before", "s2"), ("q2", "after", "s11")]
