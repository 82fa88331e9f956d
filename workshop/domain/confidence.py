"""Confidence: six task-specific ratings 0 to 10, before, after, and looking back.

Task-specific items, the same wording each time, and a retrospective "before" beside the real one, because people judge
themselves by another measure once they know more (response shift). Shown as n, median and spread; never tested.
"""

from __future__ import annotations

from collections.abc import Iterable

from workshop.domain.agreement import lower_median
from workshop.domain.results import ItemResult

ITEMS = {
    "recognise": "Recognise where a behaviour may sit on the continuum",
    "ask": "Say what else I need to know before I decide",
    "explain": "Explain my reasoning to somebody from another agency",
    "formulate": "Build a formulation with others",
    "plan": "Name next steps for the child, the family and those harmed",
    "advice": "Know where to get advice",
}
ASKED = ("now", "looking_back")
HIGHEST = 10


def summarise(item: str, asked: str, values: Iterable[int], k: int) -> ItemResult:
    """n, counts of 0..10, lower median and quartiles; all withheld below k answers."""
    counts = [0] * (HIGHEST + 1)
    for value in values:
        counts[value] += 1
    n = sum(counts)
    if n < k:
        return ItemResult(item, asked, None, None, None, None)
    return ItemResult(item, asked, n, tuple(counts), lower_median(counts), _quartiles(counts))


def _quartiles(counts: list[int]) -> tuple[int, int]:
    """The values at or below which a quarter, and three quarters, of the answers lie."""
    n = sum(counts)
    return _value_at(counts, -(-n // 4)), _value_at(counts, -(-3 * n // 4))


def _value_at(counts: list[int], place: int) -> int:
    seen = 0
    for value, count in enumerate(counts):
        seen += count
        if seen >= place:
            return value
    return HIGHEST
