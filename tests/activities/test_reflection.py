"""Before people go: tags are counted, words reach the facilitator without a trace of who, when all is closed."""

import json

import pytest

from tests.helpers.table import ROLES, Table
from workshop.activities import reflection
from workshop.activities.base import Answers
from workshop.activities.codec import answers_result
from workshop.domain.reflection import NEEDS


def say(text, field="will_do"):
    return {"round": "q1", "field": field, "text": text}


def need(*tags):
    return {"round": "q1", "tags": list(tags)}


@pytest.fixture
def table():
    return Table(people=6, step="reflection")


def test_what_one_says_is_ones_own_until_the_close(table):
    table.must("reflection.say", say(" Talk to  my team "), "d1")
    table.must("reflection.say", say("Time", "still_need"), "d1")
    table.must("reflection.need", need("law", "families", "law"), "d1")
    for n in range(2, 7):
        table.must("reflection.need", need("law"), f"d{n}")
    assert table.part("reflection")["answered"] == 0, "no tap moves it"
    table.moment("counts")
    for role in ROLES:
        part = table.part("reflection", role)
        assert (part["state"], part["answered"], part["tallies"], part["texts"]) == ("open", 5, None, [])
        assert part["tags"] == list(NEEDS) and len(part["resources"]) == 1
        assert "my team" not in json.dumps(table.parts(role))
    assert table.own("d1")["own_reflection"] == {
        "round": "q1",
        "will_do": "Talk to my team",
        "still_need": "Time",
        "tags": ["families", "law"],
    }
    table.sit("late")
    assert table.own("late")["own_reflection"] == {"round": "q1", "will_do": "", "still_need": "", "tags": []}


def test_words_can_be_taken_back(table):
    table.must("reflection.say", say("Hasty"), "d1")
    table.must("reflection.say", say(""), "d1")
    table.must("reflection.close", {"round": "q1"})
    assert table.part("reflection", "facilitator")["texts"] == []


def test_the_close_counts_tags_that_three_named_and_hands_over_the_words(table):
    for n in range(1, 6):
        table.must("reflection.need", need("law", *(["families"] if n < 3 else [])), f"d{n}")
    table.must("reflection.say", say("Read the guidance"), "d1")
    table.must("reflection.say", say("Practice", "still_need"), "d1")
    table.must("reflection.close", {"round": "q1"})
    for role in ROLES:
        assert table.part("reflection", role)["tallies"] == [{"tag": "law", "n": 5}]
    texts = table.part("reflection", "facilitator")["texts"]
    assert {(t["field"], t["text"], t["kept"]) for t in texts} == {
        ("will_do", "Read the guidance", False),
        ("still_need", "Practice", False),
    }
    assert table.part("reflection")["texts"] == table.part("reflection", "screen")["texts"] == []
    assert table.collection("answers.q1") == {} and table.collection("moves.q1") == {}


def test_of_fewer_than_k_nothing_is_counted_and_their_words_are_erased_unread(table):
    for n in range(1, 5):
        table.must("reflection.need", need("law"), f"d{n}")
    table.must("reflection.say", say("Read me"), "d1")
    table.must("reflection.close", {"round": "q1"})
    assert table.part("reflection")["tallies"] == []
    assert answers_result(table.collection("results")["q1"]).answered is None
    assert table.part("reflection", "facilitator")["texts"] == [] and table.collection("texts") == {}
    assert table.part("reflection", "facilitator")["few"]
    assert "Read me" not in json.dumps([table.parts(role) for role in ROLES])


def test_the_fifth_sheet_brings_the_words_of_all_at_once_even_a_sheet_without_words(table):
    table.must("reflection.say", say("Read me"), "d1")
    for n in range(2, 6):
        table.must("reflection.need", need("law"), f"d{n}")
    table.must("reflection.close", {"round": "q1"})
    assert [t["text"] for t in table.part("reflection", "facilitator")["texts"]] == ["Read me"]
    assert not table.part("reflection", "facilitator")["few"]


