"""What a room showed, for its trainers' own debrief: three cards to think of, from what the report tells anyway."""

from __future__ import annotations

from dataclasses import dataclass

from workshop.drawing.strip_svg import strip_svg
from workshop.outputs.model import AnonymisedSession
from workshop.outputs.model_rounds import CardOutput, Earlier
from workshop.words import Words

WIDTH = 128


@dataclass(frozen=True)
class Showed:
    """One card. `what`: disagreed, moved or unsure. `drawing`: an escaped SVG. `number` of what moved it, and how many
    moved, else 0.
    """

    what: str
    card: str
    drawing: str
    number: int = 0
    n: int = 0


def showed(session: AnonymisedSession, words: Words) -> tuple[Showed, ...]:
    """Most disagreement, what moved though its author expected nothing, and what most needed to know more of."""
    told = [c for r in session.rounds[:1] for c in r.cards if not c.withheld and c.tallies is not None]
    found = (_disagreed(session, told, words), _moved(session, words), _unsure(session, told, words))
    return tuple(row for row in found if row is not None)


def _disagreed(session: AnonymisedSession, told: list[CardOutput], words: Words) -> Showed | None:
    known = [c for c in told if c.agreement is not None and c.label != "settled"]
    card = min(known, key=lambda c: c.agreement or 0.0, default=None)
    return card and Showed("disagreed", card.short, _strip(session, card.tallies, card.need_to_know, words))


def _unsure(session: AnonymisedSession, told: list[CardOutput], words: Words) -> Showed | None:
    card = max(told, key=lambda c: c.need_to_know or 0, default=None)
    if card is None or not card.need_to_know:
        return None
    return Showed("unsure", card.short, _strip(session, card.tallies, card.need_to_know, words))


def _moved(session: AnonymisedSession, words: Words) -> Showed | None:
    """Of those that were not expected to move, the card that most people moved."""
    rows = [
        (card.movement.typical + card.movement.harmful, row.number, card)
        for row in session.ledger
        for card in row.cards
        if card.expected == "none" and card.happened == "moved" and card.movement is not None
    ]
    n, number, card = max(rows, key=lambda row: row[0], default=(0, 0, None))
    if card is None or not n or card.after is None:
        return None
    after: Earlier = card.after
    return Showed("moved", card.short, _strip(session, after.tallies, after.need_to_know, words), number, n)


def _strip(session: AnonymisedSession, tallies: tuple[int, ...] | None, unsure: int | None, words: Words) -> str:
    names = [stage.name for stage in session.stages]
    return strip_svg(names, tallies, unsure or 0, size="rows", width=WIDTH, words=words)
