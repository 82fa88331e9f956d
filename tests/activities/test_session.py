"""What is always there: moving the room, the lobby lock, the curtain, the timer, a word, the end."""

from dataclasses import replace

import pytest

from tests.helpers.case import CASE
from tests.helpers.table import NOW, ROLES, STEPS, Table
from workshop.domain.agenda import GROUND_RULES
from workshop.domain.days import day_in

FACILITATORS = {
    "session.next": {"from_step": "s1"},
    "session.back": {"from_step": "s1"},
    "session.go": {"step": "s2"},
    "session.start": {},
    "session.fit": {"from_step": "s1"},
    "session.unfit": {},
    "session.lock": {"locked": True},
    "session.curtain": {"curtain": "blank"},
    "session.timer": {"seconds": 60},
    "session.offer": {"offer": "break"},
    "session.end": {},
}


@pytest.fixture
def table():
    return Table(people=2)


def test_everybody_is_told_whether_it_is_a_rehearsal(table):
    assert [table.part("session", role)["rehearsal"] for role in ROLES] == [False] * 3
    room = table.live.room(table.session)
    room.head = replace(room.head, rehearsal=True)
    assert [table.part("session", role)["rehearsal"] for role in ROLES] == [True] * 3


@pytest.mark.parametrize("name", FACILITATORS)
def test_a_delegate_moves_nothing(table, name):
    assert table.refused(name, FACILITATORS[name], "d1") == "not_allowed"


def test_next_and_back_only_from_where_the_room_is(table):
    table.must("session.next", {"from_step": "s1"})
    assert table.head.step.id == "s2"
    assert table.refused("session.next", {"from_step": "s1"}) == "not_now"
    table.must("session.back", {"from_step": "s2"})
    assert table.head.step.id == "s1"


def test_there_is_nothing_before_the_first_and_after_the_last_step(table):
    assert table.refused("session.back", {"from_step": "s1"}) == "not_now"
    table.go("reflection")
    assert table.refused("session.next", {"from_step": "s12"}) == "not_now"
    assert table.refused("session.go", {"step": "s99"}) == "not_now"


def test_going_puts_the_old_steps_picture_away_and_keeps_its_round(table):
    table.go("board")
    table.must("board.open", {})
    table.must("session.timer", {"seconds": 90})
    table.go("formulation")
    table.must("formulation.lane", {"section": "known"})
    table.go("board")
    head = table.head
    assert (head.timer, head.lane, head.focus, head.show, head.prompt) == (None, "", None, "all", "")
    assert head.round_here().state == "open"


def test_facilitators_alone_know_since_when_the_room_is_at_its_step(table):
    assert table.part("clock", "facilitator")["began"] is None
    table.must("session.next", {"from_step": "s1"})
    assert table.part("clock", "facilitator")["began"] == NOW
    assert not [role for role in ("delegate", "screen") if str(NOW) in str(table.parts(role))]


def test_a_step_that_asks_by_itself_opens_its_round_once(table):
    for _ in range(2):
        table.go("confidence")
        table.go("reflection")
    assert [(r.id, r.kind) for r in table.head.rounds.values()] == [("q1", "confidence"), ("q2", "reflection")]


def test_going_to_the_questions_and_away_again_lets_nothing_through_that_waits(table):
    table.must("questions.ask", {"text": "May I ask?"}, "d1")
    for step in ("questions", "formulation"):
        table.go(step)
        assert table.part("questions", "facilitator")["inbox"] == []


def test_a_locked_lobby_hides_the_code_from_phones_only(table):
    code = table.head.code
    table.must("session.lock", {"locked": True})
    assert {r: table.part("session", r)["code"] for r in ROLES} == {"delegate": "", "facilitator": code, "screen": code}
    table.must("session.lock", {"locked": False})
    assert table.part("session")["code"] == code


@pytest.mark.parametrize("curtain", ["blank", "pause", "none"])
def test_the_curtain_is_seen_by_all(table, curtain):
    table.must("session.curtain", {"curtain": curtain})
    assert [table.part("session", role)["curtain"] for role in ROLES] == [curtain] * 3


