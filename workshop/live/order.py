"""Sees that no file tells for longer than half a minute in which order phones answered.

The log on disk tells it until it is rewritten, and a rewritten log tells it as well: the server's tables are read in an
order that follows the order of filling (measured: of two neighbours among eight the first was first in all cases, among
25 in 78 of 100, whatever their encoding). So before the log is rewritten every table is filled anew, by the names of
its fields. These are random, and so the file is the same bytes whoever came first.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import redis

from workshop.live import keys
from workshop.live.connect import each_server
from workshop.live.reach import reachable
from workshop.live.rewrite import rewrite
from workshop.service.ports import Unavailable

EVERY = 25
"""Seconds between two rewritings while something is written: with the time that one takes, less than thirty."""
LOOK_AFTER = 0.5
SCRIPT = (Path(__file__).parent / "order.lua").read_text()
KINDS = {"c": "hash", "ops": "set"}


class OrderKeeper:
    """One for a worker. `turn(seconds)` is true for one worker in so many seconds."""

    def __init__(self, client: Any, turn: Callable[[int], bool]) -> None:
        self._redis, self._turn = client, turn
        self.written = True
        """Whether this worker wrote something since; at the start nobody knows."""

    def run(self, running: Callable[[], bool], every: int = EVERY) -> None:
        """Until `running()` is false. Outages are waited out."""
        while running():
            time.sleep(LOOK_AFTER)
            try:
                if self.written and self._turn(every):
                    self.written = False
                    self.forget()
            except (Unavailable, redis.RedisError):
                self.written = True

    def forget(self) -> None:
        """Fill every table anew by its names, and have every server write its log anew. Raises Unavailable."""
        with reachable():
            for names in self._tables().values():
                kinds = [_kind(name) for name in names]
                self._redis.eval(SCRIPT, len(names), *names, *kinds)
            servers = each_server(self._redis)
        for server in servers:
            rewrite(server)

    def _tables(self) -> dict[str, list[str]]:
        """Session → its collections and operation ids, which lie on one server."""
        found: dict[str, list[str]] = defaultdict(list)
        for raw in self._redis.scan_iter("cw:{*}:*", count=1000):
            name: str = raw.decode()
            if _kind(name):
                found[keys.session_of(name)].append(name)
        return found


def _kind(name: str) -> str:
    return KINDS.get(name.partition("}:")[2].partition(":")[0], "")
