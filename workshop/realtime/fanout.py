"""Fan-out: one frame, encoded once and framed once, as the same bytes to every socket of an audience on this worker.

A WebSocket gets the ready bytes through its outlet; a phone that polls gets the packet through the library's queue, and
not even that while it leaves earlier ones lying.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from workshop import metrics
from workshop.activities.base import Role
from workshop.realtime.heart import FRAMED, PACKETS
from workshop.realtime.outlet import Outlet, websocket_text
from workshop.realtime.sockets import Connection, Sockets
from workshop.realtime.websockets import WebSockets
from workshop.realtime.wire import PROTOCOL

FULL = b'"full":true,"protocol":%d,' % PROTOCOL
MOST_UNPOLLED = 3
"""Packets that may lie for a phone that polls before frames are withheld from it."""


@dataclass(frozen=True)
class Frame:
    """What an audience is sent: an epoch, a revision, and the parts as JSON text, as docs/contract.md 5 has it.

    `pad`: filler, in a frame that holds one phone's own parts; they differ in length, and the frame must not.
    `now`: the server's clock when the frame was made, in seconds since the epoch, always as many digits: what timers
    are read by on devices whose own clocks are wrong.
    """

    epoch: str
    rev: int
    parts: Mapping[str, bytes] = field(repr=False)
    full: bool = False
    pad: bytes | None = field(default=None, repr=False)
    now: float | None = None

    def json(self) -> bytes:
        """The frame's own JSON, put together from the parts as they are."""
        now = "" if self.now is None else f'"now":{self.now:.3f},'
        head = f'{{"epoch":"{self.epoch}","rev":{self.rev},{now}'.encode() + (FULL if self.full else b"")
        parts = b",".join(b'"%b":%b' % (n.encode(), raw) for n, raw in self.parts.items())
        return head + b'"parts":{' + parts + b"}" + (b"" if self.pad is None else b',"pad":"%b"' % self.pad) + b"}"


@dataclass(frozen=True)
class Packed:
    """A frame as a Socket.IO packet of one namespace, and as the WebSocket message that carries it."""

    namespace: str
    frame: Frame

    @cached_property
    def packet(self) -> bytes:
        """`2/delegate,["frame",{…}]`: a Socket.IO event."""
        return f'2{self.namespace},["frame",'.encode() + self.frame.json() + b"]"

    @cached_property
    def framed(self) -> bytes:
        """The packet as the engine's message (`4`), in one WebSocket frame."""
        return websocket_text(b"4" + self.packet)


class Fanout:
    """Writes frames to the sockets that are here."""

    def __init__(self, sockets: Sockets, websockets: WebSockets) -> None:
        self._sockets, self._websockets = sockets, websockets

    def __call__(self, session: str, role: Role, frame: Frame, newest: Callable[[bool], Frame]) -> None:
        """Send a frame to an audience. `newest(full)` is asked, later, for those that cannot take it now."""
        packed, audience = Packed(f"/{role}", frame), (session, role)
        framed, full = packed.framed, frame.full

        def later(full: bool) -> bytes:
            return Packed(packed.namespace, newest(full)).framed

        connections = self._sockets.audience(session, role)
        metrics.FRAMES.inc(len(connections))
        for connection in connections:
            if not connection.ready:
                connection.missed = bool(connection.missed) or full
            elif (outlet := connection.outlet or self._outlet(connection)) is not None:
                outlet.offer(audience, framed, full, later)
            else:
                self._queue(connection, packed)

    def give(self, connection: Connection, frame: Frame) -> None:
        """One frame to one socket; returns when it is written, or lies in the queue of a phone that polls."""
        packed, outlet = Packed(f"/{connection.role}", frame), connection.outlet or self._outlet(connection)
        if outlet is not None:
            outlet.send(packed.framed)
        else:
            self._websockets.post(connection.connection_id, packed.packet.decode())
        metrics.FRAMES.inc()

    def answer(self, connection: Connection, number: str, ack: str) -> None:
        """The ack to a command, as JSON. Raises OSError when the phone has gone."""
        packet = f"3/{connection.role},{number}[{ack}]"
        outlet = connection.outlet or self._outlet(connection)
        if outlet is not None:
            outlet.send(websocket_text(b"4" + packet.encode()))
        else:
            self._websockets.post(connection.connection_id, packet)

    def beat(self, connection: Connection) -> None:
        """The answer to a heartbeat, the same bytes for everybody of a role. Raises OSError when the phone has gone."""
        outlet = connection.outlet or self._outlet(connection)
        if outlet is not None:
            outlet.send(FRAMED[connection.role])
        else:
            self._websockets.post(connection.connection_id, PACKETS[connection.role])

    def hang_up(self, connection_id: str) -> None:
        """End a connection, with all its sockets."""
        self._websockets.end(connection_id)

    def again(self, session: str, role: Role, newest: Callable[[bool], Frame]) -> bool:
        """Phones that poll and had left frames lying get the newest, once they have taken what lay there.

        Whether some still have to.
        """
        behind = [c for c in self._sockets.audience(session, role) if c.missed is not None and c.ready]
        for connection in behind:
            if not self._websockets.waiting(connection.connection_id):
                full, connection.missed = bool(connection.missed), None
                self.give(connection, newest(full))
        return any(connection.missed is not None for connection in behind)

    def _queue(self, connection: Connection, packed: Packed) -> None:
        if connection.missed is not None or self._websockets.waiting(connection.connection_id) >= MOST_UNPOLLED:
            connection.missed = bool(connection.missed) or packed.frame.full
            metrics.WITHHELD.inc()
            return
        self._websockets.post(connection.connection_id, packed.packet.decode())

    def _outlet(self, connection: Connection) -> Outlet | None:
        connection.outlet = self._websockets.of(connection.connection_id)
        return connection.outlet
