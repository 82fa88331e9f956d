"""Connections that have joined no room: each has a deadline, and those of strangers a limit.

A browser that holds a seat, a pass or a sign-in is known. It has longer, and no stranger takes its place: when there
are too many strangers, the one that has waited longest goes.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from gevent import sleep

from workshop.realtime.guard import KNOWN
from workshop.realtime.lines import Lines
from workshop.realtime.sockets import Sockets
from workshop.realtime.taps import NAMESPACES
from workshop.refusals import refused

EVERY = 1.0
STRANGER_WAITS, KNOWN_WAITS = 15.0, 60.0
"""Seconds from opening a connection, or leaving a room, to joining one. A phone takes one or two round trips."""
MOST_STRANGERS = 200
MOST_OF_ONE = 32
"""Connections by which one known browser may wait; what it has more counts as a stranger's."""


class WaitingRoom:
    """One for a worker. `engine` is the library's, `lines` its connections, `sockets` those that have joined."""

    def __init__(self, engine: Any, lines: Lines, sockets: Sockets, now: Callable[[], float] = time.monotonic) -> None:
        self._lines, self._sockets, self._now = lines, sockets, now
        self._since: dict[str, tuple[float, str]] = {}
        """Line → (waits since, by what it is known)."""
        self._opened = engine.handlers["connect"]
        engine.on("connect", self._open)

    def _open(self, line: str, environ: dict[str, Any]) -> Any:
        who = environ.get(KNOWN, "")
        if who and sum(known == who for _, known in self._since.values()) >= MOST_OF_ONE:
            who = ""
        self._since[line] = (self._now(), who)
        strangers = [other for other, (_, known) in self._since.items() if not known]
        for other in strangers[:-MOST_STRANGERS]:
            self._end(other, "crowd")
        return self._opened(line, environ)

    def run(self, running: Callable[[], bool]) -> None:
        """Until `running()` is false."""
        while running():
            sleep(EVERY)
            self.round()

    def round(self) -> None:
        """Look at every connection once."""
        now, here = self._now(), self._lines.all()
        waiting = [line for line in here if not self._joined(line)]
        # One that has left its room was known once; one that the engine has forgotten is waited for no longer.
        self._since = {line: self._since.get(line, (now, "" if self._lines.gone(line) else "left")) for line in waiting}
        for line, (since, who) in list(self._since.items()):
            if now - since > (KNOWN_WAITS if who else STRANGER_WAITS):
                self._end(line, "socket")

    def _joined(self, line: str) -> bool:
        return any(self._sockets.on_line(line, role) for role in NAMESPACES.values())

    def _end(self, line: str, kind: Any) -> None:
        self._since.pop(line, None)
        refused(kind)
        self._lines.end(line)
