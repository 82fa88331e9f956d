"""Silent notes: they lie on the phones that wrote them, until every phone hands in one envelope at the same word.

An envelope has as many slots for whoever wrote much, little or nothing, and is as long. What lies in them comes all at
once, under random ids, when enough phones have handed in and three of them have written; else it is let go of here,
and stays where it was written.
"""

from __future__ import annotations

from dataclasses import replace

from workshop.activities.base import (
    DELEGATE,
    FACILITATOR,
    Change,
    Collection,
    Command,
    EraseLog,
    Held,
    Nothing,
    Read,
    Refused,
    Seat,
    Situation,
    Slice,
    SliceRef,
    Whole,
    not_taken,
)
from workshop.activities.codes import NOT_NOW
from workshop.activities.formulation_bodies import Envelope
from workshop.activities.formulation_kinds import set_by
from workshop.activities.formulation_locks import key_of, locked
from workshop.activities.formulation_notes import LONGEST_NEW, MOST_NOTES, NO_SECTION, PARTS, has_section, note_ref
from workshop.activities.wordings import NOTES
from workshop.domain.asking import wanted
from workshop.domain.live import Head
from workshop.domain.texts import TextRefused, clean_or_empty

WROTE = 3
"""So many phones have to have written something: of fewer, whoever was seen typing would be known."""
ENVELOPES = Collection(
    "envelopes",
    of="seat",
    purpose="envelope",
    held=Held("envelope", "gathered", lines=lambda sheet: (("envelope", {}),)),
)
NO_ROOM = Refused("not_now", "formulation.full")
NOT_CALLED = Refused("not_now", "formulation.not_called")


def collect(situation: Situation, body: Nothing) -> Change | Refused:
    """The word to hand in. In a room of fewer than k phones none is asked for anything."""
    head = situation.head
    if head.gather == "called":
        return Change()
    here = situation.counts.get("devices", 0) >= head.k
    called = replace(head, gathering=head.gathering + 1, gather="called" if here else "few")
    return Change(head=called, parts=frozenset({"formulation"}))


def reads_envelope(head: Head, body: Envelope, seat: Seat) -> tuple[Read, ...]:
    """This seat's envelope."""
    return (ENVELOPES.ref(seat),)


def envelope(situation: Situation, body: Envelope) -> Change | Refused:
    """One phone's envelope for the gathering that goes on; no part moves by it."""
    head, notes = situation.head, list[Slice]()
    if (head.gather, head.gathering) != ("called", body.gathering):
        return NOT_CALLED
    for slot in body.slots:
        try:
            text = clean_or_empty(slot.text, LONGEST_NEW)
        except TextRefused as refused:
            return not_taken(refused)
        if not text:
            continue
        if not has_section(situation, slot.section):
            return NO_SECTION
        itself = set_by(situation, slot)
        if isinstance(itself, Refused):
            return itself
        notes.append({"section": slot.section, "text": text, **itself, "lock": key_of(situation, slot.key)})
    return Change(put={ENVELOPES.ref(situation.seat): {"notes": notes}})


def reads_uncover(head: Head, body: Nothing, seat: Seat) -> tuple[Read, ...]:
    """All envelopes."""
    return (Whole(ENVELOPES.name),)


def uncover(situation: Situation, body: Nothing) -> Change | Refused:
    """Everything that was handed in, at once; or nothing of it. Either way no envelope is left."""
    head, sheets = situation.head, situation.wholes[ENVELOPES.name]
    if head.gather != "called":
        return NOT_CALLED
    notes = [note for sheet in sheets.values() for note in sheet["notes"]]
    if situation.counts.get(NOTES.counter, 0) + len(notes) > MOST_NOTES:
        return NO_ROOM
    put: dict[SliceRef, Slice | None] = {SliceRef(ENVELOPES.name, key): None for key in sheets}
    then = (EraseLog(ENVELOPES.name),)
    enough = len(sheets) >= wanted(situation.counts.get("devices", 0), head.k)
    if not enough or sum(bool(sheet["notes"]) for sheet in sheets.values()) < WROTE:
        return Change(head=replace(head, gather="few"), put=put, parts=PARTS, then=then)
    for note in notes:
        put |= _shown(situation.new_id(), note)
    shown = replace(head, gather="shown", gathered=(*head.gathered, head.gathering))
    return Change(head=shown, put=put, count={NOTES.counter: len(notes)}, parts=PARTS, then=then)


def _shown(id_: str, note: Slice) -> dict[SliceRef, Slice | None]:
    """A note as the room has it, and apart from it its lock."""
    said = {field: value for field, value in note.items() if field != "lock"}
    return {note_ref(id_): {**said, "version": 1, "beside": None}, **locked(id_, note.get("lock", ""))}


COMMANDS = (
    Command("formulation.collect", Nothing, FACILITATOR, collect, durable=True),
    Command("formulation.envelope", Envelope, DELEGATE, envelope, ("not_now", "too_long"), reads=reads_envelope),
    Command("formulation.uncover", Nothing, FACILITATOR, uncover, NOT_NOW, reads=reads_uncover, durable=True),
)
