"""What one phone knows of its own answers, and what it says of a card by “Placing again” of docs/protocol.md."""

from __future__ import annotations

from typing import Any

from tests.client.room import Room

Answers = dict[str, dict[str, str | None]]
"""Card → round → stage, None for need to know more; rounds in which it was skipped are not there."""


class Known:
    """One phone's memory: only what was acknowledged."""

    def __init__(self) -> None:
        self.answers: Answers = {}

    def answered(self, card: str, round_: str) -> bool:
        """Whether this phone answered a card in a round."""
        return round_ in self.answers.get(card, {})

    def place(self, phone: Room, round_: str, card: dict[str, Any], stages: list[str], n: int) -> None:
        """One card: most give it a stage, some need to know more, some pass over it; whoever cannot tell looks on."""
        if n % 7 == 5 and not card["again"]:
            phone.must("board.skip", {"round": round_, "card": card["id"]})
            return
        stage = None if n % 7 == 6 else stages[n % len(stages)]
        said = {"reasons": ["power"], "certainty": 3} if stage else {"missing": ["consent"]}
        if card["again"]:
            moved = self.moved(card, stage, stages)
            if moved is None:
                phone.must("board.skip", {"round": round_, "card": card["id"]})
                return
            said = moved
        phone.must("board.place", {"round": round_, "card": card["id"], "stage": stage, **said})
        self.answers.setdefault(card["id"], {})[round_] = stage

    def moved(self, card: dict[str, Any], now: str | None, stages: list[str]) -> dict[str, Any] | None:
        """`earlier`, `direction` and `why`; None for a phone that looks on."""
        again = {what: number(card["again"][what]) for what in ("first", "stood", "told")}
        counted = {r: s for r, s in self.answers.get(card["id"], {}).items() if r not in card["again"]["uncounted"]}
        past = sorted((number(r), stage) for r, stage in counted.items())
        past = [(r, stage) for r, stage in past if again["first"] <= r <= again["stood"]]
        told = [stage for r, stage in past if r <= again["told"]]
        if not told:
            return None
        return {"earlier": past[-1][1], "direction": direction(stages, told[-1], now), "why": ["heard"]}


def number(round_: str) -> int:
    """Rounds are r1, r2, … as they were opened."""
    return int(round_[1:])


def direction(stages: list[str], before: str | None, now: str | None) -> str:
    """From one place to another."""
    if before == now:
        return "same"
    if before is None or now is None:
        return "from_unsure" if before is None else "to_unsure"
    return "harmful" if stages.index(now) > stages.index(before) else "typical"
