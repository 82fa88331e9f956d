"""An outlet: the one place through which anything is written to a phone's WebSocket, each write whole.

The library (simple-websocket) writes with one `sock.send` and takes no notice of a short write: a phone that reads too
slowly got a truncated frame, and garbage ever after. Here the library's writes and our frames take turns on one lock,
and a write is finished before the next begins. A phone that cannot keep up gets the newest frame, not the backlog: what
is kept for it is the rest of one frame, and that it has missed some.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from contextlib import suppress
from socket import SHUT_RDWR
from typing import Any

from gevent import Timeout, spawn
from gevent.lock import BoundedSemaphore

from workshop import metrics

STUCK = 75.0
"""Seconds that a single write may take before the phone is cut off. It reconnects when it wakes."""
SHORT, LONG = 126, 127
"""The two length codes of a WebSocket frame's header (RFC 6455, 5.2)."""
GOODBYE = 0x88
"""First byte of a frame that closes: whoever has read it takes what comes after it for a fault."""
Newest = Callable[[bool], bytes]
"""Makes the newest frame of an audience, framed: all its parts; `full` when one was missed that was full."""


def websocket_text(message: bytes) -> bytes:
    """One unmasked WebSocket text message from server to client, ready for any number of sockets."""
    size = len(message)
    if size < SHORT:
        return bytes((0x81, size)) + message
    if size < 1 << 16:
        return bytes((0x81, SHORT)) + size.to_bytes(2, "big") + message
    return bytes((0x81, LONG)) + size.to_bytes(8, "big") + message


class Outlet:
    """Stands where simple-websocket expects a socket. `offer` never waits; `send` (the library's) may."""

    __slots__ = ("_catching", "_lock", "_missed", "_over", "_sock", "_stuck")

    def __init__(self, sock: Any, stuck: float = STUCK) -> None:
        self._sock, self._stuck = sock, stuck
        self._lock = BoundedSemaphore(1)
        self._missed: dict[Hashable, tuple[bool, Newest]] = {}
        self._catching = False
        self._over = False
        """Whether goodbye was said: nothing is written after it."""

    @property
    def behind(self) -> bool:
        """Whether frames were withheld from a phone that does not read."""
        return self._catching

    def offer(self, audience: Hashable, framed: bytes, full: bool, newest: Newest) -> None:
        """Write a frame now; or as much as the phone's buffers take, and later the newest in place of this one."""
        if self._over:
            return
        if self._catching or self._lock.locked():
            self._miss(audience, full, newest)
            return
        try:
            written = os.write(self._sock.fileno(), framed)
        except BlockingIOError:
            self._miss(audience, full, newest)
        except OSError:
            return  # it has gone: the reader will notice
        else:
            if written < len(framed):
                metrics.IN_PART.inc()
                self._lock.acquire()  # it is free, and nobody ran since we looked
                self._catching = True
                spawn(self._catch_up, memoryview(framed)[written:])

    def _miss(self, audience: Hashable, full: bool, newest: Newest) -> None:
        metrics.WITHHELD.inc()
        before, _ = self._missed.get(audience, (False, newest))
        self._missed[audience] = (before or full, newest)
        if not self._catching:
            self._catching = True
            spawn(self._catch_up, None)

    def _catch_up(self, rest: memoryview | None) -> None:
        """Finish what was begun, then the newest of each audience, until nothing was missed meanwhile."""
        try:
            if rest is not None:
                try:
                    self._whole(rest)
                finally:
                    self._lock.release()
            while self._missed:
                with self._lock:
                    if self._over:
                        return
                    _, (full, newest) = self._missed.popitem()
                    self._whole(memoryview(newest(full)))
        except OSError:
            self._missed.clear()
        finally:
            self._catching = False

    # ------------------------------------------------------------ what the library asks of a socket

    def send(self, data: bytes) -> int:
        """Write all of it; nothing after a goodbye. Raises OSError when the phone has gone or does not read."""
        with self._lock:
            if not self._over:
                self._over = data[:1] == bytes((GOODBYE,))
                self._whole(memoryview(data))
        return len(data)

    def recv(self, size: int) -> bytes:
        return self._sock.recv(size)

    def fileno(self) -> int:
        return self._sock.fileno()

    def close(self) -> None:
        self._sock.close()

    def cut(self) -> None:
        """Nothing more goes either way: whoever waits to read or write is told so."""
        with suppress(OSError):
            self._sock.shutdown(SHUT_RDWR)

    def _whole(self, data: memoryview) -> None:
        """With the lock held: write until nothing is left. A phone that takes nothing for too long is cut off."""
        done = self._at_once(data)
        if done == len(data):
            return
        try:
            with Timeout(self._stuck, TimeoutError("a phone does not read")):
                while done < len(data):
                    done += self._sock.send(data[done:])
        except TimeoutError:
            self.cut()
            raise

    def _at_once(self, data: memoryview) -> int:
        try:
            return os.write(self._sock.fileno(), data)
        except BlockingIOError:
            return 0
