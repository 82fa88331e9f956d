"""Reading a WebSocket: what phones send is one whole text frame after another, and for that the library's way is long.

A frame that is whole, final, masked, text, and no larger than is allowed is read here. Every byte of anything else goes
to the library as it came: parts of messages, pings, goodbyes, and whatever breaks the protocol, which it answers.
"""

from __future__ import annotations

MASKED, LENGTH, TWO_MORE, EIGHT_MORE = 0x80, 0x7F, 126, 127
FINAL, RESERVED, KIND, CONTROL = 0x80, 0x70, 0x0F, 0x08
"""Bits of the first two bytes of a frame (RFC 6455, 5.2), and the codes of a length that follows in more of them."""
WHOLE_TEXT = FINAL | 0x01
MASK = 4
FOR_EVER = 1 << 62


class Reading:
    """One connection's. `largest`: bytes of a message above which it is the library's, which refuses it."""

    __slots__ = ("_begun", "_head", "_largest", "_left")

    def __init__(self, largest: int) -> None:
        self._largest = largest
        self._head = b""
        """The first bytes of a frame, when so few came that they do not say how long it is."""
        self._left = 0
        """Bytes of a frame of the library's that are still to come."""
        self._begun = False
        """Whether a message in parts has begun: its other parts are the library's too."""

    @property
    def at_rest(self) -> bool:
        """Whether the library, if it had to read anything, has read all of it: it may be forgotten."""
        return not (self._left or self._begun)

    def feed(self, chunk: bytes) -> list[str | bytes]:
        """What came, in order: a message that has been read, or bytes for the library."""
        found, data, at = list[str | bytes](), self._head + chunk, 0
        self._head = b""
        while at < len(data):
            if not self._left:
                text, size = self._frame(data, at)
                if text is not None:
                    found.append(text)
                    at += size
                    continue
                if not size:
                    self._head = data[at:]
                    break
                self._left = size
            passed = data[at : at + self._left]
            found.append(passed)
            at, self._left = at + len(passed), self._left - len(passed)
        return found

    def _frame(self, data: bytes, at: int) -> tuple[str | None, int]:
        """(its text when it is ours, how many bytes it has); no bytes when its head is not here yet."""
        if len(data) - at < 2:
            return None, 0
        first, second = data[at], data[at + 1]
        size, body = second & LENGTH, at + 2
        if first & RESERVED or not second & MASKED:
            return None, FOR_EVER
        if size >= TWO_MORE:
            more = 2 if size == TWO_MORE else 8
            size, body = int.from_bytes(data[body : body + more], "big"), body + more
            if len(data) < body:
                return None, 0
        whole = body + MASK + size
        if first == WHOLE_TEXT and not self._begun and whole <= len(data) and self._fits(size, body - at):
            text = _text(data[body : body + MASK], data[body + MASK : whole])
            if text is not None:
                return text, whole - at
        if first & KIND < CONTROL:
            self._begun = not first & FINAL
        return None, whole - at

    def _fits(self, size: int, head: int) -> bool:
        """Neither too large nor empty, and its length said as shortly as it can be."""
        return 0 < size <= self._largest and (head == 2 or (head == 4 and size >= TWO_MORE))


def _text(mask: bytes, hidden: bytes) -> str | None:
    """What lies under the mask; None when it is no UTF-8."""
    size = len(hidden)
    if any(mask):
        key = (mask * (size // MASK + 1))[:size]
        hidden = (int.from_bytes(hidden, "big") ^ int.from_bytes(key, "big")).to_bytes(size, "big")
    try:
        return hidden.decode()
    except UnicodeDecodeError:
        return None
