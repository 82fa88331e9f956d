"""How much better one guesses a person's pile with all that was told, and the attendance log, than by the shares.

The attacker is Bayes' with the very model by which the room was made up (rooms.leaving). The worlds that fit are
walked through by Metropolis' rule from the one that really was, which is a draw from them: so the walk needs no time to
settle, and one that is too short makes the attacker look better, never worse. People who look alike get the same odds.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from statistics import fmean, stdev

from benchmarks.attack.facts import pictures
from benchmarks.attack.rooms import UNSURE, Kind, leaving
from benchmarks.attack.story import Story
from benchmarks.attack.walk import Path, Walk
from benchmarks.attack.worlds import Rule, alike

PILES = range(UNSURE + 1)
STEPS, EVERY = 4000, 8
Odds = list[float]


@dataclass(frozen=True)
class Gain:
    """One room: Brier score of guessing by the shares less the attacker's; the same with the log permuted."""

    seed: int
    real: float
    permuted: float
    away: bool

    @property
    def paired(self) -> float:
        """What the attendance log is worth."""
        return self.real - self.permuted


def gain(story: Story, rule: Rule) -> Gain | None:
    """Of the newest picture told; None when none was, or when there is nobody to guess."""
    facts = rule.read(story, rule.play(story, story.truth))
    shown = [r for r, _ in pictures(facts)]
    others = [m for m, own in enumerate(story.own) if not own]
    if not shown or len(others) < 2:
        return None
    at, classes = shown[-1], [c for c in alike(story) if not story.own[c[0]]]
    odds = _odds(story, Walk(story, facts, random.Random(f"odds {story.room.seed}")), classes, at)
    return scored(story, classes, odds, at)


def scored(story: Story, classes: list[list[int]], odds: list[Odds], at: int) -> Gain:
    """How good odds are, by class of people who are not the attacker's, for their pile after a round."""
    others = sorted(m for c in classes for m in c)
    shares = [sum(story.truth[m][at] == n for m in others) / len(others) for n in PILES]
    truth = [[float(story.truth[m][at] == n) for n in PILES] for m in others]
    by_shares = fmean(brier(shares, t) for t in truth)
    of = {m: odds[i] for i, c in enumerate(classes) for m in c}
    real = fmean(brier(of[m], t) for m, t in zip(others, truth, strict=True))
    # Every way of handing the log out to the wrong people, all at once: the mean over all pairs.
    mixed = fmean(brier(of[m], t) for m in others for t in truth)
    return Gain(story.room.seed, by_shares - real, by_shares - mixed, len(classes) > 1)


def _odds(story: Story, walk: Walk, classes: list[list[int]], at: int) -> list[Odds]:
    if len(classes) < 2:  # nobody is known to differ: the odds are the shares
        return [[sum(story.truth[m][at] == n for m in c) / len(c) for n in PILES] for c in classes]
    seen = [[0] * len(PILES) for _ in classes]
    weigh = behaviour(story, walk)
    for step in range(STEPS):
        walk.step(weigh)
        if step % EVERY == 0:
            for counts, c in zip(seen, classes, strict=True):
                for m in c:
                    counts[walk.paths[m][at]] += 1
    return [[n / sum(counts) for n in counts] for counts in seen]


def behaviour(story: Story, walk: Walk) -> Callable[[int, Path], float]:
    """How likely a path is, of somebody who tapped in these rounds."""
    moves = chances(story.room.kind)

    def weigh(m: int, path: Path) -> float:
        likely = 1.0
        for r in range(1, len(path)):
            if story.taps[m][r]:
                likely *= moves[path[r - 1]][path[r]]
        return likely

    return weigh


def chances(kind: Kind) -> list[Odds]:
    """From each pile to each, in one placing; never quite nought, so that no walk is stuck for want of a little."""
    stays = min(kind.stability, 0.995)
    rows = [[(1 - stays) * w for w in leaving(a, kind)] for a in PILES]
    return [[max(1e-6, stays if a == b else w) for b, w in enumerate(row)] for a, row in enumerate(rows)]


def brier(odds: Odds, truth: Odds) -> float:
    """The squared distance of odds from what is true; 0 is certain and right, 2 certain and wrong."""
    return sum((a - b) ** 2 for a, b in zip(odds, truth, strict=True))


def interval(values: list[float]) -> tuple[float, float, float]:
    """Mean, and the ends of its 95 % interval."""
    middle = fmean(values)
    wide = 1.96 * stdev(values) / len(values) ** 0.5 if len(values) > 1 else float("inf")
    return middle, middle - wide, middle + wide
