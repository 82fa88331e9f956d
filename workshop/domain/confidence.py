"""Confidence: six task-specific ratings 0 to 10, before, after, and looking back.

Task-specific items, the same wording each time, and a retrospective "before" beside the real one, because people judge
themselves by another measure once they know more (response shift). Only what may be told is kept; never tested.
"""

from __future__ import annotations

from collections.abc import Iterable

from workshop.domain.disclosure import ratings
from workshop.domain.results import ItemResult

ITEMS = ("recognise", "ask", "explain", "formulate", "plan", "advice")
ASKED = ("now", "looking_back")
HIGHEST = 10


def summarise(item: str, asked: str, values: Iterable[int], k: int) -> ItemResult:
    """Of answers 0..10 what may be told: n, lower median, quartiles and bands; nothing below k answers."""
    counts = [0] * (HIGHEST + 1)
    for value in values:
        counts[value] += 1
    told = ratings(counts, k)
    return ItemResult(item, asked, told.n, told.median, told.quartiles, told.bands)
