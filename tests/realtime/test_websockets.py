"""The library's server with our WebSockets in it, and a client over a real socket."""

from __future__ import annotations

import base64
import json
import os

import gevent
import pytest
import socketio
from gevent import socket
from structlog.testing import capture_logs
from wsproto.connection import Connection, ConnectionType
from wsproto.events import CloseConnection, TextMessage

from workshop.cli.door import Door, Limits
from workshop.realtime.outlet import GOODBYE, websocket_text
from workshop.realtime.reading import Reading
from workshop.realtime.websockets import WebSockets, server_of

LARGEST = 2000


class Held:
    """As Flask-SocketIO holds it."""

    def __init__(self) -> None:
        self.server = socketio.Server(async_mode="gevent", async_handlers=False, max_http_buffer_size=LARGEST)


class Served:
    """A server on a free port of this machine that echoes what it hears."""

    def __init__(self) -> None:
        held = Held()
        self.server = server_of(held)
        self.websockets = WebSockets(held, LARGEST)
        self.heard: list[str] = []
        self.server.on("connect", lambda sid, environ, auth=None: None, namespace="/delegate")
        self.server.on("say", self._say, namespace="/delegate")
        self.http = Door(("127.0.0.1", 0), socketio.WSGIApp(self.server), lambda environ: "", {}, Limits())
        self.http.start()

    def _say(self, sid, text):
        self.heard.append(text)
        return text

    def connection_id(self) -> str:
        (connection_id,) = self.server.eio.sockets
        return connection_id


class Phone:
    """A WebSocket client of few words; `extensions` is what it offers."""

    def __init__(self, served: Served, extensions: str = "") -> None:
        self.socket = socket.create_connection(served.http.address)
        self.socket.settimeout(5)
        websockets = (
            "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
            "Host: localhost",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
            *([f"Sec-WebSocket-Extensions: {extensions}"] if extensions else []),
        )
        self.socket.sendall("\r\n".join([*websockets, "", ""]).encode())
        self.head = b""
        while b"\r\n\r\n" not in self.head:
            self.head += self.socket.recv(1)
        self.protocol = Connection(ConnectionType.CLIENT)
        self.waiting: list[str] = []
        assert self.next().startswith("0{")
        self.say("40/delegate,{}")
        assert self.next().startswith("40/delegate")

    def say(self, text: str) -> None:
        self.socket.sendall(self.protocol.send(TextMessage(text)))

    def next(self) -> str:
        text = ""
        while not self.waiting:
            self.protocol.receive_data(self.socket.recv(65536) or None)
            for event in self.protocol.events():
                if isinstance(event, CloseConnection):
                    raise ConnectionError(event.code)
                assert isinstance(event, TextMessage)
                text += event.data
                if event.message_finished:
                    self.waiting.append(text)
                    text = ""
        return self.waiting.pop(0)


@pytest.fixture
def served():
    found = Served()
    yield found
    found.http.stop(timeout=1)


def test_a_websocket_has_an_outlet_through_which_the_library_writes_too(served):
    phone = Phone(served)
    outlet = served.websockets.of(served.connection_id())
    assert outlet is not None
    outlet.offer("all", websocket_text(b'42/delegate,["frame",{}]'), False, pytest.fail)
    assert phone.next() == '42/delegate,["frame",{}]'
    phone.say('42/delegate,1["say","hello"]')
    assert phone.next() == '43/delegate,1["hello"]'
    assert served.heard == ["hello"]


def test_a_connection_that_has_ended_has_none(served):
    phone = Phone(served)
    connection_id = served.connection_id()
    phone.socket.close()
    for _ in range(100):
        gevent.sleep(0.02)
        if served.websockets.of(connection_id) is None:
            break
    assert served.websockets.of(connection_id) is None
    assert served.websockets._outlets == {}
    assert served.websockets.waiting(connection_id) == 0


def test_no_compression_is_agreed_to(served):
    phone = Phone(served, "permessage-deflate; client_max_window_bits")
    assert b"101 " in phone.head
    assert b"extensions" not in phone.head.lower()


def test_a_message_that_is_too_large_ends_the_connection_before_it_has_arrived(served):
    phone = Phone(served)
    connection_id = json.dumps(["say", "x" * 1_000_000])
    with pytest.raises((ConnectionError, OSError)):
        phone.say(f"42/delegate,1{connection_id}")
        phone.next()
    assert served.heard == []


def test_a_fault_of_ours_in_reading_is_said_and_ends_the_connection(served, monkeypatch):
    phone = Phone(served)
    monkeypatch.setattr(Reading, "feed", lambda self, chunk: {}[self])
    with capture_logs() as said:
        phone.say('42/delegate,["say","a"]')
        assert phone.socket.recv(100)[:1] in (b"", bytes((GOODBYE,)))
    assert [(connection_id["event"], connection_id["kind"]) for connection_id in said] == [
        ("reading_failed", "KeyError")
    ]


def test_a_phone_that_polls_has_no_outlet_and_gets_its_packets_by_the_queue(served):
    body = poll(served, "GET", "")
    sid = json.loads(body[1:])["sid"]
    assert served.websockets.of(sid) is None
    poll(served, "POST", f"&sid={sid}", "40/delegate,{}")
    poll(served, "GET", f"&sid={sid}")
    assert served.websockets.waiting(sid) == 0
    served.websockets.post(sid, '2/delegate,["frame",{}]')
    assert served.websockets.waiting(sid) == 1
    assert poll(served, "GET", f"&sid={sid}") == '42/delegate,["frame",{}]'


def poll(served: Served, method: str, query: str, body: str = "") -> str:
    connection = socket.create_connection(served.http.address)
    path = f"/socket.io/?EIO=4&transport=polling{query}"
    head = f"{method} {path} HTTP/1.0\r\nHost: x\r\nContent-Length: {len(body)}\r\n\r\n"
    with gevent.Timeout(5):
        connection.sendall((head + body).encode())
        raw = b""
        while chunk := connection.recv(65536):
            raw += chunk
    assert b" 200 " in raw.split(b"\r\n")[0], raw
    return raw.partition(b"\r\n\r\n")[2].decode()
