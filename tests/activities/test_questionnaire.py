"""What confidence and reflection share: a round opens with its step and closes once, also when interrupted."""

from dataclasses import replace

import pytest

from tests.helpers.table import ROLES, STEPS, Table
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


ANSWER = {
    "confidence": ("confidence.answer", {"item": "ask", "asked": "now", "value": 5}),
    "reflection": ("reflection.say", {"field": "will_do", "text": "Ask earlier"}),
}


def answered(table, kind, round_id, people):
    name, body = ANSWER[kind]
    for n in range(1, people + 1):
        table.must(name, {"round": round_id, **body}, f"d{n}")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("people", [0, 1, 4])
def test_what_was_closed_with_too_few_says_so_and_can_be_opened_again(kind, people):
    table = Table(people=6, step=kind)
    answered(table, kind, "q1", people)
    table.must(f"{kind}.close", {"round": "q1"})
    for role in ROLES:
        assert table.part(kind, role)["few"]
    table.must(f"{kind}.reopen", {"round": "q1"})
    part = table.part(kind)
    assert (part["round"], part["reopens"], part["state"], part["few"]) == ("q2", "q1", "open", False)
    answered(table, kind, "q2", 5)
    table.must(f"{kind}.close", {"round": "q2"})
    assert not table.part(kind)["few"] and set(table.collection("results")) == {"q2"}


def test_of_a_round_that_is_opened_again_nothing_is_left_to_compare_with():
    table = Table(people=6, step="confidence")
    answered(table, "confidence", "q1", 6)
    table.must("confidence.close", {"round": "q1"})
    assert [r.round for r in table.record.rounds(table.session)] == ["q1"]
    table.must("confidence.reopen", {"round": "q1"})
    assert table.collection("results") == {} and table.record.rounds(table.session) == []
    assert table.part("confidence")["answered"] == 0 and table.own("d1")["own_confidence"]["answers"] == {}
    assert table.refused(*named("confidence", "q1"), "d1") == "round_closed"


def named(kind, round_id):
    name, body = ANSWER[kind]
    return name, {"round": round_id, **body}


def test_words_that_were_read_are_not_asked_for_again():
    table = Table(people=6, step="reflection")
    answered(table, "reflection", "q1", 5)
    table.must("reflection.close", {"round": "q1"})
    assert len(table.part("reflection", "facilitator")["texts"]) == 5
    assert table.refused("reflection.reopen", {"round": "q1"}) == "not_now"
    assert len(table.part("reflection", "facilitator")["texts"]) == 5


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_is_closed_here_is_opened_again(kind):
    table = Table(people=6, step=kind)
    assert table.refused(f"{kind}.reopen", {"round": "q1"}) == "not_now"
    table.must(f"{kind}.close", {"round": "q1"})
    assert table.refused(f"{kind}.reopen", {"round": "q1"}, "d1") == "not_allowed"
    assert table.refused(f"{kind}.reopen", {"round": "q7"}) == "not_now"
    table.go("plan")
    assert table.refused(f"{kind}.reopen", {"round": "q1"}) == "not_now"
    table.go(kind)
    table.must(f"{kind}.reopen", {"round": "q1"})
    assert table.refused(f"{kind}.reopen", {"round": "q1"}) == "not_now"


def test_a_late_worker_that_records_a_round_opened_again_leaves_nothing_after_the_end():
    table = Table(people=6, step="confidence")
    answered(table, "confidence", "q1", 6)
    table.must("confidence.close", {"round": "q1"})
    (recorded,) = table.record.rounds(table.session)
    table.must("confidence.reopen", {"round": "q1"})
    table.record.save_round(table.session, recorded)
    table.must("session.end", {})
    assert [r.round for r in table.record.rounds(table.session)] == ["q2"]
