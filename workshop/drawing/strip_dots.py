"""Where the dots of a strip go: sizes, places in a pile, and the shape that replaces them in a large room.

Lengths are in the drawing's own units (pixels of the projector at 1080 lines, CSS pixels on a page).
The same functions, under the same names, are in static/src/shared/strip/dots.ts; both are tested
against tests/messages/strip/*.json.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, exp, floor

GAP, GAP_OF_PAIRS = 0.36, 0.5  # the gap between dots as a share of their radius
BAND_SHARE = 0.84  # of a band's width that dots may fill
BUMP = 0.25  # standard deviation of a bump as a share of the band
STEPS = 24  # points of the shape in one band


@dataclass(frozen=True)
class Fit:
    """Radius, dots in a row, and dots in a row of the lane *need to know more*."""

    r: float
    columns: int
    lane_columns: int
    gap: float


def fit(
    piles: Sequence[Sequence[int]], band: float, lane: float, height: float, rmax: float, pairs: bool = False
) -> Fit:
    """The largest dots at which every pile fits; among equals the fewest columns.

    piles: one list per strip that shares this fit: the counts of its stages, then that of the lane.
    band, lane: widths; height: room for dots. pairs: before and after, where the columns are odd.
    """
    gap = GAP_OF_PAIRS if pairs else GAP
    most = max(1, max((max(pile) for pile in piles), default=1))
    off = max((pile[-1] for pile in piles), default=0)
    best = Fit(0.0, 1, 1, gap)
    for columns in range(1, most + 2, 2 if pairs else 1):
        found = _with_columns(columns, most, off, band, lane, height, rmax, gap, pairs)
        if found.r > best.r + 1e-9:
            best = found
    return best


def _with_columns(
    columns: int, most: int, off: int, band: float, lane: float, height: float, rmax: float, gap: float, pairs: bool
) -> Fit:
    r = min(BAND_SHARE * band / span(columns, gap), height / span(ceil(most / columns), gap), rmax)
    narrow = max(1, min(columns, floor((lane / r + gap) / (2 + gap) + 1e-9)))
    if pairs and narrow % 2 == 0:
        narrow -= 1
    if off and span(ceil(off / narrow), gap) * r > height + 1e-9:
        r, narrow = min(r, lane / span(columns, gap)), columns
    return Fit(r, columns, narrow, gap)


def span(count: int, gap: float) -> float:
    """Length of `count` dots in a line, in radii."""
    return count * (2 + gap) - gap


def places(count: int, columns: int) -> list[tuple[float, int]]:
    """Places of a pile of `count` dots: (steps from the centre line, row from the line upwards).

    Within a row from the centre outwards, left before right; a short top row is centred. The first
    place is where a phone marks its own dot. There is no order of arrival to draw.
    """
    found: list[tuple[float, int]] = []
    for row in range(ceil(count / columns)):
        found += [(step, row) for step in _outwards(min(columns, count - row * columns))]
    return found


def _outwards(width: int) -> list[float]:
    steps = [index - (width - 1) / 2 for index in range(width)]
    return sorted(steps, key=lambda step: (abs(step), step))


def filled(places_of_both: Sequence[tuple[float, int]], count: int) -> list[tuple[float, int]]:
    """The places that `count` dots take among those of the larger of two counts.

    Whole rows first. In a row that is only partly filled, mirror pairs, outermost first; an odd one
    takes the centre (or, where a row has none, the place nearest to it).
    """
    taken: list[tuple[float, int]] = []
    for row in range(1 + max((row for _, row in places_of_both), default=-1)):
        of_row = [place for place in places_of_both if place[1] == row]
        taken += _in_row(of_row, min(count - len(taken), len(of_row)))
    return taken


def _in_row(of_row: list[tuple[float, int]], count: int) -> list[tuple[float, int]]:
    if count >= len(of_row) or count <= 0:
        return of_row[: max(count, 0)]
    outermost = sorted(of_row, key=lambda place: (-abs(place[0]), place[0]))
    centre = of_row[:1] if count % 2 else []
    return centre + [place for place in outermost if place not in centre][: count - len(centre)]


def shape(centre: float, band: float, bumps: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The outline over one band, (x, height above the ground), where every bump is a normal curve.

    bumps: (centre, height). Neighbouring bands meet, so that a line's stages make one shape.
    """
    sd = BUMP * band
    xs = [centre + band * (index / STEPS - 0.5) for index in range(STEPS + 1)]
    return [(x, sum(height * exp(-(((x - middle) / sd) ** 2) / 2) for middle, height in bumps)) for x in xs]