def test_questions_come_with_the_close_when_enough_have_answered(table):
    for n in range(1, 7):
        table.must("questions.ask", {"text": "May I ask?" if n == 1 else ""}, f"d{n}")
    table.moment("counts")
    table.must("reflection.close", {"round": "q1"})
    assert [q["text"] for q in table.part("questions", "facilitator")["inbox"]] == ["May I ask?"]


def test_words_of_one_sheet_are_parted_and_shuffled_under_new_ids():
    table = Table(step="reflection")
    sheets: dict = {"slot-a": {"will_do": "A1", "still_need": "A2"}, "slot-b": {"will_do": "B1"}}
    sheets |= {f"slot-{n}": {"tags": []} for n in "cde"}
    ids = iter("xyz")
    head = table.head
    closing = reflection.tally(
        head,
        table.context.scenarios.get("test-case"),
        head.rounds["q1"],
        Answers(sheets, {}),
        lambda: next(ids),
        lambda texts: texts.sort(key=lambda t: t["text"], reverse=True),
    )
    assert {i: t["text"] for i, t in closing.slices["texts"].items()} == {"x": "B1", "y": "A2", "z": "A1"}
    assert "slot-" not in json.dumps([closing.slices, str(closing.result)])


def test_a_facilitator_keeps_words_for_the_report(table):
    table.must("reflection.say", say("Read the guidance"), "d1")
    for n in range(2, 6):
        table.must("reflection.need", need("law"), f"d{n}")
    table.must("reflection.close", {"round": "q1"})
    [text] = table.part("reflection", "facilitator")["texts"]
    for kept in (True, False):
        table.must("reflection.keep", {"text": text["id"], "kept": kept})
        assert table.part("reflection", "facilitator")["texts"] == [{**text, "kept": kept}]
    assert table.refused("reflection.keep", {"text": "gone", "kept": True}) == "not_now"
    assert table.refused("reflection.keep", {"text": text["id"], "kept": True}, "d1") == "not_allowed"


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("reflection.say", say("x" * 281), "too_long"),
        ("reflection.say", say("x", "name"), "invalid"),
        ("reflection.say", {**say("x"), "round": "q9"}, "round_closed"),
        ("reflection.need", need("money"), "invalid"),
        ("reflection.need", need(*["law"] * 11), "invalid"),
        ("reflection.need", {**need("law"), "round": "q9"}, "round_closed"),
    ],
)
def test_what_means_nothing_is_refused(table, name, body, code):
    assert table.refused(name, body, "d1") == code


@pytest.mark.parametrize(("name", "body"), [("reflection.say", say("x")), ("reflection.need", need("law"))])
def test_a_facilitator_has_no_sheet(table, name, body):
    assert table.refused(name, body) == "not_allowed"


def test_there_is_nothing_in_another_step(table):
    table.must("reflection.say", say("Mine"), "d1")
    table.go("welcome")
    assert "reflection" not in table.parts() and "own_reflection" not in table.own("d1")


def test_closing_and_opening_it_again_and_again_tells_of_no_single_answer_to_what_is_asked(table):
    for n in range(1, 5):
        table.must("questions.ask", {"text": ""}, f"d{n}")
    table.moment("counts")
    table.must("reflection.close", {"round": "q1"})
    table.must("reflection.reopen", {"round": "q1"})
    asking = table.part("questions")["asking"]
    table.must("questions.ask", {"text": "Why?"}, "d5")
    table.must("reflection.close", {"round": "q2"})
    assert table.part("questions")["asking"] == asking, "it was the fifth tap"
    table.must("reflection.reopen", {"round": "q2"})
    table.moment("counts")
    table.must("reflection.close", {"round": "q3"})
    assert [q["text"] for q in table.part("questions", "facilitator")["inbox"]] == ["Why?"]
