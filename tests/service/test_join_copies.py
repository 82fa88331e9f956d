"""Joining goes by this worker's copy of the head, which may be old: it lets nobody in and keeps nobody out."""

from dataclasses import replace

import pytest

from tests.helpers.rooms import TOKENS, Room, a_room, beside
from workshop.service.join import UNKNOWN, Joined, join


@pytest.fixture
def room() -> Room:
    return a_room()


def devices(room):
    return room.context.live.room(room.id).counts.get("devices", 0)


def test_a_live_state_that_a_worker_s_copy_has_outlived_is_rebuilt_for_who_joins(room):
    live, code = room.context.live, room.head.code
    codes = dict(live.shared.codes)
    live.lose_everything()
    live.shared.codes |= codes
    assert live.head(room.id), "this worker has not heard of it"
    assert isinstance(join(room.context, code, TOKENS[0]), Joined) and devices(room) == 1


def test_a_worker_s_old_copy_lets_nobody_in_and_keeps_nobody_out(room):
    other = beside(room)
    other.facilitate("session.lock", locked=True)
    assert join(room.context, room.head.code) == UNKNOWN
    room.facilitate("session.lock", locked=False)
    room.context.live.head(room.id, fresh=True)
    other.facilitate("session.lock", locked=True)
    assert not room.context.live.head(room.id).locked, "this worker has not heard of it"
    assert join(room.context, room.head.code, TOKENS[0]) == UNKNOWN and devices(room) == 0
    other.facilitate("session.lock", locked=False)
    assert room.context.live.head(room.id).locked
    assert isinstance(join(room.context, room.head.code, TOKENS[0]), Joined) and devices(room) == 1


def test_an_end_that_this_worker_has_not_heard_of_lets_nobody_in_not_even_by_an_old_token(room):
    code, other = room.head.code, beside(room)
    assert isinstance(join(room.context, code, TOKENS[0]), Joined)
    live = room.context.live
    live.room(room.id).head = replace(live.room(room.id).head, state="ended", version=99)
    assert room.context.live.head(room.id).state != "ended"
    for token in TOKENS[:2]:
        assert join(other.context, code, token) == UNKNOWN
        assert join(room.context, code, token) == UNKNOWN


def test_a_seat_is_asked_for_once_however_often_others_were_faster(room):
    asked = []
    live = room.context.live
    live.meanwhile += [lambda: beside(room).facilitate("session.lock", locked=False)] * 2
    taken = join(room.context, room.head.code, TOKENS[0], may_take=lambda: asked.append(1) or True)
    assert isinstance(taken, Joined) and asked == [1] and devices(room) == 1
