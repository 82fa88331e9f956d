"""What moved the room: every placing again, what was expected of it beside what happened. Nothing is ticked off."""

from __future__ import annotations

from dataclasses import asdict

from workshop.drawing.strip_words import movement_parts
from workshop.outputs.blocks.model import Group, Paragraph, Section, Table
from workshop.outputs.blocks.phrases import DASH, Phrases, capital, plain
from workshop.outputs.model import AnonymisedSession, LedgerOutput, MovedOutput

NOT_EXPECTED = "none"


def ledger(session: AnonymisedSession, said: Phrases) -> Section | None:
    """A row for each card; None when nothing was placed again."""
    if not session.ledger:
        return None
    title = said.say("ledger.title")
    rows = tuple(_row(session, row, card, said) for row in session.ledger for card in row.cards)
    table = Table("ledger", title, "", said.all("ledger.heads"), (Group("", rows),), row_heads=True)
    return Section(title, (Paragraph(plain(said.say("ledger.lead")), "say"), table), "ledger")


def _row(session: AnonymisedSession, row: LedgerOutput, card: MovedOutput, said: Phrases) -> tuple[str, ...]:
    cause = said.words.say(f"ledger.after.{row.cause}", number=row.number)
    typical, harmful = session.ends
    expected = said.words.say(f"ledger.expected.{card.expected or 'none_said'}", typical=typical, harmful=harmful)
    return cause, card.short, expected, _happened(session, card, said)


def _happened(session: AnonymisedSession, card: MovedOutput, said: Phrases) -> str:
    if card.movement is None:
        return said.words.say(f"ledger.happened.{card.happened}", k=said.number(session.facts.k))
    parts = movement_parts(asdict(card.movement), session.ends, said.words)
    told = "; ".join(f"{said.words.number(p.n)} {p.text}" for p in parts if p.n)
    return capital(told) if told else DASH
