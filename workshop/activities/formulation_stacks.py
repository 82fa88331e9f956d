"""Alike notes of one area as a stack: offered by their letters, folded by three phones or the facilitator's word.

A phone may say it of any two besides, which it found alike itself.

Each phone says for itself that a stack is one idea; how many do is counted at moments, never live. Nothing folds
because it is alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workshop.activities.base import (
    Change,
    Collection,
    Held,
    OwnPart,
    Part,
    Read,
    Refused,
    Role,
    Seat,
    Situation,
    Slice,
    SliceRef,
    View,
    Whole,
)
from workshop.activities.formulation_fold import Slices, folded, said_ideas, stack_of, unfolded, was_taken_apart
from workshop.activities.formulation_notes import FULL, GONE, LINKS, note_ref
from workshop.activities.formulation_stack_bodies import (
    BeneathShown,
    FoldNotes,
    FoldShown,
    OneIdea,
    OwnIdeas,
    StackShown,
    StacksPart,
    Unfold,
)
from workshop.activities.wordings import NOTES
from workshop.domain.alike import stacks
from workshop.domain.beneath import FOLD, beneath, within
from workshop.domain.disclosure_steps import told_support
from workshop.domain.live import Head
from workshop.domain.phases import phase_here
from workshop.domain.picture_made import area_of
from workshop.domain.scenario import Scenario

IDEAS = Collection("ideas.session", of="seat", purpose="ideas")
"""Where the sets lie: slot → stacks that this phone says are one idea."""
MOST_IDEAS = 40
"""So many stacks one phone may name."""
CHANGED = Refused("changed_meanwhile", "formulation.changed")
ID = 16
"""Characters of a stack's name."""


def reads_idea(head: Head, body: OneIdea, seat: Seat) -> tuple[Read, ...]:
    """What this phone says, and the notes."""
    return (IDEAS.ref(seat), *map(note_ref, body.notes))


def idea(situation: Situation, body: OneIdea) -> Change | Refused:
    """This phone's own word that these notes are one idea, or that word taken back; no part moves."""
    ref = IDEAS.ref(situation.seat)
    sheet = situation.slices[ref]
    mine: dict[str, list[str]] = dict(sheet["ideas"]) if sheet else {}
    if not body.on:
        left = {stack: ids for stack, ids in mine.items() if stack != body.stack}
        return Change() if left == mine else Change(put={ref: {"ideas": left}})
    ids = sorted(set(body.notes))
    notes = {i: note for i in ids if (note := situation.slices[note_ref(i)]) is not None}
    if (refused := _refused(situation.scenario, notes, ids, body.stack)) is not None:
        return refused
    if body.stack in mine:
        return Change()
    if len(mine) >= MOST_IDEAS:
        return FULL
    return Change(put={ref: {"ideas": {**mine, body.stack: ids}}})


def reads_fold(head: Head, body: FoldNotes, seat: Seat) -> tuple[Read, ...]:
    """The notes, and all links."""
    return (*map(note_ref, body.notes), Whole(LINKS.name))


def fold(situation: Situation, body: FoldNotes) -> Change | Refused:
    """The facilitator's word that these notes are one idea."""
    ids = sorted(set(body.notes))
    notes = {i: note for i in ids if (note := situation.slices[note_ref(i)]) is not None}
    if (refused := _refused(situation.scenario, notes, ids, body.stack)) is not None:
        return refused
    return folded(notes, situation.wholes[LINKS.name], ids, situation.counts, None)


def reads_unfold(head: Head, body: Unfold, seat: Seat) -> tuple[Read, ...]:
    """All notes, since links lead to others; and all links."""
    return (Whole(NOTES.name), Whole(LINKS.name))


def unfold(situation: Situation, body: Unfold) -> Change | Refused:
    """What was folded into a note last comes out again; doing it twice changes nothing."""
    notes = situation.wholes[NOTES.name]
    if body.note not in notes:
        return GONE
    if not notes[body.note].get(FOLD):
        return Change()
    return unfolded(notes, situation.wholes[LINKS.name], body.note)


