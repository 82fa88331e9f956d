"""Where the words of a picture break: the same on every page and in the report. Pure: no font is at hand.

Mirrored by static/src/shared/ui/picture-words.ts; tested against tests/messages/picture-words.json.
"""

from __future__ import annotations

from workshop.drawing.strip_text import Lines, text_width

SIZE, LEADING = 36, 42
"""Words of a picture are so high, and so far apart; titles, counts and notes alike."""
CUT = "…"
GENEROUS = 1.06
"""By so much words are taken to be wider than they are."""


def broken(text: str, room: float, most: int) -> Lines:
    """Lines that fit `room`; what does not fit on `most` of them ends in a sign that there is more."""
    width = GENEROUS * room
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, SIZE) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = [line if text_width(line, SIZE) <= width else _ended(line, width) for line in lines[:most]]
    if len(lines) > most and kept:
        kept[-1] = kept[-1] if kept[-1].endswith(CUT) else _ended(kept[-1], width)
    return tuple(kept)


def _ended(line: str, width: float) -> str:
    """A line that is cut, between words where it has some."""
    words = line
    while words and text_width(words + CUT, SIZE) > width:
        words = words[:-1]
    words = words.rstrip()
    whole = words.rfind(" ") if len(words) < len(line) and line[len(words)] != " " else -1
    return (words[:whole] if whole > 0 else words) + CUT


def baselines(lines: int, y: float, h: float) -> list[int]:
    """Where lines stand in a box: in the middle of its height."""
    return [int(y + h / 2 + 13 + (at - (lines - 1) / 2) * LEADING + 0.5) for at in range(lines)]


def room_for(h: float) -> int:
    """How many lines a box of this height holds."""
    return max(1, int((h - 8) // LEADING))
