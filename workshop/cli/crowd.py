"""Who is connected to this process: strangers up to a limit, known browsers beside them.

A room comes from one address at once, and behind a proxy everybody does: addresses count for nothing here. A
connection is a stranger's until a request on it showed a seat, a pass or a sign-in of ours.
"""

from __future__ import annotations

import resource
from collections import Counter
from contextlib import suppress
from socket import SHUT_RDWR
from typing import Any

from workshop.refusals import refused

MOST_OF_ONE = 64
"""Connections of one known browser; further ones are strangers'. Pages open six at once."""
LEAST, MOST = 100, 2_000


class Crowd:
    """Connections by what is known of them. A member has a `socket` (None when it has gone)."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._strangers: dict[Any, None] = {}
        """In the order of their last request: the first has waited longest."""
        self._known: dict[Any, str] = {}
        self._counts: Counter[str] = Counter()

    def enter(self, visit: Any) -> None:
        """A new connection. When there are too many strangers, the one that has waited longest is hung up on."""
        self._strangers[visit] = None
        while len(self._strangers) > self._most:
            oldest = next(iter(self._strangers))
            del self._strangers[oldest]
            refused("crowd")
            hang_up(oldest)

    def shows(self, visit: Any, who: str) -> None:
        """A request has come, from a browser that is known by `who`, or from a stranger ("")."""
        before = self._known.get(visit, "")
        if before != who:
            self._forget(visit)
            if who and self._counts[who] < MOST_OF_ONE:
                self._known[visit] = who
                self._counts[who] += 1
        if visit not in self._known:
            self._strangers.pop(visit, None)
            self.enter(visit)

    def passes(self, visit: Any, other: Any) -> None:
        """Another stands for a connection from now on."""
        if visit in self._known:
            self._known[other] = self._known.pop(visit)
        elif visit in self._strangers:
            del self._strangers[visit]
            self._strangers[other] = None

    def leave(self, visit: Any) -> None:
        """It has ended."""
        self._forget(visit)

    def strangers(self) -> int:
        return len(self._strangers)

    def known(self) -> int:
        return len(self._known)

    def _forget(self, visit: Any) -> None:
        self._strangers.pop(visit, None)
        who = self._known.pop(visit, "")
        if who:
            self._counts[who] -= 1
            if not self._counts[who]:
                del self._counts[who]


def hang_up(visit: Any) -> None:
    """Whoever reads from it, or writes, is told that it has ended; that one closes it."""
    socket = getattr(visit, "socket", None)
    if socket is not None:
        with suppress(OSError):
            socket.shutdown(SHUT_RDWR)


def most_strangers() -> int:
    """A quarter of the descriptors that this process may have, after asking for as many as it is allowed."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST if soft == resource.RLIM_INFINITY else max(LEAST, min(MOST, soft // 4))
