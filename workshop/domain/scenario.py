"""A case study: scale, cards, new information, templates. Read from `scenarios/*.yaml` by the casebook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workshop.domain.nudges import Nudge
from workshop.domain.placements import REASONS, TOPICS
from workshop.domain.sourced import Evidence, Law, Resource, Term
from workshop.domain.texts import cut

SHORT = 32
"""Characters of a card's short name, for lists and the projector."""
LANES = {"technology": "technology", "dual": "both", "offline": "offline"}
"""In which lane of the chronology a card lies, by its mode; one of no known mode lies in none."""
PANEL_TOPICS = (*dict.fromkeys((*REASONS, *TOPICS)),)
"""What a practitioner's reason may be about: what a room may name, so that the two can be held together."""


@dataclass(frozen=True)
class Stage:
    """One stage of a scale, with its definition in our own words. `number` counts from 1."""

    id: str
    name: str
    definition: str
    number: int = 0


@dataclass(frozen=True)
class Scale:
    """The continuum: ordered stages between two named ends. Agreement needs at least three stages."""

    id: str
    title: str
    stages: tuple[Stage, ...]
    ends: tuple[str, str]
    acknowledgement: str = ""

    def stage(self, id: str) -> Stage | None:
        """One stage by id, or None."""
        return next((s for s in self.stages if s.id == id), None)

    def position(self, id: str) -> int:
        """Position from 0. Raises KeyError."""
        found = next((i for i, s in enumerate(self.stages) if s.id == id), None)
        if found is None:
            raise KeyError(id)
        return found

    def span(self, ends: tuple[str, str]) -> tuple[Stage, Stage]:
        """The two stages of a discussion range."""
        low, high = (self.stages[self.position(e)] for e in ends)
        return low, high


@dataclass(frozen=True)
class CardNotes:
    """What only the facilitator sees: a range to talk within (not an answer), prompts, evidence."""

    range: tuple[str, str] | None = None
    prompts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class PanelReason:
    """How one practitioner reasoned about a card. `end`: nearer which end they placed it, `low` or `high`, or ""."""

    topic: str
    text: str
    end: str = ""


@dataclass(frozen=True)
class When:
    """When something happened: its place in the order, which two may share, and words; never a date."""

    order: int
    words: str


@dataclass(frozen=True)
class Card:
    """One behaviour. `known`: by which new information, "" from the start. `twin`: a card's id, or ""."""

    id: str
    text: str
    mode: str = "unclear"
    short: str = ""
    content_note: str = ""
    notes: CardNotes = field(default_factory=CardNotes)
    panel: tuple[PanelReason, ...] = ()
    twin: str = ""
    when: When | None = None
    known: str = ""

    @property
    def lane(self) -> str:
        """`technology`, `both` or `offline`; "" when that is not known."""
        return LANES.get(self.mode, "")

    @property
    def short_text(self) -> str:
        """At most 32 characters: the short name, or the text cut at a word."""
        text = self.short or self.text
        if len(text) <= SHORT:
            return text
        return cut(text[:SHORT].rsplit(" ", 1)[0], SHORT - 1).rstrip(" ,;:") + "…"


@dataclass(frozen=True)
class NewInformation:
    """A staged disclosure. `effects`: card → up, down, either, plan or none, as the author expects it.

    `answers`: what people may have said that they need to know, of TOPICS.
    """

    id: str
    kind: str
    text: str
    effects: Mapping[str, str]
    why: str
    answers: tuple[str, ...] = ()

    @property
    def cards(self) -> tuple[str, ...]:
        """The cards that it reopens."""
        return tuple(self.effects)


@dataclass(frozen=True)
class Person:
    """Somebody in the case, by first name and stage of life only. `age` in years, where it is known."""

    id: str
    note: str
    age: int | None = None

    @property
    def said(self) -> str:
        """The note, with the age before it where the author left it to the number."""
        age = "" if self.age is None else str(self.age)
        return self.note if age in self.note else f"{age}, {self.note}"


@dataclass(frozen=True)
class NeedKind:
    """A kind of need that a plan may name; a case study has five at most."""

    id: str
    name: str
    prompt: str = ""


@dataclass(frozen=True)
class TemplateSection:
    """One section of the formulation. `role`: what its notes do in the shared explanation ("" for none)."""

    id: str
    title: str
    prompt: str
    role: str = ""


@dataclass(frozen=True)
class FormulationTemplate:
    """The sections in which the group writes notes, in order."""

    id: str
    title: str
    sections: tuple[TemplateSection, ...]


@dataclass(frozen=True)
class StepTemplate:
    """One step of an agenda template."""

    activity: str
    title: str
    minutes: int
    settings: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True)
class AgendaTemplate:
    """A running order to begin from."""

    id: str
    title: str
    steps: tuple[StepTemplate, ...]

    @property
    def minutes(self) -> int:
        """How long all of it takes."""
        return sum(s.minutes for s in self.steps)


@dataclass(frozen=True)
class WarmUp:
    """A neutral round, so that nobody learns the app on hard material."""

    question: str
    scale: Scale
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Scenario:
    """A whole case study, ready for a session."""

    id: str
    version: int
    title: str
    fictional: bool
    reviewed_by: str | None
    content_note: str
    opening: str
    people: tuple[Person, ...]
    scale: Scale
    cards: tuple[Card, ...]
    information: tuple[NewInformation, ...]
    formulation: FormulationTemplate
    resources: tuple[Resource, ...]
    agendas: tuple[AgendaTemplate, ...]
    warm_up: WarmUp
    question: str = "Where does this sit on the continuum?"
    language: str = "en"
    needs: tuple[NeedKind, ...] = ()
    glossary: tuple[Term, ...] = ()
    law: tuple[Law, ...] = ()
    nudges: tuple[Nudge, ...] = ()
    panel_by: str = ""
    """Whose reasons those of the panel are."""
    second: Scale | None = None
    """On what its steps ask the second question: what would you do? None where none of them does."""

    def support_in(self, nation: str) -> tuple[Resource, ...]:
        """Support that somebody in a nation can use, in the author's order; of sourced.NATIONS."""
        return tuple(r for r in self.resources if r.serves(nation))

    def find_card(self, id: str) -> Card | None:
        """A card of the case or of the warm-up, or None."""
        return next((c for c in (*self.cards, *self.warm_up.cards) if c.id == id), None)
