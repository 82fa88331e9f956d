"""What moved the room: each card that was placed again, what its author expected, and what happened.

Only told pictures stand here, and a movement only where the close of the round told it (disclosure.py): a row for what
may not be told has its own words and no figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from workshop.domain.live import Cause
from workshop.domain.results import CardResult, Movement, RoundResult

Happened = Literal["moved", "told", "stands", "aside", "few"]
"""Told with its directions; told without them; fewer than three moved; too many stood aside; too few placed it."""
HAPPENED: dict[str | None, Happened] = {"stands": "stands", "aside": "aside", "few": "few", "unsure": "few"}


@dataclass(frozen=True)
class MovedCard:
    """One card of one re-placing. `before`: the picture told last; `after`: None where none was told.

    `expected`: up, down, either, plan or none, as the author of the information has it; None after a discussion.
    """

    card: str
    before: CardResult | None
    after: CardResult | None
    movement: Movement | None
    expected: str | None
    happened: Happened


@dataclass(frozen=True)
class Moved:
    """One re-placing: what caused it, and its cards in the order in which they were placed."""

    round: str
    cause: Cause
    information: str | None
    cards: tuple[MovedCard, ...]


def what_moved_us(rounds: Iterable[RoundResult], effects: Mapping[str, Mapping[str, str]]) -> tuple[Moved, ...]:
    """A row for each revealed re-placing, in the order of `rounds`. `effects`: information → card → as expected."""
    told: dict[str, CardResult] = {}
    rows: list[Moved] = []
    for r in rounds:
        if not r.revealed or r.cause == "warm_up":
            continue
        expected = effects.get(r.information or "", {})
        cards = tuple(_moved(c, told.get(c.card), expected.get(c.card)) for c in r.cards if c.again)
        if cards:
            rows.append(Moved(r.round, r.cause, r.information, cards))
        told |= {c.card: c for c in r.cards if not c.withheld}
    return tuple(rows)


def _moved(card: CardResult, before: CardResult | None, expected: str | None) -> MovedCard:
    after = None if card.withheld else card
    return MovedCard(card.card, before, after, card.movement, expected, _happened(card, before))


def _happened(card: CardResult, before: CardResult | None) -> Happened:
    """A picture that was never told cannot stand: then too few had placed the card."""
    if not card.withheld:
        return "moved" if card.movement else "told"
    return HAPPENED.get(card.why, "few") if before else "few"
