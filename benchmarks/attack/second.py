"""The second question of a card, what would you do: of the same people in the same taps, counted and told by itself.

Its rules are those of a card, so it is played and attacked as one, as another story of the same room. But what somebody
would do goes with where they placed the card, and this attacker knows how (LEANS): what is told of the one answer may
help to guess the other. The scale here has as many levels as there are stages, so that everything fits both.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from benchmarks.attack.facts import pictures
from benchmarks.attack.odds import EVERY, PILES, STEPS, Gain, Odds, behaviour, scored
from benchmarks.attack.rooms import UNSURE
from benchmarks.attack.story import Story
from benchmarks.attack.walk import Path, Walk
from benchmarks.attack.worlds import Rule, alike

PASSING = (0.0, 0.1)
"""How many pass it over, in one room or another. The attacker is taken to know who."""
NEAR = {0: 5.0, 1: 1.5}
APART, CANNOT_SAY = 0.3, 0.8


@dataclass(frozen=True)
class Both:
    """Both stories of a room. `of`: member of the card's story → of the second's, but for who passed it over."""

    story: Story
    second: Story
    of: dict[int, int]

    @property
    def classes(self) -> list[list[int]]:
        """Whom an attacker cannot tell apart: without their own phones, by the card's story."""
        others = [c for c in alike(self.story) if not self.story.own[c[0]]]
        parts = ([m for m in c if (m in self.of) is answers] for c in others for answers in (True, False))
        return [part for part in parts if part]


def leans(pile: int) -> Odds:
    """How likely somebody who stands there would do each thing: never nought."""
    if pile == UNSURE:
        return [0.12] * UNSURE + [0.4]
    weights = [NEAR.get(abs(level - pile), APART) for level in range(UNSURE)] + [CANNOT_SAY]
    return [w / sum(weights) for w in weights]


LEANS = [leans(pile) for pile in PILES]


def asked_too(story: Story) -> Both:
    """The same room, of which what it would do was asked too."""
    chance = random.Random(f"second {story.room.seed}")
    passing = chance.choice(PASSING)
    members = [m for m, own in enumerate(story.own) if own or chance.random() >= passing]
    second = replace(
        story,
        taps=tuple(story.taps[m] for m in members),
        own=tuple(story.own[m] for m in members),
        said=tuple((False,) * story.rounds for _ in members),
        truth=tuple(_path(chance, story, m) for m in members),
    )
    return Both(story, second, {m: n for n, m in enumerate(members)})


def _path(chance: random.Random, story: Story, m: int) -> tuple[int, ...]:
    """What this member would do, after each counted round: whoever taps may think of it anew, from where they stand."""
    path: list[int] = []
    for stage, taps in zip(story.truth[m], story.taps[m], strict=True):
        anew = not path or (taps and chance.random() >= story.room.kind.stability)
        path.append(chance.choices(PILES, LEANS[stage])[0] if anew else path[-1])
    return tuple(path)


def likely(stages: Path, levels: Path, taps: tuple[bool, ...], stability: float) -> float:
    """How likely somebody would do this who stood there: the model by which the room was made up."""
    stays, found = min(stability, 0.995), LEANS[stages[0]][levels[0]]
    for r in range(1, len(levels)):
        if taps[r]:
            found *= stays * (levels[r] == levels[r - 1]) + (1 - stays) * LEANS[stages[r]][levels[r]]
    return found


def gains(both: Both, rule: Rule) -> tuple[Gain | None, Gain | None]:
    """(of a person's stage, of what they would do), with all that was told of both; None where no picture was."""
    stories = (both.story, both.second)
    facts = [rule.read(s, rule.play(s, s.truth)) for s in stories]
    shown = [[r for r, _ in pictures(f)] for f in facts]
    classes = [both.classes, [[both.of[m] for m in c] for c in both.classes if c[0] in both.of]]
    at = [s[-1] if s else 0 for s in shown]
    walks = [
        Walk(s, f, random.Random(f"{n} {s.room.seed}")) for n, (s, f) in enumerate(zip(stories, facts, strict=True))
    ]
    odds = _odds(both, walks, classes, at)
    stage, level = (
        scored(s, c, o, a) if told and sum(map(len, c)) > 1 else None
        for s, c, o, a, told in zip(stories, classes, odds, at, shown, strict=True)
    )
    return stage, level


def _odds(both: Both, walks: list[Walk], classes: list[list[list[int]]], at: list[int]) -> list[list[Odds]]:
    """By class, of each of the two: from a walk through worlds of both, one step in the one and one in the other."""
    stages, levels = walks
    back, story, stability = {n: m for m, n in both.of.items()}, both.story, both.story.room.kind.stability
    moves = behaviour(story, stages)

    def weigh_stage(m: int, path: Path) -> float:
        n = both.of.get(m)
        return moves(m, path) * (1 if n is None else likely(path, levels.paths[n], story.taps[m], stability))

    def weigh_level(n: int, path: Path) -> float:
        return likely(stages.paths[back[n]], path, both.second.taps[n], stability)

    seen = [[[0] * len(PILES) for _ in c] for c in classes]
    for step in range(STEPS if len(classes[0]) > 1 else 1):  # nobody is known to differ: the odds are the shares
        if step:
            stages.step(weigh_stage)
            levels.step(weigh_level)
        if step % EVERY == 0:
            for counts, of, walk, r in zip(seen, classes, walks, at, strict=True):
                _count(counts, of, walk, r)
    return [[[n / sum(counts) for n in counts] for counts in of] for of in seen]


def _count(seen: list[list[int]], classes: list[list[int]], walk: Walk, at: int) -> None:
    for counts, c in zip(seen, classes, strict=True):
        for m in c:
            counts[walk.paths[m][at]] += 1
