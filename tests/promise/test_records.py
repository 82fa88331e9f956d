"""What a listener on the Wi-Fi reads from an encrypted connection: the lengths of TLS records, behind a real Caddy."""

from __future__ import annotations

import socket
import time
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from tests.client.room import Room
from tests.client.web import Web
from tests.helpers.front import caddy, installed, listens, until
from tests.helpers.front import running as process_of
from tests.helpers.records import Listener
from tests.promise.people import Room as Workshop
from workshop.realtime import wire

CADDYFILE = """{{
	admin off
	skip_install_trust
	auto_https disable_redirects
}}
https://localhost:{port} {{
	tls internal
	reverse_proxy 127.0.0.1:{app}
}}
"""
SEALED = 1 + 16
"""What TLS 1.3 adds within a record: the kind of content, and the tag."""
UP, DOWN = 2 + 2 + 4, 2 + 2
"""A WebSocket frame's header, from a client (masked) and from a server, for 126 to 65,535 bytes."""
PONG = 2 + 4 + 1 + SEALED
QUIET = 2.5
"""Seconds within which whatever the room is told of has been told."""


@pytest.fixture
def listener(running, tmp_path: Path):
    """Caddy with its internal authority in front of the workshop, and somebody who listens before it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config, log = tmp_path / "Caddyfile", tmp_path / "caddy.log"
    config.write_text(CADDYFILE.format(port=port, app=running.url.rpartition(":")[2]))
    words = [installed("caddy"), "run", "--config", str(config), "--adapter", "caddyfile"]
    environ = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    with process_of(words, log, environ) as process:
        until(lambda: listens(port), process, log)
        with Listener(port) as ear:
            yield ear


def test_the_proxy_compresses_files_and_nothing_else(running, tmp_path: Path):
    """deploy/Caddyfile as it is: how well a page compresses would tell of what is in it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    web = int(running.url.rpartition(":")[2])

    def coded(path: str) -> str | None:
        asked = Request(f"http://127.0.0.1:{port}{path}", headers={"Accept-Encoding": "gzip"})
        with urlopen(asked, timeout=20) as answer:
            return answer.headers["Content-Encoding"]

    with caddy(port, [web], tmp_path, tmp_path):
        assert coded("/static/built/delegate.css") == "gzip"
        assert [coded(path) for path in ("/", "/privacy", "/socket.io/?EIO=4&transport=polling")] == [None] * 3


def joined(url: str, code: str) -> Web:
    """A phone with a seat."""
    web = Web(url)
    assert web.post("/join", {"code": code})["ok"]
    return web


def comes(web: Web, ear: Listener) -> tuple[Room, int]:
    """It connects, encrypted: the connection, and its longest record, which is its first frame.

    (Records of the handshake differ by a byte: a signature's numbers are written without leading zeros.)
    """
    time.sleep(QUIET)
    ear.forget()
    room = Room(f"https://localhost:{ear.port}", "/delegate", web.cookies)
    time.sleep(QUIET)
    return room, max(ear.down)


def whole_state(web: Web, ear: Listener) -> int:
    """The record of a phone's first frame: the least of three, for a busy machine joins it to the line before."""
    sizes = []
    for _ in range(3):
        room, size = comes(web, ear)
        room.close()
        sizes.append(size)
    return min(sizes)


def test_records_have_one_length_whatever_is_said(running, room: Workshop, listener: Listener):
    board = room.open()
    cards, stages = board["cards"], [s["id"] for s in board["scale"]["stages"]]
    about = {"round": board["round"]["id"], "card": cards[0]["id"]}
    said = [("board.place", {**about, "stage": stage}) for stage in stages]
    said += [
        ("board.place", {**about, "stage": None, "missing": ["frequency", "consent"]}),
        ("board.skip", about),
        ("board.place", {**about, "stage": stages[0], "reasons": ["law", "pressure"], "certainty": 3}),
        ("board.place", {**about, "stage": "no such stage"}),  # a refusal
        ("session.word", {}),
        ("questions.ask", {"text": "Who could have said so?"}),
    ]
    webs = joined(running.url, room.code), joined(running.url, room.code)
    speaking, _ = comes(webs[0], listener)
    for name, body in said:
        listener.forget()
        speaking.command(name, body)
        assert {size for size in listener.up if size != PONG} == {wire.COMMAND + UP + SEALED}, name
        assert wire.ACK + DOWN + SEALED in listener.down, name
    speaking.close()
    much, nothing = (whole_state(web, listener) for web in webs)
    assert much == nothing > wire.COMMAND
