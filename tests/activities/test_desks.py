"""Who is at a desk, and who moved the room: for desks alone, and of what the room sees."""

from dataclasses import replace

import pytest

from tests.helpers.table import NOW, ROLES, Table
from workshop.activities.base import Change
from workshop.activities.desks import PART, moved_by
from workshop.domain.live import Moved, Timer
from workshop.service.checkpoint import make_checkpoint
from workshop.service.desks import came
from workshop.service.perform import Done, Sender, perform

WHO = "account 0123456789ab"


@pytest.fixture
def table():
    return Table(people=5)


def test_desks_are_told_to_desks_and_to_nobody_else(table):
    came(table.context, table.session, "worker", WHO)
    came(table.context, table.session, "worker", "link abc")
    assert table.part("desks", "facilitator") == {
        "here": [{"who": WHO, "kind": "account"}, {"who": "link abc", "kind": "link"}],
        "moved": None,
    }
    assert [role for role in ROLES if "desks" in table.parts(role)] == ["facilitator"]


def test_whoever_moves_the_room_is_said_to_desks_alone(table):
    before = {role: table.parts(role) for role in ("delegate", "screen")}
    did = Sender("facilitator", who=WHO)
    assert isinstance(perform(table.context, table.session, did, "session.go", {"step": "s3"}, "o" * 24), Done)
    assert table.part("desks", "facilitator")["moved"] == {"who": WHO, "at": NOW}
    assert isinstance(perform(table.context, table.session, did, "session.go", {"step": "s1"}, "p" * 24), Done)
    assert {role: table.parts(role) for role in before} == before


@pytest.mark.parametrize(
    "changed",
    [{"position": 2}, {"focus": "c1"}, {"show": "shift"}, {"prompt": "Why?"}, {"lane": "now"}, {"curtain": "blank"}],
    ids=lambda changed: next(iter(changed)),
)
def test_whatever_the_room_sees_anew_was_moved_by_somebody(table, changed):
    told = moved_by(table.head, Change(head=replace(table.head, **changed)), WHO, 5.0)
    assert told.head is not None and told.head.moved == Moved(WHO, 5.0) and PART.name in told.parts


@pytest.mark.parametrize("changed", [{"locked": True}, {"timer": Timer(1.0, 60)}, {"offer": "break"}])
def test_a_lock_a_timer_and_an_offer_move_no_room(table, changed):
    change = Change(head=replace(table.head, **changed))
    assert moved_by(table.head, change, WHO, 5.0) is change


def test_a_round_that_opens_moves_the_room(table):
    table.go("board")
    did = Sender("facilitator", who=WHO)
    assert isinstance(perform(table.context, table.session, did, "board.open", {}, "o" * 24), Done)
    assert table.head.moved == Moved(WHO, NOW)


def test_who_has_no_name_is_not_named(table):
    change = Change(head=replace(table.head, position=2))
    assert moved_by(table.head, change, "", 5.0) is change


def test_the_record_keeps_neither_who_is_there_nor_who_moved_it(table):
    came(table.context, table.session, "worker", WHO)
    perform(table.context, table.session, Sender("facilitator", who=WHO), "session.go", {"step": "s3"}, "o" * 24)
    kept = make_checkpoint(table.context, table.head)
    assert "desks" not in kept.collections
    saved = table.record.checkpoint(table.session)
    assert saved is not None and saved.head.moved is None
