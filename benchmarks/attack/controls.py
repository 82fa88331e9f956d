"""Rules that are known to give people away. An attacker who does not find these is too weak to say anything.

`before` is the one real copy: what version 299aaf3 told of a re-placing (an independent tally of those present, and
its own way of joining directions). The others are the rules as they are, with one protection taken out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from unittest.mock import patch

from benchmarks.attack.facts import Count, Fact, read
from benchmarks.attack.rooms import STAGES, K
from benchmarks.attack.seen import NAMES, Told, direction, flows, play
from benchmarks.attack.story import Reached, Story, World, by_quorum
from benchmarks.attack.worlds import Rule
from workshop.domain import disclosure
from workshop.domain.live import Head
from workshop.domain.placements import Flows, Move
from workshop.domain.results import CardResult, Movement, Why
from workshop.domain.standing import Standing, piles_of

OLD = ("typical", "same", "harmful")


@dataclass(frozen=True)
class Control:
    """A rule, when its rounds are counted, and the rooms that are hard for it (fields of rooms.Kind)."""

    name: str
    rule: Rule
    reached: Reached = by_quorum
    hard: Mapping[str, Any] = field(default_factory=dict)


# ------------------------------------------------------------ version 299aaf3


def before_movement(directions: Mapping[str, int], k: int) -> dict[str, int] | None:
    """Of version 299aaf3: one or two of a direction are joined with the other; {"same"} alone: fewer than three."""
    typical, same, harmful = (directions.get(d, 0) for d in OLD)
    if typical + same + harmful < k:
        return None
    if 0 < typical + harmful < 3:
        return {"same": same}
    if any(0 < n < 3 for n in (typical, harmful)):
        return {"same": same, "moved": typical + harmful}
    return {"same": same, "typical": typical, "harmful": harmful}


def play_before(story: Story, world: World) -> Told:
    """Of version 299aaf3: each placing is counted by itself, from those who are there."""
    return tuple(_before(story, world, r) for r in range(story.rounds))


def _before(story: Story, world: World, r: int) -> CardResult:
    there = [m for m, taps in enumerate(story.taps) if taps[r]]
    piles = piles_of(STAGES, (NAMES[world[m][r]] for m in there))
    if sum(piles[:-1]) < K:
        return CardResult("c1", withheld=True, need_to_know=piles[-1] if piles[-1] >= K else None)
    ways = Counter(direction(world[m][r - 1], world[m][r]) for m in there) if r else Counter[str]()
    told = before_movement(ways, K)
    shown = None if told is None else Movement(told["same"], told.get("typical", -1), told.get("harmful", -1),
                                               told.get("moved", -1))  # fmt: skip
    return CardResult("c1", withheld=False, tallies=piles[:-1], need_to_know=piles[-1], movement=shown)


def read_before(story: Story, told: Told) -> list[Fact]:
    """What follows from it: pictures of those who tapped, directions since each phone's last placing."""
    return [_fact_before(result) for result in told]


def _fact_before(result: CardResult) -> Fact:
    if result.withheld:
        return Fact(True, placed=None)
    assert result.tallies is not None and result.need_to_know is not None
    picture = (*result.tallies, result.need_to_know)
    return Fact(True, picture, tapped_only=True, counts=tuple(_counts_before(result.movement)))


def _counts_before(shown: Movement | None) -> list[Count]:
    if shown is None:
        return []
    moved, same = frozenset({"typical", "harmful"}), Count(frozenset({"same"}), shown.same, shown.same)
    if shown.typical >= 0:
        return [
            same,
            *(Count(frozenset({d}), n, n) for d, n in (("typical", shown.typical), ("harmful", shown.harmful))),
        ]
    return [same, Count(moved, 1, 2) if shown.to_unsure < 0 else Count(moved, shown.to_unsure, shown.to_unsure)]


# ------------------------------------------------------------ one protection taken out


def without_four(standing: Standing, directions: Mapping[str, int], k: int) -> Why | None:
    """Told as soon as three moved, whoever stood aside."""
    return "stands" if sum(directions.values()) - directions.get("same", 0) < disclosure.NAMED else None


def play_without_four(story: Story, world: World) -> Told:
    """The rules with rule 4 off."""
    with patch.object(disclosure, "next_picture", without_four):
        return play(story, world)


def read_without_four(story: Story, told: Told) -> list[Fact]:
    """Nothing follows from a gate that is not there."""
    return [replace(fact, gate=None) for fact in read(story, told)]


def play_untouched(story: Story, world: World) -> Told:
    """A card that was not touched counts as *stay*, of whoever has it before them or had it."""
    return play(story, world, _untouched)


def _untouched(story: Story, world: World, r: int, shown: int) -> Flows:
    sent = flows(_all_tapped(story), world, r, shown)
    moves = (m if taps[r] else Move("same") for m, taps in zip(sent.moves, story.taps, strict=True))
    return replace(sent, moves=tuple(moves))


def read_untouched(story: Story, told: Told) -> list[Fact]:
    """*Same* holds those who did not tap as well: what is known of the directions is known of the others."""
    return [_without_same(f, sum(not t[r] for t in story.taps)) for r, f in enumerate(read(_all_tapped(story), told))]


def _all_tapped(story: Story) -> Story:
    return replace(story, taps=tuple((True,) * story.rounds for _ in story.taps))


def _without_same(fact: Fact, untouched: int) -> Fact:
    """Of a movement that is not told, only that three moved: *same* is no group of theirs any more."""
    counts = (
        Count(c.directions, c.least - untouched, c.most - untouched) if c.directions == {"same"} else c
        for c in fact.counts
    )
    few = () if frozenset({"same"}) in fact.uneven and untouched else fact.uneven
    return replace(fact, counts=tuple(counts), uneven=few)


def by_k(head: Head, counts: dict[str, int], round_id: str) -> bool:
    """No quorum of taps: k are enough, however many there are."""
    return counts[f"{round_id}:finished"] >= head.k


def by_nothing(head: Head, counts: dict[str, int], round_id: str) -> bool:
    """Shown after a close below quorum: whoever had finished by then counts, at some moment that is as it is."""
    finished = counts[f"{round_id}:finished"]
    return finished >= K + hash((head.turn, counts["devices"])) % 4


FEW_AWAY = {"people": 6, "own": 3, "away": 0.1, "stability": 0.6, "pull": 2, "again": 3, "hurry": False}
FAST = {"people": 12, "own": 4, "hurry": True, "warmed_up": True}
CONTROLS = (
    Control("version 299aaf3", Rule(play_before, read_before), hard=FEW_AWAY),
    Control("untouched stands by itself", Rule(play_untouched, read_untouched), hard=FEW_AWAY),
    Control("no quorum of taps", Rule(), by_k, hard=FAST),
    Control("rule 4 off", Rule(play_without_four, read_without_four), hard=FEW_AWAY),
    Control("shown after a close below quorum", Rule(), by_nothing, hard=FAST),
)
