"""A version of the explanation is kept once, outlives the session, and a session that ends keeps its last one."""

import pytest

from tests.helpers.rooms import Room, a_room
from workshop.service import perform
from workshop.service.perform import Done
from workshop.service.ports import Unavailable


@pytest.fixture
def room() -> Room:
    room = a_room()
    room.go("formulation")
    assert isinstance(room.facilitate("formulation.explain", part="because", text="So", base=0), Done)
    return room


def causes(room: Room) -> list[str]:
    return [one["cause"] for _, one in sorted(room.collection("versions").items())]


def test_a_worker_that_is_killed_when_the_room_has_moved_has_kept_it(room, monkeypatch):
    def killed(*of: object, **more: object) -> None:
        raise Unavailable("killed")

    assert isinstance(room.facilitate("formulation.phase", phase="say"), Done)
    for what in ("follow_up", "save_checkpoint"):
        monkeypatch.setattr(perform, what, killed)
    with pytest.raises(Unavailable):
        room.facilitate("formulation.phase", phase="another")
    assert room.head.phase == "another" and causes(room) == ["said"]


def test_it_is_in_the_checkpoint_when_the_room_has_moved_on(room):
    for phase in ("say", "another"):
        assert isinstance(room.facilitate("formulation.phase", phase=phase), Done)
    assert causes(room) == ["said"]
    assert room.context.record.checkpoint(room.id).collections["versions"]["v0001"]["sentences"] == {"because": "So"}


def test_the_end_of_the_session_keeps_the_last_one(room):
    assert isinstance(room.facilitate("session.end"), Done)
    kept = room.context.record.checkpoint(room.id).collections["versions"]
    assert [one["cause"] for one in kept.values()] == ["end"]
