"""The report as one long, tidy table: a figure or a text a row, for a spreadsheet or a statistics program.

Text that a spreadsheet would take for a formula gets an apostrophe in front. UTF-8 with a mark, CRLF (RFC 4180).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from workshop.outputs.anonymise import item_words
from workshop.outputs.model import AnonymisedSession, CardOutput, RoundOutput

HEADINGS = ("part", "round", "cause", "card", "about", "what", "value")
Row = tuple[str, str, str, str, str, str, str | int | float | None]
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\x00")


def render(session: AnonymisedSession) -> bytes:
    """The table's bytes."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows([inert(cell) for cell in row] for row in rows(session))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def inert(cell: str | int | float | None) -> str | int | float:
    """A cell that opens as what it is: never as a formula. NUL is taken out."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return cell
    text = cell.replace("\x00", "")
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def rows(session: AnonymisedSession) -> Iterator[Row]:
    """Every row, in canonical order."""
    facts = session.facts
    for what, value in (("title", facts.title), ("case study", facts.scenario_title), ("held on", facts.held_on),
                        ("threshold", facts.k), ("delegates", facts.delegates)):  # fmt: skip
        yield "session", "", "", "", "", what, value
    for shown in session.rounds:
        for card in shown.cards:
            yield from _card_rows(session, shown, card)
    for note in session.formulation.notes:
        yield "formulation", "", "", "", note.section, f"note {note.number}", note.text
    for link in session.formulation.links:
        yield "formulation", "", "", "", link.kind, f"note {link.source}", f"note {link.target}"
    for name, text in session.formulation.explanation:
        yield "explanation", "", "", "", name, "text", text
    for action in session.plan:
        for what in ("action", "why", "who", "by_when", "review"):
            yield "plan", "", "", "", action.target, what, getattr(action, what)
    for asking in session.confidence:
        for item in asking.items:
            for what in ("n", "median"):
                yield (
                    "confidence",
                    "",
                    asking.asking,
                    "",
                    f"{item_words(item.item)} ({item.asked})",
                    what,
                    getattr(item, what),
                )
    for need, n in session.needs:
        yield "needs", "", "", "", need, "n", n
    for field, text in session.kept_texts:
        yield "reflection", "", "", "", field, "text", text
    for text in session.kept_questions:
        yield "question", "", "", "", "", "text", text


def _card_rows(session: AnonymisedSession, shown: RoundOutput, card: CardOutput) -> Iterator[Row]:
    where = ("board", shown.round, shown.cause, card.card)
    if card.tallies is None:
        yield *where, "", "withheld", "fewer people than the threshold"
        return
    for stage, n in zip(session.stages, card.tallies, strict=True):
        yield *where, stage.name, "n", n
    yield *where, "Need to know more", "n", card.need_to_know
    for what in ("placed", "median", "agreement", "label"):
        yield *where, "", what, getattr(card, what)
    if card.movement:
        for what in ("typical", "same", "harmful", "moved"):
            yield *where, "movement", what, getattr(card.movement, what)
