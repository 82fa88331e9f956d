"""The heartbeat of a page on a WebSocket, answered as its bytes come in: before the libraries read them, and whatever
else this connection is busy with. A thousand pages send one every three seconds, so it has to cost next to nothing.

What does not come alone, or not whole, or too often, is read as any other message; the gate answers it then.
"""

from __future__ import annotations

from dataclasses import dataclass

from workshop.activities.base import Role
from workshop.realtime.allowance import Allowance
from workshop.realtime.outlet import websocket_text

TEXT, MASKED = 0x81, 0x80
HEAD = 6
"""Bytes before the words of a short frame from a client: two, and the mask's four."""
WORDS: dict[Role, bytes] = {
    "delegate": b'42/delegate,["beat"]',
    "facilitator": b'42/facilitator,["beat"]',
    "screen": b'42/screen,["beat"]',
}
ANSWERS = {role: websocket_text(words) for role, words in WORDS.items()}
"""The same words back, framed: the same bytes for everybody of a role."""


@dataclass(frozen=True)
class Heart:
    """Of one socket. `allowance` is what it may beat, of its own."""

    role: Role
    allowance: Allowance

    def answer(self, chunk: bytes) -> bytes | None:
        """What to write when `chunk` is one heartbeat and nothing else; None for everything else."""
        words = WORDS[self.role]
        if len(chunk) != HEAD + len(words) or chunk[0] != TEXT or chunk[1] != MASKED | len(words):
            return None
        if unmasked(chunk[2:HEAD], chunk[HEAD:]) != words or not self.allowance.take():
            return None
        return ANSWERS[self.role]


def unmasked(mask: bytes, data: bytes) -> bytes:
    """What a client wrote under its mask of four bytes (RFC 6455, 5.3)."""
    size = len(data)
    over = (mask * (size // 4 + 1))[:size]
    return (int.from_bytes(data, "big") ^ int.from_bytes(over, "big")).to_bytes(size, "big")
