"""What joins the notes: links "because", and the one explanation that the room writes together."""

from __future__ import annotations

from dataclasses import replace

from workshop.activities.base import Change, Read, Refused, Seat, Situation, SliceRef, Whole, not_taken
from workshop.activities.formulation_bodies import Explain, Join, Lane, Recall, Unlink
from workshop.activities.formulation_notes import FULL, GONE, LINKS, NO_SECTION, PARTS, has_section, note_ref
from workshop.activities.wordings import EXPLANATION, restored
from workshop.domain.live import Head
from workshop.domain.picture import AREAS, BAND
from workshop.domain.texts import TextRefused, clean_or_empty
from workshop.domain.wordings import rewritten

LONGEST_EXPLANATION, MOST_LINKS = 600, 300
CHANGED = Refused("changed_meanwhile", "formulation.changed")


def reads_link(head: Head, body: Join, seat: Seat) -> tuple[Read, ...]:
    """Both notes and all links."""
    return (note_ref(body.source), note_ref(body.target), Whole(LINKS.name))


def link(situation: Situation, body: Join) -> Change | Refused:
    """Join two notes, once for each kind."""
    known = [(x["source"], x["target"], x["kind"]) for x in situation.wholes[LINKS.name].values()]
    if body.source == body.target:
        return Refused("invalid", "formulation.same_note")
    if any(situation.slices[note_ref(n)] is None for n in (body.source, body.target)):
        return GONE
    if (body.source, body.target, body.kind) in known:
        return Change()
    if len(known) >= MOST_LINKS:
        return FULL
    joined = {"source": body.source, "target": body.target, "kind": body.kind}
    return Change(put={SliceRef(LINKS.name, situation.new_id()): joined}, count={LINKS.counter: 1}, parts=PARTS)


def reads_unlink(head: Head, body: Unlink, seat: Seat) -> tuple[Read, ...]:
    """The link."""
    return (SliceRef(LINKS.name, body.link),)


def unlink(situation: Situation, body: Unlink) -> Change | Refused:
    """Take a link away; taking it away twice changes nothing."""
    ref = SliceRef(LINKS.name, body.link)
    if situation.slices[ref] is None:
        return Change()
    return Change(put={ref: None}, count={LINKS.counter: -1}, parts=PARTS)


def reads_explanation(head: Head, body: Explain | Recall, seat: Seat) -> tuple[Read, ...]:
    """The part of the explanation that is written."""
    return (SliceRef(EXPLANATION.name, body.part),)


def explain(situation: Situation, body: Explain) -> Change | Refused:
    """One part of the shared explanation, by the facilitator's hand for the room."""
    ref = SliceRef(EXPLANATION.name, body.part)
    before = situation.slices[ref] or {"text": "", "version": 0}
    if before["version"] != body.base:
        return CHANGED
    try:
        text = clean_or_empty(body.text, LONGEST_EXPLANATION)
    except TextRefused as refused:
        return not_taken(refused)
    return Change(put={ref: rewritten(before, {"text": text}, body.writing)}, parts=PARTS)


def recall(situation: Situation, body: Recall) -> Change | Refused:
    """What a part of the explanation said before."""
    return restored(situation, SliceRef(EXPLANATION.name, body.part), body.version, PARTS)


def lane(situation: Situation, body: Lane) -> Change | Refused:
    """Open one section, or area, for everybody, or none."""
    is_area = body.section in (*AREAS, BAND)
    if body.section and not is_area and not has_section(situation, body.section):
        return NO_SECTION
    return Change(head=replace(situation.head, lane=body.section), parts=PARTS)
