"""A client's end of the wire, written from docs/protocol.md alone: it knows no more than that page says.

`Room` keeps the parts by the document's four rules, fills its commands up to the document's sizes, and repeats them
when the document says so.
"""

from __future__ import annotations

import copy
import json
import secrets
import threading
import time
from collections.abc import Callable
from random import random
from ssl import CERT_NONE
from typing import Any

from websocket import WebSocket, WebSocketException, create_connection

PROTOCOL = 4
COMMAND = 1024
SELDOM = 5
AGAIN = frozenset({"saving", "too_fast", "failed"})
PATIENCE = 20


def filled(namespace: str, number: int, message: dict[str, Any]) -> str:
    """The packet of a command, as long as any other: the document's “Sizes”."""
    packet = f"42{namespace},{number}{json.dumps(['command', {**message, 'pad': ''}])}"
    size = COMMAND
    while size < len(packet):
        size *= 2
    return f"42{namespace},{number}{json.dumps(['command', {**message, 'pad': '.' * (size - len(packet))}])}"


class Room:
    """One connection: `parts` as they are known, `command` to change them."""

    def __init__(self, url: str, namespace: str, cookies: str, session: str = "", auth: Any = None) -> None:
        """`auth`: what CONNECT carries instead of what the document says, for a client of another version."""
        self.namespace, self.epoch, self.protocol = namespace, "", 0
        self.parts: dict[str, Any] = {}
        self.own_size: int | None = None
        self.sizes: dict[str, set[int]] = {"command": set(), "ack": set()}
        self._revs: dict[str, int] = {}
        self._marks: dict[str, str | None] = {}
        self._missing: set[str] = set()
        self._ask_again = 0.0
        self.changes = self.asked = 0
        self._acks: dict[int, dict[str, Any]] = {}
        due = {"protocol": PROTOCOL} | ({"session": session} if session else {})
        self._number, self._auth = 0, due if auth is None else auth
        self._moved = threading.Condition()
        self.connected, self.refused = False, ""
        where = url.replace("http", "ws", 1) + "/socket.io/?EIO=4&transport=websocket"
        ssl = {"cert_reqs": CERT_NONE}  # for a certificate that somebody made for themselves
        self._socket: WebSocket = create_connection(
            where, cookie=cookies, timeout=PATIENCE, suppress_origin=True, sslopt=ssl
        )
        self._socket.settimeout(None)
        threading.Thread(target=self._listen, daemon=True).start()
        self.wait(lambda parts: self.refused or (self.connected and parts))

    def close(self) -> None:
        """Go."""
        self._socket.shutdown()

    def wait(self, holds: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
        """Until the parts are as wanted."""
        with self._moved:
            assert self._moved.wait_for(lambda: holds(self.parts), PATIENCE), f"waited in vain; {sorted(self.parts)}"
            return self.parts

    def command(self, name: str, body: dict[str, Any] | None = None, id_: str = "") -> dict[str, Any]:
        """Send one operation until it is answered; the ack."""
        message = {"id": id_ or secrets.token_urlsafe(18), "name": name, "body": body or {}}
        while True:
            ack = self._ask(message)
            if ack["ok"] or ack["code"] not in AGAIN:
                return ack
            time.sleep(0.2)

    def must(self, name: str, body: dict[str, Any] | None = None) -> None:
        """The same, which has to be done."""
        ack = self.command(name, body)
        assert ack["ok"], (name, ack)

    def _ask(self, message: dict[str, Any]) -> dict[str, Any]:
        with self._moved:
            self._number += 1
            number = self._number
        if self.namespace == "/delegate":
            packet = filled(self.namespace, number, message)
            self.sizes["command"].add(len(packet.encode()))
        else:
            packet = f"42{self.namespace},{number}{json.dumps(['command', message])}"
        self._socket.send(packet)
        with self._moved:
            assert self._moved.wait_for(lambda: number in self._acks, PATIENCE), f"{message['name']}: no answer"
            return self._acks.pop(number)

    def _listen(self) -> None:
        try:
            while text := self._socket.recv():
                self._heard(str(text))
        except (WebSocketException, OSError):
            with self._moved:
                self.connected = False
                self._moved.notify_all()

    def _heard(self, text: str) -> None:
        if text.startswith("0"):
            self._socket.send(f"40{self.namespace},{json.dumps(self._auth)}")
        elif text == "2":
            self._socket.send("3")
        elif text.startswith("4"):
            with self._moved:
                self._packet(text[1], text.partition(",")[2], len(text.encode()))
                self._moved.notify_all()

    def _packet(self, kind: str, rest: str, size: int) -> None:
        if kind == "0":
            self.connected = True
        elif kind == "4":
            self.refused = json.loads(rest)["message"]
        elif kind == "3":
            number, _, ack = rest.partition("[")
            self._acks[int(number)] = json.loads(f"[{ack}")[0]
            self.sizes["ack"].add(size)
        elif kind == "2" and (event := json.loads(rest))[0] == "frame":
            self._frame(event[1])
            self.own_size = size if "pad" in event[1] else self.own_size

    def _frame(self, frame: dict[str, Any]) -> None:
        """The four rules of “Frames”."""
        rev = frame["rev"]
        self.protocol = frame.get("protocol", self.protocol)
        if frame["epoch"] != self.epoch:
            self.epoch, self.parts, self._revs, self._marks, self._missing = frame["epoch"], {}, {}, {}, set()
        if frame.get("full"):
            absent = [n for n in self.parts if n not in frame["parts"] and not n.startswith("own_")]
            for name in [n for n in absent if self._revs[n] <= rev]:
                for known in (self.parts, self._revs, self._marks):
                    known.pop(name, None)
                self._missing.discard(name)
        for name, part in frame["parts"].items():
            if rev >= self._revs.get(name, 0):
                self._take(name, part, rev, frame.get("marks", {}).get(name))
        for name, change in frame.get("changes", {}).items():
            if rev >= self._revs.get(name, 0):
                self._change(name, change, rev)
        if self._missing and time.monotonic() >= self._ask_again:
            self._ask_again = time.monotonic() + SELDOM
            threading.Timer(random(), self._ask_for_everything).start()

    def _take(self, name: str, part: Any, rev: int, mark: str | None) -> None:
        self.parts[name], self._revs[name], self._marks[name] = part, rev, mark
        self._missing.discard(name)

    def _change(self, name: str, change: dict[str, Any], rev: int) -> None:
        mark = self._marks.get(name)
        if mark == change["from"]:
            part = copy.deepcopy(self.parts[name])
            for operation in change["ops"]:
                part = patched(part, operation)
            self._take(name, part, rev, change["to"])
            self.changes += 1
        elif mark == change["to"]:
            self._revs[name] = rev
        else:
            self._missing.add(name)

    def _ask_for_everything(self) -> None:
        if self._missing and self.connected:
            self.asked += 1
            self.command("session.view")


def patched(whole: Any, operation: dict[str, Any]) -> Any:
    """A JSON Patch of the three operations: on `whole` itself, unless it is all replaced."""
    *way, last = [key.replace("~1", "/").replace("~0", "~") for key in ["", *operation["path"].split("/")[1:]]]
    if not way:
        return operation["value"]
    place = whole
    for key in way[1:]:
        place = place[int(key) if isinstance(place, list) else key]
    at = int(last) if isinstance(place, list) else last
    if operation["op"] == "remove":
        del place[at]
    elif operation["op"] == "add" and isinstance(place, list):
        place.insert(at, operation["value"])
    else:
        place[at] = operation["value"]
    return whole
