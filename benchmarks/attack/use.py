"""How often a re-placing is told, in rooms where nobody attacks anything: a rule that tells nothing protects well."""

from __future__ import annotations

import random
from dataclasses import replace

from benchmarks.attack.rooms import Kind, a_room
from benchmarks.attack.story import tell
from benchmarks.attack.worlds import Rule

SIZES, AWAY, MOVING, AGAIN = (24, 12), (0, 1, 2, 5), 0.3, 3


def shares(rooms: int, rule: Rule) -> dict[str, float]:
    """`24 people, 2 away` → share of re-placings whose picture is told; other people are away in each."""
    return {f"{n} people, {away} away": told_share(n, away, rooms, rule) for n in SIZES for away in AWAY}


def told_share(people: int, away: int, rooms: int, rule: Rule) -> float:
    """Of three re-placings a room."""
    kind = Kind(people, 0, 0.0, 1 - MOVING, None, AGAIN)
    told = []
    for seed in range(rooms):
        chance, room = random.Random(f"use {people} {away} {seed}"), a_room(seed, kind)
        taps = [list(t) for t in room.taps]
        for r in range(1, AGAIN + 1):
            for p in chance.sample(range(people), away):
                taps[p][r] = False
        story = tell(replace(room, taps=tuple(map(tuple, taps))))
        told += [not result.withheld for result in rule.play(story, story.truth)[1:]] if story else []
    return sum(told) / len(told)
