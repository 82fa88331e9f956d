"""What may be told of a room, when, and to whom: the one table of floors, for live figures and for what lasts.

Live parts, record, report and pools ask this module and no other. What it lets through once is frozen, so that the
figures of the screen and those of the report are the same.

The rules were attacked on paper and by simulation before they were written (docs/promise.md has what came of it): all
that an attacker gains comes from known differences between sets of people. So later pictures are flows on the picture
told before (standing.py), and a number is told only where neither it nor its rest is a few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from workshop.domain.agreement import lower_median
from workshop.domain.disclosure_tables import BANDS as BANDS
from workshop.domain.disclosure_tables import Cells as Cells
from workshop.domain.disclosure_tables import Ratings as Ratings
from workshop.domain.disclosure_tables import ratings as ratings
from workshop.domain.results import Certainty, Movement, Named, Why
from workshop.domain.standing import Standing

NAMED = 3
"""Phones that must name a reason, a topic, a why or a wish before it is told at all; a direction is 0 or so many."""
NOT_CERTAIN = 2
"""Who says 1 or 2 of 5 is not certain."""
LEAD = 2
"""By how many phones the commonest answer leads before it is told as such."""
DIRECTIONS = ("same", "typical", "harmful", "to_unsure", "from_unsure")


def withhold(n: int | None, k: int) -> int | None:
    """The figure; None when it is below k, or not known."""
    return n if n is not None and n >= k else None


def few(n: int, k: int) -> bool:
    """One to k - 1 people: what is never told, and what a told number never leaves as its rest."""
    return 0 < n < k


def numbered(n: int, of: int, k: int) -> int | None:
    """A number beside what n of so many named: from k, and never where a rest of 1..k-1 follows."""
    return n if n >= k and not few(of - n, k) else None


def beside(n: int | None, parts: Iterable[int | None], k: int) -> int | None:
    """A number of a whole, beside told numbers of parts of it: where the rest of one is a few, it is not told."""
    return None if n is None or any(few(n - part, k) for part in parts if part is not None) else n


def named(said: Iterable[Iterable[str]], known: Iterable[str], of: int, k: int) -> Named:
    """What at least three phones named each, commonest first, ties in the order of the closed list `known`.

    One phone counts once for what it names, however often it names it. `of`: among how many.
    """
    counts = Counter(name for one in said for name in set(one))
    order = {name: i for i, name in enumerate(known)}
    ranked = sorted((i for i in counts if counts[i] >= NAMED), key=lambda i: (-counts[i], order.get(i, len(order))))
    return tuple((i, numbered(counts[i], of, k)) for i in ranked)


def commonest(said: Iterable[str], k: int) -> str | None:
    """What most of at least k people said, one thing each, where it may be told in a word; None where it may not.

    It leads every other by two: one phone more or less, or one that said nothing, never makes another the commonest.
    The lead is no larger, so that whoever said something else cannot tell that nobody else did.
    """
    counts = Counter(said)
    ranked = counts.most_common(2)
    if counts.total() < k or ranked[0][1] < NAMED:
        return None
    next_best = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked[0][1] - next_best >= LEAD else None


def together(rows: Named, of: int, k: int) -> Named:
    """What may be told of rows that an activity wants told side by side, `of` so many people.

    Nobody knows here whether each person chose one thing or several. If one, the rest of all numbers together is
    people too: were it a few, the smallest number is withheld with it. What fewer than three named is not told.
    """
    said = [(i, None if n is None else numbered(n, of, k)) for i, n in rows if n is None or n >= NAMED]
    numbers = [n for _, n in said if n is not None]
    if numbers and few(of - sum(numbers), k):
        least = max(at for at, (_, n) in enumerate(said) if n == min(numbers))
        said[least] = (said[least][0], None)
    return tuple(said)


# ---------------------------------------------------------------- placings


def first_picture(placed: int, unsure: int, people: int | None, k: int) -> Why | None:
    """None when a first picture may be told; else why it is not.

    `people`: the most who ever held a seat; None when that is not known, and then nothing follows from it.
    """
    if placed >= k:
        return None
    most = unsure >= k and people is not None and not few(people - unsure, k)
    return "unsure" if most else "few"


def next_picture(standing: Standing, directions: Mapping[str, int], k: int) -> Why | None:
    """None when the picture of a re-placing may be told; else why it is not. `standing` is after its flows.

    Nothing is told below three who moved, nor with a pile below nobody. When not everybody who placed the card has
    tapped, three must have tapped *stay*, and two stages must hold somebody who never left over the whole chain of
    told pictures.
    """
    tapped, stay = sum(directions.values()), directions.get("same", 0)
    if tapped - stay < NAMED or min(standing.piles) < 0:
        return "stands"
    everybody = tapped == standing.people
    if not everybody and (stay < NAMED or sum(n > 0 for n in standing.never_left[:-1]) < 2):
        return "aside"
    return first_picture(sum(standing.piles[:-1]), standing.piles[-1], None, k)


def movement(directions: Mapping[str, int], k: int) -> Movement | None:
    """Every direction, and who stayed, when each is 0 or at least three of at least k; else nothing at all."""
    counts = {d: directions.get(d, 0) for d in DIRECTIONS}
    if sum(counts.values()) < k or any(few(n, NAMED) for n in counts.values()):
        return None
    return Movement(**counts)


def certainty(given: Sequence[int], k: int) -> Certainty | None:
    """The median (1 to 5) from k who said how certain they are; and how many are not, where that tells of nobody."""
    if len(given) < k:
        return None
    counts = [sum(c == value for c in given) for value in range(1, 6)]
    middle, unsure = lower_median(counts) or 0, sum(counts[:NOT_CERTAIN])
    whole = not few(unsure, k) and not few(len(given) - unsure, k)
    return Certainty(middle + 1, unsure if whole else None)
