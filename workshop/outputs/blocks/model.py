"""What a report is made of. Every text is finished words in the report's language; nothing here is markup.

A format prints every type that is in `Block`. Numbers and pictures are as `AnonymisedSession` tells them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workshop.domain.results import Camp
from workshop.outputs.blocks.model_together import Counts, Drawing, Notes, Story
from workshop.words import Words


@dataclass(frozen=True)
class Run:
    """A stretch of a text. `strong`: it stands out. `href`: an https address that it leads to."""

    text: str
    strong: bool = False
    href: str = ""


Text = tuple[Run, ...]


@dataclass(frozen=True)
class Kind:
    """What kind of picture a card gave. `id`: one of agreement.LABELS."""

    id: str
    name: str


@dataclass(frozen=True)
class Paragraph:
    """`say` introduces, `legend` explains a picture, `aloud` is read aloud, `body` is the rest.

    `beside`: a large picture says it already; it is for where that is drawn small.
    """

    text: Text
    role: Literal["body", "say", "legend", "aloud"] = "body"
    beside: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading within a section."""

    text: str


@dataclass(frozen=True)
class Quote:
    """Words of the case study."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """Several things of one sort, each by itself."""

    items: tuple[Text, ...]


@dataclass(frozen=True)
class Terms:
    """Terms and what they mean. `wide`: what they mean is as important as the terms."""

    pairs: tuple[tuple[str, str], ...]
    wide: bool = False


@dataclass(frozen=True)
class Strip:
    """A card's picture: how many stand in each stage, and off the line. A format draws it with `workshop.drawing`.

    `before`: the picture told before, (by stage, off the line). `kind`, `median` (position), `camps` (of a split, with
    their reasons in words) and `topics` (what people need to know) as `drawing.strip.layout` takes them.
    `lane`: a short name for what is off the line. `levels`: not stages of the continuum, but levels of response.
    """

    stages: tuple[str, ...]
    tallies: tuple[int, ...]
    need_to_know: int
    before: tuple[tuple[int, ...], int] | None
    kind: str | None
    median: int | None
    camps: tuple[Camp, Camp] | None
    topics: tuple[str, ...]
    lane: str
    words: Words
    levels: bool = False


@dataclass(frozen=True)
class Movement:
    """Who moved where: (number or "", words) each; or one sentence on why it is not told. `key`: before, after."""

    parts: tuple[tuple[str, str], ...]
    key: tuple[str, str]


@dataclass(frozen=True)
class Response:
    """A card's second question under its picture: as the card itself, told by itself. `compared`: a sentence, or ""."""

    title: str
    kind: Kind | None
    strip: Strip | None
    withheld: str
    movement: Movement | None
    compared: str


@dataclass(frozen=True)
class Card:
    """One card of a round: its picture, or in its place why there is none; then what was said about it.

    `measures`: median and agreement in a line, for where no table stands beneath.
    """

    text: str
    kind: Kind | None
    strip: Strip | None
    withheld: str
    movement: Movement | None
    said: tuple[Paragraph, ...]
    response: Response | None = None
    measures: str = ""


@dataclass(frozen=True)
class Ranking:
    """Cards one below the other, their pictures on one scale: (words, picture, kind)."""

    rows: tuple[tuple[str, Strip, Kind | None], ...]


@dataclass(frozen=True)
class Ten:
    """One line from 0 to 10: the middle half, the median before, and the median now."""

    middle: tuple[int, int] | None
    before: int | None
    now: int | None


Cell = str | Ten


@dataclass(frozen=True)
class Group:
    """Rows of a table, under a heading of their own where `title` says one. A row's first cell may be its heading."""

    title: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Table:
    """Rows and columns, every column with a head. `kind`: figures, plan or confidence.

    `name`: what it is called where it can be scrolled. `row_heads`: the first cell of each row names the row.
    `repeats`: of pictures whose figures stand beneath them, for where they do not.
    """

    kind: Literal["figures", "plan", "confidence", "ledger"]
    name: str
    caption: str
    heads: tuple[str, ...]
    groups: tuple[Group, ...]
    row_heads: bool
    repeats: bool = False


Block = (
    Paragraph
    | Heading
    | Quote
    | Bullets
    | Terms
    | Strip
    | Movement
    | Card
    | Ranking
    | Table
    | Counts
    | Story
    | Notes
    | Drawing
)


@dataclass(frozen=True)
class Section:
    """Blocks under one heading. `id`: where a link leads to, or ""."""

    title: str
    blocks: tuple[Block, ...]
    id: str = ""


@dataclass(frozen=True)
class Beside:
    """Sections that stand side by side where there is room, and else one below the other."""

    sections: tuple[Section, ...]


Part = Section | Beside


@dataclass(frozen=True)
class Report:
    """A whole report. `language`: a BCP 47 tag; `direction`: ltr or rtl; `title`: of the document. `day`: ISO 8601.

    `words`: for what only a format can say of itself.
    `session`: what its facilitator called it, where that is not the case study's name. `rehearsal`: said before all
    else, when its people are invented. `foot`: limits, and the day.
    """

    language: str
    direction: str
    title: str
    day: str
    product: str
    aid: str
    rehearsal: str
    session: str
    heading: str
    lead: str
    notice: str
    parts: tuple[Part, ...]
    foot: tuple[str, str]
    words: Words

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections in the order in which they are read."""
        return tuple(s for part in self.parts for s in (part.sections if isinstance(part, Beside) else (part,)))
