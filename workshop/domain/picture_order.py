"""In which order notes stand in their columns: drawn whole, or with as little moved as may be.

Whole: from several starts, sweeps that put every point at the mean of what it is joined to (Sugiyama, Tagawa and Toda
1981), then each is sifted to its best place (Matuszewski, Schönfeld and Molitor 1999) until nothing is saved. Kept: a
new note comes last in its column, and then places are exchanged for as long as few earlier notes move.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from zlib import crc32

from workshop.domain.picture_layers import Layers

Columns = tuple[tuple[str, ...], ...]
"""Ids of notes by column, each from the top."""
MOVED = 3
"""Earlier notes that may move for each new one, and at any drawing that is not whole."""
STARTS = SWEEPS = 16
LEADS = (0.5, 0.0, 1.0, 0.25, 0.75)
"""Orders that are begun with, and sweeps from each. With 60 notes and 88 links: as few crossings as Graphviz's dot."""


def whole(columns: Sequence[Iterable[str]], pairs: Iterable[tuple[str, str]]) -> Columns:
    """The order with few crossings, from nothing. `columns`: notes in any order; the ids decide what else is open."""
    return _whole(tuple(tuple(sorted(column)) for column in columns), tuple(sorted(set(pairs))))


@lru_cache(maxsize=64)
def _whole(names: Columns, pairs: tuple[tuple[str, str], ...]) -> Columns:
    """Remembered, for a report is made in several formats."""
    layers = _layers(names, pairs)
    found = [_improved(layers, start) for start in range(STARTS)]
    return _named(names, layers, min(found, key=lambda one: one[0])[1])


def kept(before: Columns, columns: Sequence[Sequence[str]], pairs: Iterable[tuple[str, str]]) -> Columns:
    """The order as it was, with what came since, and at most MOVED earlier notes in another place for each of these.

    What went leaves no gap: those beneath it move up.
    """
    here = [set(column) for column in columns]
    old = [[i for i in was if i in now] for was, now in zip(before, here, strict=True)]
    names = [was + sorted(now - set(was)) for was, now in zip(old, here, strict=True)]
    came = sum(len(now) - len(was) for was, now in zip(old, names, strict=True))
    layers = _layers(names, pairs)
    _settled(layers)
    stood = {p: at for was, points in zip(old, _real(layers), strict=True) for at, p in enumerate(points[: len(was)])}
    while _exchange(layers, stood, MOVED * max(1, came)):
        _settled(layers)
    return _named(names, layers, layers.order)


def crossings(columns: Sequence[Sequence[str]], pairs: Iterable[tuple[str, str]]) -> int:
    """How many lines cross in this order of notes, with links that skip columns led as well as may be."""
    layers = _layers(columns, pairs)
    _settled(layers)
    return layers.crossings()


def _layers(names: Sequence[Sequence[str]], pairs: Iterable[tuple[str, str]]) -> Layers:
    """Points are numbered as they stand in `names`; pairs within a column, or with what stands in none, are left."""
    number: dict[str, int] = {}
    for column in names:
        number |= {name: len(number) + at for at, name in enumerate(column)}
    at = {name: c for c, column in enumerate(names) for name in column}
    joined = [(a, b) for a, b in pairs if a in at and b in at and at[a] != at[b]]
    return Layers([[number[n] for n in column] for column in names], [(number[a], number[b]) for a, b in joined])


def _named(names: Sequence[Sequence[str]], layers: Layers, order: Sequence[Sequence[int]]) -> Columns:
    flat = [name for column in names for name in column]
    return tuple(tuple(flat[p] for p in points if p in layers.real) for points in order)


def _real(layers: Layers) -> list[list[int]]:
    return [[p for p in points if p in layers.real] for points in layers.order]


def _improved(layers: Layers, start: int) -> tuple[int, list[list[int]]]:
    """The best that is found from one start: from the numbers of the points, or from a mixture of its own."""
    order = [sorted(points, key=lambda p: crc32(b"%d %d" % (start, p)) if start else p) for points in layers.order]
    layers.put(order)
    for sweep in range(SWEEPS):
        _by_means(layers, rightwards=(sweep + start) % 2 == 0)
    _sifted(layers)
    return layers.crossings(), [list(points) for points in layers.order]


def _by_means(layers: Layers, rightwards: bool) -> None:
    """Each column by the means of what its points are joined to in the column before; who is not joined stays."""
    columns = range(1, len(layers.order)) if rightwards else range(len(layers.order) - 2, -1, -1)
    sides = layers.left if rightwards else layers.right
    for column in columns:
        points = layers.order[column]
        means = {p: sum(layers.place[q] for q in sides[p]) / len(sides[p]) for p in points if sides[p]}
        moving = iter(sorted(means, key=lambda p: (means[p], layers.place[p])))
        layers.order[column] = [next(moving) if p in means else p for p in points]
        layers.settle(column)


def _sifted(layers: Layers) -> None:
    for _ in range(SWEEPS):
        if not sum(layers.sift(p) for p in sorted(layers.column)):
            return


def _settled(layers: Layers) -> None:
    """Lead links that skip columns as well as may be: only dummies are moved, for nobody sees them."""
    if len(layers.real) == len(layers.column):
        return
    found = [_led(layers, share) for share in LEADS]
    layers.put(min(found, key=lambda one: one[0])[1])


def _led(layers: Layers, share: float) -> tuple[int, list[list[int]]]:
    """Dummies at first as high as their link's ends, `share` of the way from the left one; then each is sifted."""
    heights = {p: (at + 0.5) / len(points) for points in _real(layers) for at, p in enumerate(points)}
    dummies = [p for p in sorted(layers.column) if p not in layers.real]
    for p in dummies:
        a, b = _end(p, layers.left, layers.real), _end(p, layers.right, layers.real)
        part = (layers.column[p] - layers.column[a]) / (layers.column[b] - layers.column[a])
        heights[p] = heights[a] + (heights[b] - heights[a]) * min(1, max(0, part + share - 0.5))
    layers.put([sorted(points, key=lambda p: (heights[p], p)) for points in layers.order])
    for turn in range(SWEEPS):
        if not sum(layers.sift(p) for p in (dummies[::-1] if turn % 2 else dummies)):
            break
    return layers.crossings(), [list(points) for points in layers.order]


def _end(point: int, side: Mapping[int, Sequence[int]], real: Collection[int]) -> int:
    while point not in real:
        (point,) = side[point]
    return point


def _exchange(layers: Layers, stood: Mapping[int, int], most: int) -> bool:
    """Exchange the two notes of a column that saves most, if at most so many then stand elsewhere than they stood."""
    best, found = 0, None
    rows = _real(layers)
    moved = {p for points in rows for at, p in enumerate(points) if stood.get(p, at) != at}
    for column, points in enumerate(rows):
        before = layers.crossings(column)
        for at, upper in enumerate(points):
            for to in range(at + 1, len(points)):
                lower = points[to]
                after = {p for p, row in ((upper, to), (lower, at)) if stood.get(p, row) != row}
                if len(moved - {upper, lower} | after) > most:
                    continue
                _swap(layers, upper, lower)
                saved = before - layers.crossings(column)
                _swap(layers, upper, lower)
                if saved > best:
                    best, found = saved, (upper, lower)
    if found:
        _swap(layers, *found)
    return found is not None


def _swap(layers: Layers, a: int, b: int) -> None:
    column, at, to = layers.order[layers.column[a]], layers.place[a], layers.place[b]
    column[at], column[to] = b, a
    layers.place[a], layers.place[b] = to, at
