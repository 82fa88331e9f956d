"""Find the order of the picture's columns, away from the event loop, and keep it for every worker and audience."""

from __future__ import annotations

from functools import partial

from workshop.activities.base import Change, Whole
from workshop.activities.formulation_notes import LINKS, SUPPORT
from workshop.activities.formulation_picture import (
    ORDER,
    PARTS,
    PICTURE,
    WHERE,
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

APART = 2.0
"""Seconds between two drawings, whoever asks."""


def draw_picture(context: Context, session: str, whole: bool = False) -> None:
    """Bring the order up to date, if notes or links moved: whole at a change of step and on demand.

    What is decided from may be older than the commit: a note that came meanwhile stands last until the next drawing.
    Raises UnknownSession, CaseGone, CaseDamaged, Unavailable.
    """
    head = context.live.head(session, fresh=False)
    if head.step.activity not in WHERE or not context.live.take_lease(session, PICTURE.name, APART - 0.1):
        return
    loaded = context.live.load(head, (Whole(NOTES.name), Whole(LINKS.name), ORDER), all_counts=True)
    made = _graph(context, head, loaded)
    kept, place, of = loaded.slices[ORDER], place_of(head), structure_of(made)
    anew = whole or not kept or kept["place"] != place
    if not made.notes or (not anew and kept is not None and kept["of"] == of):
        return
    found = context.aside(partial(order, made, None if anew else standing(kept)))
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
