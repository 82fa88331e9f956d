"""A phone's end of the wire for thousands of phones at once: one selector, next to no work for a message."""

from __future__ import annotations

import json
import re
import secrets
import selectors
import time
from typing import Any
from urllib.parse import urlsplit

from benchmarks.websocket import frames, masked, opened, request
from workshop.realtime.wire import COMMAND, PROTOCOL
from workshop.service.sizes import FILLER

Body = dict[str, Any]
ANSWERED, REVISION = re.compile(rb'"answered":(\d+)'), re.compile(rb'"rev":(\d+)')
OTREE = "otree"
"""Stands for a namespace where the other end is oTree."""
RAW = "raw"
"""The same where the other end writes ready bytes and speaks no protocol."""
BEAT = b'["beat"]'
REVEALED = re.compile(rb'"results":\[|"path":"/results","value":\[')
"""In the board whole, or as what changed of it."""
SOCKET = "/socket.io/?EIO=4&transport=websocket"


class Phone:
    """One connection. `asked` holds when each unanswered command was sent; `heard`, when anything was answered last.

    `namespace` is where it speaks ("" for the bare stack), `session` what a console or a screen asks for, `room` which
    of several it is in.
    """

    __slots__ = (
        "acked",
        "asked",
        "buffer",
        "cookie",
        "frames",
        "head",
        "heard",
        "namespace",
        "open",
        "path",
        "ready",
        "revealed",
        "room",
        "seen",
        "session",
        "socket",
    )

    def __init__(self, cookie: str, namespace: str = "", path: str = SOCKET, session: str = "", room: int = 0) -> None:
        self.cookie, self.namespace, self.path, self.session, self.room = cookie, namespace, path, session, room
        self.asked: dict[int, float] = {}
        self.acked, self.heard = 0, 0.0
        self.reset()

    def reset(self) -> None:
        """As before connecting."""
        self.buffer, self.head, self.open, self.ready = bytearray(), True, False, False
        self.frames, self.seen, self.revealed, self.socket = 0, 0, 0.0, None


