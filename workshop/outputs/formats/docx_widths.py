"""How wide the columns of a table are in a Word file, which is told so: programs that guess break words."""

from __future__ import annotations

from collections.abc import Sequence

LONG, WORD = 40, 20
"""Characters after which a text wraps, and a word is broken: an address must not leave the others no room."""
LETTER, EDGES = 2.3, 4.0
"""Millimetres of a letter of a wide face, and of a cell's two edges."""


def column_widths(rows: Sequence[Sequence[str]], paper: float) -> list[float]:
    """Millimetres of each column, `paper` in all; rows of another length than the first are as wide as the table.

    Each gets what its longest word needs, where there is room for that; what is left goes where texts are long.
    """
    columns = list(zip(*(row for row in rows if len(row) == len(rows[0])), strict=True))
    words = [max(len(word) for text in texts for word in (*text.split(), "")) for texts in columns]
    least = [_room(min(WORD, longest)) for longest in words]
    asked = [max(_room(min(LONG, max(map(len, texts)))), word) for texts, word in zip(columns, least, strict=True)]
    spare, more = paper - sum(least), sum(asked) - sum(least)
    if spare <= 0 or more <= 0:
        return [paper * word / sum(least) for word in least]
    return [word + (wide - word) * spare / more for word, wide in zip(least, asked, strict=True)]


def _room(letters: int) -> float:
    return EDGES + LETTER * letters
