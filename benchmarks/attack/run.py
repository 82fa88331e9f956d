"""One run: rooms under the rules as they are, the same rooms under rules known to be bad, and how often one is told."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from benchmarks.attack import use
from benchmarks.attack.controls import CONTROLS, Control
from benchmarks.attack.odds import Gain, gain, interval
from benchmarks.attack.rooms import Room, a_kind, a_room
from benchmarks.attack.second import Both, asked_too, gains
from benchmarks.attack.story import tell
from benchmarks.attack.worlds import Hit, Rule, named

RULE = Rule()
MOST = 0.015
"""The gain that is allowed with up to 30 % away (docs/promise.md)."""


@dataclass
class Found:
    """What came of it. `rooms`: how many were attacked, `aloud` those in which people say that they moved.

    Of a second question that was asked too, where nobody says anything aloud: `hits_second`; the gain in guessing the
    stage when both are told (`stage_too`), and what somebody would do (`would`).
    """

    rooms: int = 0
    aloud: int = 0
    hits: list[Hit] = field(default_factory=list)
    hits_aloud: list[Hit] = field(default_factory=list)
    gains: list[Gain] = field(default_factory=list)
    gains_aloud: list[Gain] = field(default_factory=list)
    hits_second: list[Hit] = field(default_factory=list)
    stage_too: list[Gain] = field(default_factory=list)
    would: list[Gain] = field(default_factory=list)
    controls: dict[str, tuple[int, int]] = field(default_factory=dict)
    told: dict[str, float] = field(default_factory=dict)

    def rooms_with(self, kind: str, aloud: bool = False) -> int:
        """In how many rooms there was a hit of a kind."""
        return len({h.seed for h in (self.hits_aloud if aloud else self.hits) if h.kind == kind})

    def second_with(self, kind: str) -> int:
        """In how many rooms there was a hit of a kind in what people would do."""
        return len({h.seed for h in self.hits_second if h.kind == kind})

    def odds(self, away: bool) -> list[Gain]:
        """Rooms in which somebody is (or nobody is) known to differ."""
        return [g for g in self.gains if g.away is away]

    @property
    def weak(self) -> list[str]:
        """Controls that were not found: then the attacker can say nothing."""
        return [name for name, (_, found) in self.controls.items() if not found]

    def as_json(self) -> dict[str, Any]:
        """Every number, every hit with its room."""
        kinds = {kind: self.rooms_with(kind) for kind in ("named", "few others", "one mind")}
        kinds_aloud = {kind: self.rooms_with(kind, True) for kind in ("named", "few others", "one mind")}
        return {
            "rooms": self.rooms,
            "rooms_with": kinds,
            "hits": [asdict(h) for h in self.hits],
            "aloud": {"rooms": self.aloud, "rooms_with": kinds_aloud, "odds": spread(self.gains_aloud)},
            "second": {
                "rooms_with": {kind: self.second_with(kind) for kind in kinds},
                "hits": [asdict(h) for h in self.hits_second],
                "stage": spread(differing(self.stage_too)),
                "would": spread(differing(self.would)),
            },
            "odds": {"nobody differs": spread(self.odds(False)), "some away": spread(self.odds(True))},
            "controls": {name: {"rooms": n, "found": found} for name, (n, found) in self.controls.items()},
            "told": self.told,
        }


def spread(gains: list[Gain]) -> dict[str, Any]:
    """Rooms, and mean with its 95 % interval: over the shares, and beside the log permuted."""
    if len(gains) < 2:
        return {"rooms": len(gains)}
    over, paired = interval([g.real for g in gains]), interval([g.paired for g in gains])
    return {"rooms": len(gains), "over_shares": over, "paired": paired}


def differing(gains: list[Gain]) -> list[Gain]:
    """Of rooms in which somebody is known to differ."""
    return [g for g in gains if g.away]


def attack(seeds: Iterable[int], guess_every: int = 5) -> Found:
    """Rooms under the rules as they are. Odds are reckoned in every so many of them."""
    found = Found()
    for seed in seeds:
        one(found, a_room(seed), guess=guess_every > 0 and seed % guess_every == 0)
    return found


def one(found: Found, room: Room, guess: bool) -> None:
    """One room."""
    aloud = room.kind.aloud
    found.aloud += aloud
    found.rooms += not aloud
    story = tell(room)
    if story is None:
        return
    (found.hits_aloud if aloud else found.hits).extend(named(story, RULE))
    better = gain(story, RULE) if guess else None
    if better is not None:
        (found.gains_aloud if aloud else found.gains).append(better)
    if not aloud:
        second(found, asked_too(story), guess)


def second(found: Found, both: Both, guess: bool) -> None:
    """The same room, of which what it would do was asked too."""
    found.hits_second.extend(named(both.second, RULE))
    stage, would = gains(both, RULE) if guess else (None, None)
    found.stage_too.extend([stage] if stage else [])
    found.would.extend([would] if would else [])


def control(of: Control, rooms: int, enough: int = 3) -> tuple[int, int]:
    """(rooms tried, rooms in which the bad rule names somebody whom the real one does not), until enough are found."""
    found = seed = 0
    while seed < rooms and found < enough:
        room = a_room(seed, replace(a_kind(random.Random(f"{of.name} {seed}")), aloud=False, **of.hard))
        seed += 1
        bad, real = tell(room, of.reached), tell(room)
        if bad is not None and named(bad, of.rule):
            found += not (real is not None and named(real, RULE))
    return seed, found


def whole(seeds: Iterable[int], guess_every: int, control_rooms: int, use_rooms: int) -> Found:
    """Everything of one run."""
    found = attack(seeds, guess_every)
    found.controls = {c.name: control(c, control_rooms) for c in CONTROLS}
    found.told = use.shares(use_rooms, RULE)
    return found
