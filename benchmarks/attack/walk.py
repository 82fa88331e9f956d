"""From the world that really was to others in which all is told the same, one exchange of two people at a time.

A step lets two members change places for some rounds, or, in rounds whose picture was not told, lets one stand
elsewhere. Sums are kept beside, so that a step costs little; whoever relies on a world runs it through the rules.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

from benchmarks.attack.facts import Fact
from benchmarks.attack.rooms import UNSURE
from benchmarks.attack.seen import direction
from benchmarks.attack.solver import spans
from benchmarks.attack.story import Story, World
from workshop.domain.disclosure import DIRECTIONS, NAMED

PILES = range(UNSURE + 1)
WAY = [[DIRECTIONS.index(direction(a, b)) for b in PILES] for a in PILES]
Path = Sequence[int]


class Walk:
    """Where everybody is now, and the sums that were told of."""

    def __init__(self, story: Story, facts: list[Fact], chance: random.Random) -> None:
        self.story, self.facts, self.chance = story, facts, chance
        self.paths: list[Path] = [tuple(p) for p in story.truth]
        self.others = [m for m, own in enumerate(story.own) if not own]
        self.ref = [max([q for q in range(r) if facts[q].told], default=0) for r in range(story.rounds)]
        self.went = [[0] * len(DIRECTIONS) for _ in facts]
        self.left = [[0] * len(PILES) for _ in facts]
        self.now = [[0] * len(PILES) for _ in facts]
        self.tapped = [[0] * len(PILES) for _ in facts]
        for m, path in enumerate(self.paths):
            self._count(m, path, 1)
        self.spans = [spans(r, facts) if r else [] for r in range(story.rounds)]
        self.free = [r for r, f in enumerate(facts) if f.picture is None]

    @property
    def world(self) -> World:
        """As it is now."""
        return tuple(map(tuple, self.paths))

    def step(self, weigh: object = None) -> bool:
        """One try. `weigh(m, path)`: how likely a path is, for Metropolis' rule; without it every world is as good."""
        changes = self._wandering() if self.free and self.chance.random() < 0.2 else self._exchange()
        return bool(changes) and self.change(changes, weigh)

    def change(self, changes: dict[int, Path], weigh: object = None) -> bool:
        """Takes these paths when they are possible and all is told the same; else leaves everything as it was."""
        before = {m: self.paths[m] for m in changes}
        if not all(self.possible(m, path) for m, path in changes.items()):
            return False
        if callable(weigh):
            odds = 1.0
            for m, path in changes.items():
                odds *= weigh(m, path) / weigh(m, before[m])
            if self.chance.random() >= odds:
                return False
        self._put(before, changes)
        if self._fits():
            return True
        self._put(changes, before)
        return False

    def possible(self, m: int, path: Path) -> bool:
        """Who did not tap stands where they stood; who says that they moved has."""
        taps, said = self.story.taps[m], self.story.said[m]
        return all((a == b or taps[r]) and (a != b or not said[r]) for r, (a, b) in enumerate(pairwise(path), 1))

    def step_aside(self, m: int, r: int) -> bool:
        """One try to have this member stand elsewhere after this round."""
        n = self.chance.choice(self.others)
        if self.paths[m][r] == self.paths[n][r]:
            return self.step()
        first, last = self.chance.randint(0, r), self.chance.randint(r, len(self.paths[m]) - 1)
        return self.change(self._exchanged(m, n, first, last), None)

    def _exchange(self) -> dict[int, Path]:
        if len(self.others) < 2:
            return {}
        m, n = self.chance.sample(self.others, 2)
        first = self.chance.randrange(self.story.rounds)
        last = (
            self.chance.randint(first, self.story.rounds - 1) if self.chance.random() < 0.5 else self.story.rounds - 1
        )
        return self._exchanged(m, n, first, last)

    def _exchanged(self, m: int, n: int, first: int, last: int) -> dict[int, Path]:
        a, b = self.paths[m], self.paths[n]
        if a[first : last + 1] == b[first : last + 1]:
            return {}
        return {
            m: (*a[:first], *b[first : last + 1], *a[last + 1 :]),
            n: (*b[:first], *a[first : last + 1], *b[last + 1 :]),
        }

    def _wandering(self) -> dict[int, Path]:
        """Somebody stands elsewhere from a round on whose picture was not told, until they tap again."""
        m, r = self.chance.choice(self.others), self.chance.choice(self.free)
        taps, until = self.story.taps[m], r + 1
        while until < len(taps) and not taps[until]:
            until += 1
        if (r and not taps[r]) or any(q not in self.free for q in range(r, until)):
            return {}
        path = self.paths[m]
        return {m: (*path[:r], *[self.chance.choice(PILES)] * (until - r), *path[until:])}

    def _put(self, out: dict[int, Path], into: dict[int, Path]) -> None:
        for m, path in out.items():
            self._count(m, path, -1)
        for m, path in into.items():
            self._count(m, path, 1)
            self.paths[m] = path

    def _count(self, m: int, path: Path, by: int) -> None:
        taps = self.story.taps[m]
        for r, at in enumerate(path):
            self.now[r][at] += by
            if not taps[r]:
                continue
            self.tapped[r][at] += by
            if r:
                self.went[r][WAY[path[self.ref[r]]][at]] += by
                if path[r - 1] != at:
                    self.left[r][path[r - 1]] += by

    # ------------------------------------------------------------ what was told

    def _fits(self) -> bool:
        return all(self._fact(r, fact) for r, fact in enumerate(self.facts))

    def _fact(self, r: int, fact: Fact) -> bool:
        went = dict(zip(DIRECTIONS, self.went[r], strict=True))
        here = self.tapped[r] if fact.tapped_only else self.now[r]
        return (
            (fact.picture is None or tuple(here) == fact.picture)
            and (fact.placed is None or fact.placed[0] <= sum(here[:UNSURE]) <= fact.placed[1])
            and all(c.least <= sum(went[d] for d in c.directions) <= c.most for c in fact.counts)
            and (not fact.uneven or any(0 < sum(went[d] for d in ways) < NAMED for ways in fact.uneven))
            and (fact.gate is None or fact.gate is self._gate(r, went["same"]))
        )

    def _gate(self, r: int, stayed: int) -> bool:
        return stayed >= NAMED and sum(self._holds(r, pile) for pile in range(UNSURE)) >= 2

    def _holds(self, r: int, pile: int) -> bool:
        return all(
            self.now[base][pile] > sum(self.left[q][pile] for q in range(base + 1, until + 1))
            for base, until in self.spans[r]
        )
