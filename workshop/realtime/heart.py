"""A page's heartbeat: what it sends every few seconds to learn whether it is heard, and what it gets.

Somebody is here: that is the whole answer. It is never refused because of what else a phone sends, and waits for
nothing: the event loop gives it.
"""

from __future__ import annotations

from workshop.activities.base import Role
from workshop.realtime.allowance import FLOOD
from workshop.realtime.outlet import websocket_text
from workshop.realtime.sockets import Sockets
from workshop.realtime.websockets import WebSockets
from workshop.refusals import refused

BEATS: dict[str, Role] = {
    '2/delegate,["beat"]': "delegate",
    '2/facilitator,["beat"]': "facilitator",
    '2/screen,["beat"]': "screen",
}
"""The Socket.IO packet of a beat, and whose it is. The answer is the same packet."""
PACKETS = {role: packet for packet, role in BEATS.items()}
FRAMED = {role: websocket_text(b"4" + packet.encode()) for role, packet in PACKETS.items()}
"""The answers as WebSocket frames: the same bytes for everybody of a role."""


class Heart:
    """One for a worker."""

    def __init__(self, sockets: Sockets, websockets: WebSockets) -> None:
        self._sockets, self._websockets = sockets, websockets

    def hears(self, connection_id: str, data: str) -> bool:
        """Whether that was the heartbeat of somebody who has joined. Never waits."""
        role = BEATS.get(data)
        connection = self._sockets.on_connection(connection_id, role) if role else None
        if connection is None:
            return False
        if connection.beats.take():
            self._answer(connection_id, connection.role)
        elif connection.beats.refusals >= FLOOD:
            refused("rate")
            self._websockets.end(connection_id)
        return True

    def _answer(self, connection_id: str, role: Role) -> None:
        outlet = self._websockets.of(connection_id)
        if outlet is not None:
            outlet.post(FRAMED[role])
        else:
            self._websockets.post(connection_id, PACKETS[role])
