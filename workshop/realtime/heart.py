"""The words of a page's heartbeat: what it sends every few seconds to learn whether it is heard, and what it gets."""

from __future__ import annotations

from workshop.activities.base import Role
from workshop.realtime.outlet import websocket_text

WORDS: dict[Role, bytes] = {
    "delegate": b'42/delegate,["beat"]',
    "facilitator": b'42/facilitator,["beat"]',
    "screen": b'42/screen,["beat"]',
}
ANSWERS = {role: websocket_text(words) for role, words in WORDS.items()}
"""The same words back, framed: the same bytes for everybody of a role."""
