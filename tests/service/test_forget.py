"""Forgetting: out of everything, whatever state it is in, and again without harm."""

import pytest

from tests.helpers.fakes import FakeLive, Killed, Process
from tests.helpers.rooms import a_room, beside
from workshop.service.finish import end_session
from workshop.service.forget import Filed, forget
from workshop.service.ports import UnknownSession
from workshop.service.report import release
from workshop.service.sessions import ensure_live


@pytest.mark.parametrize("ended", [False, True])
def test_nothing_of_it_is_left_anywhere(ended):
    room, other = a_room(), a_room()
    room.join(6)
    if ended:
        end_session(room.context, room.id)
    forget(room.context, room.id)
    forget(room.context, room.id)
    record, live = room.context.record, room.context.live
    assert isinstance(live, FakeLive)
    assert (record.session(room.id), record.checkpoint(room.id), record.rounds(room.id)) == (None, None, [])
    assert (live.shared.rooms, live.shared.codes) == ({}, {})
    with pytest.raises(UnknownSession):
        ensure_live(room.context, room.id)
    assert other.context.record.session(other.id) is not None


def test_a_worker_killed_in_between_cannot_bring_it_back():
    room = a_room()
    doomed = Process()
    victim = beside(room, doomed)
    doomed.dies_before = 2  # it is read which day it is there, and then deleted
    with pytest.raises(Killed):
        forget(victim.context, room.id)
    assert room.context.record.session(room.id) is None
    forget(room.context, room.id)
    with pytest.raises(UnknownSession):
        ensure_live(room.context, room.id)


def test_what_was_released_is_not_one_persons_to_forget():
    room = a_room()
    end_session(room.context, room.id)
    made = release(room.context, room.id)
    with pytest.raises(Filed):
        forget(room.context, room.id)
    assert room.context.record.release(made.id) == made and room.context.record.session(room.id)
