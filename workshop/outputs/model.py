"""An anonymised session: all that any format ever sees. Whole-room figures that the room was shown, and kept words.

There is no field here for a seat, a token, an operation or a time finer than the day, and no id that was random:
notes and actions are numbered in a canonical order, so that the same session is always the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workshop.domain.changed import Changed
from workshop.domain.disclosure import Cells
from workshop.domain.picture import Picture
from workshop.outputs.model_agreed import AgreementOutput
from workshop.outputs.model_front import NOTHING_TOLD, ToldOutput
from workshop.outputs.model_plan import PlanOutput as PlanOutput
from workshop.outputs.model_rounds import CardOutput as CardOutput
from workshop.outputs.model_rounds import Earlier as Earlier
from workshop.outputs.model_rounds import LedgerOutput as LedgerOutput
from workshop.outputs.model_rounds import MovedOutput as MovedOutput
from workshop.outputs.model_rounds import ResponseOutput as ResponseOutput
from workshop.outputs.model_rounds import RoundOutput as RoundOutput
from workshop.outputs.model_rounds import Side as Side
from workshop.outputs.model_rounds import Sides as Sides
from workshop.outputs.model_rounds import WantedOutput as WantedOutput
from workshop.outputs.model_talk import JottingOutput, PanelOutput


@dataclass(frozen=True)
class Facts:
    """What identifies the session. `delegates` None: fewer than k, and then no total is shown either.

    `scenario_sha256`: of the copy of the case study that was made with the session. `rehearsal`: its people are
    invented; nothing of it is added to anything. `corrected`: this report replaces an earlier one of the session.
    """

    title: str
    scenario: str
    scenario_title: str
    scenario_version: int
    agenda: str
    held_on: str
    k: int
    delegates: int | None
    reviewed: bool
    fictional: bool = True
    scenario_sha256: str = ""
    rehearsal: bool = False
    corrected: bool = False


@dataclass(frozen=True)
class StageOutput:
    """One stage of the scale."""

    id: str
    name: str
    definition: str


@dataclass(frozen=True)
class SecondOutput:
    """The scale of the second question; its stages are levels of response."""

    title: str
    ends: tuple[str, str]
    stages: tuple[StageOutput, ...]
    acknowledgement: str


@dataclass(frozen=True)
class GroundOutput:
    """What a note rests on: a `card`, by its short words, or `information`, by its number, from 1."""

    what: Literal["card", "information"]
    id: str
    text: str = ""
    number: int = 0


@dataclass(frozen=True)
class NoteOutput:
    """A note, numbered. `support`: how many want it kept in sight, None below three, as live.

    `sure`, `voice`: of note_kinds.SURE and VOICES, "" where nobody said; `ground` likewise None.
    """

    number: int
    section: str
    text: str
    support: int | None
    beneath: tuple[str, ...] = ()
    """Texts of the notes for which it stands."""
    sure: str = ""
    voice: str = ""
    ground: GroundOutput | None = None


@dataclass(frozen=True)
class LinkOutput:
    """`source` and `target` are note numbers. `support`: how many phones said so, None below three, as live.

    `agreement`: how sure the room was of it; None: that was not told.
    """

    source: int
    target: int
    kind: str
    support: int | None = None
    agreement: AgreementOutput | None = None


@dataclass(frozen=True)
class SectionOutput:
    """A section of the template."""

    id: str
    title: str


@dataclass(frozen=True)
class LackingOutput:
    """What the explanation still lacks, with who says that it usually does."""

    id: str
    words: str
    source: str


@dataclass(frozen=True)
class VersionOutput:
    """The explanation as it was: why it was kept, before which information (its number, or 0), and what changed from
    then to the next version, of the last one to the end. `notes`: (section, text); `sentences`: (part, text).
    """

    cause: str
    information: int
    notes: tuple[tuple[str, str], ...]
    sentences: tuple[tuple[str, str], ...]
    changed: Changed


@dataclass(frozen=True)
class FormulationOutput:
    """The shared explanation. `agreement`: by part, `quality`: by question, of those of which it was told."""

    sections: tuple[SectionOutput, ...]
    notes: tuple[NoteOutput, ...]
    links: tuple[LinkOutput, ...]
    explanation: tuple[tuple[str, str], ...]
    sentence: str
    picture: Picture | None = None
    """As the screen showed it when it was last drawn whole; notes by their numbers, links by their place in `links`."""
    agreement: tuple[tuple[str, AgreementOutput], ...] = ()
    quality: tuple[tuple[str, AgreementOutput], ...] = ()
    lacking: tuple[LackingOutput, ...] = ()
    unheard: tuple[str, ...] = ()
    """Voices that no note has, where some say whose they are."""
    versions: tuple[VersionOutput, ...] = ()


@dataclass(frozen=True)
class ItemOutput:
    """One confidence item, 0 to 10, of `n` people: what disclosure.ratings lets be told."""

    item: str
    words: str
    asked: str
    n: int | None
    median: int | None
    quartiles: tuple[int, int] | None
    bands: Cells | None


@dataclass(frozen=True)
class ConfidenceOutput:
    """One asking: `before`, or `after` with its looking back."""

    asking: str
    answered: int | None
    items: tuple[ItemOutput, ...]


@dataclass(frozen=True)
class NeedOutput:
    """What at least three people still need. `n` None: how many is not told."""

    need: str
    n: int | None


@dataclass(frozen=True)
class AskedOutput:
    """What the room answered in an activity for which there is no chapter above, in its own words: (words, n or None).

    `answered`: how many people, at least k.
    """

    title: str
    answered: int
    rows: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True)
class ResourceOutput:
    """Support or signposting, from the case study."""

    title: str
    text: str
    url: str
    number: str = ""


@dataclass(frozen=True)
class AnonymisedSession:
    """Everything, once."""

    facts: Facts
    opening: str
    scale_title: str
    ends: tuple[str, str]
    acknowledgement: str
    stages: tuple[StageOutput, ...]
    rounds: tuple[RoundOutput, ...]
    formulation: FormulationOutput
    plan: PlanOutput
    confidence: tuple[ConfidenceOutput, ...]
    needs: tuple[NeedOutput, ...]
    kept_texts: tuple[tuple[str, str], ...]
    kept_questions: tuple[str, ...]
    resources: tuple[ResourceOutput, ...]
    question_themes: tuple[tuple[str, int], ...] = ()
    """Theme, by its id, and how many of the kept questions the facilitator put under it."""
    asked: tuple[AskedOutput, ...] = ()
    ledger: tuple[LedgerOutput, ...] = ()
    second: SecondOutput | None = None
    panels: tuple[PanelOutput, ...] = ()
    jottings: tuple[JottingOutput, ...] = ()
    told: ToldOutput = NOTHING_TOLD
