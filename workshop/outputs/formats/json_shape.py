"""The shape of the report as data, for whoever reads it: `docs/report.schema.json` is generated from here.

What `json_data` writes as it is in the model is named here by its model; what it writes otherwise has its own class. A
field is null where its figure is not told. `docs/formats.md` says what each means.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from workshop.domain.moved import Happened
from workshop.domain.plan import Cell
from workshop.domain.results import Certainty, Movement, Why
from workshop.outputs.formats.json_drawing import DrawingShape, Shape
from workshop.outputs.model import LackingOutput, LinkOutput, SectionOutput, StageOutput, WantedOutput
from workshop.outputs.model_agreed import AgreementOutput
from workshop.outputs.model_plan import ActionOutput, NeededOutput, SignOutput
from workshop.outputs.model_rounds import Sides

Kind = Literal["unsure", "split", "spread", "neighbouring", "settled"]
Tallies = dict[str, int]


class ScaleShape(Shape):
    """The continuum: its name, what its low and its high end are called, and its stages in order."""

    title: str
    ends: tuple[str, str]
    stages: list[StageOutput]


class SecondShape(ScaleShape):
    """The scale of the second question."""

    acknowledgement: str


class SideShape(Shape):
    """One end of a split: its first and last stage by id, how many, up to three reasons."""

    first: str
    last: str
    n: int
    reasons: list[str]


class CampsShape(Shape):
    """Both ends of a split."""

    low: SideShape
    high: SideShape


class AnsweredShape(Shape):
    """What every picture has. Withheld: every figure is null, and `why` says for what reason."""

    why: Why | None
    answered: int | None
    placed: int | None
    need_to_know: int | None
    tallies: Tallies | None
    median: str | None
    agreement: float | None = Field(ge=-1, le=1, description="van der Eijk's A")
    kind: Kind | None
    movement: Movement | None
    compared_with: str | None = Field(description="The earlier round that phones compared with.")


class ResponseShape(AnsweredShape):
    """What people would do, told by itself."""

    compared: str | None = Field(description="Its kind beside the card's.")


class CardShape(AnsweredShape):
    """One card of one revealed round."""

    card: str
    text: str
    label: Kind | None = Field(description="As `kind`, by its older name.")
    missing: list[str]
    certainty: Certainty | None
    camps: CampsShape | None
    shared_reason: str | None
    reasons: Sides
    whys: list[str]
    response: ResponseShape | None


class RoundShape(Shape):
    """One placing that was revealed."""

    round: str
    cause: Literal["first", "discussion", "information"]
    information: str | None
    information_text: str
    cards: list[CardShape]
    wanted: list[WantedOutput]


class PictureShape(Shape):
    """A picture as it was told."""

    tallies: Tallies
    need_to_know: int
    kind: Kind | None
    median: str | None


class MovedShape(Shape):
    """One card of one placing again."""

    card: str
    before: PictureShape | None
    after: PictureShape | None
    movement: Movement | None
    expected: str | None
    happened: Happened


class LedgerShape(Shape):
    """One placing again, and what caused it."""

    round: str
    cause: str
    information: str | None
    cards: list[MovedShape]


class OnCard(Shape):
    """A note rests on a card, by its id."""

    card: str


class OnInformation(Shape):
    """A note rests on information, by its id."""

    information: str


class NoteShape(Shape):
    """A note, by its number, and what it says of itself."""

    number: int
    section: str
    text: str
    support: int | None
    beneath: list[str]
    is_: str | None = Field(alias="is")
    voice: str | None
    from_: OnCard | OnInformation | None = Field(alias="from")


class PieceShape(Shape):
    """What was added or set aside. `place`: a note's section, a link's kind or a sentence's part."""

    what: str
    place: str
    text: str
    second: str


class OtherwiseShape(Shape):
    """What says it otherwise now."""

    what: str
    place: str
    before: str
    after: str


class EarlierNote(Shape):
    """A note in a version."""

    section: str
    text: str


class ChangedShape(Shape):
    """From a version to the next, or to how it is in the end."""

    added: list[PieceShape]
    aside: list[PieceShape]
    reworded: list[OtherwiseShape]


class VersionShape(Shape):
    """The explanation as it was. `information`: before which it was kept, by its number."""

    cause: str
    information: int | None
    notes: list[EarlierNote]
    sentences: dict[str, str]
    changed: ChangedShape


class FormulationShape(Shape):
    """The shared explanation. `explanation`: part → text; `agreement`, `quality`: part or question → what was told."""

    sections: list[SectionOutput]
    notes: list[NoteShape]
    links: list[LinkOutput]
    explanation: dict[str, str]
    sentence: str
    picture: DrawingShape | None
    agreement: dict[str, AgreementOutput]
    quality: dict[str, AgreementOutput]
    lacking: list[LackingOutput]
    unheard: list[str]
    versions: list[VersionShape]


class KindOfNeed(Shape):
    """A kind of need."""

    id: str
    name: str


class CoverageShape(Shape):
    """Where the plan reaches, and its holes."""

    kinds: list[KindOfNeed]
    cells: list[Cell]
    places: int
    filled: int
    needs_without_action: list[int]
    actions_without_need: list[int]
    targets_without_anything: list[str]


class SignsShape(Shape):
    """Signs to do more or less, and the review."""

    up: list[SignOutput]
    down: list[SignOutput]
    review: SignOutput | None


class PlanShape(Shape):
    """The plan; needs by the numbers of their notes."""

    needs: list[NeededOutput]
    actions: list[ActionOutput]
    coverage: CoverageShape
    signs: SignsShape
