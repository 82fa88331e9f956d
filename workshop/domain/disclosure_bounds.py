"""What anybody could reckon about a figure that is not told, from all those that are: exact, in whole people.

One shape is enough for everything that we hand out: *ordered answers* of one question. The total, percentiles and some
bands of counts are differences of running totals, so the tightest limits are shortest paths, and always integers, for
the system is totally unimodular (Schrijver, Theory of Linear and Integer Programming, 1986, chapter 19).
`tests/promise/test_outputs_audit.py` reckons the same with a general solver of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

Interval = tuple[int, int]
"""Least and greatest possible value."""
Span = tuple[int, int]
"""First and last value of a band, both in it."""


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
    for via, onwards in enumerate(most):  # every way by way of it (Floyd–Warshall)
        for row in most:
            first = row[via]
            row[:] = [min(direct, first + then) for direct, then in zip(row, onwards, strict=True)]
    return lambda band: (-most[band[1] + 1][band[0]], most[band[0]][band[1] + 1])
