"""A phone that stops reading among many that do not: whole frames, the newest instead of the backlog, nobody waits.

The slow phone sleeps as phones do: the connection stands, its small buffer fills, and only its pongs still leave. The
bare stack gets the same treatment, with frames of the same size.
"""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Thread
from typing import Any, Self
from urllib.parse import urlsplit

from benchmarks.processes import Bare, Load, Workshop
from benchmarks.room import Room
from benchmarks.rows import ASK, SLOW
from benchmarks.websocket import masked, request
from workshop.rehearsal.facilitator import SimulatedFacilitator
from workshop.rehearsal.http import Browser

HERTZ = 5
BUFFER, SEGMENT = 1200, 200
"""Bytes. With the segments of a loopback, larger than any network's, the server's end would take megabytes."""
PONG_EVERY = 10.0
QUIET = 2.5
"""Seconds without a byte after which a phone that reads again has read everything."""
LONGEST = 200_000
"""No message of either stack is longer; a length above it is garbage that was taken for a header."""


@dataclass(frozen=True)
class Read:
    """What a phone read: whole messages, and the bytes from the first on that begin no whole message."""

    messages: tuple[str, ...]
    broken: int

    @property
    def frames(self) -> list[str]:
        """The frames among them, without pings and acks."""
        return [m for m in self.messages if m.startswith("42")]


def strictly(raw: bytes) -> Read:
    """As a browser reads: the first thing that is no whole text message of valid JSON ends the connection."""
    found, at = list[str](), 0
    while at < len(raw):
        message, end = _message(raw, at)
        if message is None:
            break
        found.append(message)
        at = end
    return Read(tuple(found), len(raw) - at)


def _message(raw: bytes, at: int) -> tuple[str | None, int]:
    head = raw[at : at + 10].ljust(10, b"\0")
    size, body = head[1], at + 2
    if size == 126:
        size, body = int.from_bytes(head[2:4], "big"), at + 4
    elif size == 127:
        size, body = int.from_bytes(head[2:10], "big"), at + 10
    if head[0] != 0x81 or size > LONGEST or body + size > len(raw):
        return None, at
    try:
        text = raw[body : body + size].decode()
        if text[:2] in ("42", "43", "40"):
            json.loads(text[min((i for i in (text.find("["), text.find("{")) if i >= 0), default=len(text)) :])
    except ValueError:
        return None, at
    return text, body + size


class SlowPhone:
    """One WebSocket with a small buffer, read only when told to."""

    def __init__(self, url: str, cookie: str, namespace: str) -> None:
        where = urlsplit(url)
        self._socket = socket.socket()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, SEGMENT)
        self._socket.connect((where.hostname or "", where.port or 80))
        host = f"{where.hostname}:{where.port}"
        self._socket.sendall(request("/socket.io/?EIO=4&transport=websocket", host, cookie))
        self._socket.settimeout(10)
        raw = b""
        while b"\r\n\r\n" not in raw:
            raw += self._socket.recv(1)
        self._socket.sendall(masked(f"40{namespace},{{}}" if namespace else "40"))
        self.read()
        self._awake = Event()
        self._pongs = Thread(target=self._pong, daemon=True)
        self._pongs.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._awake.set()
        self._socket.close()

    def _pong(self) -> None:
        with suppress(OSError):
            while not self._awake.wait(PONG_EVERY):
                self._socket.sendall(masked("3"))

    def read(self, until: Callable[[Read], bool] = lambda _: False) -> Read:
        """Read on, until that is so, or nothing came for a while."""
        raw = b""
        self._socket.settimeout(QUIET)
        with suppress(OSError):
            while chunk := self._socket.recv(65_536):
                raw += chunk
                if until(strictly(raw)):
                    break
        return strictly(raw)


@dataclass(frozen=True)
class Sleep:
    """What came of it. Times in seconds, memory in bytes; `alone` is the same spell without the slow phone."""

    read: Read
    current: float | None
    """From reading on until the newest revision was there; None when it never came."""
    each: float
    """Frames that each of the others had meanwhile."""
    p95: float
    p95_alone: float
    unanswered: int
    memory: int


