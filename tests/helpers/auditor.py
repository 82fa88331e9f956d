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


def placed_of_withheld(card, people, k):
    """How many may have placed a card whose first picture is withheld; skipping and not answering are the rest.

    `unsure`: at least k need to know more; both reasons: fewer than k placed it. `people`: the most who were there.
    """
    room = [([1, 1, 1], people)] if people is not None else []
    most = [([0, -1, 0], -k)] if card["why"] == "unsure" else []
    return limits([1, 0, 0], room, [([1, 0, 0], k - 1), *most])


def unsure_of_withheld(card, people, k):
    """How many of such a card need to know more, and how many of the room are left beside them: (limits, limits)."""
    room = [([1, 1, 1], people)] if people is not None else [([1, 1, 1], 1000)]
    most = [([0, -1, 0], -k)] if card["why"] == "unsure" else []
    return tuple(limits(of, room, [([1, 0, 0], k - 1), *most]) for of in ([0, 1, 0], [1, 0, 1]))


def others_of(n, answered):
    """How many of those who answered did not name what n named; None when it is not told how many did."""
    return None if n is None else limits([0, 1], [([1, 1], answered), ([1, 0], n)])


def directions(before, now, answered, told):
    """Direction → limits of how many of those who answered a card again went that way.

    before, now: the two pictures by stage, *need to know more* last; who did not answer again stands. `answered`: how
    many did, None when that is not told. `told`: the movement, None when it is withheld.
    """
    size = len(before)
    cells = [(i, j) for i in range(size) for j in range(size)]
    stood = [(i, i) for i in range(size)]  # and these did not answer again
    names = [_direction(i, j, size - 1) for i, j in cells] + [None] * size
    both = cells + stood
    equal = [([float(i == pile) for i, _ in both], n) for pile, n in enumerate(before)]
    equal += [([float(j == pile) for _, j in both], n) for pile, n in enumerate(now)]
    if answered is not None:
        equal.append(([1.0] * len(cells) + [0.0] * size, answered))
    equal += [([float(name == way) for name in names], n) for way, n in (told or {}).items()]
    ways = ("same", "typical", "harmful", "to_unsure", "from_unsure")
    return {way: limits([float(name == way) for name in names], equal) for way in ways}


def _direction(i, j, unsure):
    if i == j:
        return "same"
    if unsure in (i, j):
        return "from_unsure" if i == unsure else "to_unsure"
    return "harmful" if j > i else "typical"
