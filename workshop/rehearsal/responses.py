"""What a simulated phone placed and would do of each card, and which way it goes from one place to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from workshop.rehearsal.answer_policy import AnswerPolicy

Response = dict[str, Any]
"""What `board.place` takes for a second question."""


@dataclass
class Sent:
    """One acknowledged placement."""

    round: str
    cause: str
    card: str
    stage: str | None
    reasons: list[str]
    missing: list[str]
    certainty: int | None
    flows: dict[str, Any]


@dataclass
class Responses:
    """The phone's own memory of second questions: card → round → level, None for one that could not be said."""

    _said: dict[str, dict[str, str | None]] = field(default_factory=dict[str, dict[str, str | None]])

    def answer(
        self, policy: AnswerPolicy, round_id: str, board: dict[str, Any], card: dict[str, Any]
    ) -> Response | None:
        """The answer to it; None where it is not asked, or is passed over, now or when it was asked first."""
        if card["second"] is None:
            return None
        about, again = card["id"], card["second"]["again"]
        levels, before = [s["id"] for s in board["second"]["stages"]], self._said.get(about, {})
        if again is None:
            return {"level": policy.response(about, levels)} if policy.responds(about) else None
        if again["stood"] not in before:
            return None
        earlier = before[again["stood"]]
        level = policy.response_again(about, earlier, levels, round_id)
        return {"level": level, "earlier": earlier, "direction": direction(levels, before[again["told"]], level)}

    def said(self, round_id: str, card: str, response: Response | None) -> Response:
        """Remember what was taken; and what of it stands beside the placement in `answers.json`."""
        if response is None:
            return {}
        self._said.setdefault(card, {})[round_id] = response["level"]
        before = {"response_earlier": response["earlier"]} if "earlier" in response else {}
        return {"response": response["level"], **before}


def direction(stages: Sequence[str], told: str | None, now: str | None) -> str:
    """Which way it is from the one place to the other; None is *need to know more*."""
    if told == now:
        return "same"
    if told is None or now is None:
        return "from_unsure" if told is None else "to_unsure"
    return "harmful" if stages.index(now) > stages.index(told) else "typical"
