"""The schema of a case study, as it is written in YAML. `docs/case-studies.md` explains it to a trainer."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from workshop.activities.known import ActivityName
from workshop.domain.texts import is_blank, tidy

TAG = re.compile(r"<\s*/?\s*[A-Za-z!]")


def _plain(text: object) -> object:
    """As everything that people write, before its length is looked at."""
    if not isinstance(text, str):
        return text
    kept = tidy(text, lines=True)
    if TAG.search(kept):
        raise ValueError("Write plain text, without HTML tags")
    return "" if is_blank(kept) else kept


def _unique(items: list[Any]) -> list[Any]:
    ids = [item.id for item in items]
    twice = next((i for n, i in enumerate(ids) if i in ids[:n]), None)
    if twice is not None:
        raise ValueError(f"The id “{twice}” is used twice. Give each its own")
    return items


Plain = BeforeValidator(_plain)
Unique = AfterValidator(_unique)
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,39}$", description="Lower-case letters, digits, - and _.")]
Line = Annotated[str, Field(min_length=1, max_length=120), Plain]
Short = Annotated[str, Field(max_length=32), Plain]
CardTextLine = Annotated[str, Field(min_length=1, max_length=160), Plain]
Text = Annotated[str, Field(min_length=1, max_length=600), Plain]
Note = Annotated[str, Field(max_length=300), Plain]
Effect = Literal["up", "down", "either", "plan", "none"]


class Written(BaseModel):
    """Everything a person writes: unknown fields are refused, so that a typing slip is found."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class StageFile(Written):
    id: Id
    name: Annotated[str, Field(min_length=1, max_length=40), Plain]
    definition: Text


class ScaleFile(Written):
    id: Id
    title: Line
    ends: Annotated[list[Line], Field(min_length=2, max_length=2)]
    stages: Annotated[list[StageFile], Field(min_length=2, max_length=5), Unique]
    acknowledgement: Note = ""


class EvidenceFile(Written):
    text: Text
    source: Line
    checked: Annotated[str, Field(pattern=r"^\d{4}-\d{2}(-\d{2})?$", description="When somebody last checked it.")]


class NotesFile(Written):
    """What only the facilitator sees. `range`: the stages to talk within, by number from 1; never an answer."""

    range: Annotated[list[int], Field(min_length=2, max_length=2)] | None = None
    prompts: Annotated[list[Line], Field(max_length=6)] = []
    evidence: Annotated[list[EvidenceFile], Field(max_length=6)] = []


class CardFile(Written):
    id: Id
    text: CardTextLine
    short: Short = ""
    mode: Literal["technology", "offline", "dual", "unclear"] = "unclear"
    content_note: Note = ""
    notes: NotesFile = NotesFile()


class InformationFile(Written):
    id: Id
    kind: Id
    text: Text
    effects: Annotated[dict[Id, Effect], Field(min_length=1)]
    why: Text


class PersonFile(Written):
    id: Id
    note: Line


class ResourceFile(Written):
    title: Line
    text: Note
    url: Annotated[str, Field(max_length=200, pattern=r"^(https://\S+)?$")] = ""


class SectionFile(Written):
    id: Id
    title: Line
    prompt: Note
    role: Literal["", "presenting", "because", "kept_going", "eased", "rival"] = ""


class FormulationFile(Written):
    id: Id
    title: Line
    sections: Annotated[list[SectionFile], Field(min_length=1, max_length=20), Unique]


class StepFile(Written):
    """`settings`: confidence `asking`; board `round`, `cards` (how many or which ids), `information` (id or number)."""

    activity: Annotated[str, ActivityName()]
    title: Line
    minutes: Annotated[int, Field(ge=1, le=240)]
    settings: dict[str, Any] = {}


class AgendaFile(Written):
    id: Id
    title: Line
    steps: Annotated[list[StepFile], Field(min_length=1, max_length=40)]


class AgendasFile(Written):
    """`shared/agendas.yaml`."""

    agendas: Annotated[list[AgendaFile], Field(min_length=1, max_length=6), Unique]


class ResourcesFile(Written):
    """`shared/resources.yaml`."""

    resources: Annotated[list[ResourceFile], Field(min_length=1, max_length=20)]


class WarmUpFile(Written):
    question: Line
    scale: ScaleFile
    cards: Annotated[list[CardFile], Field(min_length=1, max_length=6), Unique]


class ScenarioFile(Written):
    """A case study. What is left out of `formulation`, `resources`, `agendas` and `warm_up` comes from `shared/`."""

    id: Id
    version: Annotated[int, Field(ge=1)]
    title: Line
    fictional: Literal[True]
    reviewed_by: Line | None
    content_note: Text
    opening: Text
    question: Line = "Where does this sit on the continuum?"
    people: Annotated[list[PersonFile], Field(min_length=1, max_length=12)]
    scale: Id | ScaleFile
    cards: Annotated[list[CardFile], Field(min_length=1, max_length=60)]
    information: Annotated[list[InformationFile], Field(max_length=20)] = []
    formulation: FormulationFile | None = None
    resources: Annotated[list[ResourceFile], Field(min_length=1, max_length=20)] | None = None
    agendas: Annotated[list[AgendaFile], Field(min_length=1, max_length=6)] | None = None
    warm_up: WarmUpFile | None = None
