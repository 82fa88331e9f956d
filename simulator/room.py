"""What the live store has of the room, past every client: its rounds as they move, and what they came to."""

from __future__ import annotations

from collections import Counter
from typing import Any

from simulator.beginning import STAGES
from simulator.history import Closing
from simulator.schedule import PHONES
from workshop.activities.codec import head_from_json
from workshop.domain.live import Head, Round
from workshop.live import keys

CALM_BEFORE = 12.0
"""Seconds before a loss in which nothing may have happened to a phone of which we say that it was there."""


class Room:
    """`world` is the simulation."""

    def __init__(self, world: Any) -> None:
        self._world = world
        self._raw: Any = None
        self.head: Head | None = None

    def rounds(self) -> list[Round]:
        """All, as they were at the newest look."""
        return list(self.head.rounds.values()) if self.head else []

    def has(self, state: str) -> bool:
        """Whether a round is in this state."""
        return any(r.state == state for r in self.rounds())

    def knows(self, round_id: str) -> bool:
        """Whether the live store has this round now, in any state."""
        self.look()
        return any(r.id == round_id for r in self.rounds())

    def is_open(self, round_id: str) -> bool:
        """Whether a round is open in the live store now."""
        self.look()
        return any(r.id == round_id and r.state == "open" for r in self.rounds())

    def look(self) -> None:
        """Notes what has moved."""
        raw = self._world.store.value(keys.key(self._world.session, "head"))
        if raw is None or raw is self._raw:
            return
        self._raw, before = raw, self.head
        self.head = head_from_json(raw)
        for found in self.head.rounds.values():
            was = before.rounds.get(found.id) if before else None
            if was is None or was.state != found.state:
                self._moved(found)

    def _moved(self, found: Round) -> None:
        """A round's state has changed."""
        closings = self._world.history.closings
        if found.state == "open":
            closings.pop(found.id, None)
        elif found.state == "closing":
            again = {card: stood for card, (stood, _) in found.again.items()}
            now, losses = self._world.loop.now, self._world.store.losses
            closings.setdefault(found.id, Closing(now, losses, again, self._calm(), self._untold(found.id)))
        elif found.id in closings and found.quorum and not closings[found.id].counted:
            closings[found.id].counted = self._counted(found)

    def _untold(self, round_id: str) -> frozenset[str]:
        """Cards of which the record tells nothing, of a round that it has already."""
        result = self._world.shelves.rounds.get((self._world.session, round_id))
        return frozenset(c.card for c in result.cards if c.tallies is None) if result is not None else frozenset()

    def _calm(self) -> frozenset[int]:
        since = self._world.lost_at - CALM_BEFORE
        return frozenset(p for p in PHONES if self._world.lines.disturbed.get(p, -1e9) < since)

    def count_what_is_open(self) -> None:
        """Also a round that too few have finished, of which nothing is told, has everything that was acknowledged."""
        for found in [r for r in self.rounds() if r.state == "open"]:
            sheets = self._world.store.fields(keys.collection(self._world.session, f"placements.{found.id}")).values()
            counted = {
                card: Counter(s[card]["stage"] for s in sheets if card in s and not s[card]["skipped"])
                for card in found.cards
                if card not in found.again
            }
            closing = Closing(self._world.loop.now, self._world.store.losses, {}, self._calm(), counted=counted)
            for fault in self._world.history.faults({found.id: closing}):
                self._world.fault(f"still open: {fault}")

    def _counted(self, found: Round) -> dict[str, Counter[str | None]]:
        """Card → place → how many, as the tally left it."""
        name = keys.collection(self._world.session, "standing")
        standing = self._world.store.fields(name)
        unseen = self._world.store.fields(keys.collection(self._world.session, "unseen")).get(found.id, {})
        stages = [*STAGES, None]
        piles = {card: {**standing, **unseen}.get(card) for card in found.cards}
        return {
            card: Counter(dict(zip(stages, pile["piles"], strict=True)))
            for card, pile in piles.items()
            if pile is not None and pile["round"] == found.id
        }
