"""The ledger of pooled figures: what has been given out over several sessions, and what may not be given out beside it.

Two pools that differ by fewer than k people tell of those few: one is taken from the other. So do three, when two of
them together differ from the third. A pool is over whole sessions only, and each pool that was ever given out counts
for ever, even when a session of it has been forgotten since.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import NamedTuple

from workshop.domain.disclosure import few


@dataclass(frozen=True)
class Pool:
    """Whole sessions whose figures are given out together: a session's release → how many took part; and the k."""

    people: Mapping[str, int]
    k: int


YEAR = timedelta(days=365)


def nearly_the_same(one: int, other: int, k: int, apart: timedelta) -> bool:
    """Of two rooms of so many people that placed one case: whether they may be the same people but for a few.

    Then what their figures differ by would be those few's.
    """
    return abs(apart) <= YEAR and few(abs(one - other), k)


class No(NamedTuple):
    """Why figures are not given out: the id of the sentence, and what it names."""

    why: str
    values: Mapping[str, str | int]


def refusal(asked: Pool, earlier: Iterable[Pool]) -> No | None:
    """Why a pool may not be given out; None when it may. The same pool again is always given."""
    known = [p for p in earlier if p.people != asked.people]
    if len(asked.people) < 2:
        return No("office.reports.choose_two", {})
    if sum(asked.people.values()) < asked.k:
        return No("office.reports.too_few", {"n": asked.k})
    for other in known:
        k = max(asked.k, other.k)
        if _differ(asked, other) < k:
            return No("office.reports.too_alike", {"n": k})
    if _tells_of_few([*known, asked]):
        return No("office.reports.tells_of_few", {"n": asked.k})
    return None


def _differ(one: Pool, other: Pool) -> int:
    either = {**one.people, **other.people}
    return sum(n for session, n in either.items() if (session in one.people) != (session in other.people))


def _tells_of_few(pools: Sequence[Pool]) -> bool:
    """Whether sums and differences of the pools give a group of 1 to k - 1 people by itself.

    A pool is a row of ones and zeros over the sessions; what can be reckoned is every combination of the rows.
    """
    k = max(p.k for p in pools)
    people = {session: n for p in pools for session, n in p.people.items()}
    sessions = sorted(people)
    rows = _reduced([[Fraction(session in p.people) for session in sessions] for p in pools])
    groups = _small_groups(people, k)
    return any(_spanned(rows, [Fraction(session in group) for session in sessions]) for group in groups)


def _small_groups(people: Mapping[str, int], k: int) -> Iterator[frozenset[str]]:
    """Every group of sessions of 1 to k - 1 people in all."""
    small = [(session, n) for session, n in people.items() if 0 < n < k]

    def groups(first: int, room: int) -> Iterator[frozenset[str]]:
        for at in range(first, len(small)):
            session, n = small[at]
            if n <= room:
                yield frozenset({session})
                yield from (group | {session} for group in groups(at + 1, room - n))

    yield from groups(0, k - 1)


def _reduced(rows: list[list[Fraction]]) -> list[tuple[int, list[Fraction]]]:
    """(pivot, row) of the reduced echelon form (Gauss and Jordan), exact."""
    found: list[tuple[int, list[Fraction]]] = []
    for row in rows:
        rest = _without(found, row)
        pivot = next((i for i, x in enumerate(rest) if x), None)
        if pivot is not None:
            whole = [x / rest[pivot] for x in rest]
            found = [(p, _minus(r, whole, r[pivot])) for p, r in found] + [(pivot, whole)]
    return found


def _spanned(rows: list[tuple[int, list[Fraction]]], wanted: list[Fraction]) -> bool:
    return not any(_without(rows, wanted))


def _without(rows: list[tuple[int, list[Fraction]]], row: list[Fraction]) -> list[Fraction]:
    for pivot, known in rows:
        row = _minus(row, known, row[pivot])
    return row


def _minus(row: list[Fraction], other: list[Fraction], times: Fraction) -> list[Fraction]:
    return [a - times * b for a, b in zip(row, other, strict=True)]
