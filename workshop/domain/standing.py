"""Where the room stands on a card: the picture that was told, and what has flowed since.

A card has one first placing in a session. Every later placing is told as flows: whoever answers again says where they
stood and where they stand now, and nothing says which of the two belong together. Who is absent, asleep or gone stands
where they stood. So the total stays the same, and nobody can be read from having been away.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

Piles = tuple[int, ...]
"""How many, by stage in the order of the scale; the last is *need to know more*."""


@dataclass(frozen=True)
class Standing:
    """One card. Lives with the live session only: moves that were not told lie in here.

    round        the newest round that was counted: a phone says where it stood after it
    reference    the round of the picture told last (of the first placing, when none was told)
    piles        where everybody who placed it first stands now; less than nobody where a phone made its place up
    picture      the same, as it was in `reference`
    left         how many went away from each pile since `reference`
    stayed       the least, over all told pictures, that never left each stage: sums, no row a person
    """

    round: str
    reference: str
    piles: Piles
    picture: Piles
    left: Piles
    stayed: Piles

    @property
    def people(self) -> int:
        """How many answered the card the first time."""
        return sum(self.piles)

    def moved(self, round_id: str, lifted: Piles, put: Piles, left: Piles) -> Standing | None:
        """After a round's flows; None when a part of them was lost.

        Whoever answers again is lifted from where they stood and put where they stand now, also when that is the same
        place; `left` are those of the lifted who did not stay. Where more are lifted than stood there, a phone has made
        its earlier place up: the flows count all the same, and a pile below nobody is never told. Were they refused,
        every phone could see that they were, and so whether somebody who is away stands there.
        """
        piles = tuple(n - out + into for n, out, into in zip(self.piles, lifted, put, strict=True))
        if sum(lifted) != sum(put) or not _within(left, lifted):
            return None
        return replace(self, round=round_id, piles=piles, left=_sum(self.left, left))

    @property
    def never_left(self) -> Piles:
        """By stage, how many at the least never left it since the first told picture."""
        stays = (max(0, n - out) for n, out in zip(self.picture, self.left, strict=True))
        return tuple(min(pair) for pair in zip(self.stayed, stays, strict=True))

    def told(self) -> Standing:
        """The present picture has been told: from here on, everything is reckoned from it."""
        none = (0,) * len(self.piles)
        return replace(self, reference=self.round, picture=self.piles, left=none, stayed=self.never_left)


def first(round_id: str, piles: Piles) -> Standing:
    """After the first placing of a card."""
    return Standing(round_id, round_id, piles, piles, (0,) * len(piles), piles)


def recovered(round_id: str, picture: Piles) -> Standing:
    """From a told picture alone: who never left is not known any more, so nobody is said to."""
    return replace(first(round_id, picture), stayed=(0,) * len(picture))


def piles_of(stages: Sequence[str], places: Iterable[str | None]) -> Piles:
    """Places by pile; None is *need to know more*."""
    at = {stage: i for i, stage in enumerate((*stages, None))}
    counted = [0] * len(at)
    for place in places:
        counted[at[place]] += 1
    return tuple(counted)


def _within(some: Piles, all_: Piles) -> bool:
    return all(a <= b for a, b in zip(some, all_, strict=True))


def _sum(a: Piles, b: Piles) -> Piles:
    return tuple(x + y for x, y in zip(a, b, strict=True))
