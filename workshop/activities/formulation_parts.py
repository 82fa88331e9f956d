"""What the room sees of its formulation, and what a phone gets back of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from workshop.activities import wordings
from workshop.activities.base import Held, OwnPart, Part, Role, Seat, Slice, SliceRef, View
from workshop.activities.formulation_bodies import (
    AloudShown,
    Explained,
    FormulationPart,
    GatheringShown,
    Lacking,
    LinkShown,
    NoteShown,
    OwnSupport,
    SectionShown,
)
from workshop.activities.formulation_notes import LINKS, SUPPORT, SUPPORTERS, TAKEN
from workshop.activities.formulation_picture import ORDER, PICTURE, PictureDrawn, graph_of, shown
from workshop.domain.disclosure_steps import told_support
from workshop.domain.formulation import EXPLANATION, Aloud, Link, Note, aloud
from workshop.domain.live import Head
from workshop.domain.note_kinds import NoteKind, kind_of
from workshop.domain.nudges import lacking
from workshop.domain.phases import phase_here, phases_here
from workshop.domain.picture_made import Graph, area_of
from workshop.domain.scenario import TemplateSection

ID = 16
"""Characters of a note's id."""


def _part(view: View, role: Role) -> FormulationPart:
    template, notes, explanation = view.scenario.formulation, _notes(view), view.collection(wordings.EXPLANATION.name)
    links = _links(view, {n.id for n in notes})
    told = [Note(n.id, n.section, n.text, n.support or 0) for n in notes]
    joined = [Link(x.source, x.target, x.kind, x.support or 0) for x in links]
    made = graph_of(told, {x.id: one for x, one in zip(links, joined, strict=True)}, template)
    return FormulationPart(
        phase=phase_here(view.head),
        phases=list(phases_here(view.head)),
        gathering=_gathering(view.head),
        sections=[_section(s) for s in template.sections],
        notes=notes,
        links=links,
        explanation={p: _explained(explanation.get(p)) for p in EXPLANATION},
        aloud=_aloud(aloud(told, joined)),
        picture=None if role == "delegate" else _picture(view, made),  # phones have the list
        nudges=_lacking(view, notes, len(links)),
        lane=view.head.lane,
    )


def _gathering(head: Head) -> GatheringShown:
    return GatheringShown(number=head.gathering, state=head.gather, shown=list(head.gathered))


def _lacking(view: View, notes: list[NoteShown], links: int) -> list[Lacking]:
    wall = [(n.section, NoteKind(n.sure, n.voice, n.ground)) for n in notes]
    found = lacking(view.scenario.nudges, wall, links, [s.id for s in view.scenario.formulation.sections])
    return [Lacking(id=n.id, words=n.words, source=n.source, checked=n.checked, opens=n.opens) for n in found]


def _section(s: TemplateSection) -> SectionShown:
    return SectionShown(id=s.id, area=area_of(s.id, s.role), title=s.title, prompt=s.prompt, role=s.role)


def _picture(view: View, made: Graph) -> PictureDrawn | None:
    order = view.collection(PICTURE.name).get(ORDER.key)
    return shown(made, order, view.head.lane, view.scenario.formulation)


def _aloud(found: Aloud | None) -> AloudShown | None:
    if found is None:
        return None
    return AloudShown(what=found.what, because=list(found.because), eased=list(found.eased))


def _explained(found: Slice | None) -> Explained:
    return Explained(text=found["text"], version=found["version"]) if found else Explained(text="", version=0)


def _notes(view: View) -> list[NoteShown]:
    """By id, which is random: nobody can tell from a place in the list who came when."""
    notes = sorted(view.collection(wordings.NOTES.name).items())
    known = {i for i, _ in notes}
    return [
        NoteShown(
            id=i,
            section=n["section"],
            text=n["text"],
            version=n["version"],
            support=told_support(view.counts.get(SUPPORT + i, 0)),
            merged=list(n.get("merged", ())),
            beside=n["beside"] if n["beside"] in known else None,
            **asdict(kind_of(n)),
        )
        for i, n in notes
    ]


def _links(view: View, known: set[str]) -> list[LinkShown]:
    """A link whose note went in the very moment when it was made is not shown."""
    return [
        LinkShown(
            id=i,
            source=x["source"],
            target=x["target"],
            kind=x["kind"],
            support=told_support(view.counts.get(SUPPORT + i, 0)),
        )
        for i, x in sorted(view.collection(LINKS.name).items())
        if {x["source"], x["target"]} <= known
    ]


def _reads_own(head: Head, seat: Seat) -> tuple[SliceRef, ...]:
    return (SUPPORTERS.ref(seat),)


def _own(view: View, slices: Mapping[SliceRef, Slice | None]) -> OwnSupport:
    """As the phone said it: of a note that was merged meanwhile, `merged` tells what it went into."""
    return OwnSupport(notes=[n for s in slices.values() if s for n in s["notes"]])


def _largest(view: View) -> OwnSupport:
    """Every note that there ever was: a phone goes on naming what was merged or hidden since."""
    return OwnSupport(notes=["x" * ID] * (view.counts.get(wordings.NOTES.counter, 0) + view.counts.get(TAKEN, 0)))


FORMULATION = Part(
    "formulation",
    FormulationPart,
    _part,
    differs=True,
    needs=lambda head: (wordings.NOTES.name, LINKS.name, wordings.EXPLANATION.name, PICTURE.name),
)
OWN_SUPPORT = OwnPart("own_support", OwnSupport, _reads_own, _own, _largest, Held("support", names=("field",)))
