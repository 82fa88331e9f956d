"""Hears of revisions: the channel that carries `<session> <revision>` and nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable

import redis

from workshop.live.keys import CHANNEL
from workshop.live.reach import AWAY

LONGEST_PAUSE = 2.0


def listen(client: redis.Redis, on_revision: Callable[[str, int], None], running: Callable[[], bool]) -> None:
    """Call `on_revision(session, revision)` for each message until `running()` is false; reconnects by itself."""
    pause = 0.05
    while running():
        try:
            heard = client.pubsub(ignore_subscribe_messages=True)
            heard.subscribe(CHANNEL)
            pause = 0.05
            while running():
                message = heard.get_message(timeout=1.0)
                if message is not None:
                    session, _, revision = message["data"].decode().partition(" ")
                    on_revision(session, int(revision))
        except (*AWAY, redis.ResponseError):
            time.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)
