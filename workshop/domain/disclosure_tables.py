"""Breakdowns of a room's figures: nothing below k, and nothing from which it could be reckoned.

A figure is *small* when fewer than k people are behind it. Small figures are withheld; then others too (complementary
suppression: Cox 1980, "Suppression methodology and statistical disclosure control", JASA 75), until whatever is left
still allows k different values, k - 1 people apart, for every small one. Zero counts as small: "nobody" is news too.

The strip is not a breakdown: it is what everybody placed, shown to everybody, from k placements. Breakdowns are the
confidence of the room by band, what people need, why they moved, what a part of the room said, and (should an activity
ever ask for it) anything by group.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from workshop.domain.agreement import lower_median
from workshop.domain.disclosure_bounds import Span, band_limits, table_limits

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
        limits = band_limits(sum(counts), len(counts), places, shown)
        if all(n >= k or (band in hidden and _wide(limits(band), k)) for band, n in truth.items()):
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


# ---------------------------------------------------------------- by group


def breakdown(cells: Sequence[Sequence[int]], k: int) -> tuple[Cells, ...] | None:
    """A table by group with told row and column totals, as much of it as may be told; None when nothing may.

    Rows are groups, columns answers; of one group alone the columns have no totals. Small cells are withheld, then
    the smallest rectangles round those that could still be reckoned, until none can.
    """
    if not cells or not cells[0]:
        return None
    places = [(i, j) for i, row in enumerate(cells) for j in range(len(row))]
    hidden = {(i, j) for i, j in places if cells[i][j] < k}
    while exposed := _exposed(cells, hidden, k):
        others = [more for corners in _rectangles(cells, exposed) if (more := corners - hidden)]
        if not others:
            return None
        hidden |= min(others, key=lambda more: (sum(cells[i][j] for i, j in more), sorted(more)))
    if len(hidden) == len(places):
        return None
    return tuple(tuple(None if (i, j) in hidden else n for j, n in enumerate(row)) for i, row in enumerate(cells))


def _rectangles(cells: Sequence[Sequence[int]], at: tuple[int, int]) -> Iterator[set[tuple[int, int]]]:
    """What may hide a cell: two neighbours and the corner between them; in a single row any other."""
    row, column = at
    for j in (j for j in range(len(cells[0])) if j != column):
        if len(cells) == 1:
            yield {(row, j)}
        yield from ({(row, j), (i, column), (i, j)} for i in range(len(cells)) if i != row)


def _exposed(cells: Sequence[Sequence[int]], hidden: set[tuple[int, int]], k: int) -> tuple[int, int] | None:
    """The first small cell that the told ones would give away."""
    total = sum(map(sum, cells))
    known = [[(0, total) if (i, j) in hidden else (n, n) for j, n in enumerate(row)] for i, row in enumerate(cells)]
    if len(cells) == 1:  # the rest of the world takes up whatever a column loses or gains
        cells, known = [*cells, [0] * len(cells[0])], [*known, [(-total, total)] * len(cells[0])]
    limits = table_limits(cells, known)
    small = [(i, j) for i, j in sorted(hidden) if cells[i][j] < k]
    return next((p for p in small if not _wide(limits[p[0]][p[1]], k)), None)
