"""The picture of an explanation: five columns of notes, a band beneath, and what joins them, in whole numbers.

Everybody draws the same numbers: screen, console and report. They are of a sheet WIDTH wide and HEIGHT high, y
downwards; a projector 1080 high shows one of them as one pixel. Words are 36 of them high: 3 in 100 of a projector's
height, also of one that is 16 to 10. Nothing here depends on words, so that whoever rewords a note moves nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from workshop.domain.picture_order import Columns

Verb = Literal["because", "eases", "else"]
Size = Literal["few", "some", "many"]
AREAS = ("before", "why_now", "happened", "keeps_going", "helps")
"""The columns, from the start of a line to its end."""
BAND = "around"
"""The area that lies beneath them."""
FEW, SOME = 8, 24
"""Up to so many notes all are in words; up to so many those of one open column; above, the strongest path."""
WIDTH, HEIGHT = 1728, 772


@dataclass(frozen=True)
class Note:
    """One note. `area`: of AREAS, or BAND. `support`: how many want it kept in sight, as told; 0 when it is not."""

    id: str
    area: str
    support: int = 0


@dataclass(frozen=True)
class Link:
    """An arrow from what explains (or eases, or would explain it otherwise) to what is explained.

    `strength`: 1 to 5 by how many said so; more make the line stronger, not double.
    """

    id: str
    start: str
    end: str
    verb: Verb
    strength: int = 1


@dataclass(frozen=True)
class Column:
    """One area: where it stands, its notes in order, and how many of these are not drawn. `open`: is in words."""

    area: str
    x: int
    w: int
    notes: tuple[str, ...]
    more: int = 0
    open: bool = False


@dataclass(frozen=True)
class Box:
    """A note in words, or as a bar whose length (`bar`) is its support: its order is not."""

    note: str
    x: int
    y: int
    w: int
    h: int
    bar: int = 0

    @property
    def middle(self) -> int:
        """Half of its height."""
        return self.y + self.h // 2


@dataclass(frozen=True)
class Line:
    """A curve `M x1 y1 C bend y1 bend y2 x2 y2`, which ends at what is explained."""

    link: str
    verb: Verb
    strength: int
    x1: int
    y1: int
    bend: int
    x2: int
    y2: int


@dataclass(frozen=True)
class Bundle:
    """All links of one kind between two areas that are no neighbours: an arc beneath them, with their number."""

    start: str
    end: str
    verb: Verb
    n: int
    x1: int
    x2: int
    y: int
    depth: int


@dataclass(frozen=True)
class Band:
    """The area beneath. `links`: those that lead up from it, counted and not drawn where there are many."""

    y: int
    h: int
    notes: tuple[str, ...]
    links: int


@dataclass(frozen=True)
class Picture:
    """The whole. `words`: notes in words, in the band too; `bars`: notes without; a note of the path is in both.

    `path`: the arrows between the words of the strongest path.
    """

    size: Size
    columns: tuple[Column, ...] = ()
    words: tuple[Box, ...] = ()
    bars: tuple[Box, ...] = ()
    lines: tuple[Line, ...] = ()
    bundles: tuple[Bundle, ...] = ()
    path: tuple[Line, ...] = ()
    band: Band | None = None


@dataclass(frozen=True)
class Sheet:
    """What is to be drawn: notes by column in their order, those of the band, and links among all of them."""

    columns: Columns
    notes: dict[str, Note]
    links: tuple[Link, ...]
    open: str = ""
    column: dict[str, int] = field(default_factory=dict[str, int])

    def ranked(self, ids: Iterable[str]) -> list[str]:
        """Best supported first, ties by id."""
        return sorted(ids, key=lambda i: (-self.notes[i].support, i))

    @property
    def around(self) -> list[str]:
        """Notes of the band."""
        return self.ranked(i for i, n in self.notes.items() if n.area == BAND)

    @property
    def most(self) -> int:
        """The largest support, at least 1."""
        return max(1, *(n.support for n in self.notes.values()), 1)


def sheet(notes: Collection[Note], links: Iterable[Link], order: Columns, open: str = "") -> Sheet:
    """Notes where `order` has them; those that it does not know stand last in their column, in the order of ids.

    Links to what is not there, and from a note to itself, are left out. `open`: the area to be read, where one is.
    """
    by_id = {n.id: n for n in notes}
    columns = completed(notes, order)
    joined = tuple(
        x for x in sorted(links, key=lambda x: x.id) if {x.start, x.end} <= by_id.keys() and x.start != x.end
    )
    column = {i: at for at, ids in enumerate(columns) for i in ids}
    return Sheet(columns, by_id, joined, open if open in AREAS else "", column)


def completed(notes: Collection[Note], order: Columns) -> Columns:
    """An order that holds every note of the columns once, and nothing else."""
    home = {n.id: AREAS.index(n.area) for n in notes if n.area in AREAS}
    known = [[i for i in ids if home.get(i) == at] for at, ids in enumerate(order or ((),) * len(AREAS))]
    there = {i for ids in known for i in ids}
    return tuple(
        (*ids, *sorted(i for i, c in home.items() if c == at and i not in there)) for at, ids in enumerate(known)
    )


def by_area(notes: Iterable[Note]) -> Sequence[Sequence[str]]:
    """Ids of the notes of each column, in order of ids: what an order is made from."""
    held = sorted(notes, key=lambda n: n.id)
    return [[n.id for n in held if n.area == area] for area in AREAS]


def size_of(notes: int) -> Size:
    """How a picture of so many notes is drawn."""
    return "few" if notes <= FEW else "some" if notes <= SOME else "many"
