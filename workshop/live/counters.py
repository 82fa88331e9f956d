"""Counters of the whole installation that forget themselves: how many wrong codes, how many tries to sign in."""

from __future__ import annotations

from typing import Any

import redis

from workshop.live import keys
from workshop.live.reach import reachable


class Counters:
    """Mixed into RedisStore. A counter is one number that is gone after its time; it never names a device."""

    _redis: redis.Redis

    def tick(self, what: str, seconds: int, by: int = 1) -> int:
        """Add to a counter that starts again every `seconds`; its figure. 0 only reads. Raises Unavailable."""
        name = keys.counter(what)
        with reachable():
            if not by:
                found: Any = self._redis.get(name)
                return int(found or 0)
            pipe = self._redis.pipeline(transaction=True)
            pipe.incrby(name, by)
            pipe.expire(name, seconds, nx=True)
            return int(pipe.execute()[0])
