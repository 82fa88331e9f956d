"""The group formulation: short notes in sections, support, links "because", and one shared explanation.

Anybody may edit a note. Nobody's words vanish: an edit of an older version becomes a note of its own beside the newer one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import Any

from workshop.activities.base import (
    BOTH,
    DELEGATE,
    FACILITATOR,
    Activity,
    Change,
    Command,
    Counter,
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
from workshop.activities.formulation_bodies import (
    Add,
    Edit,
    Explain,
    Explained,
    FormulationPart,
    Hide,
    Join,
    Lane,
    LinkShown,
    Merge,
    Move,
    NoteShown,
    OwnSupport,
    SectionShown,
    Support,
    Unlink,
)
from workshop.domain.formulation import EXPLANATION, Link, Note, merged_links, nudges, sentence
from workshop.domain.live import Head
from workshop.domain.texts import TextRefused, clean, clean_or_empty

LONGEST, LONGEST_EXPLANATION = 200, 600
MOST_NOTES, MOST_LINKS = 300, 300
PARTS = frozenset({"formulation", "plan"})
GONE = Refused("not_now", "This note is not there any more. Somebody moved or merged it.")
FULL = Refused("full", "There is no room for more. Merge some first.")


def note_ref(note: str) -> SliceRef:
    """Where a note lies."""
    return SliceRef("notes", note)


def _cleaned(text: str, limit: int = LONGEST) -> str | Refused:
    try:
        return clean(text, limit)
    except TextRefused as refused:
        return Refused(refused.code, str(refused))


def _has_section(situation: Situation, section: str) -> bool:
    return any(s.id == section for s in situation.scenario.formulation.sections)


def _new_note(situation: Situation, section: str, text: str, beside: str | None) -> Change | Refused:
    if situation.counts.get("notes", 0) >= MOST_NOTES:
        return FULL
    note = {"section": section, "text": text, "version": 1, "beside": beside}
    return Change(put={note_ref(situation.new_id()): note}, count={"notes": 1}, parts=PARTS)


def _add(situation: Situation, body: Add) -> Change | Refused:
    text = _cleaned(body.text)
    if isinstance(text, Refused):
        return text
    if not _has_section(situation, body.section):
        return Refused("invalid", "This formulation has no such section.")
    return _new_note(situation, body.section, text, beside=None)


def _edit(situation: Situation, body: Edit) -> Change | Refused:
    text, note = _cleaned(body.text), situation.slices[note_ref(body.note)]
    if isinstance(text, Refused):
        return text
    if note is None:
        return GONE
    if note["version"] != body.base:
        return _new_note(situation, note["section"], text, beside=body.note)
    return Change(put={note_ref(body.note): {**note, "text": text, "version": note["version"] + 1}}, parts=PARTS)


def _move(situation: Situation, body: Move) -> Change | Refused:
    note = situation.slices[note_ref(body.note)]
    if note is None:
        return GONE
    if not _has_section(situation, body.section):
        return Refused("invalid", "This formulation has no such section.")
    return Change(put={note_ref(body.note): {**note, "section": body.section}}, parts=PARTS)


def _merge(situation: Situation, body: Merge) -> Change | Refused:
    """`note` goes into `into`; supports add up, links are re-pointed. An older version of either loses nothing."""
    text = _cleaned(body.text)
    if isinstance(text, Refused):
        return text
    note, into = situation.slices[note_ref(body.note)], situation.slices[note_ref(body.into)]
    if note is None or into is None or body.note == body.into:
        return GONE
    if into["version"] != body.base:
        return Refused("changed_meanwhile", "Somebody changed this note meanwhile. Read it again, then merge.")
    links = {i: Link(x["source"], x["target"], x["kind"]) for i, x in situation.wholes["links"].items()}
    moved = merged_links(links, body.note, body.into)
    put: dict[SliceRef, Slice | None] = {
        note_ref(body.note): None,
        note_ref(body.into): {**into, "text": text, "version": into["version"] + 1},
    }
    put |= {SliceRef("links", i): None if x is None else asdict(x) for i, x in moved.items()}
    support = situation.counts.get(f"support:{body.note}", 0)
    count = {
        "notes": -1,
        "links": -sum(x is None for x in moved.values()),
        f"support:{body.note}": -support,
        f"support:{body.into}": support,
    }
    return Change(put=put, count={n: d for n, d in count.items() if d}, parts=PARTS)


def _support(situation: Situation, body: Support) -> Change | Refused:
    ref = SliceRef("support.session", situation.seat.slot("session", "support"))
    mine = list((situation.slices[ref] or {}).get("notes", []))
    if situation.slices[note_ref(body.note)] is None:
        return GONE
    if (body.note in mine) == body.on:
        return Change()
    after = [*mine, body.note] if body.on else [n for n in mine if n != body.note]
    delta = {f"support:{body.note}": 1 if body.on else -1}
    return Change(put={ref: {"notes": sorted(after)}}, count=delta, parts=PARTS)


def _link(situation: Situation, body: Join) -> Change | Refused:
    known = [(x["source"], x["target"], x["kind"]) for x in situation.wholes["links"].values()]
    if body.source == body.target:
        return Refused("invalid", "Choose two different notes.")
    if any(situation.slices[note_ref(n)] is None for n in (body.source, body.target)):
        return GONE
    if (body.source, body.target, body.kind) in known:
        return Change()
    if len(known) >= MOST_LINKS:
        return FULL
    link = {"source": body.source, "target": body.target, "kind": body.kind}
    return Change(put={SliceRef("links", situation.new_id()): link}, count={"links": 1}, parts=PARTS)


def _unlink(situation: Situation, body: Unlink) -> Change | Refused:
    ref = SliceRef("links", body.link)
    if situation.slices[ref] is None:
        return Change()
    return Change(put={ref: None}, count={"links": -1}, parts=PARTS)


def _explain(situation: Situation, body: Explain) -> Change | Refused:
    ref = SliceRef("explanation", body.part)
    before = situation.slices[ref] or {"text": "", "version": 0}
    if before["version"] != body.base:
        return Refused(
            "changed_meanwhile", "Somebody changed this meanwhile. Read it again; your words are still here."
        )
    try:
        text = clean_or_empty(body.text, LONGEST_EXPLANATION)
    except TextRefused as refused:
        return Refused(refused.code, str(refused))
    return Change(put={ref: {"text": text, "version": before["version"] + 1}}, parts=PARTS)


def _hide(situation: Situation, body: Hide) -> Change | Refused:
    """Gone at once from every screen, with its links."""
    if situation.slices[note_ref(body.note)] is None:
        return Change()
    gone = [i for i, x in situation.wholes["links"].items() if body.note in (x["source"], x["target"])]
    put: dict[SliceRef, Slice | None] = {note_ref(body.note): None, **{SliceRef("links", i): None for i in gone}}
    support = situation.counts.get(f"support:{body.note}", 0)
    count = {"notes": -1, "links": -len(gone), f"support:{body.note}": -support}
    return Change(put=put, count={n: d for n, d in count.items() if d}, parts=PARTS)


def _lane(situation: Situation, body: Lane) -> Change | Refused:
    if body.section and not _has_section(situation, body.section):
        return Refused("invalid", "This formulation has no such section.")
    return Change(head=replace(situation.head, lane=body.section), parts=PARTS)


def _part(view: View, role: Role) -> FormulationPart:
    template, notes, links = view.scenario.formulation, _notes(view), view.collection("links")
    told = [Note(n.id, n.section, n.text, n.support) for n in notes]
    joined = [Link(x["source"], x["target"], x["kind"]) for _, x in sorted(links.items())]
    known = {n.id for n in notes}
    explanation = view.collection("explanation")
    return FormulationPart(
        sections=[SectionShown(id=s.id, title=s.title, prompt=s.prompt, role=s.role) for s in template.sections],
        notes=notes,
        links=[
            LinkShown(id=i, source=x["source"], target=x["target"], kind=x["kind"])
            for i, x in sorted(links.items())
            if {x["source"], x["target"]} <= known
        ],
        explanation={p: Explained(**(explanation.get(p) or {"text": "", "version": 0})) for p in EXPLANATION},
        sentence=sentence(told, joined),
        nudges=nudges(told, joined, [s.id for s in template.sections]),
        lane=view.head.lane,
    )


def _notes(view: View) -> list[NoteShown]:
    """By id, which is random: nobody can tell from a place in the list who came when."""
    return [
        NoteShown(
            id=i,
            section=n["section"],
            text=n["text"],
            version=n["version"],
            support=view.counts.get(f"support:{i}", 0),
            beside=n["beside"],
        )
        for i, n in sorted(view.collection("notes").items())
    ]


def _own_ref(seat: Seat) -> SliceRef:
    return SliceRef("support.session", seat.slot("session", "support"))


def _reads_own(head: Head, seat: Seat) -> tuple[SliceRef, ...]:
    return (_own_ref(seat),)


def _own(view: View, slices: Mapping[SliceRef, Slice | None]) -> OwnSupport:
    return OwnSupport(notes=[n for s in slices.values() if s for n in s["notes"]])


def _reading(*fixed: Read, notes: Callable[[Any], tuple[str, ...]] = lambda body: ()) -> Any:
    """A `reads` that names these and the notes of the body."""

    def reads(head: Head, body: Any, seat: Seat) -> tuple[Read, ...]:
        return (*fixed, *(note_ref(n) for n in notes(body)))

    return reads


def _reads_support(head: Head, body: Support, seat: Seat) -> tuple[Read, ...]:
    return (_own_ref(seat), note_ref(body.note))


def _reads_merge(head: Head, body: Merge | Hide, seat: Seat) -> tuple[Read, ...]:
    notes = (body.note, body.into) if isinstance(body, Merge) else (body.note,)
    return (*(note_ref(n) for n in notes), Whole("links"), Counter(f"support:{body.note}"))


def _reads_explanation(head: Head, body: Explain, seat: Seat) -> tuple[Read, ...]:
    return (SliceRef("explanation", body.part),)


def _reads_link(head: Head, body: Unlink, seat: Seat) -> tuple[Read, ...]:
    return (SliceRef("links", body.link),)


COUNT = Counter("notes")
ACTIVITY = Activity(
    name="formulation",
    commands=(
        Command("formulation.add", Add, BOTH, _add, reads=_reading(COUNT)),
        Command("formulation.edit", Edit, BOTH, _edit, reads=_reading(COUNT, notes=lambda b: (b.note,))),
        Command("formulation.move", Move, BOTH, _move, reads=_reading(notes=lambda b: (b.note,))),
        Command("formulation.merge", Merge, BOTH, _merge, reads=_reads_merge),
        Command("formulation.support", Support, DELEGATE, _support, reads=_reads_support),
        Command(
            "formulation.link", Join, BOTH, _link, reads=_reading(Whole("links"), notes=lambda b: (b.source, b.target))
        ),
        Command("formulation.unlink", Unlink, BOTH, _unlink, reads=_reads_link),
        Command("formulation.explain", Explain, FACILITATOR, _explain, reads=_reads_explanation, durable=True),
        Command("formulation.hide", Hide, FACILITATOR, _hide, reads=_reads_merge, durable=True),
        Command("formulation.lane", Lane, FACILITATOR, _lane),
    ),
    parts=(Part("formulation", FormulationPart, _part, needs=lambda head: ("notes", "links", "explanation")),),
    own=(OwnPart("own_support", OwnSupport, _reads_own, _own),),
)
