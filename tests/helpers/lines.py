"""The library's server with our WebSockets in it, behind our door, and a client of few words over a real socket."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable

import gevent
import socketio
from gevent import socket
from wsproto.connection import Connection, ConnectionType
from wsproto.events import CloseConnection, Pong, TextMessage

from workshop.cli.door import Door, Limits
from workshop.realtime.outlet import websocket_text
from workshop.realtime.websockets import WebSockets, server_of

LARGEST = 2000
BEAT = '42/delegate,["beat"]'


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
        for namespace in ("/delegate", "/screen"):
            self.server.on("connect", lambda sid, environ, auth=None: None, namespace=namespace)
            self.server.on("say", self._say, namespace=namespace)
        self.http = Door(("127.0.0.1", 0), socketio.WSGIApp(self.server), lambda environ: "", {}, Limits())
        self.http.start()

    def _say(self, sid, text):
        if text == "slow":
            gevent.sleep(0.3)
        self.heard.append(text)
        return text

    def beat(self, connection_id: str, data: str) -> bool:
        if data == BEAT[1:]:
            self.websockets._outlets[connection_id].post(websocket_text(BEAT.encode()))
        return data == BEAT[1:]

    def connection_id(self) -> str:
        (connection_id,) = self.server.eio.sockets
        return connection_id


class Phone:
    """A WebSocket client of few words; `extensions` is what it offers, `query` names a connection that polls by now."""

    def __init__(self, served: Served, extensions: str = "", query: str = "") -> None:
        self.socket = socket.create_connection(served.http.address)
        self.socket.settimeout(5)
        websockets = (
            f"GET /socket.io/?EIO=4&transport=websocket{query} HTTP/1.1",
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
        self.begun, self.pongs = "", list[bytes]()
        if query:
            return
        assert self.next().startswith("0{")
        self.say("40/delegate,{}")
        assert self.next().startswith("40/delegate")

    def say(self, text: str) -> None:
        self.socket.sendall(self.protocol.send(TextMessage(text)))

    def next(self) -> str:
        while not self.waiting:
            self.protocol.receive_data(self.socket.recv(65536) or None)
            for event in self.protocol.events():
                if isinstance(event, CloseConnection):
                    raise ConnectionError(event.code)
                if isinstance(event, Pong):
                    self.pongs.append(bytes(event.payload))
                    continue
                assert isinstance(event, TextMessage)
                self.begun += event.data
                if event.message_finished:
                    self.waiting.append(self.begun)
                    self.begun = ""
        return self.waiting.pop(0)


def crowd(served: Served) -> int:
    return served.http.crowd.strangers() + served.http.crowd.known()


def until(what: Callable[[], bool], seconds: float = 10) -> bool:
    with gevent.Timeout(seconds, False):
        while not what():
            gevent.sleep(0.02)
        return True
    return False


def nothing_is_left(served: Served) -> bool:
    return not (served.server.eio.sockets or served.websockets._outlets or served.server.environ or crowd(served))


def polling(served: Served) -> str:
    """A phone that polls and has joined."""
    sid = json.loads(poll(served, "GET", "")[1:])["sid"]
    poll(served, "POST", f"&sid={sid}", "40/delegate,{}")
    poll(served, "GET", f"&sid={sid}")
    return sid


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