def test_the_timer_starts_now_and_stops(table):
    assert table.part("timer") is None
    table.must("session.timer", {"seconds": 120})
    assert [table.part("timer", role) for role in ROLES] == [{"started": NOW, "seconds": 120}] * 3
    table.must("session.timer", {"seconds": None})
    assert table.part("timer") is None


@pytest.mark.parametrize("seconds", [29, 7201, 60.5, "60", True])
def test_a_timer_of_no_sensible_length_is_refused(table, seconds):
    assert table.refused("session.timer", {"seconds": seconds}) == "invalid"


def test_a_word_reaches_the_facilitator_alone_and_is_answered_to_the_room(table):
    table.must("session.word", {}, "d1")
    table.must("session.word", {}, "d1")
    assert table.counts["word"] == 1
    assert {role: table.part("session", role)["word"] for role in ROLES} == {
        "delegate": False,
        "facilitator": True,
        "screen": False,
    }
    table.must("session.offer", {"offer": "support"})
    assert [table.part("session", r)["offer"] for r in ROLES] == ["support"] * 3
    assert not table.part("session", "facilitator")["word"]
    table.must("session.word", {}, "d1")
    assert table.part("session", "facilitator")["word"]


def test_a_facilitator_asks_for_no_word(table):
    assert table.refused("session.word", {}) == "not_allowed"


def test_the_end_closes_what_is_open_and_leaves_only_what_says_so(table):
    table.go("board")
    table.must("board.open", {})
    table.must("session.end", {})
    assert table.head.rounds["r1"].state == "closed"
    for role in ROLES:
        parts = table.parts(role)
        assert parts["session"]["state"] == "ended"
        assert set(parts) <= {"session", "agenda", "case", "timer", "notes_private", "clock", "ahead", "desks", "care"}
    assert table.refused("session.word", {}, "d1") == "ended"
    assert table.own("d1") == {}


def test_the_session_part_says_what_the_case_is(table):
    shown = table.part("session")
    assert (shown["title"], shown["scenario_title"], shown["k"], shown["devices"]) == (CASE.title, CASE.title, 5, 2)
    assert shown["people"] == [{"id": "ash", "note": "15, Year 10"}]
    (one,) = CASE.resources
    plain = {"url": "", "number": "", "hours": "", "nations": []}
    assert shown["resources"] == [{"title": one.title, "text": one.text, **plain}]
    assert shown["ground_rules"] == list(GROUND_RULES)


def test_the_agenda_is_the_same_for_all(table):
    table.go("plan")
    agendas = [table.part("agenda", role) for role in ROLES]
    assert agendas[0] == agendas[1] == agendas[2]
    assert [s["id"] for s in agendas[0]["steps"]] == list(STEPS.values())
    assert agendas[0]["steps"][agendas[0]["position"]]["activity"] == "plan"


def test_a_facilitators_notes_are_of_the_card_in_focus_and_for_nobody_else():
    table = Table(people=5)
    table.first_round({"c1": ["abusive"] * 5})
    assert all("notes_private" not in table.parts(role) for role in ("delegate", "screen"))
    nothing = table.part("notes_private", "facilitator")
    assert (nothing["card"], nothing["range"], nothing["prompts"], nothing["evidence"]) == (None, [], [], [])
    assert [i["id"] for i in nothing["information"]] == ["i1", "i2"] and nothing["reviewed"] is False
    table.must("discussion.focus", {"card": "c1"})
    notes = table.part("notes_private", "facilitator")
    ends = [{"number": 2, "name": "Inappropriate"}, {"number": 3, "name": "Problematic"}]
    assert (notes["card"], notes["range"]) == ("c1", ends)
    assert notes["prompts"] == ["What would move you one stage?"]
    fact = {"text": "A fact.", "source": "A source", "checked": "2026-03", "review_by": "2027-03"}
    assert notes["evidence"] == [fact], "a year after it was checked, since its author said nothing"


def test_the_day_is_that_of_the_first_step_after_the_lobby(table):
    assert table.head.held_on == ""
    table.must("session.next", {"from_step": "s1"})
    assert table.head.held_on == day_in("UTC", NOW)
