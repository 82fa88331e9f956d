"""The auditor: somebody who has every output, no more, and a solver. It uses none of the code that it audits.

Each question gives `Limits(least, greatest)` in whole people for a figure that the outputs do not tell.
"""

from typing import NamedTuple

import numpy
from scipy.optimize import linprog

BANDS = {"0-3": (0, 3), "4-6": (4, 6), "7-10": (7, 10)}


class Limits(NamedTuple):
    """What a hidden figure can be. None: no people at all could have answered so."""

    least: int
    greatest: int

    @property
    def width(self) -> int:
        return self.greatest - self.least


def limits(objective, equal=(), at_most=()):
    """Least and greatest of objective·x over x >= 0 with rows·x = value (`equal`) and rows·x <= value (`at_most`)."""
    a_eq, b_eq = _system(equal)
    a_ub, b_ub = _system(at_most)
    objective = numpy.asarray(objective, float)
    ends = [linprog(sign * objective, A_ub=a_ub, b_ub=b_ub, A_eq=a_eq, b_eq=b_eq, method="highs") for sign in (1, -1)]
    if any(end.status == 2 for end in ends):
        return None
    assert all(end.status == 0 for end in ends), [end.message for end in ends]
    return Limits(int(numpy.ceil(ends[0].fun - 1e-6)), int(numpy.floor(-ends[1].fun + 1e-6)))


def _system(rows):
    rows = list(rows)
    return ([row for row, _ in rows], [value for _, value in rows]) if rows else (None, None)


def confidence(item):
    """Band → limits, of an item's hidden bands; from its n, median, quartiles and told bands."""
    n, bands = item["n"], item["bands"]
    if n is None or bands is None:
        return {}
    equal = [([1.0] * 11, n)] + [(_between(*BANDS[name]), told) for name, told in bands.items() if told is not None]
    at_most = [row for place, value in _percentiles(item) for row in _percentile(place, value)]
    return {name: limits(_between(*BANDS[name]), equal, at_most) for name, told in bands.items() if told is None}


def _percentiles(item):
    n = item["n"]
    if item["median"] is not None:
        yield (n + 1) // 2, item["median"]
    if item["quartiles"] is not None:
        yield -(-n // 4), item["quartiles"][0]
        yield -(-3 * n // 4), item["quartiles"][1]


def _percentile(place, value):
    """At least `place` answers are at or below the value, fewer than that below it."""
    yield [-x for x in _between(0, value)], -place
    yield _between(0, value - 1), place - 1


def _between(first, last):
    return [1.0 if first <= value <= last else 0.0 for value in range(11)]


def placed_of_withheld(card, delegates, k):
    """How many may have placed a withheld card: fewer than k, and with the others no more than the room."""
    unsure = [] if card["need_to_know"] is None else [([0, 1, 0], card["need_to_know"])]
    room = [([1, 1, 1], delegates)] if delegates is not None else []
    return limits([1, 0, 0], [*unsure, *room], [([1, 0, 0], k - 1)])


def others_of_need(need, delegates):
    """How many did not name a need that is told."""
    room = [([1, 1], delegates)]
    if need["at_least"]:
        return limits([0, 1], room, [([-1, 0], -need["n"])])
    return limits([0, 1], [*room, ([1, 0], need["n"])])


def directions(before, now, same, moved):
    """How many moved towards the low end, were everybody who placed twice told in `same` and `moved`.

    before, now: tallies by stage. People may have come and gone between the two.
    """
    size = len(before)
    cells = [(i, j) for i in range(size + 1) for j in range(size + 1)]  # the last place: not placed
    stay, went = [i == j < size for i, j in cells], [i != j and max(i, j) < size for i, j in cells]
    equal = [([float(i == stage) for i, _ in cells], n) for stage, n in enumerate(before)]
    equal += [([float(j == stage) for _, j in cells], n) for stage, n in enumerate(now)]
    equal += [(list(map(float, stay)), same), (list(map(float, went)), moved)]
    return limits([float(j < i < size) for i, j in cells], equal)


def table(told, rows, columns):
    """(row, column) → limits, of the hidden cells of a table with told totals (`columns` None: of rows only)."""
    places = [(i, j) for i in range(len(rows)) for j in range(len(told[0]))]
    equal = [([float(p[0] == i) for p in places], n) for i, n in enumerate(rows)]
    equal += [([float(p[1] == j) for p in places], n) for j, n in enumerate(columns or [])]
    equal += [([float(p == (i, j)) for p in places], told[i][j]) for i, j in places if told[i][j] is not None]
    hidden = [(i, j) for i, j in places if told[i][j] is None]
    return {(i, j): limits([float(p == (i, j)) for p in places], equal) for i, j in hidden}
