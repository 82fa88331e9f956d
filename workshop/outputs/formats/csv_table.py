"""The report as one long, tidy table: a figure or a text a row, for a spreadsheet or a statistics program.

Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"), and so does text
that looks like one once Unicode has been made plain (full-width signs). UTF-8 with a mark, CRLF (RFC 4180).
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict

from workshop.domain.disclosure import BANDS
from workshop.domain.plan import Cell
from workshop.domain.texts import seen, tidy
from workshop.outputs.model import (
    AnonymisedSession,
    CardOutput,
    ConfidenceOutput,
    Facts,
    ResponseOutput,
    RoundOutput,
    SecondOutput,
)
from workshop.outputs.model_front import TOLD_BY, ToldOutput
from workshop.outputs.model_plan import PlanOutput

HEADINGS = ("part", "round", "cause", "card", "about", "what", "value")
Row = tuple[str, str, str, str, str, str, str | int | float | None]
FORMULA = ("=", "+", "-", "@", "|", "%")
WITHHELD = "withheld"


def render(session: AnonymisedSession) -> bytes:
    """The table's bytes."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows([inert(cell) for cell in row] for row in rows(session))
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def inert(cell: str | int | float | None) -> str | int | float:
    """A cell that opens as what it is: never as a formula, never as more cells than one."""
    if cell is None:
        return WITHHELD
    if not isinstance(cell, str):
        return cell
    text = tidy(cell)  # a TAB, a line end or a NUL would move or cut cells
    # A marked cell is marked again: "'=1" must not come back as "=1" when a program takes the apostrophe away.
    plain = unicodedata.normalize("NFKC", seen(text))
    return f"'{text}" if plain.startswith((*FORMULA, "'")) else text


def rows(session: AnonymisedSession) -> Iterator[Row]:
    """Every row, in canonical order."""
    yield from _facts_rows(session.facts)
    yield from _told_rows(session.told)
    for shown in session.rounds:
        for card in shown.cards:
            yield from _card_rows(session, shown, card)
            yield from _response_rows(("response", shown.round, shown.cause, card.card), session.second, card.response)
    yield from _together(session)
    for asking in session.confidence:
        yield from _confidence_rows(asking)
    for need in session.needs:
        yield "needs", "", "", "", need.need, "n", need.n
    for asked in session.asked:
        yield asked.title, "", "", "", "", "answered", asked.answered
        for words, n in asked.rows:
            yield asked.title, "", "", "", words, "n", n
    for field, text in session.kept_texts:
        yield "reflection", "", "", "", field, "text", text
    yield from _question_rows(session)
    for jotting in session.jottings:
        yield "jotter", "", "", "", jotting.title, "text", jotting.text


def _question_rows(session: AnonymisedSession) -> Iterator[Row]:
    for text in session.kept_questions:
        yield "question", "", "", "", "", "text", text
    for theme, n in session.question_themes:
        yield "question", "", "", "", theme, "n", n


def _told_rows(told: ToldOutput) -> Iterator[Row]:
    for name in TOLD_BY:
        if text := getattr(told, name):
            yield "facilitator", "", "", "", name, "text", text
    for kind, text in told.reworded:
        yield "facilitator", "", "", "", f"reworded {kind}", "text", text


def _facts_rows(facts: Facts) -> Iterator[Row]:
    for what, value in (("title", facts.title), ("case study", facts.scenario_title), ("held on", facts.held_on),
                        ("threshold", facts.k), ("delegates", facts.delegates)):  # fmt: skip
        yield "session", "", "", "", "", what, value
    if facts.rehearsal:
        yield "session", "", "", "", "", "rehearsal", "invented people"
    if facts.corrected:
        yield "session", "", "", "", "", "corrected", "replaces an earlier report"


def _card_rows(session: AnonymisedSession, shown: RoundOutput, card: CardOutput) -> Iterator[Row]:
    where = ("board", shown.round, shown.cause, card.card)
    yield *where, "", "text", card.text
    for stage, n in zip(session.stages, card.tallies or [None] * len(session.stages), strict=True):
        yield *where, stage.name, "n", n
    yield *where, "Need to know more", "n", card.need_to_know
    for topic in card.missing:
        yield *where, "Need to know more", "topic", topic
    names = {s.id: s.name for s in session.stages}
    yield *where, "", "placed", card.placed
    yield *where, "", "median", names.get(card.median or "")
    if len(session.stages) > 2:
        yield *where, "", "agreement", card.agreement
    yield *where, "", "label", card.label
    if card.why:
        yield *where, "", "not told", card.why
    if card.certainty:
        yield *where, "certainty", "median", card.certainty.median
        yield *where, "certainty", "not certain", card.certainty.not_certain
    yield from _camps_and_movement(where, card)


