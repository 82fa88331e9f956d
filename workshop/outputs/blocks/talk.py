"""What was said: practitioners' reasons that the room was shown, and what the facilitator noted of its own."""

from __future__ import annotations

from workshop.outputs.blocks.model import Block, Bullets, Heading, Paragraph, Run, Section, Terms, Text
from workshop.outputs.blocks.phrases import Phrases, plain
from workshop.outputs.model import AnonymisedSession
from workshop.outputs.model_talk import PanelReasonOutput


def panels(session: AnonymisedSession, said: Phrases) -> Section | None:
    """Card by card, as reasons and never as an answer; None when no panel was shown."""
    if not session.panels:
        return None
    lead = " ".join(part for part in (said.say("panel.lead"), session.panels[0].by) if part)
    blocks: list[Block] = [Paragraph(plain(lead), "say")]
    for panel in session.panels:
        blocks += [Heading(panel.text), Bullets(tuple(_reason(session, r, said) for r in panel.reasons))]
    title = said.say("panel.title" if session.facts.reviewed else "panel.examples")
    return Section(title, tuple(blocks), "panel")


def _reason(session: AnonymisedSession, reason: PanelReasonOutput, said: Phrases) -> Text:
    low, high = session.ends
    end = {"low": low, "high": high}.get(reason.end, "")
    notes = [said.words.say("common.sides.low", end=end)] if end else []
    notes += [said.say("panel.named")] if reason.named else []
    return Run(reason.topic, strong=True), Run(" ".join([f": {reason.text}", *(f"({note})" for note in notes)]))


def jottings(session: AnonymisedSession, said: Phrases) -> Section | None:
    """What the facilitator noted and ticked; None when nothing was."""
    if not session.jottings:
        return None
    pairs = tuple((j.title, j.text) for j in session.jottings)
    lead = Paragraph(plain(said.say("jotter.lead")), "say")
    return Section(said.say("jotter.title"), (lead, Terms(pairs, wide=True)), "jotter")
