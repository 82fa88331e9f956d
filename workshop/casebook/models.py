"""The schema of a case study, as it is written in YAML. `docs/case-studies.md` explains it to a trainer."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from workshop.activities.base import OneOf
from workshop.activities.known import ActivityName
from workshop.casebook.sources import EvidenceFile, Laws, Resources, Terms
from workshop.casebook.written import (
    EachOnce,
    Id,
    Line,
    MaybeLine,
    Note,
    Plain,
    Text,
    Unique,
    Written,
    WrittenFile,
)
from workshop.domain.placements import TOPICS
from workshop.domain.scenario import PANEL_TOPICS

Short = Annotated[str, Field(max_length=32), Plain]
CardTextLine = Annotated[str, Field(min_length=1, max_length=160), Plain]
START = "start"
"""A card that is known from the start says so, or nothing."""
Effect = Literal["up", "down", "either", "plan", "none"]
Language = Annotated[
    str,
    Field(
        pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$",
        description="In which language it is written: en, cy, en-GB.",
    ),
]


class StageFile(Written):
    id: Id
    name: Annotated[str, Field(min_length=1, max_length=40), Plain]
    definition: Text


class ScaleFile(WrittenFile):
    id: Id
    title: Line
    ends: Annotated[list[Line], Field(min_length=2, max_length=2)]
    stages: Annotated[list[StageFile], Field(min_length=2, max_length=5), Unique]
    acknowledgement: Note = ""


class NotesFile(Written):
    """What only the facilitator sees. `range`: the stages to talk within, by number from 1; never an answer."""

    range: Annotated[list[int], Field(min_length=2, max_length=2)] | None = None
    prompts: Annotated[list[Line], Field(max_length=6)] = Field(default=[])
    evidence: Annotated[list[EvidenceFile], Field(max_length=6)] = Field(default=[])


class PanelReasonFile(Written):
    """How a practitioner reasoned. `end`: nearer which end of the scale they placed it, where they differed."""

    topic: Annotated[str, OneOf(PANEL_TOPICS)]
    text: CardTextLine
    end: Literal["low", "high"] | None = None


class WhenFile(Written):
    """When it happened, among the other cards: never a date."""

    order: Annotated[int, Field(ge=1, le=60)]
    words: Annotated[str, Field(min_length=1, max_length=40), Plain]


class CardFile(Written):
    """`known`: from the start, or the new information by which it is known. `twin`: one that differs in one thing."""

    id: Id
    text: CardTextLine
    short: Short = ""
    mode: Literal["technology", "offline", "dual", "unclear"] = "unclear"
    content_note: Note = ""
    notes: NotesFile = NotesFile()
    panel: Annotated[list[PanelReasonFile], Field(max_length=4)] = Field(default=[])
    twin: Id | None = None
    when: WhenFile | None = None
    known: Id = START


class InformationFile(Written):
    """`answers`: what a room may need to know, and knows with this."""

    id: Id
    kind: Id
    text: Text
    answers: Annotated[list[Annotated[str, OneOf(TOPICS)]], Field(max_length=len(TOPICS)), EachOnce] = Field(default=[])
    effects: Annotated[dict[Id, Effect], Field(min_length=1)]
    why: Text


class PersonFile(Written):
    id: Id
    age: Annotated[int, Field(ge=0, le=120)] | None = None
    note: Line


class NeedFile(Written):
    """A kind of need that a plan may name."""

    id: Id
    name: Annotated[str, Field(min_length=1, max_length=32), Plain]
    prompt: MaybeLine = ""


Needs = Annotated[list[NeedFile], Field(min_length=1, max_length=5), Unique]


class NeedsFile(WrittenFile):
    """`shared/needs.yaml`."""

    needs: Needs


class SectionFile(Written):
    id: Id
    title: Line
    prompt: Note
    role: Literal["", "presenting", "because", "kept_going", "eased", "rival"] = ""


class FormulationFile(WrittenFile):
    id: Id
    title: Line
    sections: Annotated[list[SectionFile], Field(min_length=1, max_length=20), Unique]


class StepFile(Written):
    """`settings`: confidence `asking`; board `round`, `cards` (how many or which ids), `information` (id or number),
    `second` (a shared scale on which each card is asked what one would do); formulation `phases`."""

    activity: Annotated[str, ActivityName()]
    title: Line
    minutes: Annotated[int, Field(ge=1, le=240)]
    settings: dict[str, Any] = Field(default={})


class AgendaFile(Written):
    id: Id
    title: Line
    steps: Annotated[list[StepFile], Field(min_length=1, max_length=40)]


class AgendasFile(WrittenFile):
    """`shared/agendas.yaml`."""

    agendas: Annotated[list[AgendaFile], Field(min_length=1, max_length=6), Unique]


class WarmUpFile(WrittenFile):
    question: Line
    scale: ScaleFile
    cards: Annotated[list[CardFile], Field(min_length=1, max_length=6), Unique]


class ScenarioFile(WrittenFile):
    """A case study. What is left out of `needs`, `law`, `formulation`, `resources`, `agendas` and `warm_up` comes from
    `shared/`; the terms there stand beside its own."""

    id: Id
    version: Annotated[int, Field(ge=1)]
    title: Line
    language: Language = "en"
    fictional: Literal[True]
    reviewed_by: Line | None
    content_note: Text
    opening: Text
    question: Line = "Where does this sit on the continuum?"
    people: Annotated[list[PersonFile], Field(min_length=1, max_length=12)]
    scale: Id | ScaleFile
    cards: Annotated[list[CardFile], Field(min_length=1, max_length=60)]
    panel_by: MaybeLine = ""
    information: Annotated[list[InformationFile], Field(max_length=20)] = Field(default=[])
    needs: Needs | None = None
    glossary: Terms = Field(default=[])
    law: Laws | None = None
    formulation: FormulationFile | None = None
    resources: Resources | None = None
    agendas: Annotated[list[AgendaFile], Field(min_length=1, max_length=6)] | None = None
    warm_up: WarmUpFile | None = None
