"""A break has nothing of its own: what is always there, and no more."""

from tests.activities.rooms import at
from tests.helpers.table import ROLES, Table
from workshop.activities.break_ import ACTIVITY

at("break", "a break", "break")


def test_a_break_shows_what_is_always_there():
    table = Table(people=1, step="break")
    assert (ACTIVITY.commands, ACTIVITY.parts, ACTIVITY.own, ACTIVITY.rounds) == ((), (), (), None)
    always = {"session", "agenda", "case", "timer", "questions"}
    assert {r: set(table.parts(r)) - always for r in ROLES} == {
        "delegate": set(),
        "facilitator": {"notes_private", "clock", "ahead", "desks", "care", "jotter"},
        "screen": {"pinned"},
    }


def test_a_question_can_be_asked_in_a_break():
    table = Table(people=1, step="break")
    table.must("questions.ask", {"text": "What is next?"}, "d1")
    assert [q["text"] for q in table.collection("questions.held").values()] == ["What is next?"]
