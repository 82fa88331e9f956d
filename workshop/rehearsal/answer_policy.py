"""What a simulated delegate would answer. Decided by (seed, who, what), never by timing: same seed, same answers."""

from __future__ import annotations

import base64
import hashlib
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Answer = dict[str, Any]
"""What `board.place` takes besides round and card."""
SPREADS = ("settled", "neighbouring", "spread", "split")
UNSURE_FIRST, UNSURE_MOST, STILL_UNSURE = 0.09, 0.68, 0.4
CANNOT_SAY, NO_RESPONSE = 0.1, 0.05
"""Share of people who cannot say yet what they would do; and of those who pass that question over."""
HARD_TO_TELL = 0.12
"""Share of cards of which most of a room needs to know more."""
MOVE_AFTER_TALK = 0.35
MOVES: Mapping[str, float] = {"up": 0.6, "down": 0.6, "either": 0.35, "plan": 0.12, "none": 0.06}


@dataclass(frozen=True)
class AnswerPolicy:
    """One simulated delegate's way of deciding."""

    seed: int
    who: int

    def chance(self, *about: object) -> random.Random:
        """The one stream of chance for this person and this question."""
        told = "\0".join(str(a) for a in (self.seed, self.who, *about))
        return random.Random(hashlib.sha256(told.encode()).digest())

    def token(self) -> str:
        """The token this phone makes for itself: 43 characters of base64url."""
        raw = hashlib.sha256(f"token\0{self.seed}\0{self.who}".encode()).digest()
        return base64.urlsafe_b64encode(raw).decode().rstrip("=")

    def first(self, card: str, stages: Sequence[str], reasons: Sequence[str], topics: Sequence[str]) -> Answer:
        """A first placing: how the room spreads over a card belongs to the card, where one stands to the person."""
        chance = self.chance("first", card)
        if chance.random() < (UNSURE_MOST if _hard_to_tell(card) else UNSURE_FIRST):
            return unsure(chance, topics)
        position = _position(chance, card, len(stages))
        return placed(chance, stages[position], reasons)

    def again(
        self, card: str, earlier: str | None, effect: str, stages: Sequence[str], reasons: Sequence[str],
        topics: Sequence[str], why: str,
    ) -> Answer:  # fmt: skip
        """Placing again: most stay, some move one stage, as the new information suggests or the talk did."""
        chance = self.chance("again", why, card)
        if earlier is None and chance.random() < STILL_UNSURE:
            return unsure(chance, topics)
        if earlier is None:
            return self.first(card, stages, reasons, topics)
        position = stages.index(earlier)
        if chance.random() < MOVES.get(effect, MOVE_AFTER_TALK):
            position += {"up": 1, "down": -1}.get(effect, chance.choice((-1, 1)))
        return placed(chance, stages[max(0, min(len(stages) - 1, position))], reasons)

    def responds(self, card: str) -> bool:
        """Whether this person answers what they would do, or passes it over."""
        return self.chance("responds", card).random() >= NO_RESPONSE

    def response(self, card: str, levels: Sequence[str]) -> str | None:
        """What one would do of a card: by the card and the person, whatever was placed; some cannot say yet."""
        chance = self.chance("response", card)
        if chance.random() < CANNOT_SAY:
            return None
        return levels[_position(chance, f"response {card}", len(levels))]

    def response_again(self, card: str, earlier: str | None, levels: Sequence[str], why: str) -> str | None:
        """The same once more: most stay, some go one level up or down."""
        chance = self.chance("response again", why, card)
        if earlier is None:
            return (
                None if chance.random() < STILL_UNSURE else levels[_position(chance, f"response {card}", len(levels))]
            )
        at = levels.index(earlier) + (chance.choice((-1, 1)) if chance.random() < MOVE_AFTER_TALK else 0)
        return levels[max(0, min(len(levels) - 1, at))]


def unsure(chance: random.Random, topics: Sequence[str]) -> Answer:
    """*Need to know more*, with one or two things that are missing (weighted towards the first of the list)."""
    weights = [len(topics) - i for i in range(len(topics))]
    missing = sorted(set(chance.choices(list(topics), weights, k=chance.randint(1, 2)))) if topics else []
    return {"stage": None, "missing": missing, "reasons": [], "certainty": None}


def placed(chance: random.Random, stage: str, reasons: Sequence[str]) -> Answer:
    """A stage with up to three reasons (weighted towards the first of the list) and, mostly, a certainty."""
    weights = [len(reasons) - i for i in range(len(reasons))]
    named = sorted(set(chance.choices(list(reasons), weights, k=chance.randint(0, 3)))) if reasons else []
    certainty = chance.randint(2, 5) if chance.random() < 0.8 else None
    return {"stage": stage, "missing": [], "reasons": named, "certainty": certainty}


def _hard_to_tell(card: str) -> bool:
    return random.Random(hashlib.sha256(f"unsure\0{card}".encode()).digest()).random() < HARD_TO_TELL


def _position(chance: random.Random, card: str, size: int) -> int:
    """Where on a scale of `size` stages: the card decides the room's shape, chance the place in it."""
    shape = random.Random(hashlib.sha256(card.encode()).digest())
    kind, centre = shape.choice(SPREADS), shape.uniform(0.5, size - 1.5)
    if kind == "split" and size > 3:
        low = max(0, int(centre) - 1)
        return chance.choices((low, low + 1, min(size - 1, low + 2), min(size - 1, low + 3)), (4, 1, 1, 4))[0]
    wide = {"settled": 0.35, "neighbouring": 0.6, "spread": 1.15, "split": 1.4}[kind]
    return max(0, min(size - 1, round(chance.gauss(centre, wide))))
