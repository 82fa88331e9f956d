"""A debrief has nothing of its own: nothing is asked of a phone, and its minutes stay when the room is late."""

from tests.activities.rooms import at
from tests.helpers.table import ROLES, Table
from workshop.activities.debrief import ACTIVITY
from workshop.activities.known import asks_everybody

at("debrief", "before the end", "debrief")


def test_a_debrief_asks_nothing_and_shows_what_is_always_there():
    table = Table(people=1, step="debrief")
    assert (ACTIVITY.commands, ACTIVITY.parts, ACTIVITY.own, ACTIVITY.rounds) == ((), (), (), None)
    assert {r: {n for n in table.parts(r) if n not in Table(people=1, step="break").parts(r)} for r in ROLES} == {
        role: set() for role in ROLES
    }
    assert not asks_everybody(table.head)


def test_its_minutes_are_kept_when_the_rest_is_fitted():
    table = Table(people=1, step="debrief")
    assert table.head.steps[-1].id in table.part("clock", "facilitator")["keeps"]
