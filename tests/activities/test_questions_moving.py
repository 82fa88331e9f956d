"""Questions while the room moves on: what is on the screen leaves it with its step, what comes late is no fault."""

import pytest

from tests.helpers.table import ROLES, STEPS, Table
from workshop.activities.base import Refused
from workshop.service.sessions import ensure_live


@pytest.fixture
def table():
    return Table(people=8)


def test_nothing_to_ask_that_comes_when_the_room_has_moved_on_is_not_told_to_write(table):
    table.go("questions")
    table.go("board")
    refused = table.does("questions.ask", {"text": ""}, "d1")
    assert isinstance(refused, Refused) and (refused.code, refused.why) == ("empty", "questions.moved_on")
    blank = table.does("questions.ask", {"text": " \u200b"}, "d1")
    assert isinstance(blank, Refused) and (blank.code, blank.why) == ("empty", "text.empty")


@pytest.mark.parametrize("move", [("session.next", "from_step"), ("session.back", "from_step"), ("session.go", "step")])
def test_questions_that_are_on_the_screen_leave_it_with_their_step_and_wait(table, move):
    table.go("questions")
    table.asked("One?", "Two?", "Three?")
    ids = {q["text"]: q["id"] for q in table.part("questions", "facilitator")["inbox"]}
    table.must("questions.mark", {"question": ids["One?"], "state": "shown"})
    table.must("questions.mark", {"question": ids["Two?"], "state": "answered"})
    table.must(move[0], {move[1]: STEPS["questions"] if move[1] == "from_step" else STEPS["plan"]})
    assert {q["text"]: q["state"] for q in table.part("questions", "facilitator")["inbox"]} == {
        "One?": "parked",
        "Two?": "answered",
        "Three?": "inbox",
    }
    table.must("questions.mark", {"question": ids["Three?"], "state": "shown"})
    table.go("break")
    assert {q["id"]: q["state"] for q in table.part("questions")["shown"]}[ids["Three?"]] == "shown", "it stays on top"


def test_a_question_on_the_screen_outlasts_steps_and_a_restart_until_it_is_taken_off(table):
    table.go("questions")
    table.asked("One?", "Two?")
    table.go("board")
    question = table.part("questions", "facilitator")["inbox"][0]["id"]
    table.must("questions.mark", {"question": question, "state": "shown"})
    told = [table.part("questions", role)["shown"] for role in ROLES]
    assert told == [told[0]] * 3 and [q["state"] for q in told[0]] == ["shown"]
    for there in ("board", "formulation", "plan"):
        table.go(there)
        table.live.lose_everything()
        ensure_live(table.context, table.session, fresh=True)
        assert [table.part("questions", role)["shown"] for role in ROLES] == told
    table.must("questions.mark", {"question": question, "state": "answered"})
    assert [q["state"] for q in table.part("questions", "screen")["shown"]] == ["answered"]
