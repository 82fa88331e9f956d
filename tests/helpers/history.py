"""What phones asked for and what they were told, and whether the room's final figures can have come from it.

After Jepsen: every operation is invoked, and then ok, failed, or neither (nobody knows). An ok one must be counted
exactly once, a failed one never, one that nobody knows about may or may not be. A phone sends one after the other, and
what it places on a card replaces what it placed there before, so a card's possible places follow phone by phone.
"""

from __future__ import annotations

import threading
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Outcome = Literal["ok", "fail", "info"]
Stage = str | None
NOT_PLACED = "(not placed)"


@dataclass
class Placement:
    """One operation of one phone."""

    phone: int
    card: str
    stage: Stage
    outcome: Outcome = "info"
    asked: float = field(default_factory=time.monotonic)
    waited: float = 0.0

    def told(self, outcome: Outcome) -> None:
        """Its sender knows now."""
        self.outcome, self.waited = outcome, time.monotonic() - self.asked


@dataclass
class History:
    """All operations, in the order of each phone."""

    placements: list[Placement] = field(default_factory=list[Placement])
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def invoke(self, phone: int, card: str, stage: Stage) -> Placement:
        """It is being sent. Until its outcome is set, nobody knows."""
        made = Placement(phone, card, stage)
        with self._lock:
            self.placements.append(made)
        return made

    def count(self, outcome: Outcome) -> int:
        """How many ended so."""
        return sum(p.outcome == outcome for p in self.placements)

    def longest(self) -> float:
        """The longest that anybody waited for an answer, in seconds."""
        return max((p.waited for p in self.placements), default=0.0)

    def possible(self) -> dict[str, dict[int, set[Stage]]]:
        """Card → phone → where that phone's answer may lie in the end."""
        found: dict[str, dict[int, set[Stage]]] = defaultdict(dict)
        for p in self.placements:
            before = found[p.card].get(p.phone, {NOT_PLACED})
            after = {"ok": {p.stage}, "fail": before, "info": before | {p.stage}}[p.outcome]
            found[p.card][p.phone] = after
        return found

    def faults(self, counted: Mapping[str, Mapping[Stage, int] | None]) -> list[str]:
        """What cannot be true of the room's figures (card → stage, or None for need to know → how many).

        A card of which nothing is told (None) may have any.
        """
        found: list[str] = []
        for card, phones in self.possible().items():
            told = counted.get(card, {})
            if told is None:
                continue
            wanted = Counter({stage: n for stage, n in told.items() if n})
            if (missing := len(phones) - fitting(phones, wanted)) or sum(wanted.values()) > len(phones):
                sure = Counter(next(iter(s)) for s in phones.values() if len(s) == 1)
                found.append(f"{card}: counted {dict(wanted)}, but sure are {dict(sure)} of {len(phones)} ({missing})")
        found += [f"{card}: counted, but nobody placed it" for card in counted.keys() - self.possible().keys()
                  if any((counted[card] or {}).values())]  # fmt: skip
        return found


def fitting(phones: Mapping[int, set[Stage]], counted: Counter[Stage]) -> int:
    """How many phones can be given a place of their own among the figures (a maximal matching); the rest have none.

    A phone that may not have placed at all takes a place that is not counted, of which there are just enough.
    """
    places = [stage for stage, n in counted.items() for _ in range(n)]
    places += [NOT_PLACED] * max(0, len(phones) - len(places))
    taken: dict[int, int] = {}

    def give(phone: int, tried: set[int]) -> bool:
        for at, stage in enumerate(places):
            if stage in phones[phone] and at not in tried:
                tried.add(at)
                if at not in taken or give(taken[at], tried):
                    taken[at] = phone
                    return True
        return False

    return sum(give(phone, set()) for phone in phones)
