"""Questions: anonymous, in batches, moderated for the room and never towards one phone."""

import pytest

from tests.helpers.table import ROLES, Table
from workshop.activities import questions
from workshop.activities.base import SliceRef

FACILITATORS = {
    "questions.mark": {"question": "x", "state": "shown"},
    "questions.keep": {"question": "x", "kept": True},
}


@pytest.fixture
def table():
    return Table(people=5)


def ask(table, *texts):
    for n, text in enumerate(texts, 1):
        table.must("questions.ask", {"text": text}, f"d{n}")


def inbox(table):
    return {q["text"]: q for q in table.part("questions", "facilitator")["inbox"]}


def test_questions_are_held_until_three_have_come(table):
    ask(table, "One?", "Two?")
    assert inbox(table) == {} and table.part("questions", "facilitator")["held"]
    held = set(table.collection("questions.held"))
    table.must("questions.ask", {"text": "Three?"}, "d1")
    assert set(inbox(table)) == {"One?", "Two?", "Three?"}
    assert not table.part("questions", "facilitator")["held"]
    assert table.counts["questions"] == 3 and "held" not in table.counts
    assert table.collection("questions.held") == {}
    assert not held & set(table.collection("questions")), "an id that was known before the batch can be followed"


def test_the_order_of_the_inbox_is_the_order_of_random_ids():
    held = {f"h{n}": {"text": str(n)} for n in range(3)}
    ids = iter("cab")
    change = questions.release(held, lambda: next(ids), lambda texts: texts.reverse())
    assert {ref.key: q["text"] for ref, q in change.put.items() if q} == {"c": "2", "a": "1", "b": "0"}
    assert [ref for ref, q in change.put.items() if q is None] == [SliceRef("questions.held", h) for h in held]
    assert change.count == {"held": -3, "questions": 3}


def test_at_question_time_they_come_at_once(table):
    table.go("questions")
    ask(table, "Now?")
    assert set(inbox(table)) == {"Now?"}


def test_nobody_but_the_facilitator_sees_what_is_held_or_waiting(table):
    ask(table, "One?", "Two?")
    nothing = {"shown": [], "inbox": [], "held": False}
    assert [table.part("questions", r) for r in ("delegate", "screen")] == [nothing] * 2
    ask(table, "Three?")
    assert [table.part("questions", r) for r in ("delegate", "screen")] == [nothing] * 2


@pytest.mark.parametrize("state", ["shown", "answered", "parked"])
def test_the_room_sees_what_is_let_through(table, state):
    ask(table, "One?", "Two?", "Three?")
    chosen = inbox(table)["Two?"]["id"]
    table.must("questions.mark", {"question": chosen, "state": state})
    for role in ROLES:
        assert table.part("questions", role)["shown"] == [{"id": chosen, "text": "Two?", "state": state}]
    for hidden in ("hidden", "inbox"):
        table.must("questions.mark", {"question": chosen, "state": hidden})
        assert [table.part("questions", role)["shown"] for role in ROLES] == [[]] * 3
        assert inbox(table)["Two?"]["state"] == hidden


def test_keeping_changes_nothing_that_the_room_sees(table):
    ask(table, "One?", "Two?", "Three?")
    before = [table.part("questions", role) for role in ("delegate", "screen")]
    chosen = inbox(table)["One?"]["id"]
    table.must("questions.keep", {"question": chosen, "kept": True})
    assert inbox(table)["One?"]["kept"]
    assert [table.part("questions", role) for role in ("delegate", "screen")] == before
    table.must("questions.keep", {"question": chosen, "kept": False})
    assert not inbox(table)["One?"]["kept"]


def test_words_are_cleaned_and_nothing_else(table):
    table.go("questions")
    ask(table, "  <b>Why\n\nnot</b>\u202e  ", "=SUM(A1)", "x" * 280)
    assert set(inbox(table)) == {"<b>Why not</b>", "=SUM(A1)", "x" * 280}


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "empty"), (" \u200b\n", "empty"), ("x" * 281, "too_long"), (7, "invalid"), (None, "invalid")],
)
def test_what_is_no_question_is_refused(table, text, code):
    assert table.refused("questions.ask", {"text": text}, "d1") == code


def test_there_is_an_end_to_questions(table):
    table.live.room(table.session).counts["questions"] = questions.MOST
    assert table.refused("questions.ask", {"text": "One more?"}, "d1") == "full"


@pytest.mark.parametrize("name", FACILITATORS)
def test_only_the_facilitator_moderates_and_only_what_there_is(table, name):
    assert table.refused(name, FACILITATORS[name], "d1") == "not_allowed"
    assert table.refused(name, FACILITATORS[name]) == "not_now"


def test_a_facilitator_asks_out_loud(table):
    assert table.refused("questions.ask", {"text": "Well?"}) == "not_allowed"
    assert table.refused("questions.mark", {"question": "x", "state": "deleted"}) == "invalid"
