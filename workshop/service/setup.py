"""What a trainer chooses before a session, and the head that comes of it. Nothing is kept or opened here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workshop.activities.base import Names
from workshop.activities.base_steps import Asked, Planned
from workshop.activities.registry import BY_NAME, enter
from workshop.domain.days import ANYWHERE, is_zone
from workshop.domain.live import Head, Step
from workshop.domain.scenario import AgendaTemplate, Scenario
from workshop.domain.texts import cut, tidy

LEAST_K, MOST_K = 5, 20
LONGEST_TITLE = 80
LONGEST_RULE, MOST_RULES = 120, 5
MET_FIRST = 8
"""Cards that a room meets at first, as the shared agendas have it."""


class CannotCreate(ValueError):
    """The session cannot be made so. `why`: the id of the sentence that says so, with its `values`."""

    def __init__(self, why: str, **values: int) -> None:
        super().__init__(why)
        self.why, self.values = why, values


@dataclass(frozen=True)
class Setup:
    """Everything that is chosen. `title` may be empty: then it is the case study's.

    `rules`: ground rules of one's own, each tidy. `steps`: by the step's place in the agenda, from 0, what it asks
    instead of what the template says. `zone`: where the room is (IANA); "" for where rooms usually are.
    """

    scenario: str
    agenda: str
    k: int = LEAST_K
    title: str = ""
    rules: tuple[str, ...] = ()
    steps: Mapping[int, Asked] = field(default_factory=dict[int, Asked])
    zone: str = ""


def agenda_of(setup: Setup, scenario: Scenario) -> AgendaTemplate:
    """The template that was chosen. Raises CannotCreate."""
    found = next((a for a in scenario.agendas if a.id == setup.agenda), None)
    if found is None:
        raise CannotCreate("setup.no_agenda")
    return found


def head_of(setup: Setup, scenario: Scenario, case: str, session: str) -> Head:
    """The head as a session begins with it, without a code. `case`: the SHA-256 of the copy. Raises CannotCreate."""
    agenda = agenda_of(setup, scenario)
    if not LEAST_K <= setup.k <= MOST_K:
        raise CannotCreate("setup.few", least=LEAST_K, most=MOST_K)
    if len(setup.rules) > MOST_RULES:
        raise CannotCreate("setup.rules", most=MOST_RULES)
    if not set(setup.steps) <= set(range(len(agenda.steps))):
        raise CannotCreate("setup.cards")
    if not is_zone(setup.zone or ANYWHERE):
        raise CannotCreate("setup.zone")
    steps = tuple(_step(agenda, n, setup.steps.get(n), scenario) for n in range(len(agenda.steps)))
    head = Head(
        session=session,
        code="",
        title=cut(tidy(setup.title), LONGEST_TITLE) or scenario.title,
        scenario=scenario.id,
        scenario_version=scenario.version,
        k=setup.k,
        steps=steps,
        agenda=agenda.id,
        case=case,
        rules=setup.rules,
        zone=setup.zone or ANYWHERE,
    )
    return enter(head, scenario)


def _step(agenda: AgendaTemplate, number: int, chosen: Asked | None, scenario: Scenario) -> Step:
    template = agenda.steps[number]
    settings = dict(template.settings) if chosen is None else _chosen(agenda, number, chosen, scenario)
    known = BY_NAME[template.activity].settings.model_validate(settings).model_dump(exclude_none=True)
    return Step(f"s{number + 1}", template.activity, template.title, template.minutes, known)


def _chosen(agenda: AgendaTemplate, number: int, chosen: Asked, scenario: Scenario) -> dict[str, Any]:
    """The template's settings with other cards and other information, in the case study's order."""
    template, before = agenda.steps[number], to_choose(agenda.steps, number, scenario)
    if before is None or (before.information is None) != (chosen.information is None):
        raise CannotCreate("setup.cards")
    scales = [scenario.second.id] if scenario.second else []
    names = Names([c.id for c in scenario.cards], [i.id for i in scenario.information], scales)
    given = {"cards": sorted(chosen.cards, key=lambda c: names.cards.index(c) if c in names.cards else 0)}
    told = {} if chosen.information is None else {"information": chosen.information}
    try:
        return BY_NAME[template.activity].written({**template.settings, **given, **told}, names)
    except ValueError as wrong:
        raise CannotCreate("setup.cards") from wrong


def asked_in(head: Head, scenario: Scenario) -> dict[int, Asked]:
    """What every step is about to ask of which that may be chosen anew, by its place."""
    asked = ((n, to_choose(head.steps, n, scenario)) for n in range(len(head.steps)))
    return {n: found for n, found in asked if found is not None}


def to_choose(steps: Sequence[Planned], at: int, scenario: Scenario) -> Asked | None:
    """What a step is about to ask, where a trainer may choose that anew."""
    brought = BY_NAME[steps[at].activity].ahead(steps, at, scenario)
    return brought.asked if brought.anew else None


def gentlest(scenarios: list[Scenario]) -> Scenario | None:
    """What is offered first: the case whose first cards its author sees lowest on the scale, by the middle of their
    ranges.

    A training begins with what can be talked about, and not with the heaviest case. Where authors name no ranges, the
    case comes last.
    """
    return min(scenarios, key=_weight, default=None)


def _weight(scenario: Scenario) -> float:
    """From 0, the lowest stage, to 1, the highest."""
    scale = scenario.scale
    spans = [[scale.position(end) for end in c.notes.range] for c in scenario.cards[:MET_FIRST] if c.notes.range]
    return sum(map(sum, spans)) / len(spans) / 2 / (len(scale.stages) - 1) if spans else 1.0
