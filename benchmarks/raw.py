"""Nothing but the write: the ready bytes to every socket, with no library at all. What is cheaper than this is free."""

from __future__ import annotations

import json
import os
import selectors
import signal
import socket
import sys
import time

from workshop.realtime.outlet import websocket_text

ANSWER = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
MASKED = 8
"""Bytes of a client's header for a message of 126 to 65,535 bytes: code, length, mask."""


def main(port: int) -> None:
    """Accept, and do what the first message of anybody asks for."""
    listening = socket.create_server(("127.0.0.1", port), backlog=1024)
    here, selector = list[socket.socket](), selectors.DefaultSelector()
    selector.register(listening, selectors.EVENT_READ)
    while True:
        for key, _ in selector.select():
            if key.fileobj is listening:
                made, _ = listening.accept()
                made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                selector.register(made, selectors.EVENT_READ)
                continue
            phone = key.fileobj
            assert isinstance(phone, socket.socket)
            heard = phone.recv(262_144)
            if heard.startswith(b"GET"):
                phone.send(ANSWER)
                here.append(phone)
            elif heard:
                write(here, json.loads(heard[MASKED:]))
            else:
                selector.unregister(phone)
                phone.close()
                here = [p for p in here if p is not phone]


def write(here: list[socket.socket], asked: dict) -> None:
    """The bytes to everybody, so often."""
    framed = websocket_text(asked["packet"].encode())
    for _ in range(asked["times"]):
        for phone in here:
            os.write(phone.fileno(), framed)
        time.sleep(1 / asked["hertz"])


if __name__ == "__main__":
    signal.signal(signal.SIGINT, lambda *_: os._exit(0))
    main(int(sys.argv[1]))
