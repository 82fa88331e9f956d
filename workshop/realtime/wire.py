"""The wire in numbers: its version, and sizes that tell a listener nothing. docs/decisions/008 says why these.

Whoever listens on the room's Wi-Fi sees how long each encrypted record is. So a command of a delegate, its ack, and
what a phone is sent of its own are filled up to sizes that do not depend on what somebody said. All bytes here are
those of a WebSocket message (or of a body when a phone polls), the engine's `4` with them. The page fills its commands
itself (static/src/shared/live/wire.ts, with the same numbers).
"""

from __future__ import annotations

import json
from typing import Any

from workshop.service.sizes import FILLER

PROTOCOL = 4
"""Rises when a page of before could not speak with this server. 1 is a client that names none; until 2 the server spoke
in words, and until 4 it sent every part whole."""
COMMAND = 1024
"""Bytes of a delegate's command; one whose words do not fit gets twice that, or four times, …"""
ACK = 512
"""Bytes of the ack to a delegate's command, whatever it says."""
MOST_PAD = 32 * 1024
"""Characters of filler that a message may carry: half of the largest message, for that is what doubling can ask."""
SHORT = (",", ":")
compact = json.JSONEncoder(separators=SHORT).encode
sorted_json = json.JSONEncoder(separators=SHORT, sort_keys=True).encode
"""In ASCII, so that characters are bytes; each made once, for a tap uses them."""


def protocol_of(auth: object) -> int:
    """The version that a client names when it connects; 1 when it names none that makes sense."""
    named = auth.get("protocol") if isinstance(auth, dict) else None
    return named if type(named) is int and named > 0 else 1


def is_pad(value: object) -> bool:
    """Whether this may stand as a message's filler."""
    return isinstance(value, str) and len(value) <= MOST_PAD and value.isascii()


def filled_ack(number: str, ack: dict[str, Any]) -> str:
    """A delegate's ack as JSON, with its `pad`: always as long in its packet. Ids and figures leave room enough."""
    said = compact(ack)
    left = ACK - len('43/delegate,[,"pad":""]') - len(number) - len(said)
    return f'{said[:-1]},"pad":"{FILLER * left}"}}'
