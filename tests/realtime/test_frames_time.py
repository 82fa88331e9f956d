"""The server's clock travels with frames, so that no other clock counts on any page."""

import json
from dataclasses import replace

import pytest

from tests.helpers.real_rooms import Room, make_context, make_room
from workshop.realtime.frames import FrameLoop, full_frame


@pytest.fixture
def room(valkey, tmp_path) -> Room:
    return make_room(make_context(valkey.client, tmp_path))


def test_every_frame_tells_the_time_at_which_it_is_sent(room):
    """Also the one for a phone that missed some, whose parts were built before."""
    context = replace(room.context, now=lambda: times[0])
    sent = []
    times = [1_764_000_000.0]
    loop = FrameLoop(context, room.session, lambda session, role, frame, newest: sent.append(json.loads(frame.json())))
    loop.tick(["screen"])
    times[0] += 90.5
    told = [sent[0], json.loads(loop.newest("screen").json())]
    told += [
        json.loads(full_frame(context, room.session, role, token).json())
        for role, token in (("screen", ""), ("delegate", room.seat()))
    ]
    assert [frame["now"] for frame in told] == [1_764_000_000.0, *[1_764_000_090.5] * 3]


def test_the_console_is_told_when_the_round_was_opened(room):
    context = replace(room.context, now=lambda: 1_764_000_000.0)
    opened = replace(room, context=context)
    opened.open_board()
    frame = json.loads(full_frame(context, room.session, "facilitator").json())
    assert frame["parts"]["notes_private"]["opened"] == frame["now"] == 1_764_000_000.0
    assert "opened" not in json.dumps(json.loads(full_frame(context, room.session, "screen").json()))
