"""What the page of a session's choices sends, read strictly; and what it gets to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import Field, ValidationError

from workshop.activities.base import Model
from workshop.activities.base_steps import MOST_CARDS, Asked
from workshop.domain.live import Head
from workshop.domain.scenario import AgendaTemplate, Scenario
from workshop.domain.texts import clean, clean_or_empty
from workshop.service.ports import SessionRecord
from workshop.service.setup import LONGEST_RULE, LONGEST_TITLE, CannotCreate, Setup, asked_in, to_choose

LONGEST_ZONE = 64
MOST = 40
"""Steps of an agenda, and lines of rules before the empty ones are left out."""


class StepForm(Model):
    cards: list[str] = Field(max_length=MOST_CARDS)
    information: str | None = None


class SetupForm(Model):
    """`steps`: place of a step in the agenda, from 0 → what it asks, for those that were chosen anew."""

    scenario: str
    agenda: str
    k: int = 5
    title: str = ""
    rules: list[str] = Field([], max_length=MOST)
    steps: dict[str, StepForm] = Field(default_factory=dict[str, StepForm], max_length=MOST)
    day: str = Field("", max_length=10)
    zone: str = Field("", max_length=LONGEST_ZONE)
    placed_before: bool | None = None
    rehearsal: bool = False

    @property
    def setup(self) -> Setup:
        """What was chosen, tidy. Raises TextRefused, CannotCreate."""
        if not all(n.isascii() and n.isdigit() and len(n) < 3 for n in self.steps):
            raise CannotCreate("setup.cards")
        return Setup(
            scenario=self.scenario,
            agenda=self.agenda,
            k=self.k,
            title=clean_or_empty(self.title, LONGEST_TITLE),
            rules=tuple(clean(r, LONGEST_RULE) for r in self.rules if r.strip()),
            steps={int(n): Asked(tuple(s.cards), s.information) for n, s in self.steps.items()},
            zone=self.zone,
        )


def form_of(body: object) -> SetupForm:
    """Raises CannotCreate."""
    try:
        return SetupForm.model_validate(body)
    except ValidationError as fault:
        named = fault.errors(include_input=False, include_url=False)[0]["loc"][:1]
        if named == ("placed_before",):
            raise CannotCreate("setup.say_before") from None
        raise CannotCreate("setup.choose") from None


def said_before(form: SetupForm) -> bool:
    """Whether anybody who will be there has placed the case before. Raises CannotCreate when that was not said."""
    if form.placed_before is None:
        raise CannotCreate("setup.say_before")
    return form.placed_before


def choice(scenario: Scenario) -> dict[str, Any]:
    """A case study as it is offered: what it is about, its agendas, and what their steps would ask."""
    return {
        "id": scenario.id,
        "title": scenario.title,
        "opening": scenario.opening,
        "content_note": scenario.content_note,
        "reviewed": bool(scenario.reviewed_by),
        "stages": len(scenario.scale.stages),
        "cards": [{"id": c.id, "text": c.text} for c in scenario.cards],
        "information": [{"id": i.id, "text": i.text, "cards": list(i.cards)} for i in scenario.information],
        "agendas": [_agenda(a, scenario) for a in scenario.agendas],
    }


def chosen(record: SessionRecord, head: Head, scenario: Scenario) -> dict[str, Any]:
    """What was chosen for a session, for the page on which it is changed."""
    agenda = head.agenda or next((a.id for a in scenario.agendas if a.title == record.agenda), "")
    return {
        "scenario": head.scenario,
        "agenda": agenda,
        "k": head.k,
        "title": "" if head.title == scenario.title else head.title,
        "rules": list(head.rules),
        "steps": {str(n): _asked(asked) for n, asked in asked_in(head, scenario).items()},
        "day": record.held_on,
        "zone": head.zone,
    }


def setup_of(head: Head, scenario: Scenario) -> Setup:
    """The same choices once more."""
    return Setup(head.scenario, head.agenda, head.k, head.title, head.rules, asked_in(head, scenario), head.zone)


def _agenda(agenda: AgendaTemplate, scenario: Scenario) -> dict[str, Any]:
    steps = [_step(agenda, n, scenario) for n in range(len(agenda.steps))]
    return {"id": agenda.id, "title": agenda.title, "minutes": agenda.minutes, "steps": steps}


def _step(agenda: AgendaTemplate, at: int, scenario: Scenario) -> dict[str, Any]:
    step, asked = agenda.steps[at], to_choose(agenda.steps, at, scenario)
    about: Mapping[str, Any] = {"activity": step.activity, "title": step.title, "minutes": step.minutes}
    return {**about, "asks": _asked(asked) if asked else None}


def _asked(asked: Asked) -> dict[str, Any]:
    return {"cards": list(asked.cards), "information": asked.information}
