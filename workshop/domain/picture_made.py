"""A picture from notes as they are written: in which area each stands, what its arrow says, and names without history.

Notes and links are named here by their place in an order of contents (section, support, words), never by random ids and
never by age, so that the same notes are the same picture in every room, and in the report, which knows no ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import get_args

from workshop.domain import picture_order
from workshop.domain.disclosure_steps import SUPPORT_FLOOR
from workshop.domain.formulation import Link as Joined
from workshop.domain.formulation import Note as Written
from workshop.domain.picture import BAND, Link, Note, Picture, Verb, by_area, completed, sheet
from workshop.domain.picture_drawn import drawn
from workshop.domain.picture_order import Columns

SECTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "before": ("predisposing", "young_person"),
        "why_now": ("precipitating",),
        "happened": ("presenting", "behaviours", "known"),
        "keeps_going": ("perpetuating",),
        "helps": ("protective", "risk_strengths"),
        BAND: ("environment", "family", "harmed", "technology"),
    }
)
BY_ROLE = {"because": "before", "kept_going": "keeps_going", "eased": "helps"}
_AREA = {section: area for area, sections in SECTIONS.items() for section in sections}
VERBS: Mapping[str, Verb] = MappingProxyType({"because": "because", "eases": "eases", "alternative": "else"})
assert set(VERBS.values()) == set(get_args(Verb))


def area_of(section: str, role: str = "") -> str:
    """The area of a section; one of a case study's own goes by its role, else to what happened: nothing vanishes."""
    return _AREA.get(section, BY_ROLE.get(role, "happened"))


@dataclass(frozen=True)
class Graph:
    """Notes and links by their names; `ids` and `links_ids`: name → what the room, or the report, calls it."""

    notes: tuple[Note, ...]
    links: tuple[Link, ...]
    ids: Mapping[str, str]
    link_ids: Mapping[str, str]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """What is joined, whichever way."""
        return [(x.start, x.end) for x in self.links]

    def named(self, order: Columns) -> Columns:
        """An order of ids as one of names; of what is gone, nothing."""
        names = {i: name for name, i in self.ids.items()}
        return tuple(tuple(names[i] for i in ids if i in names) for ids in order)

    def known(self, order: Columns) -> Columns:
        """An order of names as one of ids."""
        return tuple(tuple(self.ids[name] for name in names) for names in order)


def graph(notes: Iterable[Written], links: Mapping[str, Joined], sections: Sequence[tuple[str, str]]) -> Graph:
    """What is to be drawn. `sections`: (id, role) in the template's order; links whose notes are gone are left out."""
    at, role = {s: n for n, (s, _) in enumerate(sections)}, dict(sections)
    ordered = sorted(notes, key=lambda n: (at.get(n.section, len(at)), -n.support, n.text, n.id))
    names = {n.id: f"{number:04}" for number, n in enumerate(ordered, 1)}
    drawn_notes = tuple(Note(names[n.id], area_of(n.section, role.get(n.section, "")), n.support) for n in ordered)
    joined = sorted(
        (
            (names[x.source], names[x.target], x.kind, i, strength_of(x.support))
            for i, x in links.items()
            if {x.source, x.target} <= names.keys()
        )
    )
    arrows = tuple(_arrow(f"{number:04}", x) for number, x in enumerate(joined, 1))
    ids = {name: i for i, name in names.items()}
    return Graph(drawn_notes, arrows, ids, {a.id: x[3] for a, x in zip(arrows, joined, strict=True)})


def strength_of(support: int) -> int:
    """How strong a line is by the phones that say so: 1 below three, one more for every three, at most 5."""
    return 1 + min(support // SUPPORT_FLOOR, 4)


def _arrow(name: str, link: tuple[str, str, str, str, int]) -> Link:
    """From what explains, or eases, to what is explained."""
    source, target, kind, _, strength = link
    start, end = (target, source) if kind == "because" else (source, target)
    return Link(name, start, end, VERBS[kind], strength)


def order(made: Graph, before: Columns | None = None) -> Columns:
    """In which order its notes (by id) stand: with little moved from `before`, or drawn whole. Takes up to 0.3 s."""
    columns = by_area(made.notes)
    if before is None:
        return made.known(picture_order.whole(columns, made.pairs))
    return made.known(picture_order.kept(completed_names(made, before), columns, made.pairs))


def completed_names(made: Graph, before: Columns) -> Columns:
    """What still stands where it stood, by name."""
    home = {n.id: n.area for n in made.notes}
    return tuple(
        tuple(name for name in names if home[name] == area)
        for area, names in zip(SECTIONS, made.named(before or ((),) * 5), strict=False)
    )


def picture(made: Graph, standing: Columns, open: str = "") -> Picture:
    """The picture of notes in this order of ids, with the room's ids. `open`: the area that is to be read."""
    found = drawn(sheet(made.notes, made.links, completed(made.notes, made.named(standing)), open))
    band = found.band and replace(found.band, notes=tuple(made.ids[n] for n in found.band.notes))
    return replace(
        found,
        columns=tuple(replace(c, notes=tuple(made.ids[n] for n in c.notes)) for c in found.columns),
        band=band,
        words=tuple(replace(b, note=made.ids[b.note]) for b in found.words),
        bars=tuple(replace(b, note=made.ids[b.note]) for b in found.bars),
        lines=tuple(replace(x, link=made.link_ids[x.link]) for x in found.lines),
        path=tuple(replace(x, link=made.link_ids[x.link]) for x in found.path),
    )
