"""What follows for an attacker from what was told in a round: limits on sums, and nothing about how people behave."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.attack.rooms import K
from benchmarks.attack.seen import Told
from benchmarks.attack.story import Story
from workshop.domain.disclosure import DIRECTIONS, NAMED
from workshop.domain.results import CardResult

MOVES = frozenset(DIRECTIONS) - {"same"}


@dataclass(frozen=True)
class Count:
    """So many of those who tapped went in one of these directions."""

    directions: frozenset[str]
    least: int
    most: int


@dataclass(frozen=True)
class Fact:
    """One round. `picture`: told by pile, of everybody who placed, or (`tapped_only`) of those who tapped.

    `fewest`: the least and most who may have placed at all. `gate`: whether rule 4 let it through (None: not asked).
    `uneven`: one of these groups of directions is one or two. `told`: later directions are relative to this round.
    """

    told: bool
    picture: tuple[int, ...] | None = None
    tapped_only: bool = False
    placed: tuple[int, int] | None = None
    counts: tuple[Count, ...] = ()
    uneven: tuple[frozenset[str], ...] = ()
    gate: bool | None = None


Reader = Callable[[Story, Told], list[Fact]]


def read(story: Story, told: Told) -> list[Fact]:
    """By the rules as they are."""
    return [_first(told[0]), *(_again(story, r, told) for r in range(1, len(told)))]


def _first(result: CardResult) -> Fact:
    if result.withheld:
        return Fact(True, placed=(0, K - 1))
    return Fact(True, picture=_piles(result))


def _again(story: Story, r: int, told: Told) -> Fact:
    result, tapped = told[r], sum(t[r] for t in story.taps)
    if result.why == "stands":
        return Fact(False, counts=(Count(MOVES, 0, NAMED - 1),))
    moved = Count(MOVES, NAMED, tapped)
    gate = None if tapped == len(story.taps) else result.why != "aside"
    if result.why is not None:
        return Fact(False, counts=(moved,), gate=gate, placed=None if result.why == "aside" else (0, K - 1))
    if result.movement is None:
        asked = tapped >= K and (r == 1 or told[r - 1].why is None)  # after an untold picture it is never told
        uneven = tuple(frozenset({d}) for d in DIRECTIONS) if asked else ()
        return Fact(True, _piles(result), counts=(moved,), uneven=uneven, gate=gate)
    exact = (Count(frozenset({d}), n, n) for d, n in vars(result.movement).items())
    return Fact(True, _piles(result), counts=tuple(exact), gate=gate)


def _piles(result: CardResult) -> tuple[int, ...]:
    assert result.tallies is not None and result.need_to_know is not None
    return (*result.tallies, result.need_to_know)


def pictures(facts: list[Fact]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """(round, picture) of those told."""
    return ((r, f.picture) for r, f in enumerate(facts) if f.picture is not None)
