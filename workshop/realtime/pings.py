"""The engine's pings: one greenlet for all connections, where the library has one sleeping for each."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from engineio.exceptions import SocketIsClosedError
from engineio.packet import PING, Packet
from engineio.socket import Socket
from gevent import sleep, spawn


class Pings:
    """Stands where the engine begins its background tasks. All but its pings it begins as the engine would."""

    def __init__(self, engine: Any) -> None:
        """tests/realtime/test_pings.py fails when a new version of the library no longer begins a ping this way."""
        self._engine = engine
        self._begin: Callable[..., Any] = engine.start_background_task
        self._due: deque[tuple[float, str]] = deque()
        """(when, connection id), the next one first: all wait for the same time."""
        engine.start_background_task = self.begin

    def begin(self, target: Any, *args: Any, **kwargs: Any) -> Any:
        """Never waits."""
        if getattr(target, "__func__", None) is not Socket._send_ping:
            return self._begin(target, *args, **kwargs)
        self._due.append((time.monotonic() + self._engine.ping_interval, target.__self__.sid))
        if len(self._due) == 1:
            spawn(self._run)
        return None

    def _run(self) -> None:
        """Until none is due. The first stays in the row while it is waited for, so that no second greenlet begins."""
        while self._due:
            when, connection_id = self._due[0]
            if (left := when - time.monotonic()) > 0:
                sleep(left)
                continue
            with suppress(SocketIsClosedError):
                self._ping(connection_id)
            self._due.popleft()

    def _ping(self, connection_id: str) -> None:
        socket = self._engine.sockets.get(connection_id)
        if socket is not None and not socket.closing and not socket.closed:
            socket.last_ping = time.time()
            socket.send(Packet(PING))
