"""Connections that have joined no room: each has a deadline, and those of strangers a limit.

A browser that holds a seat, a pass or a sign-in is known. It has longer, and no stranger takes its place: when there
are too many strangers, the one that has waited longest goes.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from gevent import sleep

from workshop.realtime.fast_commands import NAMESPACES
from workshop.realtime.guard import KNOWN
from workshop.realtime.sockets import Sockets
from workshop.realtime.websockets import WebSockets
from workshop.refusals import refused

EVERY = 1.0
STRANGER_WAITS, KNOWN_WAITS = 15.0, 60.0
"""Seconds from opening a connection, or leaving a room, to joining one. A phone takes one or two round trips."""
MOST_STRANGERS = 200
MOST_OF_ONE = 32
"""Connections by which one known browser may wait; what it has more counts as a stranger's."""


class WaitingRoom:
    """One for a worker. `engine` is the library's, `websockets` its connections, `sockets` those that have joined."""

    def __init__(
        self, engine: Any, websockets: WebSockets, sockets: Sockets, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._websockets, self._sockets, self._now = websockets, sockets, now
        self._since: dict[str, tuple[float, str]] = {}
        """Line → (waits since, by what it is known)."""
        self._opened = engine.handlers["connect"]
        engine.on("connect", self._open)

    def _open(self, connection_id: str, environ: dict[str, Any]) -> Any:
        who = environ.get(KNOWN, "")
        if who and sum(known == who for _, known in self._since.values()) >= MOST_OF_ONE:
            who = ""
        self._since[connection_id] = (self._now(), who)
        strangers = [other for other, (_, known) in self._since.items() if not known]
        for other in strangers[:-MOST_STRANGERS]:
            self._end(other, "crowd")
        return self._opened(connection_id, environ)

    def run(self, running: Callable[[], bool]) -> None:
        """Until `running()` is false."""
        while running():
            sleep(EVERY)
            self.round()

    def round(self) -> None:
        """Look at every connection once."""
        now, here = self._now(), self._websockets.all()
        waiting = [connection_id for connection_id in here if not self._joined(connection_id)]
        # One that has left its room was known once; one that the engine has forgotten is waited for no longer.
        self._since = {
            connection_id: self._since.get(connection_id, (now, "" if self._websockets.gone(connection_id) else "left"))
            for connection_id in waiting
        }
        for connection_id, (since, who) in list(self._since.items()):
            if now - since > (KNOWN_WAITS if who else STRANGER_WAITS):
                self._end(connection_id, "socket")

    def _joined(self, connection_id: str) -> bool:
        return any(self._sockets.on_connection(connection_id, role) for role in NAMESPACES.values())

    def _end(self, connection_id: str, kind: Any) -> None:
        self._since.pop(connection_id, None)
        refused(kind)
        self._websockets.end(connection_id)
