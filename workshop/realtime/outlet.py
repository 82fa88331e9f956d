"""An outlet: the one place through which anything is written to a phone's WebSocket, each write whole.

Whatever is written takes turns on one lock, and a write is finished before the next begins: a phone that reads too
slowly would else get a truncated frame, and garbage ever after. A phone that cannot keep up gets the newest frame, not
the backlog: what is kept for it is the rest of one frame, that it has missed some, and the few messages that nobody may
miss.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from contextlib import suppress
from socket import SHUT_RDWR
from typing import Any

from gevent import Timeout, spawn
from gevent.lock import BoundedSemaphore
from gevent.socket import wait_write

from workshop import metrics

STUCK = 75.0
"""Seconds that a single write may take before the phone is cut off. It reconnects when it wakes."""
SHORT, LONG = 126, 127
"""The two length codes of a WebSocket frame's header (RFC 6455, 5.2)."""
TEXT, BINARY, GOODBYE = 0x81, 0x82, 0x88
"""First bytes of a frame that is a whole message, and of one that closes: after that a phone expects nothing more."""
FAREWELL = bytes((GOODBYE, 2)) + (1000).to_bytes(2, "big")
"""The frame by which we end a connection in the normal way (RFC 6455, 7.4.1)."""
Newest = Callable[[bool], bytes]
"""Makes the newest frame of an audience, framed: all its parts; `full` when one was missed that was full."""


def websocket_text(message: bytes, kind: int = TEXT) -> bytes:
    """One unmasked WebSocket message from server to client, ready for any number of sockets."""
    size = len(message)
    if size < SHORT:
        return bytes((kind, size)) + message
    if size < 1 << 16:
        return bytes((kind, SHORT)) + size.to_bytes(2, "big") + message
    return bytes((kind, LONG)) + size.to_bytes(8, "big") + message


class Outlet:
    """Writes to `sock`, which never blocks. `offer` and `post` never wait; `send` may."""

    __slots__ = ("_catching", "_fd", "_lock", "_missed", "_posted", "_sock", "_stuck", "over")

    def __init__(self, sock: Any, stuck: float = STUCK) -> None:
        self._sock, self._fd, self._stuck = sock, sock.fileno(), stuck
        self._lock = BoundedSemaphore(1)
        self._missed: dict[Hashable, tuple[bool, Newest]] = {}
        self._posted: list[bytes] = []
        self._catching = False
        self.over = False
        """Whether goodbye was said: nothing is written after it."""

    @property
    def behind(self) -> bool:
        """Whether something waits for a phone that does not read."""
        return self._catching

    def offer(self, audience: Hashable, framed: bytes, full: bool, newest: Newest) -> None:
        """Write a frame now; or as much as the phone's buffers take, and later the newest in place of this one."""
        if self.over:
            return
        if self._catching or self._lock.locked():
            self._miss(audience, full, newest)
            return
        try:
            written = os.write(self._fd, framed)
        except BlockingIOError:
            self._miss(audience, full, newest)
        except OSError:
            return  # it has gone: the reader will notice
        else:
            if written < len(framed):
                metrics.IN_PART.inc()
                self._later(framed, written)

    def post(self, message: bytes) -> None:
        """Write a message now, or as soon as the phone has read what came before. Nothing after a goodbye."""
        if self.over:
            return
        if self._catching or self._lock.locked():
            self._posted.append(message)
            self._catch()
            return
        with suppress(OSError):  # it has gone: the reader will notice
            self.over = message[0] == GOODBYE
            written = self._at_once(message)
            if written < len(message):
                self._later(message, written)

    def send(self, message: bytes) -> None:
        """Write a message, however long that takes; nothing after a goodbye. Raises OSError when the phone has gone or
        does not read.
        """
        with self._lock:
            if not self.over:
                self._whole(message)

    def close(self) -> None:
        """Whoever is writing is told so first."""
        self.cut()
        with self._lock:
            self.over, self._fd = True, -1
            self._sock.close()

    def cut(self) -> None:
        """Nothing more goes either way: whoever waits to read or write is told so."""
        with suppress(OSError):
            self._sock.shutdown(SHUT_RDWR)

    def _miss(self, audience: Hashable, full: bool, newest: Newest) -> None:
        metrics.WITHHELD.inc()
        before, _ = self._missed.get(audience, (False, newest))
        self._missed[audience] = (before or full, newest)
        self._catch()

    def _later(self, message: bytes, written: int) -> None:
        """A phone has taken a part of a message: nobody else writes until the rest has gone."""
        self._lock.acquire()  # it is free, and nobody ran since we looked
        self._catching = True
        spawn(self._catch_up, memoryview(message)[written:])

    def _catch(self) -> None:
        if not self._catching:
            self._catching = True
            spawn(self._catch_up, None)

    def _catch_up(self, rest: memoryview | None) -> None:
        """Finish what was begun, then messages, then the newest of each audience, until nothing came meanwhile."""
        try:
            if rest is not None:
                try:
                    self._finish(rest)
                finally:
                    self._lock.release()
            while self._posted or self._missed:
                with self._lock:
                    if self.over:
                        break
                    self._whole(self._next())
        except OSError:
            pass  # it has gone, and with it what waited
        finally:
            self._posted.clear()
            self._missed.clear()
            self._catching = False

    def _next(self) -> bytes:
        if self._posted:
            return self._posted.pop(0)
        _, (full, newest) = self._missed.popitem()
        return newest(full)

    def _whole(self, message: bytes) -> None:
        """With the lock held: all of it."""
        self.over = message[:1] == FAREWELL[:1]
        done = self._at_once(message)
        if done < len(message):
            self._finish(memoryview(message)[done:])

    def _finish(self, rest: memoryview) -> None:
        """With the lock held: write until nothing is left. A phone that takes nothing for too long is cut off."""
        done = 0
        try:
            with Timeout(self._stuck, TimeoutError("a phone does not read")):
                while done < len(rest):
                    wait_write(self._fd)
                    done += self._at_once(rest[done:])
        except TimeoutError:
            self.cut()
            raise

    def _at_once(self, data: bytes | memoryview) -> int:
        try:
            return os.write(self._fd, data)
        except BlockingIOError:
            return 0
