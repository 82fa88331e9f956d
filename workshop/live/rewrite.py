"""Has the append-only file rewritten after something was deleted, so that deleted values leave the disk too.

Measured by others and by us: after DEL the values stay in the log until BGREWRITEAOF. A rewrite that is running when
something is deleted may still write it down, so a request made meanwhile is carried out after it.
"""

from __future__ import annotations

import threading
import time

import redis

from workshop.live.connect import each_server
from workshop.live.reach import AWAY

WAIT = 0.1
TRIES = 600


class LogRewriter:
    """Requests are folded: however many come while one is waiting, one more rewrite is enough."""

    def __init__(self, client: redis.Redis) -> None:
        self._redis = client
        self._lock = threading.Lock()
        self._wanted = False
        self._running = False

    def request(self) -> None:
        """Returns at once; the rewrite is started as soon as the server can."""
        with self._lock:
            self._wanted = True
            if self._running:
                return
            self._running = True
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        while True:
            with self._lock:
                if not self._wanted:
                    self._running = False
                    return
                self._wanted = False
            try:
                servers = each_server(self._redis)
            except AWAY:
                servers = []
            for server in servers:
                rewrite(server)


def rewrite(server: redis.Redis) -> None:
    """Have one server write its file anew, as soon as it can. Returns when that has begun."""
    for _ in range(TRIES):
        try:
            server.bgrewriteaof()
            return
        except redis.ResponseError as refused:
            if "in progress" not in str(refused) and "scheduled" not in str(refused):
                return  # a server without a log, or one whose rules forbid it: documented in docs/settings.md
        except redis.ConnectionError:
            pass
        except (OSError, ValueError, AttributeError):
            # The client was closed meanwhile by another thread (redis-py then reads of a buffer that is `None`):
            # whoever did that needs nothing rewritten.
            return
        time.sleep(WAIT)
