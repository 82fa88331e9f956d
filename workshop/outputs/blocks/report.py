"""The whole report: its head, its sections in their order, and its foot."""

from __future__ import annotations

from workshop.outputs.blocks import changed, front, ledger, method, planned, rounds, talk, together
from workshop.outputs.blocks.model import Beside, Part, Report
from workshop.outputs.blocks.phrases import Phrases
from workshop.outputs.model import AnonymisedSession
from workshop.words import Words


def report(session: AnonymisedSession, words: Words) -> Report:
    """Everything that a report says, in order. The same session and language give the same blocks."""
    facts, said = session.facts, Phrases(words)
    say, day = words.say, words.day(facts.held_on)
    return Report(
        language=words.tag,
        direction=words.direction,
        title=say("report.document", title=facts.title, day=day),
        day=facts.held_on,
        product=say("common.product"),
        aid=say("report.aid"),
        session=facts.title if facts.title != facts.scenario_title else "",
        heading=say("report.heading"),
        lead=said.lead(session),
        rehearsal=say("report.rehearsal") if facts.rehearsal else "",
        notice="" if facts.reviewed else say("report.unreviewed"),
        parts=_parts(session, said),
        foot=(say("report.foot", k=said.number(facts.k)), say("report.held_on", day=day)),
        words=words,
    )


def _parts(session: AnonymisedSession, said: Phrases) -> tuple[Part, ...]:
    halves = [s for s in (front.confidence(session, said), front.needs(session, said)) if s]
    found: list[Part | None] = [
        front.told(session, said, "summary"),
        front.differed_most(session, said),
        front.what_moved(session, said),
        Beside(tuple(halves)) if halves else None,
        *front.asked(session, said),
        rounds.story(session, said),
        *rounds.rounds(session, said),
        ledger.ledger(session, said),
        talk.panels(session, said),
        talk.jottings(session, said),
        together.explanation(session, said),
        changed.what_changed(session, said),
        planned.plan(session, said),
        together.kept(session, said),
        front.told(session, said, "reflection"),
        method.method(session, said),
        method.resources(session, said),
    ]
    return tuple(part for part in found if part)
