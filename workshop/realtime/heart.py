"""The words of a page's heartbeat: what it sends every few seconds to learn whether it is heard, and what it gets."""

from __future__ import annotations

from workshop.activities.base import Role
from workshop.realtime.outlet import websocket_text

BEATS: dict[str, Role] = {
    '2/delegate,["beat"]': "delegate",
    '2/facilitator,["beat"]': "facilitator",
    '2/screen,["beat"]': "screen",
}
"""The Socket.IO packet of a beat, and whose it is. The answer is the same packet."""
PACKETS = {role: packet for packet, role in BEATS.items()}
FRAMED = {role: websocket_text(b"4" + packet.encode()) for role, packet in PACKETS.items()}
"""The answers as WebSocket frames: the same bytes for everybody of a role."""
