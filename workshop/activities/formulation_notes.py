"""Notes of the formulation: written, changed, moved, merged, supported, hidden.

A note is put in other words by the phone that wrote it or by the facilitator, who alone merges two. Nobody's words
vanish: an edit by somebody else, or of an older version, becomes a note of its own beside it.
"""

from __future__ import annotations

from dataclasses import asdict

from workshop.activities.base import (
    Change,
    Collection,
    Counter,
    GatherSupport,
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
from workshop.activities.formulation_asked_words import ASKED, without
from workshop.activities.formulation_bodies import Add, Edit, Hide, Merge, Move, Restore, Support
from workshop.activities.formulation_joined import rejoined
from workshop.activities.formulation_kinds import set_by
from workshop.activities.formulation_locks import key_of, lock_ref, locked, may_reword, without_locks
from workshop.activities.formulation_traces import READS, without_traces
from workshop.activities.wordings import NOTES, restored
from workshop.domain.live import Head
from workshop.domain.note_kinds import kind_of, shared
from workshop.domain.phases import phase_here
from workshop.domain.texts import TextRefused, clean
from workshop.domain.wordings import rewritten

LONGEST, LONGEST_NEW, MOST_NOTES = 200, 140, 300
"""Characters of a note as it stands, and of a new one; and how many a room has."""
SILENT = "silent"
"""The phase in which phones hand in together or not at all: a note that came alone would come from somebody."""
PARTS = frozenset({"formulation", "plan", "wordings", "agreed", "stacks", "undo_list", "offers", "changed", "keepsake"})
"""The plan asks for actions by the notes, so that whatever moves one moves both."""
COUNT = Counter(NOTES.counter)
LINKS = Collection("links", kept="all", counter="links")
SUPPORT, SUPPORTERS = "support:", Collection("support.session", of="seat", purpose="support")
"""Before a note's id: the counter of what is told of its support. And where the sets lie: slot → notes."""
TAKEN, LINKS_TAKEN = "notes:taken", "links:taken"
"""Counters of the notes that were merged or hidden, and of the links that were taken away or went into another."""
GONE = Refused("not_now", "formulation.gone")
CHANGED = Refused("changed_meanwhile", "formulation.changed_two")
FULL = Refused("full", "formulation.full")
IN_SILENCE = Refused("not_now", "formulation.in_silence")
NO_SECTION = Refused("invalid", "formulation.no_section")


def note_ref(note: str) -> SliceRef:
    """Where a note lies."""
    return SliceRef(NOTES.name, note)


def has_section(situation: Situation, section: str) -> bool:
    """Whether this case's formulation has such a section."""
    return any(s.id == section for s in situation.scenario.formulation.sections)


def reads_add(head: Head, body: Add, seat: Seat) -> tuple[Read, ...]:
    """How many there are."""
    return (COUNT,)


def add(situation: Situation, body: Add) -> Change | Refused:
    """A new note. A phone's own, while notes are written in silence, stays on it until they are gathered."""
    head = situation.head
    if situation.role == "delegate" and head.step.activity == "formulation" and phase_here(head) == SILENT:
        return IN_SILENCE
    text, itself = _cleaned(body.text, LONGEST_NEW), set_by(situation, body)
    if isinstance(text, Refused):
        return text
    if isinstance(itself, Refused):
        return itself
    if not has_section(situation, body.section):
        return NO_SECTION
    return _new(situation, body, body.section, {"text": text, **itself}, beside=None)


def reads_edit(head: Head, body: Edit, seat: Seat) -> tuple[Read, ...]:
    """The note, its lock, and how many there are: an edit may become one more."""
    return (note_ref(body.note), lock_ref(body.note), COUNT)


def edit(situation: Situation, body: Edit) -> Change | Refused:
    """New words for a note; from somebody else, or of an older version, they become a note of their own beside it."""
    text, note = _cleaned(body.text), situation.slices[note_ref(body.note)]
    itself = set_by(situation, body)
    if isinstance(text, Refused):
        return text
    if isinstance(itself, Refused):
        return itself
    if note is None:
        return GONE
    if note["version"] != body.base or not may_reword(situation, body.note, body.key):
        said = {"text": text, **asdict(kind_of(note)), **itself}
        return _new(situation, body, note["section"], said, beside=body.note)
    put: dict[SliceRef, Slice | None] = {note_ref(body.note): {**rewritten(note, {"text": text}), **itself}}
    if situation.role == "facilitator":  # they are not its writer's words any more
        put |= without_locks((body.note,))
    return Change(put=put, parts=PARTS)


def reads_move(head: Head, body: Move, seat: Seat) -> tuple[Read, ...]:
    """The note."""
    return (note_ref(body.note),)


def move(situation: Situation, body: Move) -> Change | Refused:
    """A note into another section."""
    note = situation.slices[note_ref(body.note)]
    if note is None:
        return GONE
    if not has_section(situation, body.section):
        return NO_SECTION
    return Change(put={note_ref(body.note): {**note, "section": body.section}}, parts=PARTS)


def reads_merge(head: Head, body: Merge, seat: Seat) -> tuple[Read, ...]:
    """Both notes, and all links."""
    return (note_ref(body.note), note_ref(body.into), Whole(LINKS.name))


def merge(situation: Situation, body: Merge) -> Change | Refused:
    """`note` goes into `into`, which gets the words that were agreed; links are re-pointed, supporters are one set."""
    text = _cleaned(body.text)
    if isinstance(text, Refused):
        return text
    note, into = situation.slices[note_ref(body.note)], situation.slices[note_ref(body.into)]
    if note is None or into is None:
        return GONE
    if body.note == body.into:
        return Refused("invalid", "formulation.same_note")
    if (into["version"], note["version"]) != (body.base, body.note_base):
        return CHANGED
    moved = rejoined(situation.wholes[LINKS.name], [body.note], body.into)
    put: dict[SliceRef, Slice | None] = {
        note_ref(body.note): None,
        note_ref(body.into): _with(into, body.note, note, text),
        **without_locks((body.note, body.into)),
    }
    put |= {SliceRef(LINKS.name, i): x for i, x in moved.items()}
    away = [i for i, x in moved.items() if x is None]
    return counted(put, {NOTES.counter: -1, TAKEN: 1, **taken_away(situation, away), **_untold(situation, body.note)})


def reads_support(head: Head, body: Support, seat: Seat) -> tuple[Read, ...]:
    """What this seat supports, and the note."""
    return (SUPPORTERS.ref(seat), note_ref(body.note))


def supported(sheet: Slice | None) -> list[str]:
    """The notes that one phone supports."""
    return list(sheet["notes"]) if sheet else []


def support(situation: Situation, body: Support) -> Change | Refused:
    """This phone's own set; how many there are is told at fixed moments (`service/support.py`), and no part moves."""
    ref, note = SUPPORTERS.ref(situation.seat), situation.slices[note_ref(body.note)]
    mine = set(supported(situation.slices[ref]))
    if note is None:
        return GONE
    merged: list[str] = note.get("merged", [])
    after = mine - {body.note, *merged} | ({body.note} if body.on else set[str]())
    return Change() if after == mine else Change(put={ref: {"notes": sorted(after)}})


def gather(situation: Situation, body: Nothing) -> Change | Refused:
    """Tell now how many support each note, if it was not told just before."""
    return Change(then=(GatherSupport(),))


def reads_restore(head: Head, body: Restore, seat: Seat) -> tuple[Read, ...]:
    """The note."""
    return (note_ref(body.note),)


def restore(situation: Situation, body: Restore) -> Change | Refused:
    """What a note said before somebody wrote over it."""
    return restored(situation, note_ref(body.note), body.version, PARTS)


def reads_hide(head: Head, body: Hide, seat: Seat) -> tuple[Read, ...]:
    """The note, all links, what was asked about them, and wherever else its words lie."""
    return (note_ref(body.note), Whole(LINKS.name), Whole(ASKED.name), *READS)


def hide(situation: Situation, body: Hide) -> Change | Refused:
    """Gone at once from every screen, with its links."""
    found = situation.slices[note_ref(body.note)]
    if found is None:
        return Change()
    gone = [i for i, x in situation.wholes[LINKS.name].items() if body.note in (x["source"], x["target"])]
    put: dict[SliceRef, Slice | None] = {note_ref(body.note): None, **{SliceRef(LINKS.name, i): None for i in gone}}
    put |= without_locks((body.note,)) | without(body.note, found, situation.wholes[ASKED.name])
    put |= without_traces(body.note, found, situation.wholes)
    return counted(put, {NOTES.counter: -1, TAKEN: 1, **taken_away(situation, gone), **_untold(situation, body.note)})


def _with(into: Slice, gone: str, note: Slice, text: str) -> Slice:
    """A note with another merged into it: its words and the other's can both be had back."""
    both = rewritten(rewritten(into, {"text": note["text"]}), {"text": text})
    return {**both, **shared(into, note), "merged": [*into.get("merged", ()), gone, *note.get("merged", ())]}


def taken_away(situation: Situation, links: list[str]) -> dict[str, int]:
    """What is counted when these links go."""
    untold = {name: n for link in links for name, n in _untold(situation, link).items()}
    return {LINKS.counter: -len(links), LINKS_TAKEN: len(links), **untold}


def _untold(situation: Situation, id_: str) -> dict[str, int]:
    """Of what is gone nothing is told."""
    return {SUPPORT + id_: -situation.counts.get(SUPPORT + id_, 0)}


def counted(put: dict[SliceRef, Slice | None], count: dict[str, int]) -> Change:
    """A change of notes or links, with what is counted of them."""
    return Change(put=put, count={name: delta for name, delta in count.items() if delta}, parts=PARTS)


def _new(
    situation: Situation, body: Add | Edit, section: str, said: dict[str, str], beside: str | None
) -> Change | Refused:
    if situation.counts.get(NOTES.counter, 0) >= MOST_NOTES:
        return FULL
    id_, note = situation.new_id(), {"section": section, **said, "version": 1, "beside": beside}
    return counted({note_ref(id_): note, **locked(id_, key_of(situation, body.key))}, {NOTES.counter: 1})


def _cleaned(text: str, longest: int = LONGEST) -> str | Refused:
    try:
        return clean(text, longest)
    except TextRefused as refused:
        return not_taken(refused)
