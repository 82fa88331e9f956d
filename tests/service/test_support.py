"""Support is counted from sets of phones, at moments that no phone decides, and told from three."""

import pytest

from tests.helpers.rooms import TOKENS, Room, a_context, a_room
from workshop.service.moments import Moments
from workshop.service.perform import Done
from workshop.service.sessions import create_session
from workshop.service.support import gather_support


@pytest.fixture
def room() -> Room:
    room = a_room()
    room.go("formulation")
    assert isinstance(room.delegate(TOKENS[0], "formulation.add", section="known", text="Two reports"), Done)
    return room


def supported(room: Room, many: int) -> str:
    (note,) = room.collection("notes")
    for token in TOKENS[:many]:
        assert isinstance(room.delegate(token, "formulation.support", note=note, on=True), Done)
    return note


def told(room: Room, note: str) -> int:
    return room.context.live.view(room.id, lambda head: ()).counts.get(f"support:{note}", 0)


@pytest.mark.parametrize(("many", "shown"), [(0, 0), (2, 0), (3, 3), (6, 6)])
def test_it_is_told_from_three_phones_and_only_when_gathered(room, many, shown):
    note = supported(room, many)
    assert told(room, note) == 0
    gather_support(room.context, room.id)
    assert told(room, note) == shown


@pytest.mark.parametrize(("many", "shown"), [(2, 0), (3, 3)])
def test_who_would_do_an_action_is_told_in_the_same_way_beside_it(room, many, shown):
    note = supported(room, 3)
    words = {"target": "safety", "action": "Ask", "why": "", "note": None, "who": "", "by_when": "", "review": ""}
    assert isinstance(room.delegate(TOKENS[0], "plan.add", **words), Done)
    (action,) = room.collection("actions")
    for token in TOKENS[:many]:
        assert isinstance(room.delegate(token, "plan.would", id=action, on=True), Done)
    assert told(room, action) == 0
    gather_support(room.context, room.id)
    assert (told(room, action), told(room, note)) == (shown, 3)


def test_who_gathers_again_at_once_gets_nothing_new(room):
    note = supported(room, 3)
    gather_support(room.context, room.id)
    room.delegate(TOKENS[3], "formulation.support", note=note, on=True)
    gather_support(room.context, room.id)
    assert told(room, note) == 3


def test_a_moment_that_came_too_early_is_made_up_for_by_the_next_though_nothing_else_happens():
    now = [1_700_000_100.0]
    context = a_context(now=lambda: now[0])
    room = Room(context, create_session(context, "user-1", "organisation-1", "test-case", "all", 5))
    room.go("formulation")
    room.delegate(TOKENS[0], "formulation.add", section="known", text="Two reports")
    moments = Moments(context, room.id)
    gather_support(context, room.id)  # as a change of phase does
    note = supported(room, 3)
    signs = context.live.signs([room.id])[room.id]
    told_at = []
    for _ in range(3):
        now[0] += 60
        moments.run(signs)
        told_at.append(told(room, note))
        context.live.release_lease(room.id, "support")  # its time is over
    assert told_at == [0, 3, 3]
