"""What forgets itself: counters of the whole installation (wrong codes, tries to sign in), leases of one session."""

from __future__ import annotations

from collections.abc import Collection

import redis

from workshop.live import keys
from workshop.live.batch import Executor
from workshop.live.reach import reachable


class Counters:
    """Mixed into RedisStore. A counter is one number that is gone after its time; it never names a device."""

    _redis: redis.Redis
    _hot: Executor

    def count(self, what: str, seconds: int) -> int:
        """One more; the figure with it. It starts again `seconds` after its first. Raises Unavailable."""
        name = keys.counter(what)
        with reachable():
            pipe = self._redis.pipeline(transaction=True)
            pipe.incrby(name, 1)
            pipe.expire(name, seconds, nx=True)
            return int(pipe.execute()[0])

    def counted(self, what: str) -> int:
        """The figure now. Raises Unavailable."""
        return self.all_counted([what])[what]

    def all_counted(self, whats: Collection[str]) -> dict[str, int]:
        """The figures of several, in one round trip. Raises Unavailable."""
        with reachable():
            found = self._hot.execute(*(("GET", keys.counter(what)) for what in whats))
        return {what: int(n or 0) for what, n in zip(whats, found, strict=True)}

    def take_lease(self, session: str, what: str, seconds: float) -> bool:
        """True when nobody else is at it; then nobody else gets it for so long."""
        with reachable():
            (taken,) = self._hot.execute(("SET", _lease(session, what), "1", "NX", "PX", int(seconds * 1000)))
        return bool(taken)

    def is_leased(self, session: str, what: str) -> bool:
        """Whether somebody is at it."""
        with reachable():
            return self._hot.execute(("GET", _lease(session, what))) != [None]

    def release_lease(self, session: str, what: str) -> None:
        """Let others at it before its time is over."""
        with reachable():
            self._hot.execute(("DEL", _lease(session, what)))


def _lease(session: str, what: str) -> str:
    return keys.key(session, f"lease:{what}")
