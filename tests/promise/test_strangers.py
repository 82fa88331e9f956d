"""What a stranger can hold open in a served workshop: descriptors are counted in the process itself."""

from __future__ import annotations

import json
import os
import socket
import time

import pytest
from websocket import create_connection

from workshop.web.security import HEADERS

MANY = 60
SLACK = 8
"""Descriptors that come and go by themselves: connections to Redis and to the database, the room's own."""
POLLING = "/socket.io/?EIO=4&transport=polling"


def descriptors(running) -> int:
    return len(os.listdir(f"/proc/{running.process.pid}/fd"))


def settles(running, most: int, seconds: float) -> bool:
    """Whether the process has no more than so many descriptors, within so long."""
    deadline = time.monotonic() + seconds
    while descriptors(running) > most:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.25)
    return True


def connection(running) -> socket.socket:
    host, port = running.url.split("//")[1].split(":")
    made = socket.create_connection((host, int(port)))
    made.settimeout(5)
    return made


def says(running, method: str, path: str, body: bytes = b"", kept: list | None = None) -> tuple[bytes, bytes]:
    """(head, body) of an answer; the connection is put among `kept`, or closed."""
    made = connection(running)
    made.sendall(f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
    raw = b""
    while b"\r\n\r\n" not in raw:
        more = made.recv(65536)
        assert more, "hung up on without an answer"
        raw += more
    head, _, rest = raw.partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
    while len(rest) < length:
        rest += made.recv(65536)
    made.close() if kept is None else kept.append(made)
    return head, rest


def new(running) -> str:
    """An Engine.IO connection of nobody's."""
    return json.loads(says(running, "GET", POLLING)[1][1:])["sid"]


def works(room) -> bool:
    phone = room.phone()
    try:
        return phone.answer(phone.begin("welcome.agree", {}), 10)["ok"]
    finally:
        phone.drop()


@pytest.mark.parametrize("body", [b"9", b"x", b"4\xff", b"2probe", b"3\x1e" * 20 + b"3"])
def test_a_hundred_refused_posts_are_answered_and_hold_nothing(running, room, body):
    before, kept = descriptors(running), []
    for _ in range(100):
        head, _ = says(running, "POST", f"{POLLING}&sid={new(running)}", body, kept)
        assert head.startswith(b"HTTP/1.1 400") and b"Connection: close" in head
    assert settles(running, before + SLACK, 5) and works(room)
    for made in kept:
        made.close()


def test_the_engines_own_answers_have_the_headers_that_all_others_have(running):
    heads = [says(running, "GET", POLLING)[0]]
    heads += [
        says(running, "POST", f"{POLLING}&sid={sid}", body)[0] for sid, body in ((new(running), b"9"), ("x", b"3"))
    ]
    heads += [says(running, "POST", f"{POLLING}&sid={new(running)}", b"40/delegate,")[0]]
    for head in heads:
        found = dict(line.split(": ", 1) for line in head.decode().split("\r\n")[1:])
        assert HEADERS.items() <= found.items() and found["Cache-Control"] == "no-store"
        assert "default-src 'none'" in found["Content-Security-Policy"]
    assert [head.split()[1] for head in heads] == [b"200", b"400", b"400", b"200"]


def hold_silence(running, held: list) -> None:
    held.append(connection(running))


def hold_half_a_head(running, held: list) -> None:
    held.append(connection(running))
    held[-1].sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Half: ")


def hold_an_idle_one(running, held: list) -> None:
    says(running, "GET", "/healthz", kept=held)


def hold_a_poll(running, held: list) -> None:
    made, sid = connection(running), new(running)
    made.sendall(f"GET {POLLING}&sid={sid} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    held.append(made)


def hold_a_websocket(running, held: list) -> None:
    url = running.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket"
    held.append(create_connection(url, suppress_origin=True, timeout=5))


def hold_an_upgrade(running, held: list) -> None:
    """Begun by polling, changed over to a WebSocket, and then silent."""
    url = running.url.replace("http", "ws") + f"/socket.io/?EIO=4&transport=websocket&sid={new(running)}"
    held.append(create_connection(url, suppress_origin=True, timeout=5))


def test_nothing_that_a_stranger_opens_stays_open(running, room):
    """All kinds at once, for each takes its deadline: what is still there after it is held by nobody."""
    kinds = (hold_silence, hold_half_a_head, hold_an_idle_one, hold_a_poll, hold_a_websocket, hold_an_upgrade)
    phone = room.phone()
    before, held = descriptors(running), []
    for hold in kinds:
        for _ in range(MANY // len(kinds)):
            hold(running, held)
    assert descriptors(running) > before + MANY // 2, "they were open"
    assert works(room), "and took nobody's place"
    assert settles(running, before + SLACK, 45)
    assert phone.answer(phone.begin("welcome.agree", {}), 10)["ok"], "who has joined has stayed"
    for made in held:
        made.close()
