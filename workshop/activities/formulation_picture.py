"""The picture as a part of the formulation: the same whole numbers for everybody, and where its order is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Annotated, Literal

from workshop.activities.base import Collection, Model, OneOf, Slice, SliceRef
from workshop.domain.formulation import Link, Note
from workshop.domain.live import Head
from workshop.domain.phases import phase_here
from workshop.domain.picture import AREAS, BAND, HEIGHT, WIDTH, Band, Bundle, Column, Line, Picture
from workshop.domain.picture_made import Graph, area_of, graph, picture
from workshop.domain.picture_order import Columns
from workshop.domain.scenario import FormulationTemplate

PICTURE = Collection("picture")
ORDER = SliceRef(PICTURE.name, "order")
"""Where the order of the columns is kept: made anew after a loss, so no checkpoint holds it."""
WHERE = frozenset({"formulation", "plan"})
"""Activities in which there is a picture to be seen, or notes to be changed."""
PARTS = frozenset({"formulation"})
Area = Annotated[str, OneOf((*AREAS, BAND))]
Verb = Literal["because", "eases", "else"]


class ColumnShown(Model):
    """`at`: x and width. `notes`: all of the area, from the top; `more`: how many are not drawn. `open`: in words."""

    id: Area
    at: list[int]
    notes: list[str]
    more: int
    open: bool


class BoxShown(Model):
    """A note by its id. `at`: x, y, width, height. `bar`: the length that stands for its support; 0 in words."""

    id: str
    at: list[int]
    bar: int


class LineShown(Model):
    """A link by its id. `at`: x1, y1, bend, x2, y2 of the curve `M x1 y1 C bend y1 bend y2 x2 y2`."""

    id: str
    verb: Verb
    strength: int
    at: list[int]


class BundleShown(Model):
    """`n` links of one kind between two areas that are no neighbours. `at`: x1, x2, y and how deep the arc hangs."""

    id: str
    start: Area
    end: Area
    verb: Verb
    n: int
    at: list[int]


class BandShown(Model):
    """What lies around. `at`: y and height. `links`: those that lead up from it."""

    at: list[int]
    notes: list[str]
    links: int


class PictureDrawn(Model):
    """Whole numbers of a sheet `width` wide and `height` high, y downwards. `path`: arrows between words."""

    size: Literal["few", "some", "many"]
    width: int
    height: int
    columns: list[ColumnShown]
    words: list[BoxShown]
    bars: list[BoxShown]
    lines: list[LineShown]
    bundles: list[BundleShown]
    path: list[LineShown]
    band: BandShown | None


def graph_of(notes: Iterable[Note], links: Mapping[str, Link], template: FormulationTemplate) -> Graph:
    """What is to be drawn of a room's notes, their support as it is told, and links by id."""
    return graph(notes, links, [(s.id, s.role) for s in template.sections])


def place_of(head: Head) -> str:
    """Between two changes of it notes keep their places; at one the picture is drawn whole."""
    return f"{head.step.id} {phase_here(head)}"


def structure_of(made: Graph) -> str:
    """What the order depends on: when this is the same, there is nothing to draw anew."""
    notes = sorted((made.ids[n.id], n.area) for n in made.notes)
    joined = sorted((made.ids[a], made.ids[b]) for a, b in made.pairs)
    return sha256(repr((notes, joined)).encode()).hexdigest()[:16]


def standing(kept: Slice | None) -> Columns:
    """The order as it was kept last."""
    return tuple(tuple(ids) for ids in kept["columns"]) if kept else ()


def shown(made: Graph, kept: Slice | None, lane: str, template: FormulationTemplate) -> PictureDrawn | None:
    """The picture as it is told; None without notes. `lane`: the section, or area, that is open for everybody."""
    if not made.notes:
        return None
    role = {s.id: s.role for s in template.sections}
    area = lane if lane in (*AREAS, BAND) or not lane else area_of(lane, role.get(lane, ""))
    return _told(picture(made, standing(kept), area))


def _told(found: Picture) -> PictureDrawn:
    return PictureDrawn(
        size=found.size,
        width=WIDTH,
        height=HEIGHT,
        columns=[_column(c) for c in found.columns],
        words=[BoxShown(id=b.note, at=[b.x, b.y, b.w, b.h], bar=0) for b in found.words],
        bars=[BoxShown(id=b.note, at=[b.x, b.y, b.w, b.h], bar=b.bar) for b in found.bars],
        lines=[_line(x) for x in found.lines],
        bundles=[_bundle(b) for b in found.bundles],
        path=[_line(x) for x in found.path],
        band=_band(found.band) if found.band else None,
    )


def _column(c: Column) -> ColumnShown:
    return ColumnShown(id=c.area, at=[c.x, c.w], notes=list(c.notes), more=c.more, open=c.open)


def _line(x: Line) -> LineShown:
    return LineShown(id=x.link, verb=x.verb, strength=x.strength, at=[x.x1, x.y1, x.bend, x.x2, x.y2])


def _bundle(b: Bundle) -> BundleShown:
    name = f"{b.start}-{b.end}-{b.verb}"
    return BundleShown(id=name, start=b.start, end=b.end, verb=b.verb, n=b.n, at=[b.x1, b.x2, b.y, b.depth])


def _band(band: Band) -> BandShown:
    return BandShown(at=[band.y, band.h], notes=list(band.notes), links=band.links)
