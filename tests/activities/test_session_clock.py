"""One clock for all desks: started by hand or by the first step, fitted by one press, taken back; no phone has it."""

import pytest

from tests.helpers.table import NOW, ROLES, STEPS, Table
from workshop.domain import schedule

MINUTE = 60


@pytest.fixture
def table():
    return Table(people=2)


def clock(table):
    return table.part("clock", "facilitator")


def late(table, minutes):
    """In the board, so many minutes behind."""
    table.go("board")
    table.later((schedule.minutes(table.head, table.head.step) + minutes) * MINUTE)


def test_it_stands_until_a_facilitator_starts_it_or_leaves_the_first_step(table):
    assert (clock(table)["began"], clock(table)["due"]) == (None, None)
    table.must("session.word", {}, "d1")
    assert clock(table)["due"] is None, "no phone starts it"
    table.must("session.next", {"from_step": "s1"})
    whole = sum(s.minutes for s in table.head.steps[1:])
    assert (clock(table)["began"], clock(table)["due"]) == (NOW, NOW + whole * MINUTE)


def test_it_starts_by_hand_and_in_the_first_step_anew_but_not_in_mid_session(table):
    table.must("session.start", {})
    table.later(600)
    table.must("session.start", {})
    assert clock(table)["began"] == NOW + 600
    table.must("session.next", {"from_step": "s1"})
    assert table.refused("session.start", {}) == "not_now"


def test_the_rest_is_fitted_and_break_and_leaving_keep_their_minutes(table):
    late(table, 4)
    own = {s.id: s.minutes for s in table.head.steps}
    table.must("session.fit", {"from_step": STEPS["board"]})
    fit = clock(table)["fit"]
    assert sum(own[id] - minutes for id, minutes in fit.items()) == 4
    assert clock(table)["keeps"] == [STEPS["break"], STEPS["reflection"]]
    assert not {STEPS["break"], STEPS["reflection"]} & fit.keys()
    assert schedule.behind(table.head, NOW + table.waited) == 0


def test_two_presses_are_one_and_it_can_be_taken_back(table):
    late(table, 4)
    table.must("session.fit", {"from_step": STEPS["board"]})
    first = table.head
    table.must("session.fit", {"from_step": STEPS["board"]})
    assert table.head == first
    assert clock(table)["undo"]
    table.must("session.unfit", {})
    assert (clock(table)["fit"], clock(table)["undo"]) == ({}, False)
    table.must("session.unfit", {})
    assert schedule.behind(table.head, NOW + table.waited) == 4


def test_a_press_that_comes_after_the_room_has_moved_is_refused(table):
    late(table, 4)
    assert table.refused("session.fit", {"from_step": "s1"}) == "not_now"


@pytest.mark.parametrize("name", ["session.start", "session.fit", "session.unfit"])
def test_no_phone_touches_the_clock(table, name):
    body = {"from_step": "s1"} if name == "session.fit" else {}
    assert table.refused(name, body, "d1") == "not_allowed"


def test_phones_and_screens_see_nothing_of_it(table):
    late(table, 4)
    before = {role: table.parts(role) for role in ROLES}
    moved = set()
    for name, body in (("session.fit", {"from_step": STEPS["board"]}), ("session.unfit", {})):
        parts = dict(table.live.room(table.session).parts)
        table.must(name, body)
        moved |= {part for part, rev in table.live.room(table.session).parts.items() if parts.get(part) != rev}
    assert moved == {"clock"}
    for role in ("delegate", "screen"):
        assert "clock" not in table.parts(role)
        assert table.parts(role) == before[role]


def test_the_minutes_outlive_the_live_store_and_the_times_do_not(table):
    late(table, 4)
    table.must("session.fit", {"from_step": STEPS["board"]})
    kept = table.record.checkpoint(table.session).head
    assert kept.fit == table.head.fit and kept.fit
    assert (kept.began, kept.due, kept.spent) == (None, None, {})
