"""Build parts for an audience from one consistent reading: all of them, or those that moved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop.activities.base import Part, Role, View
from workshop.activities.registry import OWN, SESSION, needs, parts_here
from workshop.service.context import Context
from workshop.service.ports import Snapshot

Parts = dict[str, Any]


def snapshot(context: Context, session: str) -> Snapshot:
    """One consistent reading of all that the current step's parts need. Raises UnknownSession, Unavailable."""
    return context.live.view(session, needs)


def view_of(context: Context, seen: Snapshot) -> View:
    """What builders may see of a reading."""
    scenario = context.case_of(seen.head)
    return View(head=seen.head, scenario=scenario, counts=seen.counts, collections=seen.collections)


def parts_for(seen: Snapshot, role: Role) -> tuple[Part, ...]:
    """The parts that a role has now; after the end only what says so."""
    if seen.head.state == "ended":
        return tuple(p for p in SESSION.parts if role in p.audiences)
    return parts_here(seen.head, role)


def build(view: View, parts: tuple[Part, ...], role: Role) -> Parts:
    """Name → data, each built from nothing."""
    return {p.name: _data(p, view, role) for p in parts}


def written(view: View, part: Part, role: Role) -> bytes:
    """A part's JSON, straight from its model: the bytes that are sent."""
    model = part.build(view, part.built_for(role))
    return b"null" if model is None else model.model_dump_json().encode()


def revision_of(seen: Snapshot, part: Part) -> int:
    """The revision at which a part last moved; `*` moves them all."""
    return max(seen.parts.get(part.name, 0), seen.parts.get("*", 0))


def own_parts(context: Context, seen: Snapshot, token: str) -> Parts:
    """What one phone gets back of its own, on connect and resync only."""
    if seen.head.state == "ended":
        return {}
    seat, view = context.live.seat(seen.head.session, token), view_of(context, seen)
    wanted = [(own, own.reads(seen.head, seat)) for own in OWN]
    refs = tuple(dict.fromkeys(ref for _, reads in wanted for ref in reads))
    slices = context.live.load(seen.head, refs, all_counts=False).slices
    found: Mapping[str, Any] = {own.name: own.build(view, {ref: slices[ref] for ref in reads}) for own, reads in wanted}
    return {name: model.model_dump(mode="json") for name, model in found.items() if model is not None}


def largest_own_parts(context: Context, seen: Snapshot) -> Parts:
    """Own parts as long as any phone's can be now: what everybody's are filled up to. The same for the whole room."""
    if seen.head.state == "ended":
        return {}
    view = view_of(context, seen)
    found = {own.name: own.largest(view) for own in OWN}
    return {name: model.model_dump(mode="json") for name, model in found.items() if model is not None}


def _data(part: Part, view: View, role: Role) -> Any:
    model = part.build(view, part.built_for(role))
    return None if model is None else model.model_dump(mode="json")
