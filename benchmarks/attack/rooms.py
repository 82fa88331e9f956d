"""Rooms as they are, made up from a seed: who taps in which placing, and where everybody stands after it.

Piles are numbered 0 to 4 for the stages and 5 for *need to know more*. Nobody's stay or move depends on who they are.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

STAGES = ("s1", "s2", "s3", "s4", "s5")
UNSURE = len(STAGES)
K = 5
Path = tuple[int, ...]


@dataclass(frozen=True)
class Kind:
    """What a room is like. `away`: how likely somebody is not there, or idle, in a re-placing."""

    people: int
    own: int
    away: float
    stability: float
    pull: int | None
    again: int
    warmed_up: bool = True
    hurry: bool = False
    aloud: bool = False


@dataclass(frozen=True)
class Room:
    """`taps[p][r]`: whether p finished round r by tap; `wishes[p][r]`: where p would stand then.

    `seated[p]`: (first round, last round) in which p holds a seat. The first `kind.own` people are the attacker's.
    """

    seed: int
    kind: Kind
    taps: tuple[tuple[bool, ...], ...]
    wishes: tuple[Path, ...]
    seated: tuple[tuple[int, int], ...]


def a_kind(chance: random.Random) -> Kind:
    """Hard rooms: small ones more often than large ones, a few people away, phones of the attacker."""
    return Kind(
        people=min(chance.randint(5, 30), chance.randint(5, 30)),
        own=chance.choice((0, 0, 1, 2, 3, 4)),
        away=chance.choice((0.0, 0.04, 0.08, 0.15, 0.3)),
        stability=chance.uniform(0.6, 1),
        pull=chance.choice((None, *range(len(STAGES)))),
        again=chance.randint(1, 4),
        warmed_up=chance.random() < 0.8,
        hurry=chance.random() < 0.2,
        aloud=chance.random() < 0.1,
    )


def a_room(seed: int, kind: Kind | None = None) -> Room:
    """One room; the same seed gives the same room."""
    chance = random.Random(f"room {seed}")
    kind = kind or a_kind(chance)
    rounds, everybody = kind.again + 1, kind.own + kind.people
    seated = tuple(_seat(chance, p, kind) for p in range(everybody))
    asleep = [p >= kind.own and chance.random() < kind.away / 3 for p in range(everybody)]
    taps = [
        [a <= r <= b and not (asleep[p] and r) and not _away(chance, p, r, kind) for r in range(rounds)]
        for p, (a, b) in enumerate(seated)
    ]
    if kind.own and chance.random() < 0.5:  # phones of one's own that look idle, to see what that does
        for p in chance.sample(range(kind.own), chance.randint(1, kind.own)):
            taps[p] = [r == 0 or (tap and chance.random() < 0.3) for r, tap in enumerate(taps[p])]
    wishes = tuple(_path(chance, p, kind, taps[p]) for p in range(everybody))
    return Room(seed, kind, tuple(map(tuple, taps)), wishes, seated)


def _seat(chance: random.Random, p: int, kind: Kind) -> tuple[int, int]:
    """Late, leaving, or there all the time."""
    rare = kind.away / 4 if p >= kind.own else 0
    first = chance.randint(1, kind.again) if chance.random() < rare else 0
    last = chance.randint(first, kind.again) if chance.random() < rare else kind.again
    return first, last


def _away(chance: random.Random, p: int, r: int, kind: Kind) -> bool:
    """Stepped out or idle in one placing; in the first one people are mostly there."""
    return p >= kind.own and chance.random() < (kind.away / 3 if r == 0 else kind.away)


def _path(chance: random.Random, p: int, kind: Kind, taps: list[bool]) -> Path:
    """Whoever does not tap does not change their mind meanwhile."""
    lean = chance.choice((None, "move", "stay")) if p < kind.own else None
    centre = random.Random(f"centre {kind}").uniform(0, 4)
    at = UNSURE if chance.random() < 0.1 else min(4, max(0, round(chance.gauss(centre, 1.1))))
    path = [at]
    for tap in taps[1:]:
        stays = {"move": 0.1, "stay": 1.0, None: kind.stability}[lean]
        at = elsewhere(chance, at, kind) if tap and chance.random() >= stays else at
        path.append(at)
    return tuple(path)


def elsewhere(chance: random.Random, at: int, kind: Kind) -> int:
    """Where somebody goes who moves: towards what the information points to, or to a neighbour, or unsure."""
    weights = leaving(at, kind)
    return chance.choices(range(UNSURE + 1), weights)[0]


def leaving(at: int, kind: Kind) -> list[float]:
    """Weights of the piles to which somebody goes who leaves this one: sums to 1, none for staying."""
    weights = [0.0] * (UNSURE + 1)
    near = [n for n in (at - 1, at + 1) if 0 <= n < UNSURE] if at != UNSURE else list(range(UNSURE))
    for n in near:
        weights[n] += 0.3 / len(near)
    if at != UNSURE:
        weights[UNSURE] += 0.05
    if kind.pull is not None and kind.pull != at:
        weights[kind.pull] += 0.65
    whole = sum(weights)
    return [w / whole for w in weights]
