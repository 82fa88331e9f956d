"""Fan-out: one frame, encoded once and framed once, as the same bytes to every socket of an audience on this worker.

A WebSocket gets the ready bytes through its outlet; a phone that polls gets the packet through the library's queue, and
not even that while it leaves earlier ones lying.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from workshop import metrics
from workshop.activities.base import Role
from workshop.realtime.outlet import Outlet, websocket_text
from workshop.realtime.sockets import Connection, Sockets
from workshop.realtime.websockets import WebSockets
from workshop.realtime.wire import PROTOCOL

FULL = b'"full":true,"protocol":%d,' % PROTOCOL
CHANGES_SINCE = 4
"""The protocol whose clients apply changes; others get every part whole."""
MOST_UNPOLLED = 3
"""Packets that may lie for a phone that polls before frames are withheld from it."""


@dataclass(frozen=True)
class Frame:
    """What an audience is sent: an epoch, a revision, and the parts as JSON text, as docs/contract.md 5 has it.

    `parts`: every part that moved, whole. `changes`: what changed of some of them, as JSON text, for those who have
    them as they were. `marks`: of the large ones among the parts. `pad`: filler, in a frame that holds one phone's own
    parts; they differ in length, and the frame must not. `now`: the server's clock when the frame was made, in seconds
    since the epoch, always as many digits: what timers are read by on devices whose own clocks are wrong.
    """

    epoch: str
    rev: int
    parts: Mapping[str, bytes] = field(repr=False)
    full: bool = False
    pad: bytes | None = field(default=None, repr=False)
    now: float | None = None
    marks: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    changes: Mapping[str, bytes] = field(default_factory=dict[str, bytes], repr=False)

    @property
    def whole(self) -> Frame:
        """The same without changes, for those who have not what they change."""
        return replace(self, changes={})

    def json(self) -> bytes:
        """The frame's own JSON, put together once from the parts as they are."""
        return self._json

    @cached_property
    def _json(self) -> bytes:
        now = "" if self.now is None else f'"now":{self.now:.3f},'
        head = f'{{"epoch":"{self.epoch}","rev":{self.rev},{now}'.encode() + (FULL if self.full else b"")
        whole = {name: raw for name, raw in self.parts.items() if name not in self.changes}
        said = head + b'"parts":{%b}' % _pairs(whole.items())
        if marks := [(name, b'"%b"' % mark.encode()) for name, mark in self.marks.items() if name in whole]:
            said += b',"marks":{%b}' % _pairs(marks)
        if self.changes:
            said += b',"changes":{%b}' % _pairs(self.changes.items())
        return said + (b"}" if self.pad is None else b',"pad":"%b"}' % self.pad)


def _pairs(values: Iterable[tuple[str, bytes]]) -> bytes:
    return b",".join([b'"%b":%b' % (name.encode(), raw) for name, raw in values])


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

    def __call__(self, session: str, role: Role, frame: Frame, newest: Callable[[bool], Frame]) -> bool:
        """Send a frame to an audience. `newest(full)` is asked, later, for those that cannot take it now.

        Returns whether somebody knows no changes, and was sent the parts whole. Those that were given a full frame by
        themselves are left to `again`, until the room's frames have come as far.
        """
        changes, old = Packed(f"/{role}", frame), False
        whole = Packed(f"/{role}", frame.whole) if frame.changes else changes
        connections = self._sockets.audience(session, role)
        metrics.FRAMES.inc(len(connections))
        for connection in connections:
            if not connection.ready:
                connection.missed = bool(connection.missed) or frame.full
            elif connection.given is None:
                knows = connection.protocol >= CHANGES_SINCE
                old = old or not knows
                self._offer(connection, changes if knows else whole, newest)
        return old and bool(frame.changes)

    def _offer(self, connection: Connection, packed: Packed, newest: Callable[[bool], Frame]) -> None:
        def later(full: bool) -> bytes:
            return Packed(packed.namespace, newest(full)).framed

        if (outlet := connection.outlet or self._outlet(connection)) is not None:
            outlet.offer((connection.session, connection.role), packed.framed, packed.frame.full, later)
        else:
            self._queue(connection, packed)

    def give(self, connection: Connection, frame: Frame) -> None:
        """One frame to one socket; returns when it is written, or lies in the queue of a phone that polls."""
        packed, outlet = Packed(f"/{connection.role}", frame), connection.outlet or self._outlet(connection)
        connection.given = frame
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

    def hang_up(self, connection_id: str) -> None:
        """End a connection, with all its sockets."""
        self._websockets.end(connection_id)

    def again(self, session: str, role: Role, newest: Callable[[bool], Frame]) -> bool:
        """After a round of frames: those that were given a full frame by themselves get what theirs had otherwise.

        Phones that poll and had left frames lying get the newest, once they have taken what lay there; whether some
        still have to.
        """
        here = [c for c in self._sockets.audience(session, role) if c.ready]
        for connection in here:
            if connection.missed is not None:
                if not self._websockets.waiting(connection.connection_id) and (all_ := newest(connection.missed)).epoch:
                    connection.missed = None
                    self.give(connection, all_)
            elif connection.given is not None:
                self._level(connection, connection.given, newest)
        return any(connection.missed is not None for connection in here)

    def _level(self, connection: Connection, given: Frame, newest: Callable[[bool], Frame]) -> None:
        """What the room was sent last, where it is not what this socket was given; nothing while that is older.

        The room may have gone somewhere and back in between, and the others need not hear of it.
        """
        now = newest(True)
        if not now.epoch or (now.epoch == given.epoch and now.rev < given.rev):
            return
        connection.given = None
        shared = {name: raw for name, raw in given.parts.items() if not name.startswith("own_")}
        if now.epoch == given.epoch and shared.keys() == now.parts.keys():
            now = replace(now, parts={n: raw for n, raw in now.parts.items() if shared[n] != raw}, full=False)
        if now.parts:
            self._offer(connection, Packed(f"/{connection.role}", now), newest)

    def _queue(self, connection: Connection, packed: Packed) -> None:
        if connection.missed is not None or self._websockets.waiting(connection.connection_id) >= MOST_UNPOLLED:
            connection.missed = bool(connection.missed) or packed.frame.full
            metrics.WITHHELD.inc()
            return
        self._websockets.post(connection.connection_id, packed.packet.decode())

    def _outlet(self, connection: Connection) -> Outlet | None:
        connection.outlet = self._websockets.of(connection.connection_id)
        return connection.outlet
