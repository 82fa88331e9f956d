"""Agreement on an ordered scale, the label of a card, and the two camps of a split.

Agreement A: C. van der Eijk, "Measuring agreement in ordered rating scales", Quality & Quantity 35 (2001), 325-341;
the same figures as R's `agrmt::agreement`. Labels: the third-and-third test of the RAND/UCLA Appropriateness
Method made free of scale length, then adjacency. Nothing here is about right or wrong: settled is not better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

SETTLED, NEIGHBOURING, SPREAD, SPLIT = "settled", "neighbouring", "spread", "split"
UNSURE = "unsure"
"""Most need to know more: said of a card before anything is said of where it was placed."""
LABELS = (UNSURE, SPLIT, SPREAD, NEIGHBOURING, SETTLED)
"""The five kinds of a card, in the order in which they are worth discussing."""
SETTLED_SHARE = 0.75
NEIGHBOURING_SHARE = 0.85
CAMP_SHARE = 1 / 3
SPLIT_BELOW = 0.3


def agreement(tallies: Sequence[int]) -> float:
    """A of a frequency vector over at least three stages: 1 all in one, 0 uniform, -1 half at each end.

    Raises ValueError for fewer than three stages, a negative count, or nobody at all.
    """
    if len(tallies) < 3 or min(tallies) < 0 or sum(tallies) == 0:
        raise ValueError("agreement needs at least three stages and one placement")
    total = sum(tallies)
    return sum(weight / total * _layer_agreement(pattern) for weight, pattern in _layers(tallies))


def kind(tallies: Sequence[int], unsure: int, k: int) -> str | None:
    """One of LABELS. `unsure` of at least k people who need to know more, and no fewer than placed it, come first."""
    return UNSURE if unsure >= max(k, sum(tallies)) else label(tallies)


def label(tallies: Sequence[int]) -> str | None:
    """`settled`, `split`, `neighbouring` or `spread`; the first that holds, in that order. None when nobody placed."""
    total = sum(tallies)
    if total == 0:
        return None
    if max(tallies) >= SETTLED_SHARE * total:
        return SETTLED
    if len(tallies) >= 3 and (_camp_pairs(tallies) or agreement(tallies) < SPLIT_BELOW):
        return SPLIT
    neighbours = max(a + b for a, b in pairwise(tallies))
    return NEIGHBOURING if neighbours >= NEIGHBOURING_SHARE * total else SPREAD


def camps(tallies: Sequence[int]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The two camps of a split as (first, last) occupied positions from 0, or None.

    Of the pairs (i, j) with j - i >= 2 and a third of the placements on each side, the one that covers most people,
    then the widest gap. A split by low agreement alone has no camps.
    """
    pairs = _camp_pairs(tallies) if label(tallies) == SPLIT else []
    if not pairs:
        return None
    i, j = max(pairs, key=lambda p: (sum(tallies[: p[0] + 1]) + sum(tallies[p[1] :]), p[1] - p[0]))
    return _occupied(tallies, 0, i), _occupied(tallies, j, len(tallies) - 1)


def lower_median(counts: Sequence[int]) -> int | None:
    """Position of the lower median of a frequency vector; None when it is empty."""
    half, seen = (sum(counts) + 1) // 2, 0
    for position, n in enumerate(counts):
        seen += n
        if n and seen >= half:
            return position
    return None


def _layers(tallies: Sequence[int]) -> Iterator[tuple[int, tuple[bool, ...]]]:
    """The vector peeled into layers of equal height: (people in the layer, which stages it covers)."""
    rest = list(tallies)
    while any(rest):
        height = min(n for n in rest if n)
        pattern = tuple(n > 0 for n in rest)
        yield height * sum(pattern), pattern
        rest = [n - height if n else 0 for n in rest]


def _layer_agreement(pattern: tuple[bool, ...]) -> float:
    return _unimodality(pattern) * (1 - (sum(pattern) - 1) / (len(pattern) - 1))


def _unimodality(pattern: tuple[bool, ...]) -> float:
    """U = ((K-2) TU - (K-1) TDU) / ((K-2) (TU + TDU)) over all triples: TU like 110 and 011, TDU like 101."""
    k = len(pattern)
    triples = list(combinations(pattern, 3))
    fitting = sum(t in ((True, True, False), (False, True, True)) for t in triples)
    deviating = sum(t == (True, False, True) for t in triples)
    if fitting + deviating == 0:
        return 1.0
    return ((k - 2) * fitting - (k - 1) * deviating) / ((k - 2) * (fitting + deviating))


def _camp_pairs(tallies: Sequence[int]) -> list[tuple[int, int]]:
    third, size = CAMP_SHARE * sum(tallies), len(tallies)
    return [
        (i, j)
        for i in range(size)
        for j in range(i + 2, size)
        if sum(tallies[: i + 1]) >= third and sum(tallies[j:]) >= third
    ]


def _occupied(tallies: Sequence[int], first: int, last: int) -> tuple[int, int]:
    filled = [p for p in range(first, last + 1) if tallies[p]]
    return filled[0], filled[-1]
