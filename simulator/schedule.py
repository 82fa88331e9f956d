"""Schedules: what people do and what goes wrong, one after the other. All else follows from the seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

PHONES, DESK, SCREEN = (0, 1, 2, 3), 4, 5
WORKERS = 2
WEATHERS = ("fine", "slow", "losing", "doubling", "overtaking", "all")
LONGEST_WAIT = 1.5


@dataclass(frozen=True)
class Act:
    """After `wait` seconds something happens. `how`: whose it is, and what else is chosen."""

    wait: float
    what: str
    how: tuple[int, ...] = ()

    def __str__(self) -> str:
        return f"+{self.wait:4.2f} s  {self.what} {' '.join(map(str, self.how))}".rstrip()


@dataclass(frozen=True)
class Schedule:
    """One simulation, whole."""

    seed: int
    acts: tuple[Act, ...]

    def __str__(self) -> str:
        return "\n".join([f"seed {self.seed}", *(f"  {act}" for act in self.acts)])


Draw = Callable[[random.Random], tuple[int, ...]]


def _phone(chance: random.Random) -> int:
    return chance.choice(PHONES)


CHOICES: dict[str, tuple[int, Draw]] = {
    # people: how often, and what is chosen
    "tap": (24, lambda c: (_phone(c), c.randrange(2), c.randrange(6))),
    "leave": (6, lambda c: (_phone(c),)),
    "pass": (3, lambda c: (_phone(c), c.randrange(2))),
    "everybody": (20, lambda c: (c.randrange(1 << 16),)),
    "close": (7, lambda c: ()),
    "reveal": (12, lambda c: ()),
    "again": (7, lambda c: ()),
    "reopen": (8, lambda c: (c.randrange(1, 4),)),
    # what goes wrong
    "weather": (16, lambda c: (c.randrange(1, len(WEATHERS)),)),
    "cut": (5, lambda c: (c.randrange(SCREEN + 1),)),
    "reload": (4, lambda c: (_phone(c),)),
    "off": (3, lambda c: (_phone(c), c.randrange(1, 15))),
    "kill": (6, lambda c: (c.randrange(WORKERS), c.randrange(25), c.randrange(2))),
    "kill at the record": (4, lambda c: (c.randrange(WORKERS), c.randrange(4), c.randrange(2))),
    "store call fails": (5, lambda c: (c.randrange(25), c.randrange(2))),
    "record away": (3, lambda c: (c.randrange(1, 8),)),
    "store away": (3, lambda c: (c.randrange(1, 6),)),
    "store started again": (4, lambda c: ()),
    "power cut": (5, lambda c: (c.randrange(1, 10),)),
    "store emptied": (6, lambda c: ()),
}
PEOPLE = {name: weight for name, (weight, _) in list(CHOICES.items())[:8]}
TROUBLE = {name: weight for name, (weight, _) in list(CHOICES.items())[8:]}


def drawn(seed: int, trouble: tuple[str, ...] = ()) -> Schedule:
    """The schedule of a seed: six to sixteen acts. `trouble`: the kinds that it is to have, instead of those of chance.

    Each has a few kinds of trouble and those often: where everything goes wrong now and then, two things that are bad
    together seldom meet.
    """
    chance = random.Random(seed)
    kinds = chance.choices(list(TROUBLE), list(TROUBLE.values()), k=chance.choice((1, 2, 2, 3, 3, 4)))
    kinds = list(trouble) or kinds
    share = sum(PEOPLE.values()) * chance.choice((0.3, 0.6)) / len(kinds)
    weights = PEOPLE | {kind: share * kinds.count(kind) for kind in kinds}
    names = chance.choices(list(weights), list(weights.values()), k=chance.randint(6, 16))
    if "weather" in kinds:
        names.insert(0, "weather")
    return Schedule(seed, tuple(_act(chance, name) for name in names))


def _act(chance: random.Random, name: str) -> Act:
    wait = round(chance.choice((0.0, chance.uniform(0.0, 0.3), chance.uniform(0.0, LONGEST_WAIT))), 2)
    return Act(wait, name, CHOICES[name][1](chance))


def minimal(schedule: Schedule, fails: Callable[[Schedule], bool]) -> Schedule:
    """The same with as few acts as it still fails with, and without waiting where none is needed."""
    size = max(1, len(schedule.acts) // 2)
    while True:
        for at in range(0, len(schedule.acts), size):
            shorter = replace(schedule, acts=schedule.acts[:at] + schedule.acts[at + size :])
            if len(shorter.acts) < len(schedule.acts) and fails(shorter):
                schedule = shorter
                break
        else:
            if size == 1:
                return _at_once(schedule, fails)
            size = max(1, size // 2)


def _at_once(schedule: Schedule, fails: Callable[[Schedule], bool]) -> Schedule:
    for at, act in enumerate(schedule.acts):
        acts = [*schedule.acts[:at], replace(act, wait=0.0), *schedule.acts[at + 1 :]]
        quicker = replace(schedule, acts=tuple(acts))
        if act.wait and fails(quicker):
            schedule = quicker
    return schedule
