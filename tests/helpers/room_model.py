"""What a fair observer with everybody's phone in hand knows of a room: who answered, where everybody stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from tests.helpers.case import STAGES

SKIPPED = "skipped"
Places = dict[str, str | None]
"""Person → stage; None is *need to know more*."""


@dataclass
class Asked:
    """One round: `sheets[person][card]`, as they are now."""

    id: str
    cards: tuple[str, ...]
    state: str = "open"
    quorum: bool = False
    sheets: dict[str, dict[str, str | None]] = field(default_factory=dict)

    @property
    def finished(self) -> int:
        return sum(set(sheet) >= set(self.cards) for sheet in self.sheets.values())


@dataclass
class RoomModel:
    """People by name; `seats`: who has one now, with the turn of their newest tap (None: never)."""

    seats: dict[str, int | None] = field(default_factory=dict)
    most: int = 0
    rounds: list[Asked] = field(default_factory=list)
    stands: dict[str, Places] = field(default_factory=dict)
    told_then: dict[str, Places] = field(default_factory=dict)
    shown: dict[str, list[int]] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)

    @property
    def now(self) -> Asked:
        return self.rounds[-1]

    def sits(self, who: str) -> None:
        self.seats.setdefault(who, None)
        self.most = max(self.most, len(self.seats))

    def goes(self, who: str) -> None:
        """Takes the answers of an open round along."""
        self.seats.pop(who, None)
        if self.now.state == "open":
            self.now.sheets.pop(who, None)

    def taps(self, who: str, card: str, stage: str | None) -> None:
        self.seats[who] = len(self.rounds)
        self.now.sheets.setdefault(who, {})[card] = stage

    def enough(self, k: int, idle_out: bool = False) -> bool:
        """Quorum, by counting people."""
        recent = [tap for tap in self.seats.values() if tap is not None and tap >= len(self.rounds) - 2]
        half = len(recent) - 1 if len(recent) < 8 else (len(recent) + 1) // 2
        third = (len(self.seats) + 2) // 3
        return self.now.finished >= max(k, third if idle_out else half)

    def answered(self, found: Asked, card: str) -> Places:
        return {who: sheet[card] for who, sheet in found.sheets.items() if sheet.get(card, SKIPPED) != SKIPPED}

    def moved(self, found: Asked, card: str) -> int:
        """How many of those who answered again stand elsewhere than in the picture told last."""
        then = self.told_then[card]
        return sum(then[who] != stage for who, stage in self.answered(found, card).items())

    def counted(self, found: Asked, card: str) -> bool:
        """Takes the answers of a round that is shown; whether the card was placed before."""
        again = card in self.stands
        self.stands[card] = {**self.stands.get(card, {}), **self.answered(found, card)}
        if not again:
            self.told_then[card] = dict(self.stands[card])
        return again

    def piles(self, card: str) -> list[int]:
        counts = Counter(self.stands[card].values())
        return [counts[stage] for stage in (*STAGES, None)]
