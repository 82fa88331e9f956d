"""A seat after the live store was started again: never taken for one that was given up."""

from __future__ import annotations

import os
import shutil
import signal

from redis import Redis

from tests.helpers.real_rooms import make_context, make_room
from workshop.live.embedded import EmbeddedValkey
from workshop.service.join import Joined, given_up, join, leave, take_back


def test_who_asks_before_the_outage_was_noticed_has_not_given_its_seat_up(tmp_path):
    """The first thing that a worker asks after it: its copy is of the run before, and the log has lost the seat."""
    with EmbeddedValkey(tmp_path) as server:
        context = make_context(Redis.from_url(server.url), tmp_path)
        room, log, before = make_room(context), server.directory / "appendonlydir", tmp_path / "before"
        shutil.copytree(log, before)
        stayed, left = (join(context, room.code) for _ in range(2))
        assert isinstance(stayed, Joined) and isinstance(left, Joined)
        leave(context, room.session, left.token)
        assert (given_up(context, stayed), given_up(context, left)) == (False, True)
        assert server.pid
        os.kill(server.pid, signal.SIGKILL)
        server.stop()
        shutil.rmtree(log)
        before.rename(log)
        server.start()
        assert not given_up(context, stayed)
        assert take_back(context, room.session, stayed.token) not in ("", stayed.epoch)