def folds(scenario: Scenario, wholes: Mapping[str, Slices], told: Mapping[str, int]) -> Iterator[Change]:
    """What changes by each stack that three phones say is one idea. `told`: counters.

    Each as if those before it were done: `wholes` are the notes, links and sets of phones as they are.
    """
    notes, links = dict(wholes[NOTES.name]), dict(wholes[LINKS.name])
    said = said_ideas(wholes[IDEAS.name].values())
    for stack, (ids, n) in sorted(said.items(), key=lambda one: (-one[1][1], one[0])):
        enough = told_support(n)
        now = _standing(scenario, notes, ids, stack) if enough is not None else []
        if not now:
            continue
        change = folded(notes, links, now, told, enough)
        for ref, slice_ in change.put.items():
            of = notes if ref.collection == NOTES.name else links
            of.pop(ref.key, None)
            if slice_ is not None:
                of[ref.key] = slice_
        yield change


def _standing(scenario: Scenario, notes: Slices, ids: list[str], stack: str) -> list[str]:
    """The notes that stand for these now; none if there is nothing to fold.

    That is so where their words are not those of which it was said, where they are one already or not of one area, and
    where the facilitator took them apart.
    """
    lying = {i: (stand, under) for stand, note in notes.items() for i, under in ((stand, note), *within(note))}
    said = {i: lying[i][1] for i in ids if i in lying}
    if len(said) < len(ids) or stack_of(said, ids) != stack:
        return []
    now = sorted({lying[i][0] for i in ids})
    name = stack_of(notes, now)
    apart = was_taken_apart(notes, now, stack) or was_taken_apart(notes, now, name)
    here = {i: notes[i] for i in now}
    return [] if apart or _refused(scenario, here, now, name) else now


def _refused(scenario: Scenario, notes: Slices, ids: list[str], stack: str) -> Refused | None:
    """Why these notes are no stack of that name."""
    if len(notes) < len(ids):
        return GONE
    if len(ids) < 2 or len({_area(scenario, notes[i]) for i in ids}) > 1:
        return Refused("invalid", "formulation.one_area")
    return CHANGED if stack_of(notes, ids) != stack else None


def _area(scenario: Scenario, note: Slice) -> str:
    role = next((s.role for s in scenario.formulation.sections if s.id == note["section"]), "")
    return area_of(note["section"], role)


def _part(view: View, role: Role) -> StacksPart:
    notes = view.collection(NOTES.name)
    areas: dict[str, list[tuple[str, str]]] = {}
    for i, note in notes.items() if phase_here(view.head) != "silent" else ():
        areas.setdefault(_area(view.scenario, note), []).append((i, note["text"]))
    found = [StackShown(id=stack_of(notes, s), notes=list(s)) for area in areas.values() for s in stacks(area)]
    offered = (s for s in found if not was_taken_apart(notes, s.notes, s.id))
    return StacksPart(
        offered=sorted(offered, key=lambda s: s.id),
        folded=[_folded(i, note) for i, note in sorted(notes.items()) if note.get(FOLD)],
    )


def _folded(id_: str, note: Slice) -> FoldShown:
    under = [BeneathShown(id=i, text=text) for i, text in beneath(note)]
    return FoldShown(note=id_, said=note[FOLD][-1]["said"], beneath=under)


def _reads_own(head: Head, seat: Seat) -> tuple[SliceRef, ...]:
    return (IDEAS.ref(seat),)


def _own(view: View, slices: Mapping[SliceRef, Slice | None]) -> OwnIdeas:
    return OwnIdeas(stacks=[stack for s in slices.values() if s for stack in s["ideas"]])


def _largest(view: View) -> OwnIdeas:
    return OwnIdeas(stacks=["x" * ID] * MOST_IDEAS)


STACKS = Part("stacks", StacksPart, _part, needs=lambda head: (NOTES.name,))
OWN_IDEAS = OwnPart("own_ideas", OwnIdeas, _reads_own, _own, _largest, Held("ideas", names=("field",)))
