"""Questions: anonymous, at fixed moments, moderated for the room and never towards one phone."""

import pytest

from tests.helpers.table import ROLES, Table
from workshop.activities import questions
from workshop.activities.known import GATHERING

FACILITATORS = {
    "questions.mark": {"question": "x", "state": "shown"},
    "questions.keep": {"question": "x", "kept": True},
    "questions.gather": {},
}


@pytest.fixture
def table():
    return Table(people=8)


def ask(table, *texts):
    for n, text in enumerate(texts, 1):
        table.must("questions.ask", {"text": text}, f"d{n}")


def inbox(table):
    return {q["text"]: q for q in table.part("questions", "facilitator")["inbox"]}


def everything_shown(table):
    return [table.parts(role) for role in ROLES], table.seen.rev, dict(table.seen.parts)


@pytest.mark.parametrize("step", ["board", "questions", "break", "reflection"])
def test_nothing_that_anybody_sees_moves_when_a_question_is_sent(table, step):
    table.go(step)
    before = everything_shown(table)
    for n in range(1, 9):
        table.must("questions.ask", {"text": f"Question {n}?"}, f"d{n}")
        assert everything_shown(table) == before
    assert inbox(table) == {}


def test_no_question_and_a_question_are_one_command_and_leave_the_same_trace_for_others(table):
    table.go("break")
    ask(table, "", "Why?", "", "", "")
    table.moment("counts")
    part = table.part("questions", "facilitator")
    assert (part["answered"], part["inbox"]) == (5, [])
    assert {table.part("questions", r)["answered"] for r in ("delegate", "screen")} == {0}


def test_the_clock_hands_over_what_five_phones_have_asked_and_not_what_four_have(table):
    ask(table, "One?", "Two?", "Three?", "Four?")
    table.must("questions.ask", {"text": "Four again?"}, "d4")
    table.moment("questions")
    assert inbox(table) == {}, "five questions of four phones"
    table.must("questions.ask", {"text": "Five?"}, "d5")
    assert inbox(table) == {}, "the fifth brings nothing by itself"
    table.moment("questions")
    assert set(inbox(table)) == {"One?", "Two?", "Three?", "Four?", "Four again?", "Five?"}
    assert table.collection(questions.WAITING.name) == table.collection(questions.ASKERS.name) == {}
    ask(table, "Six?")
    table.moment("questions")
    assert "Six?" not in inbox(table), "whoever asked before is no cover for whoever asks now"


def test_the_steps_in_which_everybody_answers():
    assert set(GATHERING) == {"questions", "break", "reflection"}


@pytest.mark.parametrize("step", GATHERING)
def test_where_everybody_answers_the_clock_hands_over_nothing(table, step):
    table.go(step)
    ask(table, *(f"Question {n}?" for n in range(6)))
    table.moment("questions")
    assert inbox(table) == {}


@pytest.mark.parametrize("step", GATHERING)
def test_a_visit_to_a_step_hands_over_nothing(table, step):
    ask(table, "One?")
    for there in (step, "board", step):
        table.go(there)
        assert inbox(table) == {}


@pytest.mark.parametrize("step", GATHERING)
def test_the_facilitator_gathers_once_k_and_half_have_answered_at_the_last_moment(table, step):
    table.go(step)
    ask(table, "One?", "", "", "")
    table.moment("counts")
    assert not table.part("questions", "facilitator")["gather"]
    assert table.refused("questions.gather", {}) == "not_now"
    table.must("questions.ask", {"text": ""}, "d5")
    assert table.refused("questions.gather", {}) == "not_now", "pressing it tells of no single tap"
    table.moment("counts")
    assert table.part("questions", "facilitator")["gather"]
    table.must("questions.gather", {})
    assert set(inbox(table)) == {"One?"}
    part = table.part("questions", "facilitator")
    assert (part["answered"], part["gather"]) == (0, False), "everybody is asked anew"


def test_half_of_a_large_room_has_to_answer():
    table = Table(people=16, step="questions")
    ask(table, "One?", *[""] * 6)
    table.moment("counts")
    assert table.refused("questions.gather", {}) == "not_now"
    table.go("board")
    assert inbox(table) == {}, "nor does leaving the step hand it over"
    table.go("questions")
    ask(table, *[""] * 8)
    table.moment("counts")
    table.must("questions.gather", {})
    assert set(inbox(table)) == {"One?"}


def test_two_messages_of_one_phone_are_one_answer(table):
    table.go("questions")
    for n in range(6):
        table.must("questions.ask", {"text": f"Question {n}?" if n else ""}, "d1")
    table.moment("counts")
    assert table.refused("questions.gather", {}) == "not_now"
    assert table.counts[questions.HEARD] == 1


def test_when_the_step_is_over_all_comes_if_enough_have_answered(table):
    ask(table, "From before?")
    table.go("break")
    ask(table, *[""] * 4, "Five?")
    table.go("information")
    assert set(inbox(table)) == {"From before?", "Five?"}


