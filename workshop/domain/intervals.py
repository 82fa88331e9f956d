"""Where a median may lie, by ranks alone: 95 in 100 at least, whatever the values look like."""

from __future__ import annotations

from collections.abc import Sequence
from math import comb, sqrt
from statistics import median_low

LEAST = 6
"""Of fewer values no two enclose the median that often."""
EXACT = 400
"""Up to so many the ranks are counted; beyond, they are those of the normal curve."""
Z = 1.959964


def median(values: Sequence[int]) -> int:
    """The middle value; of an even number the lower one of both. Raises ValueError for none."""
    if not values:
        raise ValueError("no values")
    return median_low(values)


def interval(values: Sequence[int]) -> tuple[int, int] | None:
    """The two values between which the median lies; None of fewer than LEAST."""
    n = len(values)
    if n < LEAST:
        return None
    at, ordered = _rank(n), sorted(values)
    return ordered[at - 1], ordered[n - at]


def _rank(n: int) -> int:
    """The highest j of which the jth lowest value lies above the median at most 2.5 in 100 times."""
    if n > EXACT:
        return int((n - Z * sqrt(n)) / 2)
    below, j = 1, 0  # of all 2**n ways, those with fewer than j + 1 values below the median
    while below * 40 <= 2**n:
        j += 1
        below += comb(n, j)
    return j
