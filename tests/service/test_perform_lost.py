"""A live store that was started again with an older log between a facilitator's commit and the record of it."""

from typing import Any

import pytest

from tests.helpers.rooms import FACILITATOR, Room, a_room, beside
from workshop.service.perform import Done, perform
from workshop.service.ports import Unavailable
from workshop.service.restore import revive


def cut_at(room: Room, at: str, log: Any) -> None:
    """The power, the next time that this call of the live store is made: before it for a reading, after a commit."""
    live = room.context.live
    call = getattr(live, at)

    def cut(*given: Any, **how: Any) -> Any:
        setattr(live, at, call)
        answer = call(*given, **how) if at == "commit" else None
        live.started_again(log)
        return answer or call(*given, **how)

    setattr(live, at, cut)


@pytest.fixture
def room() -> Room:
    room = a_room()
    room.go("board")
    for context in (room.context, beside(room).context):
        context.live.restore = lambda session, context=context: revive(context, session)
    return room


def opened(room: Room) -> Any:
    return perform(room.context, room.id, FACILITATOR, "board.open", {}, "op-1")


def test_what_the_log_has_lost_before_it_was_recorded_is_not_acknowledged_and_is_done_at_the_repeat(room):
    cut_at(room, "commit", room.context.live.saved())
    with pytest.raises(Unavailable):
        opened(room)
    assert room.head.rounds == {}, "the older log has none"
    assert isinstance(opened(room), Done)
    (round_id,) = room.head.rounds
    assert room.head.rounds[round_id].state == "open"
    assert room.context.record.checkpoint(room.id).head.rounds.keys() == {round_id}


def test_what_the_log_has_kept_is_acknowledged_at_the_repeat_and_done_once(room):
    cut_at(room, "commit", None)
    with pytest.raises(Unavailable):
        opened(room)
    assert isinstance(opened(room), Done)
    assert len(room.head.rounds) == len(room.context.record.checkpoint(room.id).head.rounds) == 1


def test_what_was_found_done_and_is_lost_before_it_was_recorded_is_done_at_the_next_repeat(room):
    """Its worker died between the commit and the record; its rule says no to the repeat, for the round is open."""
    log, real = room.context.live.saved(), room.context.record.save_checkpoint

    def away(*_: Any) -> None:
        raise Unavailable

    room.context.record.save_checkpoint = away
    with pytest.raises(Unavailable):
        opened(room)
    room.context.record.save_checkpoint = real
    cut_at(room, "view", log)
    with pytest.raises(Unavailable):
        opened(room)
    assert room.head.rounds == {}
    assert isinstance(opened(room), Done)
    assert room.context.record.checkpoint(room.id).head.rounds.keys() == room.head.rounds.keys() != set()
