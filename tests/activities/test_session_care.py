"""Stepping out tells of nobody; a second trainer speaks to the lead, and moves nothing."""

import pytest

from tests.helpers.table import ROLES, Table
from workshop.activities.registry import COMMANDS
from workshop.activities.session_care import MOMENT, MOST_WAITING
from workshop.service.perform import Done, Sender, perform


@pytest.fixture
def table():
    return Table(people=12)


def care(table):
    return table.part("care", "facilitator")


def out(table, *who, away=True):
    for name in who:
        table.must("session.away", {"away": away}, name)


def test_care_is_told_to_trainers_alone(table):
    assert [role for role in ROLES if "care" in table.parts(role)] == ["facilitator"]
    assert table.refused("session.away", {"away": True}) == "not_allowed"


def test_stepping_out_moves_no_part_for_anybody(table):
    before = {role: table.parts(role) for role in ROLES}
    moved = dict(table.live.room(table.session).parts)
    out(table, *(f"d{n}" for n in range(1, 8)))
    out(table, "d1", away=False)
    assert {role: table.parts(role) for role in ROLES} == before
    assert dict(table.live.room(table.session).parts) == moved


@pytest.mark.parametrize(("n", "told"), [(0, 0), (1, 0), (4, 0), (5, 5), (9, 5), (10, 10)])
def test_how_many_are_out_and_back_is_told_in_steps_at_the_moment(table, n, told):
    who = [f"d{i}" for i in range(1, n + 1)]
    out(table, *who)
    table.moment("counts")
    assert care(table)["out"] == 0, "only at its own moment"
    table.moment("care")
    assert (care(table)["out"], care(table)["back"]) == (told, 0)
    out(table, *who, away=False)
    table.moment("care")
    assert (care(table)["out"], care(table)["back"]) == (0, told)
    assert MOMENT.every == 600


def test_it_changes_with_the_step(table):
    out(table, *(f"d{n}" for n in range(1, 7)))
    table.go("board")
    assert care(table)["out"] == 5


def test_a_phone_is_out_once_and_came_back_once_however_often_it_says_so(table):
    for _ in range(3):
        out(table, "d1", "d1")
        out(table, "d1", "d1", away=False)
    assert {name: n for name, n in table.counts.items() if name in ("out", "back")} == {"back": 1}


def test_a_question_and_a_word_are_not_said_by_it(table):
    out(table, "d1")
    assert not table.part("session", "facilitator")["word"]


# ---------------------------------------------------------------- the second trainer


def from_care(table, name, body):
    sender = Sender("facilitator", who="care 0123456789ab", care=True)
    return perform(table.context, table.session, sender, name, body, f"from-the-care-desk-{name}")


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_of_all_commands_the_care_desk_gives_three(table, name):
    before = table.everything
    done = from_care(table, name, {"no": "such field"})
    assert table.everything == before
    if "facilitator" in COMMANDS[name].roles:
        allowed = name in {"session.tell", "questions.mark", "questions.keep"}
        assert COMMANDS[name].care == allowed and (done.code == "invalid") == allowed
    assert done.code in ("invalid", "not_allowed")


@pytest.mark.parametrize("state", ["inbox", "shown", "answered", "parked", "hidden"])
@pytest.mark.parametrize("to", ["inbox", "shown", "answered", "parked", "hidden"])
def test_of_questions_it_changes_what_nobody_is_shown(table, state, to):
    table.go("questions")
    table.asked("Why?")
    (question,) = table.part("questions", "facilitator")["inbox"]
    table.must("questions.mark", {"question": question["id"], "state": state})
    before = [table.part("questions", role)["shown"] for role in ("delegate", "screen")]
    done = from_care(table, "questions.mark", {"question": question["id"], "state": to})
    assert isinstance(done, Done) == (state in ("inbox", "hidden") and to in ("inbox", "hidden"))
    assert [table.part("questions", role)["shown"] for role in ("delegate", "screen")] == before


def test_what_it_says_waits_at_the_leads_desk_until_it_is_seen(table):
    table.must("session.tell", {"what": "slow", "question": ""})
    table.must("session.tell", {"what": "slow", "question": ""})
    table.must("session.tell", {"what": "question", "question": "id9"})
    assert [(s["what"], s["question"], s["seen"]) for s in care(table)["said"]] == [
        ("slow", "", False),
        ("question", "id9", False),
    ]
    table.must("session.seen", {"id": care(table)["said"][0]["id"]})
    assert [s["seen"] for s in care(table)["said"]] == [True, False]
    table.must("session.tell", {"what": "blank", "question": ""})
    assert [s["what"] for s in care(table)["said"]] == ["question", "blank"], "what was seen goes when more comes"
    assert table.refused("session.seen", {"id": "nothing"}) == "not_now"


def test_so_much_waits_and_no_more(table):
    for n in range(MOST_WAITING):
        table.must("session.tell", {"what": "question", "question": f"id{n}"})
    assert table.refused("session.tell", {"what": "slow", "question": ""}) == "not_now"


def test_what_it_says_moves_nothing_that_the_room_sees(table):
    seen = {role: table.parts(role) for role in ("delegate", "screen")}
    for what in ("slow", "break_soon", "blank", "with_somebody", "quiet", "support", "trainer", "procedure"):
        table.must("session.tell", {"what": what, "question": ""})
    assert {role: table.parts(role) for role in seen} == seen
    assert table.head.curtain == "none" and table.head.offer == "none"
