"""The parts that are always there: where the session is, its agenda, its timer, the facilitator's notes."""

from __future__ import annotations

from typing import Annotated, Literal

from workshop.activities.base import FACILITATOR, Model, OneOf, Part, Role, View
from workshop.activities.known import ActivityName
from workshop.domain import agenda
from workshop.domain.scenario import Scenario
from workshop.domain.sourced import NATIONS


class PersonShown(Model):
    id: str
    note: str


class ResourceShown(Model):
    """`number`, `url`: of a phone line and an https page, "" for none. `nations`: for whom it is; none: for all."""

    title: str
    text: str
    url: str
    number: str
    hours: str
    nations: list[Annotated[str, OneOf(NATIONS)]]


def resources_shown(scenario: Scenario) -> list[ResourceShown]:
    """The sources of support of a case study."""
    return [
        ResourceShown(title=r.title, text=r.text, url=r.url, number=r.number, hours=r.hours, nations=list(r.nations))
        for r in scenario.resources
    ]


class SessionPart(Model):
    title: str
    scenario_title: str
    content_note: str
    code: str
    k: int
    state: Literal["running", "ended"]
    locked: bool
    curtain: Literal["none", "blank", "pause"]
    offer: Literal["none", "break", "support"]
    devices: int
    opening: str
    people: list[PersonShown]
    ground_rules: list[Annotated[str, OneOf(agenda.GROUND_RULES)]]
    own_rules: list[str]
    resources: list[ResourceShown]
    word: bool


class StepShown(Model):
    id: str
    activity: Annotated[str, ActivityName()]
    title: str
    minutes: int


class AgendaPart(Model):
    steps: list[StepShown]
    position: int


class TimerPart(Model):
    started: float
    seconds: int


class EvidenceShown(Model):
    """`review_by`: a month or a day by which somebody was to look again; the browser knows whether it is over."""

    text: str
    source: str
    checked: str
    review_by: str


class InformationShown(Model):
    id: str
    kind: str
    text: str
    cards: list[str]
    effects: dict[str, Annotated[str, OneOf(("up", "down", "either", "plan", "none"))]]
    why: str


class StageInRange(Model):
    number: int
    name: str


class PrivateNotes(Model):
    """`began`: when the room came to its step, for the clock of every facilitator alike.

    `opened`: when the step's open round was; None when there is none, or when that is not known any more.

    `range`: the first and the last stage to talk within, one where they are the same, none without a card.
    """

    reviewed: bool
    began: float | None
    opened: float | None
    card: str | None
    range: list[StageInRange]
    prompts: list[str]
    evidence: list[EvidenceShown]
    information: list[InformationShown]


def _session(view: View, role: Role) -> SessionPart:
    head, scenario = view.head, view.scenario
    hidden = head.locked and role == "delegate"
    return SessionPart(
        title=head.title,
        scenario_title=scenario.title,
        content_note=scenario.content_note,
        code="" if hidden else head.code,
        k=head.k,
        state=head.state,
        locked=head.locked,
        curtain=head.curtain,
        offer=head.offer,
        devices=view.counts.get("devices", 0),
        opening=scenario.opening,
        people=[PersonShown(id=p.id, note=p.note) for p in scenario.people],
        ground_rules=list(agenda.GROUND_RULES),
        own_rules=list(head.rules),
        resources=resources_shown(scenario),
        word=role == "facilitator" and view.counts.get("word", 0) > 0,
    )


def _agenda(view: View, role: Role) -> AgendaPart:
    steps = [StepShown(id=s.id, activity=s.activity, title=s.title, minutes=s.minutes) for s in view.head.steps]
    return AgendaPart(steps=steps, position=view.head.position)


def _timer_part(view: View, role: Role) -> TimerPart | None:
    timer = view.head.timer
    return None if timer is None else TimerPart(started=timer.started, seconds=timer.seconds)


def _notes(view: View, role: Role) -> PrivateNotes:
    scenario, focus, here = view.scenario, view.head.focus, view.head.round_here()
    card = scenario.find_card(focus) if focus else None
    notes = card.notes if card else None
    span = scenario.scale.span(notes.range) if notes and notes.range else ()
    return PrivateNotes(
        reviewed=bool(scenario.reviewed_by),
        began=view.head.began,
        opened=here.opened if here and here.state == "open" else None,
        card=card.id if card else None,
        range=[StageInRange(number=n, name=name) for n, name in dict.fromkeys((s.number, s.name) for s in span)],
        prompts=list(notes.prompts) if notes else [],
        evidence=[
            EvidenceShown(text=e.text, source=e.source, checked=e.checked, review_by=e.due) for e in notes.evidence
        ]
        if notes
        else [],
        information=[
            InformationShown(id=i.id, kind=i.kind, text=i.text, cards=list(i.cards), effects=dict(i.effects), why=i.why)
            for i in scenario.information
        ],
    )


SESSION = Part("session", SessionPart, _session, differs=True, tells_devices=True)
AGENDA = Part("agenda", AgendaPart, _agenda)
TIMER = Part("timer", TimerPart, _timer_part)
NOTES = Part("notes_private", PrivateNotes, _notes, audiences=FACILITATOR, tells_rounds=True)
