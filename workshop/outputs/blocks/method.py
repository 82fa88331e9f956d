"""How to read a report: how its figures came about, what they cannot say, what is not here; and where support is."""

from __future__ import annotations

from workshop.domain.agreement import LABELS
from workshop.outputs.blocks.model import Block, Bullets, Heading, Paragraph, Run, Section, Terms, Text
from workshop.outputs.blocks.phrases import Phrases, numbered, plain
from workshop.outputs.model import AnonymisedSession, Facts, ResourceOutput


def method(session: AnonymisedSession, said: Phrases) -> Section:
    """How the figures came about, what they cannot say, and what is not here."""
    facts, k = session.facts, said.number(session.facts.k)
    kinds = tuple((said.words.say(f"common.labels.{kind}"), said.say(f"method.kinds.{kind}")) for kind in LABELS)
    stages = zip(numbered(session), (s.definition for s in session.stages), strict=True)
    limits = [said.say("method.one_room"), *([] if facts.reviewed else [said.say("method.unreviewed")])]
    blocks: list[Block] = [
        Heading(said.say("method.how")),
        *([_paragraph(said.say("method.corrected"))] if facts.corrected else []),
        _paragraph(said.say("method.placed" if session.rounds else "method.untold")),
        _paragraph(said.say("method.agreement")),
        Terms(kinds),
        Heading(said.say("method.limits")),
        _paragraph(" ".join([*limits, said.say("method.differing")])),
        Heading(said.say("method.not_here")),
        _paragraph(said.say("method.withheld", k=k)),
        Heading(said.say("method.case")),
        Terms(_case(facts, said)),
        Heading(said.say("method.scale", scale=session.scale_title.lower())),
        Terms(tuple(stages)),
        *([Paragraph(plain(session.acknowledgement), "legend")] if session.acknowledgement else []),
        *_second(session, said),
    ]
    return Section(said.say("method.title"), tuple(blocks), "method")


def _second(session: AnonymisedSession, said: Phrases) -> list[Block]:
    """What the second question was, and its levels."""
    if session.second is None:
        return []
    letters = said.words.all("common.strip.level.letters")
    levels = zip(letters, session.second.stages, strict=False)
    lead = said.say("second", scale=session.second.title.lower())
    return [_paragraph(lead), Terms(tuple((f"{letter} {s.name}", s.definition) for letter, s in levels))]


def _paragraph(text: str) -> Paragraph:
    return Paragraph(plain(text))


def _case(facts: Facts, said: Phrases) -> tuple[tuple[str, str], ...]:
    """Which text it was, so that reports on one and the same can be told from others."""
    version = said.say("method.version", title=facts.scenario_title, n=facts.scenario_version)
    pinned = [(said.say("method.fingerprint"), facts.scenario_sha256)] if facts.scenario_sha256 else []
    return ((said.say("method.case_study"), version), *pinned)


def resources(session: AnonymisedSession, said: Phrases) -> Section | None:
    """Support and signposting. Numbers and addresses are printed, so that paper has them too."""
    if not session.resources:
        return None
    return Section(said.say("resources"), (Bullets(tuple(_resource(r) for r in session.resources)),))


def _resource(found: ResourceOutput) -> Text:
    shown = found.url.removeprefix("https://").rstrip("/")
    address = (Run(" "), Run(shown, href=found.url)) if found.url.startswith("https://") else ()
    number = (Run(f" {found.number}", strong=True),) if found.number else ()
    return (Run(found.title, strong=True), Run(f" {found.text}"), *number, *address)
