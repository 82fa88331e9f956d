"""What the room is told, by the real rules: `tally_first` and `tally_again` of workshop/domain/placements.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from benchmarks.attack.rooms import STAGES, UNSURE, K
from benchmarks.attack.story import Story, World
from workshop.domain.placements import WHYS, Flows, Move, Placement, tally_again, tally_first
from workshop.domain.results import CardResult

Told = tuple[CardResult, ...]
Play = Callable[[Story, World], Told]
Sent = Callable[[Story, World, int, int], Flows]
NAMES = (*STAGES, None)
_WHYS = tuple(WHYS)


def play(story: Story, world: World, sent: Sent | None = None) -> Told:
    """The card's figures after each counted round. `sent`: what came in for a re-placing, if not by the rules."""
    sent = sent or flows
    firsts = [Placement(NAMES[path[0]]) for path in world]
    result, standing = tally_first("r0", "c1", STAGES, firsts, story.people, K)
    told = [result]
    shown = 0  # the counted round of the picture told last
    for r in range(1, story.rounds):
        result, standing = tally_again(f"r{r}", "c1", STAGES, standing, sent(story, world, r, shown), K)
        told.append(result)
        shown = r if not result.withheld else shown
    return tuple(told)


def flows(story: Story, world: World, r: int, shown: int) -> Flows:
    """What those who tapped in a re-placing sent. Why they moved has nothing to do with where they stand."""
    there = [m for m, taps in enumerate(story.taps) if taps[r]]
    return Flows(
        now=tuple(NAMES[world[m][r]] for m in there),
        earlier=tuple(NAMES[world[m][r - 1]] for m in there),
        left=tuple(NAMES[world[m][r - 1]] for m in there if world[m][r] != world[m][r - 1]),
        moves=tuple(Move(direction(world[m][shown], world[m][r]), (_WHYS[(m * 7 + r) % 3],)) for m in there),
    )


def direction(before: int, now: int) -> str:
    """Which way it is from one pile to the other."""
    if before == now:
        return "same"
    if UNSURE in (before, now):
        return "from_unsure" if before == UNSURE else "to_unsure"
    return "harmful" if now > before else "typical"


def bare(result: CardResult) -> CardResult:
    """Without what follows from other figures, so that two of them are quickly compared."""
    return replace(result, agreement=None, label=None, median=None)