def ours(phones: int, seconds: float) -> Sleep:
    """A room where all but one read."""
    with Workshop() as workshop:
        facilitator = SimulatedFacilitator(workshop.url, workshop.link)
        with Room(workshop, facilitator, phones) as room:
            room.open()
            alone = _spell(room, max(4.0, seconds / 4))
            with SlowPhone(workshop.url, a_seat(room), "/delegate") as slow:
                before = workshop.memory()
                during = _spell(room, seconds)
                memory = workshop.memory() - before
                read, took = catch_up(slow, room.load.tell("settle", seconds=1.0)["last"])
    unanswered = during["sent"] - during["acked"]
    return Sleep(read, took, during["each"], during["p95"], alone["p95"], unanswered, memory)


def _spell(room: Room, seconds: float) -> dict[str, Any]:
    """Everybody places, and five times a second everybody is sent a frame of 1.7 kB."""
    order = {"round": room.round, "cards": room.cards, "stages": room.stages, "every": SLOW, "seconds": seconds}
    room.load.begin("place", **order)
    for n in range(int(seconds * HERTZ)):
        began = time.perf_counter()
        room.facilitator.send("session.curtain", {"curtain": ("pause", "none")[n % 2]})
        time.sleep(max(0.0, 1 / HERTZ - (time.perf_counter() - began)))
    answer = room.load.answer()
    return {**answer, "each": answer["frames"] / room.n}


def a_seat(room: Room) -> str:
    """The cookies of one more delegate."""
    phone = Browser(room.workshop.url)
    phone.get("/")
    phone.post("/join", {"code": room.facilitator.line.parts["session"]["code"]})
    return phone.cookies


def _rev(packet: str) -> int:
    frame = json.loads(packet[packet.index("[") :])[1]
    return frame["rev"]


def catch_up(slow: SlowPhone, last: str) -> tuple[Read, float | None]:
    """Read on: (all of it, seconds until another phone's last frame was there, None when it never was)."""
    began, newest, found = time.perf_counter(), _rev(last), list[float]()

    def current(read: Read) -> bool:
        if read.frames and not found and _rev(read.frames[-1]) >= newest:
            found.append(time.perf_counter() - began)
        return False

    return slow.read(current), found[0] if found else None


def bare(phones: int, seconds: float, frame: Any) -> Sleep:
    """The same with the bare stack, whose clients are sent this frame."""
    with Bare() as stack, Load(stack.url, "") as load:
        load.tell("strangers", n=phones)
        load.tell("connect")
        alone = _bare_spell(load, max(4.0, seconds / 4), frame)
        with SlowPhone(stack.url, "", "") as slow:
            before = stack.memory()
            during = _bare_spell(load, seconds, frame)
            memory = stack.memory() - before
            load.tell("settle", seconds=1.0)
            read = slow.read()
    unanswered = during["sent"] - during["acked"]
    return Sleep(read, None, during["frames"] / phones, during["p95"], alone["p95"], unanswered, memory)


def _bare_spell(load: Load, seconds: float, frame: Any) -> dict[str, Any]:
    load.tell("ask_one", event="broadcast", body={"frame": frame, "times": int(seconds * HERTZ), "hertz": HERTZ})
    return load.tell("pace", event="place", body=ASK, every=SLOW, seconds=seconds)


def side_by_side(phones: int, seconds: float) -> tuple[Sleep, Sleep]:
    """(ours, the bare stack), with frames as large as ours."""
    here = ours(phones, seconds)
    frame = json.loads(here.read.frames[0].partition(",")[2])[1]
    return here, bare(phones, seconds, frame)


def _current(sleep: Sleep) -> str:
    return "never" if sleep.current is None else f"{sleep.current:.2f} s"


def table(here: Sleep, there: Sleep) -> str:
    """Markdown, ours beside the bare stack."""

    def row(what: str, figure: Callable[[Sleep], str]) -> str:
        return f"| {what} | {figure(here)} | {figure(there)} |"

    lines = [
        "| | ours | the bare stack |",
        "|---|---:|---:|",
        row("frames that each of the others had", lambda s: f"{s.each:.0f}"),
        row("frames that the slow phone had, whole", lambda s: f"{len(s.read.frames)}"),
        row("bytes after them that begin no whole message", lambda s: f"{s.read.broken:,}"),
        row("the newest frame was there, after reading on", _current),
        row("acks of the others, p95, over the same without the slow phone", lambda s: f"{s.p95 / s.p95_alone:.2f} ×"),
        row("placements of the others without an answer", lambda s: f"{s.unanswered}"),
        row("memory of the process, grown by", lambda s: f"{s.memory / 1024:,.0f} KiB"),
    ]  # fmt: skip
    return "\n".join(lines)
