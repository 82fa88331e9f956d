"""Crossings of a picture in columns: who stands above whom, and how few lines can cross. Pure, integers only.

A link that skips columns stands in each of these by a point of its own (a dummy), as in Sugiyama, Tagawa and Toda
(1981): crossings are then inversions between neighbouring columns, and nothing else need be counted.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence


class Layers:
    """Points in columns, joined between neighbouring columns. `order[c]`: the points of column c, from the top.

    `column`: point → its column; `pairs`: joined points, each in a column of its own. Dummies are numbered after the
    points that were given.
    """

    def __init__(self, order: Sequence[Iterable[int]], pairs: Iterable[tuple[int, int]]) -> None:
        self.order = [list(points) for points in order]
        self.column = {p: c for c, points in enumerate(self.order) for p in points}
        self.real = frozenset(self.column)
        self.left: dict[int, list[int]] = {p: [] for p in self.column}
        self.right: dict[int, list[int]] = {p: [] for p in self.column}
        self._gaps: list[list[tuple[int, int]]] = [[] for _ in self.order]
        for a, b in sorted({tuple(sorted(pair, key=lambda p: (self.column[p], p))) for pair in pairs}):
            self._join(a, b)
        self.place: dict[int, int] = {}
        self.settle()

    def _join(self, a: int, b: int) -> None:
        """Join two points, by a dummy in every column between."""
        for column in range(self.column[a] + 1, self.column[b] + 1):
            there = b if column == self.column[b] else self._dummy(column)
            self.right[a].append(there)
            self.left[there].append(a)
            self._gaps[column - 1].append((a, there))
            a = there

    def _dummy(self, column: int) -> int:
        point = len(self.column)
        self.column[point], self.left[point], self.right[point] = column, [], []
        self.order[column].append(point)
        return point

    def settle(self, column: int | None = None) -> None:
        """Read places from the order: of one column, or of all."""
        for points in self.order if column is None else (self.order[column],):
            self.place |= {p: at for at, p in enumerate(points)}

    def put(self, order: Sequence[Sequence[int]]) -> None:
        """Another order of the same points."""
        self.order = [list(points) for points in order]
        self.settle()

    def crossings(self, column: int | None = None) -> int:
        """How many lines cross: on both sides of one column, or in all."""
        gaps = range(len(self._gaps)) if column is None else (column - 1, column)
        return sum(self._inversions(self._gaps[gap]) for gap in gaps if gap >= 0)

    def _inversions(self, gap: list[tuple[int, int]]) -> int:
        place, seen, found = self.place, list[int](), 0
        for _, end in sorted((place[a], place[b]) for a, b in gap):
            found += len(seen) - bisect_right(seen, end)
            insort(seen, end)
        return found

    def sift(self, point: int) -> int:
        """Put a point where fewest of its column's lines cross, the nearest such place. Returns how many are saved."""
        column, place = self.column[point], self.place
        points, at = self.order[column], place[point]
        ends = [[place[q] for q in side[point]] for side in (self.left, self.right)]
        best = (0, 0, at)
        for others, to, step in ((range(at - 1, -1, -1), at, -1), (range(at + 1, len(points)), at, 1)):
            change = 0
            for other in others:
                to, change = to + step, change + step * self._beneath(points[other], ends)
                if change <= best[0]:
                    best = min(best, (change, abs(to - at), to))
        if best[2] != at:
            points.insert(best[2], points.pop(at))
            self.settle(column)
        return -best[0]

    def _beneath(self, other: int, ends: Sequence[Sequence[int]]) -> int:
        """By how many more lines cross when a point whose lines end at these places goes from above to beneath."""
        place, found = self.place, 0
        for mine, theirs in zip(ends, (self.left[other], self.right[other]), strict=True):
            for q in theirs:
                end = place[q]
                for p in mine:
                    found += (end > p) - (end < p)
        return found
