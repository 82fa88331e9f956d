"""Find the order of the picture's columns, away from the event loop, and keep it for every worker and audience."""

from __future__ import annotations

from functools import partial

from workshop.activities.base import Change, Whole
from workshop.activities.formulation_notes import LINKS, SUPPORT
from workshop.activities.formulation_picture import (
    ORDER,
    PARTS,
    graph_of,
    place_of,
    standing,
    structure_of,
)
from workshop.activities.wordings import NOTES
from workshop.domain.disclosure_steps import told_support
from workshop.domain.formulation import Link, Note
from workshop.domain.live import Head
from workshop.domain.picture_made import Graph, order
from workshop.service.context import Context
from workshop.service.ports import Loaded
from workshop.service.transact import Reading, Write, transact


def draw_picture(context: Context, session: str) -> None:
    """Bring the order up to date, if notes or links moved: whole at a change of step, else with little moved.

    What is decided from may be older than the commit: a note that came meanwhile stands last until the next drawing.
    Raises UnknownSession, CaseGone, CaseDamaged, Unavailable.
    """
    head = context.live.head(session, fresh=False)
    loaded = context.live.load(head, (Whole(NOTES.name), Whole(LINKS.name), ORDER), all_counts=True)
    made = _graph(context, head, loaded)
    kept, place, of = loaded.slices[ORDER], place_of(head), structure_of(made)
    before = kept if kept and kept["place"] == place else None
    if not made.notes or (before is not None and before["of"] == of):
        return
    found = context.aside(partial(order, made, standing(before) if before else None))
    slice_ = {"columns": [list(ids) for ids in found], "place": place, "of": of}
    transact(context.live, session, partial(_kept, slice_=slice_))


def _kept(reading: Reading, slice_: dict[str, object]) -> Write | None:
    loaded = reading.load(ORDER)
    if loaded.slices[ORDER] == slice_:
        return None
    return Write(loaded, Change(put={ORDER: slice_}, parts=PARTS))


def _graph(context: Context, head: Head, loaded: Loaded) -> Graph:
    counts = loaded.counts
    notes = [
        Note(i, n["section"], n["text"], told_support(counts.get(SUPPORT + i, 0)) or 0)
        for i, n in loaded.wholes[NOTES.name].items()
    ]
    links = {i: Link(x["source"], x["target"], x["kind"]) for i, x in loaded.wholes[LINKS.name].items()}
    return graph_of(notes, links, context.case_of(head).formulation)
