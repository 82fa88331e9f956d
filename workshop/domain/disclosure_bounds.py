"""What anybody could reckon about a figure that is not told, from all those that are: exact, in whole people.

Two shapes are enough for everything that we hand out. *Ordered answers* of one question: the total, percentiles and
some bands of counts are differences of running totals, so the tightest limits are shortest paths. *Tables* with told
row and column totals: how far a cell can move is the greatest flow round that cell. Both always give integer limits,
because both systems are totally unimodular (Schrijver, Theory of Linear and Integer Programming, 1986, chapter 19).
`tests/promise/test_outputs_audit.py` reckons the same with a general solver of its own.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence

Interval = tuple[int, int]
"""Least and greatest possible value."""
Span = tuple[int, int]
"""First and last value of a band, both in it."""
Limits = Sequence[Sequence[Interval]]


def band_limits(
    total: int, size: int, percentiles: Mapping[int, int], shown: Mapping[Span, int]
) -> Callable[[Span], Interval]:
    """How many of `total` answers 0..size-1 may lie in a band.

    `percentiles`: place from below → the value there (the 11th of 22 answers is 6). `shown`: band → its count.
    """
    nodes = range(size + 1)
    # most[i][j]: the greatest C(j) - C(i), where C(v) is how many answers lie below v.
    most = [[total if i < j else 0 for j in nodes] for i in nodes]

    def at_most(i: int, j: int, difference: int) -> None:
        most[i][j] = min(most[i][j], difference)

    at_most(size, 0, -total)
    for place, value in percentiles.items():
        at_most(value + 1, 0, -place)
        at_most(0, value, place - 1)
    for (first, last), count in shown.items():
        at_most(first, last + 1, count)
        at_most(last + 1, first, -count)
    for via in nodes:
        for i in nodes:
            for j in nodes:
                at_most(i, j, most[i][via] + most[via][j])
    return lambda band: (-most[band[1] + 1][band[0]], most[band[0]][band[1] + 1])


def table_limits(cells: Sequence[Sequence[int]], limits: Limits) -> list[list[Interval]]:
    """The tightest limits of every cell when all row and column totals are told.

    `cells` is the truth (it only serves as a starting point: the answer is the same from any table that fits);
    `limits` what is known of each cell beforehand: (n, n) for a told one, (0, total) for one of which nothing is.
    """
    return [
        [
            (n - _give(cells, limits, row, column, -1), n + _give(cells, limits, row, column, 1))
            for column, n in enumerate(line)
        ]
        for row, line in enumerate(cells)
    ]


def _give(cells: Sequence[Sequence[int]], limits: Limits, row: int, column: int, sign: int) -> int:
    """How far one cell can rise (sign 1) or fall (-1): what can flow back round it through all other cells."""
    rows, columns = len(cells), len(cells[0])
    low, high = limits[row][column]
    room = high - cells[row][column] if sign > 0 else cells[row][column] - low
    # A unit from row i to column j raises that cell; from column j to row i it lowers it.
    spare = [[0] * (rows + columns) for _ in range(rows + columns)]
    for i, line in enumerate(cells):
        for j, n in enumerate(line):
            if (i, j) != (row, column):
                spare[i][rows + j], spare[rows + j][i] = limits[i][j][1] - n, n - limits[i][j][0]
    ends = (rows + column, row) if sign > 0 else (row, rows + column)
    return _flow(spare, *ends, most=room)


def _flow(spare: list[list[int]], source: int, sink: int, most: int) -> int:
    """The greatest flow, by shortest augmenting paths (Edmonds and Karp 1972), but no more than `most`."""
    moved = 0
    while moved < most:
        path = _path(spare, source, sink)
        if not path:
            return moved
        step = min(most - moved, *(spare[a][b] for a, b in path))
        for a, b in path:
            spare[a][b] -= step
            spare[b][a] += step
        moved += step
    return moved


def _path(spare: list[list[int]], source: int, sink: int) -> list[tuple[int, int]]:
    came: dict[int, int] = {source: source}
    waiting = deque([source])
    while waiting:
        here = waiting.popleft()
        for there, free in enumerate(spare[here]):
            if free > 0 and there not in came:
                came[there] = here
                waiting.append(there)
    path: list[tuple[int, int]] = []
    while sink != source and sink in came:
        path.append((came[sink], sink))
        sink = came[sink]
    return path
