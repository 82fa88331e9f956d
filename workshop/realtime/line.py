"""A line: one WebSocket, read by the event loop. No greenlet waits for a phone that says nothing.

What comes is read as it comes. What needs no waiting is answered there and then; the rest is heard by a greenlet that
is there for as long as something is to be heard: one message of a phone after the other, phones side by side.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any, Protocol

import structlog
from gevent import get_hub
from wsproto.utilities import ProtocolError

from workshop.logs import where
from workshop.realtime.hands import Hands
from workshop.realtime.long_way import LongWay
from workshop.realtime.outlet import Outlet
from workshop.realtime.reading import Reading

CHUNK = 16 * 1024
"""Bytes that are read at once: a phone's command has one thousand."""
MOST_WAITING = 16
"""Messages of a phone that may wait before it is read no further, together no larger than one may be. Then its own
system holds back what it sends."""
READ = 1
log = structlog.get_logger("line")


class Hearer(Protocol):
    """What is on our end of a line."""

    def at_once(self, message: str) -> bool:
        """Whether that was all that there is to do about a message. Called by the event loop: it may not wait."""
        ...

    def hear(self, message: str | bytes) -> bool:
        """Do what a message asks for, however long that takes. False ends the line."""
        ...

    def ended(self) -> None:
        """Nothing more will come."""
        ...


class Line:
    """Reads `sock`, which never blocks, and closes it at the end through its outlet."""

    __slots__ = (
        "_busy",
        "_hands",
        "_hearer",
        "_largest",
        "_long_way",
        "_outlet",
        "_reading",
        "_sock",
        "_waiting",
        "_watcher",
    )

    def __init__(self, sock: Any, outlet: Outlet, hearer: Hearer, hands: Hands, largest: int) -> None:
        """`largest`: bytes of a message above which the line ends."""
        self._sock, self._outlet, self._hearer, self._hands, self._largest = sock, outlet, hearer, hands, largest
        self._reading, self._long_way = Reading(largest), None
        self._waiting: list[str | bytes | None] = []
        """What is still to be heard; None for the end."""
        self._busy = False
        self._watcher: Any = get_hub().loop.io(sock.fileno(), READ)
        self._watcher.start(self._ready)

    def _ready(self) -> None:
        """Something has come. Called by the event loop: it may not wait, and nothing may be raised."""
        try:
            goes_on = self._read()
        except (OSError, ProtocolError):  # it has gone, or says what cannot be read
            goes_on = False
        except Exception as fault:
            log.error("reading_failed", kind=type(fault).__name__, where=where(fault))
            goes_on = False
        if not goes_on:
            self._read_no_more()
            self._hand_over(None)
        elif self._is_full():
            self._watcher.stop()

    def _read(self) -> bool:
        """What has come by now; False when nothing more will."""
        try:
            chunk = self._sock.recv(CHUNK)
        except BlockingIOError:
            return True
        if not chunk or self._outlet.over:  # whoever answers our goodbye has said the last word
            return False
        for found in self._reading.feed(chunk):
            if isinstance(found, str):
                if not self._hearer.at_once(found):
                    self._hand_over(found)
            elif not self._by_the_long_way(found):
                return False
        if self._reading.at_rest:
            self._long_way = None
        return True

    def _by_the_long_way(self, data: bytes) -> bool:
        self._long_way = self._long_way or LongWay(self._largest)
        read = self._long_way.feed(data)
        for message in read.messages:
            self._hand_over(message)
        for answer in read.answers:
            self._outlet.post(answer)
        return read.goes_on

    def _hand_over(self, message: str | bytes | None) -> None:
        self._waiting.append(message)
        if not self._busy:
            self._busy = True
            self._hands.begin(self._hear)

    def _hear(self) -> None:
        goes_on = False
        try:
            goes_on = self._hear_all()
        finally:
            if not goes_on:
                self._end()

    def _hear_all(self) -> bool:
        """What waits, in order. False at the end."""
        while self._waiting:
            message = self._waiting.pop(0)
            if message is None or not self._hearer.hear(message):
                return False
            if self._watcher is not None and not self._watcher.active and not self._is_full():
                self._watcher.start(self._ready)
        self._busy = False
        return True

    def _is_full(self) -> bool:
        """Whether so much waits that nothing more is read."""
        return len(self._waiting) >= MOST_WAITING or sum(len(said or "") for said in self._waiting) > self._largest

    def _end(self) -> None:
        """`_busy` stays: nothing is heard after it."""
        self._read_no_more()
        self._waiting.clear()
        try:
            self._hearer.ended()
        finally:
            self._outlet.cut()
            self._drain()
            self._outlet.close()

    def _drain(self) -> None:
        """A system that closes on unread bytes takes back what it was to send last."""
        with suppress(OSError):
            self._sock.recv(CHUNK)

    def _read_no_more(self) -> None:
        if self._watcher is not None:
            self._watcher.stop()
            self._watcher.close()
            self._watcher = None
