"""The long way: what a phone seldom sends over a WebSocket, read by wsproto. Its opening, messages in parts, pings,
goodbyes, and whatever breaks the protocol.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wsproto import ConnectionType, WSConnection
from wsproto.connection import Connection
from wsproto.events import AcceptConnection, CloseConnection, Event, Message, Ping, Request
from wsproto.frame_protocol import CloseReason
from wsproto.utilities import LocalProtocolError

ASKED = ("HTTP_HOST", "HTTP_UPGRADE", "HTTP_CONNECTION", "HTTP_SEC_WEBSOCKET_KEY", "HTTP_SEC_WEBSOCKET_VERSION")
"""The headers that opening a WebSocket needs: no other is read again, so none can be unreadable. No extensions: a
compressor for each phone costs 300 kB a seat, and the same bytes could no longer go to everybody."""


def accepted(environ: Mapping[str, Any]) -> bytes:
    """The answer to a request that opens a WebSocket. Raises one of wsproto's or Python's errors when it does not."""
    opening = WSConnection(ConnectionType.SERVER)
    head = (f"{name[5:].replace('_', '-')}: {environ[name]}\r\n" for name in ASKED if name in environ)
    opening.receive_data(f"GET / HTTP/1.1\r\n{''.join(head)}\r\n".encode())
    (request,) = opening.events()
    if not isinstance(request, Request):
        raise ValueError("no request for a WebSocket")
    return opening.send(AcceptConnection())


@dataclass
class Read:
    """What some bytes said: messages, frames to answer with, and whether anything may follow."""

    messages: list[str | bytes] = field(default_factory=list[str | bytes], repr=False)
    answers: list[bytes] = field(default_factory=list[bytes], repr=False)
    goes_on: bool = True


class LongWay:
    """One connection's, for as long as it needs it. `largest`: a message above it ends the connection while it is still
    arriving; characters of a text, bytes of anything else.
    """

    __slots__ = ("_largest", "_parts", "_protocol", "_size")

    def __init__(self, largest: int) -> None:
        self._protocol, self._largest = Connection(ConnectionType.SERVER), largest
        self._parts: list[Any] = []
        self._size = 0

    def feed(self, data: bytes) -> Read:
        """Raises wsproto's ProtocolError for what is no WebSocket at all."""
        read = Read()
        self._protocol.receive_data(data)
        for event in self._protocol.events():
            try:
                self._on(event, read)
            except LocalProtocolError:  # something that cannot be answered any more
                read.goes_on = False
            if not read.goes_on:
                break
        return read

    def _on(self, event: Event, read: Read) -> None:
        if isinstance(event, Ping):
            read.answers.append(self._protocol.send(event.response()))
        elif isinstance(event, CloseConnection):
            self._end(event.response(), read)
        elif isinstance(event, Message):
            self._parts.append(event.data)
            self._size += len(event.data)
            if self._size > self._largest:
                self._end(CloseConnection(CloseReason.MESSAGE_TOO_BIG, "Message is too big"), read)
            elif event.message_finished:
                read.messages.append(_whole(self._parts))
                self._parts, self._size = [], 0

    def _end(self, said: CloseConnection, read: Read) -> None:
        read.goes_on = False
        read.answers.append(self._protocol.send(said))


def _whole(parts: list[Any]) -> str | bytes:
    return "".join(parts) if isinstance(parts[0], str) else b"".join(bytes(part) for part in parts)
