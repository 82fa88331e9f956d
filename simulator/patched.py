"""For as long as a simulation runs, what the product asks of time, of chance and of gevent is answered by it."""

from __future__ import annotations

import random
import secrets
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

import redis.retry

from simulator.loop import BEGAN, Event, Loop, Turn
from workshop.live import batch, opening
from workshop.realtime import desks, gate, hub, watch
from workshop.service import close_round, restore

SELDOM = 3.0
"""Seconds between two looks of what looks every second: commands and frames find the same sooner, and time is short."""


@contextmanager
def patched(loop: Loop, seed: int) -> Iterator[None]:
    """Also undoes what workers leave in modules."""
    chance = random.Random(seed)

    def token(size: int = 32) -> str:
        return f"{chance.getrandbits(size * 6):0{size * 6 // 4}x}"

    def turn() -> Turn:
        return Turn(loop)

    room = hub._Room
    instead = {
        (time, "time"): lambda: BEGAN + loop.now,
        (time, "monotonic"): lambda: loop.now,
        (time, "sleep"): loop.sleep,
        (redis.retry, "sleep"): loop.sleep,
        (restore, "sleep"): loop.sleep,
        (watch, "sleep"): loop.sleep,
        (watch, "EVERY"): SELDOM,
        (restore, "LOOK_AFTER"): SELDOM,
        (hub, "sleep"): loop.sleep,
        (hub, "spawn"): loop.spawn,
        (desks, "spawn_later"): loop.spawn_later,
        (hub, "_Room"): lambda frames, keeper: room(frames, keeper, Event(loop), kept=loop.now),
        (batch, "Lock"): turn,
        (opening, "Lock"): turn,
        (secrets, "token_urlsafe"): token,
        (close_round, "SystemRandom"): lambda: chance,
        (gate, "request"): None,
    }
    before = random.getstate()
    random.seed(seed)
    with ExitStack() as undo:
        for (module, name), value in instead.items():
            undo.enter_context(patch.object(module, name, value))
        try:
            yield
        finally:
            random.setstate(before)
