"""What the formulation's commands carry and what its parts hold. Types only."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from workshop.activities.base import Model, OneOf
from workshop.activities.formulation_kinds import OfItself, OfItselfNow, Sure, Voice
from workshop.activities.formulation_locks import NoteKey
from workshop.activities.formulation_phases import Phase
from workshop.activities.formulation_picture import Area, PictureDrawn
from workshop.domain.formulation import EXPLANATION
from workshop.domain.live import Gather
from workshop.domain.phases import PHASES
from workshop.domain.picture import AREAS, BAND

SLOTS, PAD = 12, 10_240
Id = Field(min_length=1, max_length=40)
Version = Field(ge=0)
Kind = Literal["because", "eases", "alternative"]
ExplanationPart = Literal[
    "because",
    "kept_going",
    "eased",
    "rival",
    "unsure",
    "ours_fits",
    "rival_fits",
    "ours_leaves",
    "rival_leaves",
    "apart1",
    "apart2",
    "apart3",
    "stayed",
]


class Add(OfItself):
    section: str = Id
    text: str
    key: NoteKey = ""


class Edit(OfItselfNow):
    """`key`: the one with which a phone sent the note; with no key, or another, the words become a note beside it."""

    note: str = Id
    text: str
    base: int = Version
    key: NoteKey = ""


class Move(Model):
    note: str = Id
    section: str = Id


class Merge(Model):
    """`base` and `note_base`: the versions of `into` and of `note` that the text was made from."""

    note: str = Id
    into: str = Id
    text: str
    base: int = Version
    note_base: int = Version


class Support(Model):
    note: str = Id
    on: bool


class Join(Model):
    source: str = Id
    target: str = Id
    kind: Kind


class Unlink(Model):
    link: str = Id


class TakeBack(Model):
    link: str = Id


class Explain(Model):
    """`writing`: a random name for one stretch of typing; what is saved under it is one wording, however often."""

    part: ExplanationPart
    text: str
    base: int = Version
    writing: str = Field(default="", max_length=40)


class Restore(Model):
    note: str = Id
    version: int = Version


class Recall(Model):
    part: ExplanationPart
    version: int = Version


class Slot(OfItself):
    """One note, or all empty."""

    section: str = Field(max_length=40)
    text: str
    key: NoteKey = ""


class Envelope(Model):
    """`pad`: fills it up to a length that says nothing of what is in it."""

    gathering: int = Field(ge=1)
    slots: list[Slot] = Field(min_length=SLOTS, max_length=SLOTS)
    pad: str = Field(max_length=PAD)


class GatheringShown(Model):
    """The newest gathering by its `number`, 0 before the first; `shown`: all whose notes were shown."""

    number: int
    state: Gather
    shown: list[int]


class Hide(Model):
    note: str = Id


class Lane(Model):
    section: str = Field(max_length=40)


class SectionShown(Model):
    id: str
    area: Area
    title: str
    prompt: str
    role: Annotated[str, OneOf(("", "presenting", "because", "kept_going", "eased", "rival"))]


class NoteShown(Model):
    """`support`: how many phones, as it was gathered last; null below three. `merged`: notes that went into it.

    `sure`, `voice`, `ground` (the id of a card or of new information): what it says of itself, "" where nobody said.
    """

    id: str
    section: str
    text: str
    version: int
    support: int | None
    merged: list[str]
    beside: str | None
    sure: Sure
    voice: Voice
    ground: str


class LinkShown(Model):
    """`support`: how many phones say so, as it was gathered last; null below three."""

    id: str
    source: str
    target: str
    kind: Kind
    support: int | None


class Explained(Model):
    text: str
    version: int


class AloudShown(Model):
    """The picture read aloud, in notes' own words: something, what it is because of, and what eases it."""

    what: str
    because: list[str]
    eased: list[str]


class Lacking(Model):
    """What the explanation lacks, in the case study's words. `opens`: the area that is opened for it, or ""."""

    id: str
    words: str
    source: str
    checked: str
    opens: Annotated[str, OneOf(("", *AREAS, BAND))]


class FormulationPart(Model):
    """`phases`: those of this step, of which `phase` is where the room is."""

    phase: Phase
    phases: list[Phase]
    gathering: GatheringShown
    sections: list[SectionShown]
    notes: list[NoteShown]
    links: list[LinkShown]
    explanation: dict[Annotated[str, OneOf(EXPLANATION)], Explained]
    aloud: AloudShown | None
    picture: PictureDrawn | None
    nudges: list[Lacking]
    lane: str


class OwnSupport(Model):
    notes: list[str]


class OwnLinks(Model):
    """Links that this phone says. `newest`: those that it said in `phase`, and can take back while it goes on."""

    links: list[str]
    newest: list[str]
    phase: Annotated[str, OneOf(("", *PHASES))]
