"""The lines across a level of response, closer from level to level. Geometry only.

static/src/shared/strip/hatch.ts is the same for the browser; both are tested against tests/messages/strip/hatches.json.
"""

from __future__ import annotations

from collections.abc import Iterator

from workshop.drawing.strip_parts import Box

APART = (0.0, 22 / 46, 13 / 46, 7 / 46, 4 / 46)
"""Between two lines, measured across them, in thicknesses of the line; the first level has none."""
DIAGONAL = 2**0.5


def hatching(box: Box, level: int, line: float) -> Iterator[tuple[float, float, float, float]]:
    """(x, y, x, y) of each line at 45 degrees within a box, from its left to its right. `level` from 0."""
    step = APART[level] * line * DIAGONAL
    if not step:
        return
    at = step
    while at < box.w + box.h:
        left, right = max(0.0, at - box.h), min(at, box.w)
        yield box.x + left, box.y + at - left, box.x + right, box.y + at - right
        at += step