class Wire:
    """All connections to one server. `namespace` is where phones speak, or what stands for another server."""

    def __init__(self, url: str, namespace: str) -> None:
        parts = urlsplit(url)
        self.host, self.port, self.namespace = parts.hostname or "", parts.port or 80, namespace
        self.all: list[Phone] = []
        self.selector = selectors.DefaultSelector()
        self.late: list[float] = []
        self.refused: dict[str, int] = {}
        self.frame = b""
        self.arrived: dict[int, list[float]] | None = None
        self.number, self.beaten = 0, 0

    def turn(self, wait: float) -> None:
        """Hear what there is to hear."""
        for key, _ in self.selector.select(wait):
            phone = key.data
            try:
                chunk = phone.socket.recv(262_144)
                if not chunk:
                    raise ConnectionError
                self._heard(phone, chunk)
            except BlockingIOError:
                continue
            except OSError:
                self.closed(phone)

    def opening(self) -> int:
        """How many are on their way in."""
        return sum(p.open and not p.ready for p in self.all)

    def open(self, phone: Phone) -> None:
        """Ask for a WebSocket; what follows is said as answers come."""
        phone.reset()
        try:
            phone.socket = opened(self.host, self.port)
        except OSError:
            return
        phone.open = True
        self.selector.register(phone.socket, selectors.EVENT_READ, phone)
        phone.socket.send(request(phone.path, f"{self.host}:{self.port}", phone.cookie))

    def closed(self, phone: Phone) -> None:
        """It is gone, and with it what it waited for."""
        if phone.socket is not None:
            self.selector.unregister(phone.socket)
            phone.socket.close()
        phone.reset()
        phone.asked.clear()

    def _heard(self, phone: Phone, chunk: bytes) -> None:
        phone.buffer += chunk
        if phone.head:
            end = phone.buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            if b" 101 " not in phone.buffer[:16]:
                raise ConnectionError("no WebSocket")
            del phone.buffer[: end + 4]
            phone.head, phone.ready = False, self.namespace in (OTREE, RAW)
        for message in frames(phone.buffer, phone.socket.send):
            self._message(phone, message)

    def _message(self, phone: Phone, message: bytes) -> None:
        if self.namespace == OTREE:
            self._from_otree(phone, message)
            return
        kind = message[:2]
        if kind == b"43":
            text = message[2:].partition(b",")[2] if phone.namespace else message[2:]
            number, _, rest = text.partition(b"[")
            phone.heard = time.perf_counter()
            self.late.append(phone.heard - phone.asked.pop(int(number)))
            if b'"ok":true' in rest:
                phone.acked += 1
            else:
                code = json.loads(b"[" + rest)[0].get("code", "?")
                self.refused[code] = self.refused.get(code, 0) + 1
        elif kind == b"42" and message.endswith(BEAT):
            phone.heard = time.perf_counter()
            self.beaten += 1
        elif kind == b"42":
            self._frame(phone, message)
        elif message[:1] == b"2":
            phone.socket.send(masked("3"))
        elif message[:1] == b"0":
            phone.socket.send(masked(f"40{phone.namespace},{greeting(phone)}" if phone.namespace else "40"))
        elif kind == b"40" and not phone.namespace:
            phone.ready = True

    def _from_otree(self, phone: Phone, message: bytes) -> None:
        """What everybody is told of one placement; for the one who placed it is the ack."""
        phone.frames += 1
        told = json.loads(message)["live_method_payload"] if message.startswith(b"{") else {}
        if (told or {}).get("number") in phone.asked:
            self.late.append(time.perf_counter() - phone.asked.pop(told["number"]))
            phone.acked += 1

    def _frame(self, phone: Phone, message: bytes) -> None:
        phone.frames += 1
        phone.ready = True
        self.frame = message
        if self.arrived is not None and (told := REVISION.search(message)):
            self.arrived.setdefault(int(told.group(1)), []).append(time.perf_counter())
        if found := ANSWERED.search(message):
            phone.seen = max(phone.seen, int(found.group(1)))
        if not phone.revealed and REVEALED.search(message):
            phone.revealed = time.perf_counter()

    def placed(self, phone: Phone, round: str, card: str, stage: str) -> None:
        """Place a card, as a phone does: filled up to the size that every command has."""
        placed = {"round": round, "card": card, "stage": stage, "missing": [], "reasons": ["consent"], "certainty": 4}
        command = {"id": secrets.token_urlsafe(18), "name": "board.place", "body": placed}
        self.ask(phone, "command", self.filled("command", command))

    def filled(self, event: str, body: Body) -> Body:
        """The body with so much filler that its message has the size of a phone's command."""
        where = f"{self.namespace}," if self.namespace else ""
        size = len(f"42{where}{self.number + 1}{json.dumps([event, {**body, 'pad': ''}])}")
        return {**body, "pad": FILLER * (COMMAND - size)}

    def beats(self, phone: Phone) -> None:
        """One heartbeat, as a page sends it."""
        if phone.socket is not None:
            phone.socket.send(masked(f"42{phone.namespace},{BEAT.decode()}"))

    def ask(self, phone: Phone, event: str, body: Body) -> None:
        """Emit with an ack."""
        self.number += 1
        phone.asked[self.number] = time.perf_counter()
        where = f"{phone.namespace}," if phone.namespace else ""
        if phone.socket is not None and self.namespace == RAW:
            del phone.asked[self.number]
            phone.socket.send(masked(json.dumps(body)))
        elif phone.socket is not None and self.namespace == OTREE:
            phone.socket.send(masked(json.dumps({**body, "number": self.number})))
        elif phone.socket is not None:
            phone.socket.send(masked(f"42{where}{self.number}{json.dumps([event, body])}"))

    def answered(self, sent: int, seconds: float) -> Body:
        """Wait for the acks that are out; how many came, and how late."""
        deadline = time.perf_counter() + 20
        while any(p.asked for p in self.all) and time.perf_counter() < deadline:
            self.turn(0.01)
        acked, late = sum(p.acked for p in self.all), sorted(self.late)
        for phone in self.all:
            phone.acked = 0
        refused, self.refused = self.refused, {}
        at = [late[min(len(late) - 1, int(len(late) * q))] if late else 0.0 for q in (0.5, 0.95, 1.0)]
        return {"sent": sent, "acked": acked, "refused": refused, "seconds": seconds,
                "p50": at[0], "p95": at[1], "max": at[2]}  # fmt: skip


def greeting(phone: Phone) -> str:
    """What a page says when it enters its namespace."""
    return json.dumps({"session": phone.session, "protocol": PROTOCOL})