def _camps_and_movement(where: tuple[str, str, str, str], card: CardOutput) -> Iterator[Row]:
    for end, side in (("low end", card.low), ("high end", card.high)):
        if side:
            yield *where, end, "n", side.n
            for reason in side.reasons:
                yield *where, end, "reason", reason
    for side, named in asdict(card.reasons).items():
        for reason in named:
            yield *where, f"{side} the median" if side != "all" else "everybody", "reason", reason
    if card.movement:
        for what, n in asdict(card.movement).items():
            yield *where, "movement", what.replace("_", " "), n
    for why in card.whys:
        yield *where, "movement", "why", why


def _response_rows(
    where: tuple[str, str, str, str], second: SecondOutput | None, told: ResponseOutput | None
) -> Iterator[Row]:
    """The second question, in rows of a part of its own."""
    if second is None or told is None:
        return
    for level, n in zip(second.stages, told.tallies or [None] * len(second.stages), strict=True):
        yield *where, level.name, "n", n
    yield *where, "Cannot say yet", "n", told.need_to_know
    yield *where, "", "placed", told.placed
    yield *where, "", "agreement", told.agreement
    yield *where, "", "label", told.kind
    if told.why:
        yield *where, "", "not told", told.why
    for what, n in asdict(told.movement).items() if told.movement else ():
        yield *where, "movement", what.replace("_", " "), n


def _together(session: AnonymisedSession) -> Iterator[Row]:
    """What the room wrote together: formulation and plan."""
    for note in session.formulation.notes:
        yield "formulation", "", "", "", note.section, f"note {note.number}", note.text
        if note.support is not None:
            yield "formulation", "", "", "", note.section, f"support of note {note.number}", note.support
        for text in note.beneath:
            yield "formulation", "", "", "", note.section, f"beneath note {note.number}", text
        ground = note.ground.id if note.ground else ""
        for what, said in (("is", note.sure), ("voice", note.voice), ("from", ground)):
            if said:
                yield "formulation", "", "", "", note.section, f"{what} of note {note.number}", said
    for one in session.formulation.lacking:
        yield "formulation", "", "", "", one.id, "lacks", one.words
    for link in session.formulation.links:
        yield "formulation", "", "", "", link.kind, f"note {link.source}", f"note {link.target}"
        if link.support is not None:
            said = f"phones that say {link.source} {link.kind} {link.target}"
            yield "formulation", "", "", "", link.kind, said, link.support
    for name, text in session.formulation.explanation:
        yield "explanation", "", "", "", name, "text", text
    yield from _plan(session.plan)


def _plan(plan: PlanOutput) -> Iterator[Row]:
    for action in plan.actions:
        for what in ("action", "why", "who", "by_when", "review", "kind", "known", "step_up", "step_down"):
            yield "plan", "", "", "", action.target, what, getattr(action, what)
        if action.would is not None:
            yield "plan", "", "", "", action.target, "would do this", action.would
    if plan.is_mapped:
        yield from _reach(plan)
    for side, signs in (("step up", plan.up), ("step down", plan.down), ("review", (plan.review,))):
        for sign in filter(None, signs):
            yield "plan", "", "", "", side, "sign", sign.text
            yield "plan", "", "", "", side, "who", sign.who


def _reach(plan: PlanOutput) -> Iterator[Row]:
    for need in plan.needs:
        yield "plan", "", "", "", need.target, f"need {need.kind}", need.text
    for cell in plan.cells:
        yield "plan", "", "", "", cell.target, f"actions for {cell.kind}", _told_of(cell)
    for hole, texts in _holes(plan):
        for text in texts:
            yield "plan", "", "", "", "", hole, text


def _told_of(cell: Cell) -> str | int:
    return "set aside" if cell.state == "aside" else cell.actions


def _holes(plan: PlanOutput) -> Iterator[tuple[str, list[str]]]:
    yield "need without an action", [n.text for n in plan.unmet]
    yield "action without a need", [a.action for a in plan.actions if a.number in plan.loose]
    yield "target without an action", list(plan.bare)


def _confidence_rows(asking: ConfidenceOutput) -> Iterator[Row]:
    for item in asking.items:
        where = ("confidence", "", asking.asking, item.item, f"{item.words} ({item.asked.replace('_', ' ')})")
        yield *where, "n", item.n
        yield *where, "median", item.median
        low, high = item.quartiles or (None, None)
        yield *where, "lower quartile", low
        yield *where, "upper quartile", high
        for (first, last), n in zip(BANDS, item.bands or [None] * len(BANDS), strict=True):
            yield *where, f"n from {first} to {last}", n
