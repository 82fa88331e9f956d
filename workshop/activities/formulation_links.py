"""What joins the notes: links "because", and the one explanation that the room writes together."""

from __future__ import annotations

from dataclasses import replace

from workshop.activities.base import Change, Read, Refused, Seat, Situation, SliceRef, Whole, not_taken
from workshop.activities.formulation_bodies import Explain, Join, Lane, Recall, Unlink
from workshop.activities.formulation_notes import (
    FULL,
    GONE,
    LINKS,
    NO_SECTION,
    PARTS,
    counted,
    has_section,
    note_ref,
    taken_away,
)
from workshop.activities.formulation_said import reads_said, with_word
from workshop.activities.wordings import EXPLANATION, restored
from workshop.domain.live import Head
from workshop.domain.picture import AREAS, BAND
from workshop.domain.texts import TextRefused, clean_or_empty
from workshop.domain.wordings import rewritten

LONGEST_EXPLANATION, MOST_LINKS = 600, 300
CHANGED = Refused("changed_meanwhile", "formulation.changed")


def reads_link(head: Head, body: Join, seat: Seat) -> tuple[Read, ...]:
    """Both notes, all links, and what this phone says of links."""
    return (note_ref(body.source), note_ref(body.target), Whole(LINKS.name), *reads_said(seat))


def link(situation: Situation, body: Join) -> Change | Refused:
    """Join two notes, once for each kind: from a second phone it is a second word for the same link."""
    known = {(x["source"], x["target"], x["kind"]): i for i, x in situation.wholes[LINKS.name].items()}
    if body.source == body.target:
        return Refused("invalid", "formulation.same_note")
    if any(situation.slices[note_ref(n)] is None for n in (body.source, body.target)):
        return GONE
    if found := known.get((body.source, body.target, body.kind)):
        return Change(put=with_word(situation, found))
    if len(known) >= MOST_LINKS:
        return FULL
    joined, id_ = {"source": body.source, "target": body.target, "kind": body.kind}, situation.new_id()
    put = {SliceRef(LINKS.name, id_): joined, **with_word(situation, id_)}
    return Change(put=put, count={LINKS.counter: 1}, parts=PARTS)


def reads_unlink(head: Head, body: Unlink, seat: Seat) -> tuple[Read, ...]:
    """The link."""
    return (SliceRef(LINKS.name, body.link),)


def unlink(situation: Situation, body: Unlink) -> Change | Refused:
    """Take a link away, whoever says it; taking it away twice changes nothing."""
    ref = SliceRef(LINKS.name, body.link)
    if situation.slices[ref] is None:
        return Change()
    return counted({ref: None}, taken_away(situation, [body.link]))


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
