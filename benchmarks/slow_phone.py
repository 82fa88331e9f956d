"""A phone that stops reading, and a reader as strict as a browser."""

from __future__ import annotations

import json
import socket
import time
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Thread
from typing import Any, Self
from urllib.parse import urlsplit

from benchmarks.websocket import masked, request

BUFFER, SEGMENT = 4096, 1400
"""Bytes. With the segments of a loopback, far larger than any network's, the server's end would take megabytes."""
PONG_EVERY = 10.0
QUIET = 2.0
"""Seconds without a byte after which a phone that reads again has read everything."""
TEXT, CLOSE = 0x81, 0x88
LONGEST = 200_000
"""No message of either stack is longer; a length above it is garbage that was taken for a header."""
WORDS, FAREWELL = frozenset({"1", "2", "3", "6"}), "41"
"""Packets without JSON: the engine's, and Socket.IO's last one in a namespace."""


class Strict:
    """Whole messages out of bytes. The first thing that is none ends the connection: garbage, a mask, bad JSON."""

    def __init__(self) -> None:
        self.raw = bytearray()
        self.messages: list[str] = []
        self.broken = False
        self.closed = False
        """A closing frame came, as it should, behind a whole message."""
        self._at = 0

    def hear(self, chunk: bytes) -> None:
        """Some more bytes, cut anywhere."""
        self.raw += chunk
        while not self.broken and not self.closed and self._one():
            pass

    @property
    def left(self) -> int:
        """How many bytes begin no whole message, from the first such byte on."""
        return len(self.raw) - self._at

    @property
    def frames(self) -> list[dict[str, Any]]:
        """What the events among the messages carry."""
        return [json.loads(m[m.index("[") :])[1] for m in self.messages if m.startswith("42")]

    def revision(self) -> int:
        """That of the last frame; -1 before the first."""
        last = next((m for m in reversed(self.messages) if m.startswith("42")), None)
        return -1 if last is None else json.loads(last[last.index("[") :])[1]["rev"]

    def _one(self) -> bool:
        head = bytes(self.raw[self._at : self._at + 10])
        wide = {126: 2, 127: 8}.get(head[1], 0) if len(head) > 1 else 0
        if len(head) < 2 + wide:
            return False
        size = int.from_bytes(head[2 : 2 + wide], "big") if wide else head[1]
        begin = self._at + 2 + wide
        if head[0] not in (TEXT, CLOSE) or head[1] > 127 or size > LONGEST:
            self.broken = True
        elif len(self.raw) >= begin + size:
            self._message(head[0], bytes(self.raw[begin : begin + size]))
            self._at = self._at if self.broken else begin + size
            return True
        return False

    def _message(self, kind: int, body: bytes) -> None:
        if kind == CLOSE:
            self.closed = True
            return
        try:
            text = body.decode()
            if text not in WORDS and not text.startswith(FAREWELL):
                json.loads(text[min(at for at in (text.find("["), text.find("{")) if at >= 0) :])
            self.messages.append(text)
        except ValueError:
            self.broken = True


@dataclass(frozen=True)
class Reading:
    """Seconds from reading on until the newest frame was there, and until a browser had to hang up; None for never."""

    current: float | None
    over: float | None


class SlowPhone:
    """One WebSocket with small buffers, read only when told to. With `pongs` it seems to be alive meanwhile."""

    def __init__(self, url: str, cookie: str, namespace: str, pongs: bool = True) -> None:
        self._how = (url, cookie, namespace)
        where = urlsplit(url)
        self._socket = socket.socket()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, SEGMENT)
        self._socket.settimeout(10)
        self._socket.connect((where.hostname or "", where.port or 80))
        host = f"{where.hostname}:{where.port}"
        self._socket.sendall(request("/socket.io/?EIO=4&transport=websocket", host, cookie))
        answer = b""
        while not answer.endswith(b"\r\n\r\n"):
            answer += self._socket.recv(1)
        self._socket.sendall(masked(f"40{namespace},{{}}" if namespace else "40"))
        self.heard, self._gone = Strict(), Event()
        if pongs:
            Thread(target=self._pong, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._gone.set()
        self._socket.close()

    def _pong(self) -> None:
        with suppress(OSError):
            while not self._gone.wait(PONG_EVERY):
                self._socket.sendall(masked("3"))

    def read_on(self, newest: int, quiet: float = QUIET) -> Reading:
        """Read until nothing came for `quiet` seconds. `newest` is a revision."""
        began, current, over = time.perf_counter(), None, None
        self._socket.settimeout(quiet)
        with suppress(TimeoutError):
            while chunk := self._heard():
                self.heard.hear(chunk)
                now = time.perf_counter() - began
                if current is None and self.heard.revision() >= newest:
                    current = now
                if over is None and (self.heard.broken or self.heard.closed):
                    over = now
            over = over or time.perf_counter() - began
        return Reading(current, over)

    def _heard(self) -> bytes:
        try:
            return self._socket.recv(65_536)
        except ConnectionError:
            return b""

    def again(self) -> SlowPhone:
        """The same phone's next connection."""
        return SlowPhone(*self._how)
