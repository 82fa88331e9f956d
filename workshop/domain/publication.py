"""Numbers for print: of counts up to seven only that there are few, all others rounded to five.

Whoever publishes a table hands it to people who know rooms that we do not know. So a row with a total never has just
one number that is hidden, or the total would give it back; and shares are reckoned from what is printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

FEW, STEP = 7, 5


def printed(n: int) -> int | None:
    """None up to FEW; else to the nearest STEP."""
    return None if n <= FEW else (n + STEP // 2) // STEP * STEP


@dataclass(frozen=True)
class Row:
    """Counts of one thing in parts. None: hidden. `total` None: not told, and then it cannot be reckoned either."""

    cells: tuple[int | None, ...]
    total: int | None

    @property
    def shares(self) -> tuple[int | None, ...]:
        """Whole per cents of the printed total."""
        return tuple(None if c is None or not self.total else round(100 * c / self.total) for c in self.cells)


def row(counts: Sequence[int]) -> Row:
    """A row as it is printed: no number hidden, or two at least, or no total."""
    cells = [printed(n) for n in counts]
    if sum(c is None for c in cells) == 1 and len(cells) > 1:
        shown = [i for i, c in enumerate(cells) if c is not None]
        cells[min(shown, key=lambda i: (counts[i], i))] = None
    lone = sum(c is None for c in cells) == 1
    return Row(tuple(cells), None if lone else printed(sum(counts)))
