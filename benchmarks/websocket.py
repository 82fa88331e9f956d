"""The least of a WebSocket client: built for thousands of connections in one process, so it does next to nothing."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable

KEY = "dGhlIHNhbXBsZSBub25jZQ=="
"""Any key will do: it guards proxies against mistakes, and there is none here."""


def request(path: str, host: str, cookie: str) -> bytes:
    """The request that opens a WebSocket."""
    lines = (
        f"GET {path} HTTP/1.1",
        f"Host: {host}",
        f"Origin: http://{host}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {KEY}",
        "Sec-WebSocket-Version: 13",
        *([f"Cookie: {cookie}"] if cookie else []),
    )
    return "\r\n".join((*lines, "", "")).encode()


def masked(text: str) -> bytes:
    """A client's text message. The mask is zero, which is allowed and costs nothing to apply."""
    data = text.encode()
    size = len(data)
    if size < 126:
        return bytes((0x81, 0x80 | size)) + bytes(4) + data
    return bytes((0x81, 0x80 | 126)) + size.to_bytes(2, "big") + bytes(4) + data


def frames(buffer: bytearray, pong: Callable[[bytes], object] = bytes) -> list[bytes]:
    """The whole messages at the head of the buffer, which they leave. `pong` is handed the answer to each ping."""
    found: list[bytes] = []
    at, end = 0, len(buffer)
    while end - at >= 2:
        size, body = buffer[at + 1] & 0x7F, at + 2
        if size == 126:
            size, body = int.from_bytes(buffer[at + 2 : at + 4], "big"), at + 4
        elif size == 127:
            size, body = int.from_bytes(buffer[at + 2 : at + 10], "big"), at + 10
        if end < body + size:
            break
        if buffer[at] & 0x0F == 0x8:
            raise ConnectionError("the server closed the connection")
        if buffer[at] & 0x0F == 0x9:
            pong(bytes((0x8A, 0x80 | size)) + bytes(4) + bytes(buffer[body : body + size]))
        else:
            found.append(bytes(buffer[body : body + size]))
        at = body + size
    del buffer[:at]
    return found


def opened(host: str, port: int) -> socket.socket:
    """A connected socket that never blocks."""
    made = socket.create_connection((host, port), timeout=20)
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    made.setblocking(False)
    return made


def pin(pid: int, core: int) -> None:
    """Keep a process on one core, where the machine has more than one."""
    cores = sorted(os.sched_getaffinity(0))
    if len(cores) > 1:
        os.sched_setaffinity(pid, {cores[core % len(cores)]})
