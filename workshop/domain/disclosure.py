"""What may be told of a room's figures: nothing below k, and nothing from which it could be reckoned.

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
from workshop.domain.results import ItemResult, Movement

BANDS: tuple[Span, ...] = ((0, 3), (4, 6), (7, 10))
"""Confidence by band: low, middle, high."""
Cells = tuple[int | None, ...]


@dataclass(frozen=True)
class Count:
    """How many; with `at_least`, that many or more, because telling exactly would tell who is left over."""

    n: int
    at_least: bool = False


@dataclass(frozen=True)
class Ratings:
    """One confidence item as it may be told. `bands` None: no breakdown; a None in it: withheld."""

    n: int | None
    median: int | None = None
    quartiles: tuple[int, int] | None = None
    bands: Cells | None = None


def told(n: int | None, k: int) -> int | None:
    """A figure, unless it is small."""
    return n if n is not None and n >= k else None


def counted(n: int, people: int | None, k: int) -> Count | None:
    """How many of `people` named something, when neither those nor the others are few.

    All but one or two naming it would tell of the one or two: then only a lower limit is told.
    """
    if n < k:
        return None
    if people is None or people - n >= k:
        return Count(n)
    least = people - k + 1
    return Count(least, at_least=True) if least >= k else None


def unsure_of_withheld(unsure: int | None, people: int | None, k: int) -> int | None:
    """*Need to know more* of a card that too few placed: told only when it leaves room for 0 to k - 1 placements."""
    if unsure is None or unsure < k or (people is not None and people - unsure < k - 1):
        return None
    return unsure


# ---------------------------------------------------------------- ordered answers


def ratings(item: ItemResult, k: int) -> Ratings:
    """n and median from k answers; the middle half when k lie at or beyond each of its ends; the bands that may be."""
    if item.n is None or item.counts is None or item.n < k:
        return Ratings(None)
    quartiles = item.quartiles if -(-item.n // 4) >= k else None
    return Ratings(item.n, item.median, quartiles, bands(item.counts, quartiles, k))


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


# ---------------------------------------------------------------- movement


def movement(counted: Movement | None) -> Movement | None:
    """Movement as it may stand beside both tallies: both directions, or nothing.

    The room may hear "6 moved" in place of 1 and 5. Beside the tallies before and after, which a report holds and
    anybody can take from one another, the joined figure gives the two directions away (see the auditor's test).
    """
    return counted if counted is not None and counted.moved is None and not counted.few else None
