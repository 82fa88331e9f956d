"""A phone's end of the wire: one WebSocket that speaks Socket.IO, as docs/protocol.md describes it."""

from __future__ import annotations

import json
import secrets
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from websocket import WebSocket, WebSocketException, create_connection

from workshop.rehearsal.known import Known, Parts

PROTOCOL = 4
"""The version that simulated people speak (`realtime/wire.py`, a neighbour)."""
SELDOM = 5.0
"""Seconds between two questions for what is missing."""


class Refusal(Exception):
    """The server said no. `code` is the kind of no, its text the id of the sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Line:
    """One connection. Keeps the newest parts, answers pings, and waits for acks. `command` may raise Refusal."""

    def __init__(self, url: str, namespace: str, cookies: str, session: str = "") -> None:
        self._url = url.replace("http", "ws", 1) + "/socket.io/?EIO=4&transport=websocket"
        self._namespace, self._cookies, self._session = namespace, cookies, session
        self._changed = threading.Condition()
        self._acks: dict[int, Any] = {}
        self._next_ack = 0
        self._socket: WebSocket | None = None
        self._known, self._ask_again = Known(), 0.0
        self.frames = 0
        self._refused = ""
        self.open = False

    @property
    def parts(self) -> Parts:
        """The newest of each part."""
        return self._known.parts

    @property
    def epoch(self) -> str:
        """Which life of the live state they are of."""
        return self._known.epoch

    def connect(self, seconds: float = 10) -> None:
        """Connect and wait for the first full frame.

        Raises TimeoutError, ConnectionError when nobody is there (or behind a proxy), Refusal when the server says no.
        """
        self._refused = ""
        try:
            # No Origin: this is no browser, and it may come by an address that is not among the named ones.
            self._socket = create_connection(self._url, cookie=self._cookies, suppress_origin=True, timeout=seconds)
        except WebSocketException as fault:
            raise ConnectionError("there was no answer that a socket begins with") from fault
        self._socket.settimeout(None)
        threading.Thread(target=self._listen, args=(self._socket,), daemon=True).start()
        self.wait_for(lambda parts: bool(self._refused) or (self.open and bool(parts)), seconds)
        if self._refused:
            raise Refusal(self._refused, f"the server did not let this connection in: {self._refused}")

    def drop(self) -> None:
        """Lose the connection, as phones do."""
        socket, self._socket, self.open = self._socket, None, False
        if socket is not None:
            socket.shutdown()

    def command(self, name: str, body: dict[str, Any], operation: str = "", seconds: float = 15) -> int:
        """Send and wait for the ack; the revision. Repeats with the same operation id while the server is saving."""
        operation = operation or secrets.token_urlsafe(18)
        deadline = time.monotonic() + seconds
        while True:
            answer = self.answer(self.begin(name, body, operation), deadline - time.monotonic())
            if answer["ok"]:
                return answer["rev"]
            if answer["code"] not in ("saving", "too_fast") or time.monotonic() > deadline:
                raise Refusal(answer["code"], answer["why"])
            time.sleep(0.3)

    def begin(self, name: str, body: dict[str, Any], operation: str = "") -> int:
        """Send and do not wait; the number under which `answer` finds the ack."""
        with self._changed:
            self._next_ack += 1
            number = self._next_ack
        socket = self._socket
        if socket is None:
            raise ConnectionError("not connected")
        event = ["command", {"id": operation or secrets.token_urlsafe(18), "name": name, "body": body}]
        try:
            socket.send(f"42{self._namespace},{number}{json.dumps(event)}")
        except WebSocketException as fault:
            raise ConnectionError("the connection was lost") from fault
        return number

    def answer(self, number: int, seconds: float = 15) -> dict[str, Any]:
        """Wait for one ack. Raises TimeoutError, or ConnectionError when it cannot come any more."""
        with self._changed:
            self._changed.wait_for(lambda: number in self._acks or not self.open, timeout=max(0.1, seconds))
            if number in self._acks:
                return self._acks.pop(number)
            raise TimeoutError("no answer") if self.open else ConnectionError("the connection was lost")

    def wait_for(self, holds: Callable[[Parts], bool], seconds: float = 40) -> Parts:
        """Wait until the parts are as wanted, on a busy machine too. Raises TimeoutError."""
        with self._changed:
            if not self._changed.wait_for(lambda: holds(self.parts), timeout=seconds):
                raise TimeoutError("the room did not become what was waited for")
            return self.parts

    def _listen(self, socket: WebSocket) -> None:
        try:
            while True:
                message = socket.recv()
                if isinstance(message, str) and message:
                    self._heard(socket, message)
        except (WebSocketException, OSError):
            with self._changed:
                if socket is self._socket:  # an old one may die after a new one was opened
                    self.open = False
                self._changed.notify_all()

    def _heard(self, socket: WebSocket, message: str) -> None:
        if message.startswith("0"):
            socket.send(f"40{self._namespace},{json.dumps({'session': self._session, 'protocol': PROTOCOL})}")
        elif message == "2":
            socket.send("3")
        elif message.startswith(tuple(f"4{kind}{self._namespace}" for kind in "01234")):
            with self._changed:
                self._packet(message[:2], message.partition(",")[2])
                self._changed.notify_all()

    def _packet(self, kind: str, text: str) -> None:
        if kind == "40":
            self.open = True
        elif kind == "41":  # the server has closed it: a phone asks again, and learns why
            self.open = False
        elif kind == "43":
            number, _, rest = text.partition("[")
            self._acks[int(number)] = json.loads("[" + rest)[0]
        elif kind == "44":
            self._refused = json.loads(text).get("message", "refused")
        elif (event := json.loads(text))[0] == "frame":
            self._frame(event[1])

    def _frame(self, frame: dict[str, Any]) -> None:
        self.frames += 1
        self._known.hear(frame)
        if self._known.lacks and time.monotonic() >= self._ask_again:
            self._ask_again = time.monotonic() + SELDOM
            with suppress(ConnectionError):
                self.begin("session.view", {})
