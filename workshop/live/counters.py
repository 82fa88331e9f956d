"""What forgets itself: counters of the whole installation (wrong codes, tries to sign in), leases of one session."""

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

    def lease(self, session: str, what: str, seconds: float) -> bool:
        """True when nobody else is at it."""
        with reachable():
            name = keys.key(session, f"lease:{what}")
            return bool(self._redis.set(name, b"1", nx=True, px=int(seconds * 1000)))

    def release_lease(self, session: str, what: str) -> None:
        """Let others at it."""
        with reachable():
            self._redis.delete(keys.key(session, f"lease:{what}"))
