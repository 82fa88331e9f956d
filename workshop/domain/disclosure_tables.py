"""Breakdowns of a room's figures: nothing below k, and nothing from which it could be reckoned.

A figure is *small* when fewer than k people are behind it. Small figures are withheld; then others too (complementary
suppression: Cox 1980, "Suppression methodology and statistical disclosure control", JASA 75), until whatever is left
still allows k different values, k - 1 people apart, for every small one. Zero counts as small: "nobody" is news too.

The strip is not a breakdown: it is what everybody placed, shown to everybody, from k placements. Breakdowns are the
confidence of the room by band, what people need, why they moved and what a part of the room said. Nothing is told by
group.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from workshop.domain.agreement import lower_median
from workshop.domain.disclosure_bounds import Span, band_limits

BANDS: tuple[Span, ...] = ((0, 3), (4, 6), (7, 10))
"""Confidence by band: low, middle, high."""
Cells = tuple[int | None, ...]


@dataclass(frozen=True)
class Ratings:
    """One confidence item as it may be told. `bands` None: no breakdown; a None in it: withheld."""

    n: int | None
    median: int | None = None
    quartiles: tuple[int, int] | None = None
    bands: Cells | None = None


# ---------------------------------------------------------------- ordered answers


def ratings(counts: Sequence[int], k: int) -> Ratings:
    """n and median from k answers; the middle half when k lie at or beyond each of its ends; the bands that may be.

    `counts`: how many answered 0, 1, … 10.
    """
    n = sum(counts)
    if n < k:
        return Ratings(None)
    middle = (_value_at(counts, -(-n // 4)), _value_at(counts, -(-3 * n // 4)))
    quartiles = middle if -(-n // 4) >= k else None
    return Ratings(n, lower_median(counts), quartiles, bands(counts, quartiles, k))


def _value_at(counts: Sequence[int], place: int) -> int:
    """The value of the answer in this place, from below and from 1."""
    seen = 0
    for value, n in enumerate(counts):
        seen += n
        if seen >= place:
            return value
    raise ValueError("there are not so many answers")


def bands(counts: Sequence[int], quartiles: tuple[int, int] | None, k: int) -> Cells | None:
    """Counts by band beside a told total, median and quartiles; as many as may be told, None when none may."""
    truth = {band: sum(counts[band[0] : band[1] + 1]) for band in BANDS}
    places = percentiles(counts, quartiles)
    for hidden in _fewest_first(truth):
        shown = {band: n for band, n in truth.items() if band not in hidden}
        if any(n < k for n in shown.values()):
            continue
        limits = band_limits(sum(counts), len(counts), places, shown)
        if all(truth[band] >= k or _wide(limits(band), k) for band in hidden):
            return tuple(shown.get(band) for band in BANDS) if shown else None
    return None


def percentiles(counts: Sequence[int], quartiles: tuple[int, int] | None) -> dict[int, int]:
    """Place → value, of those told: the lower median always, the quartiles when they are."""
    n, median = sum(counts), lower_median(counts)
    found = {} if median is None else {(n + 1) // 2: median}
    return found if quartiles is None else found | {-(-n // 4): quartiles[0], -(-3 * n // 4): quartiles[1]}


def _fewest_first(truth: dict[Span, int]) -> Iterator[tuple[Span, ...]]:
    """Which bands to withhold: none, then every two, and so on; of equal sets the one with the fewest people."""
    for size in range(len(truth) + 1):
        yield from sorted(combinations(truth, size), key=lambda chosen: sum(truth[b] for b in chosen))


def _wide(limits: tuple[int, int], k: int) -> bool:
    return limits[1] - limits[0] >= k - 1