def test_when_too_few_have_answered_they_wait_on_and_everybody_is_asked_anew(table):
    table.go("break")
    first = table.part("questions")["asking"]
    ask(table, "One?", "", "", "")
    table.go("questions")
    assert inbox(table) == {} and table.part("questions")["asking"] not in ("", first)
    ask(table, "")
    table.moment("counts")
    assert table.counts[questions.HEARD] == 1, "answers of an earlier step count no more"
    assert [q["text"] for q in table.collection(questions.WAITING.name).values()] == ["One?"]


def test_each_asking_has_a_name_of_its_own_and_elsewhere_there_is_none(table):
    assert table.part("questions")["asking"] == ""
    table.go("questions")
    seen = [table.part("questions")["asking"]]
    for _ in range(2):
        table.asked("Why?")
        seen.append(table.part("questions")["asking"])
    assert len({*seen, ""}) == 4


def test_a_batch_comes_under_new_ids(table):
    ask(table, *(f"Question {n}?" for n in range(5)))
    held = set(table.collection(questions.WAITING.name))
    table.moment("questions")
    assert len(table.collection("questions")) == 5
    assert not held & set(table.collection("questions")), "an id that was known before the batch can be followed"


@pytest.mark.parametrize("state", ["shown", "answered", "parked"])
def test_the_room_sees_what_is_let_through(table, state):
    table.go("questions")
    table.asked("One?", "Two?", "Three?")
    chosen = inbox(table)["Two?"]["id"]
    table.must("questions.mark", {"question": chosen, "state": state})
    for role in ROLES:
        assert table.part("questions", role)["shown"] == [{"id": chosen, "text": "Two?", "state": state}]
    for hidden in ("hidden", "inbox"):
        table.must("questions.mark", {"question": chosen, "state": hidden})
        assert [table.part("questions", role)["shown"] for role in ROLES] == [[]] * 3
        assert inbox(table)["Two?"]["state"] == hidden


def test_keeping_changes_nothing_that_the_room_sees(table):
    table.go("questions")
    table.asked("One?", "Two?", "Three?")
    before = [table.part("questions", role) for role in ("delegate", "screen")]
    chosen = inbox(table)["One?"]["id"]
    table.must("questions.keep", {"question": chosen, "kept": True})
    assert inbox(table)["One?"]["kept"]
    assert [table.part("questions", role) for role in ("delegate", "screen")] == before
    table.must("questions.keep", {"question": chosen, "kept": True, "theme": "law"})
    assert inbox(table)["One?"]["theme"] == "law"
    assert [table.part("questions", role) for role in ("delegate", "screen")] == before
    assert table.refused("questions.keep", {"question": chosen, "kept": True, "theme": "=cmd()"}) == "invalid"
    table.must("questions.keep", {"question": chosen, "kept": False, "theme": "law"})
    assert (inbox(table)["One?"]["kept"], inbox(table)["One?"]["theme"]) == (False, "")


def test_words_are_cleaned_and_nothing_else(table):
    table.go("questions")
    table.asked("  <b>Why\n\nnot</b>\u202e  ", "=SUM(A1)", "x" * 280)
    assert set(inbox(table)) == {"<b>Why not</b>", "=SUM(A1)", "x" * 280}


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "empty"), (" \u200b\n", "empty"), ("x" * 281, "too_long"), (7, "invalid"), (None, "invalid")],
)
def test_what_is_no_question_is_refused(table, text, code):
    assert table.refused("questions.ask", {"text": text}, "d1") == code


def test_there_is_an_end_to_questions_and_nothing_to_ask_is_always_taken(table):
    table.go("questions")
    table.live.room(table.session).counts["questions"] = questions.MOST
    assert table.refused("questions.ask", {"text": "One more?"}, "d1") == "full"
    table.must("questions.ask", {"text": ""}, "d1")


def test_a_hidden_question_takes_no_place(table, monkeypatch):
    monkeypatch.setattr(questions, "MOST", 2)
    table.go("questions")
    table.asked("Rude", "Rude too")
    assert table.refused("questions.ask", {"text": "May I?"}, "d1") == "full"
    rude = inbox(table)["Rude"]["id"]
    for _ in range(2):
        table.must("questions.mark", {"question": rude, "state": "hidden"})
    assert table.counts["questions"] == 1
    table.must("questions.ask", {"text": "May I?"}, "d1")
    table.must("questions.mark", {"question": rude, "state": "inbox"})
    assert table.counts["questions"] == 2


@pytest.mark.parametrize("name", FACILITATORS)
def test_only_the_facilitator_moderates_and_only_what_there_is(table, name):
    assert table.refused(name, FACILITATORS[name], "d1") == "not_allowed"
    assert table.refused(name, FACILITATORS[name]) == "not_now"


def test_a_facilitator_asks_out_loud(table):
    assert table.refused("questions.ask", {"text": "Well?"}) == "not_allowed"
    assert table.refused("questions.mark", {"question": "x", "state": "deleted"}) == "invalid"
