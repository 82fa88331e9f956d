"""Named: all worlds that fit leave one pile for somebody, at some time, and the room is not of one mind anyway.

First walk through other worlds, and run each that matters through the very rules: where somebody stands elsewhere and
the room is told the same, they are not named. Only what is left goes to the solver, which is exact.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.attack.facts import Fact, Reader, pictures, read
from benchmarks.attack.rooms import K
from benchmarks.attack.seen import Play, Told, bare, play
from benchmarks.attack.solver import Group, Program
from benchmarks.attack.story import Story, World
from benchmarks.attack.walk import Walk

STEPS, BACK = 800, 200
"""Tries to find other worlds before the solver is asked, and after how many to begin again from the real one."""


@dataclass(frozen=True)
class Hit:
    """Somebody's pile after a counted round, and what kind of finding it is."""

    seed: int
    member: int
    round: int
    pile: int
    kind: str


@dataclass(frozen=True)
class Rule:
    """How figures come about, and what an attacker reads from them."""

    play: Play = play
    read: Reader = read


def named(story: Story, rule: Rule) -> list[Hit]:
    """Everybody whose pile follows from all that was told; one hit a class of people, the first round of each."""
    told = rule.play(story, story.truth)
    facts = rule.read(story, told)
    if not any(True for _ in pictures(facts)):
        return []
    return list(_hits(story, rule, tuple(map(bare, told)), facts))


def _hits(story: Story, rule: Rule, told: Told, facts: list[Fact]) -> Iterator[Hit]:
    classes = alike(story)
    program: Program | None = None
    suspects = Suspects(story, classes)
    suspects.look_elsewhere(facts, lambda world: tuple(map(bare, rule.play(story, world))) == told)
    for number, r in sorted(suspects.left):
        program = program or Program([_group(story, c) for c in classes], facts)
        if not program.elsewhere(number, r, pile := story.truth[classes[number][0]][r]):
            yield Hit(story.room.seed, classes[number][0], r, pile, _kind(story, facts, r))


def alike(story: Story) -> list[list[int]]:
    """Members whom an attacker cannot tell apart; each phone of their own is known to them by itself."""
    classes: dict[object, list[int]] = {}
    for m, taps in enumerate(story.taps):
        key = m if story.own[m] else (taps, story.said[m])
        classes.setdefault(key, []).append(m)
    return list(classes.values())


def _group(story: Story, members: list[int]) -> Group:
    m = members[0]
    return Group(len(members), story.taps[m], story.said[m], story.truth[m] if story.own[m] else None)


def _kind(story: Story, facts: list[Fact], r: int) -> str:
    """A real find; or it follows from a picture in which all others, whoever subtracts their own phones, agree.

    Then they are k and of one mind, or fewer than k beside the attacker's phones.
    """
    others = [m for m in range(len(story.taps)) if not story.own[m]]
    shown = [q for q, _ in pictures(facts)]
    until = max(r, shown[0])
    if any(len({story.truth[m][q] for m in others}) == 1 for q in shown if q <= until):
        return "one mind" if len(others) >= K else "few others"
    return "named"


class Suspects:
    """(class, round) whose members all stand on one pile, as far as one has looked."""

    def __init__(self, story: Story, classes: list[list[int]]) -> None:
        self.story, self.classes = story, classes
        self.left = {(c, r) for c in range(len(classes)) for r in range(story.rounds) if self._one(c, r, story.truth)}

    def _one(self, c: int, r: int, world: World) -> bool:
        members = self.classes[c]
        return not self.story.own[members[0]] and len({world[m][r] for m in (*members,)} | {self._really(c, r)}) == 1

    def _really(self, c: int, r: int) -> int:
        return self.story.truth[self.classes[c][0]][r]

    def look_elsewhere(self, facts: list[Fact], is_told_the_same: Callable[[World], bool]) -> None:
        """Strikes out whoever can have stood elsewhere; every world that shows it is run through the rules."""
        walk = Walk(self.story, facts, random.Random(self.story.room.seed))
        for step in range(STEPS):
            if not self.left:
                return
            if step % BACK == 0:
                walk = Walk(self.story, facts, walk.chance)
            c, r = walk.chance.choice(sorted(self.left))
            if not (walk.step_aside(walk.chance.choice(self.classes[c]), r) if step % 2 else walk.step()):
                continue
            found = {(c, r) for c, r in self.left if not self._one(c, r, walk.world)}
            if found and is_told_the_same(walk.world):
                self.left -= found
