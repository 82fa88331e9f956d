"""The parts that are always there: where the session is, its agenda, its timer, the facilitator's notes."""

from __future__ import annotations

from typing import Annotated, Literal

from workshop.activities.base import FACILITATOR, Model, OneOf, Part, Role, View
from workshop.activities.known import ActivityName
from workshop.activities.session_care import OFFERED
from workshop.domain import agenda
from workshop.domain.live import Head
from workshop.domain.panel import in_columns, may_be_shown
from workshop.domain.placements import TOPICS
from workshop.domain.scenario import PANEL_TOPICS, Card, CardNotes, NewInformation, Scenario
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
    case_shown: bool
    offer: Annotated[str, OneOf(("none", *OFFERED))]
    devices: int
    opening: str
    people: list[PersonShown]
    ground_rules: list[Annotated[str, OneOf(agenda.GROUND_RULES)]]
    own_rules: list[str]
    resources: list[ResourceShown]
    word: bool
    talk: bool
    rehearsal: bool


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
    """`answers`: which topics of *need to know more* it answers. `given`: the room has been told it."""

    id: str
    kind: str
    text: str
    cards: list[str]
    answers: list[Annotated[str, OneOf(TOPICS)]]
    given: bool
    effects: dict[str, Annotated[str, OneOf(("up", "down", "either", "plan", "none"))]]
    why: str


class StageInRange(Model):
    number: int
    name: str


class NotesShown(Model):
    """What an author says of a card to a facilitator.

    `range`: the first and the last stage to talk within, one where they are the same, none without a card.
    """

    range: list[StageInRange]
    prompts: list[str]
    evidence: list[EvidenceShown]


class PanelNote(Model):
    """How one practitioner reasoned. `end`: nearer which end of the scale they placed it, `low` or `high`, or ""."""

    topic: Annotated[str, OneOf(PANEL_TOPICS)]
    text: str
    end: Literal["", "low", "high"]


class PrivateNotes(NotesShown):
    """Of the card in focus. `panel`: practitioners' reasons that can be shown; none before the room's own placing was.

    `opened`: when the step's open round was; None when there is none, or when that is not known any more. `again`: the
    cards of the step's newest round that were placed before, once it has been shown.
    """

    reviewed: bool
    opened: float | None
    again: list[str]
    card: str | None
    panel: list[PanelNote]
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
        case_shown=head.case_shown,
        offer=head.offer,
        devices=view.counts.get("devices", 0),
        opening=scenario.opening,
        people=[PersonShown(id=p.id, note=p.said) for p in scenario.people],
        ground_rules=list(agenda.GROUND_RULES),
        own_rules=list(head.rules),
        resources=resources_shown(scenario),
        word=role == "facilitator" and view.counts.get("word", 0) > 0,
        talk=head.talk,
        rehearsal=head.rehearsal,
    )


def _agenda(view: View, role: Role) -> AgendaPart:
    steps = [StepShown(id=s.id, activity=s.activity, title=s.title, minutes=s.minutes) for s in view.head.steps]
    return AgendaPart(steps=steps, position=view.head.position)


def _timer_part(view: View, role: Role) -> TimerPart | None:
    timer = view.head.timer
    return None if timer is None else TimerPart(started=timer.started, seconds=timer.seconds)


def card_notes(scenario: Scenario, card: Card | None) -> NotesShown:
    """The notes of a card, or none."""
    notes = card.notes if card else CardNotes()
    span = scenario.scale.span(notes.range) if notes.range else ()
    return NotesShown(
        range=[StageInRange(number=n, name=name) for n, name in dict.fromkeys((s.number, s.name) for s in span)],
        prompts=list(notes.prompts),
        evidence=[
            EvidenceShown(text=e.text, source=e.source, checked=e.checked, review_by=e.due) for e in notes.evidence
        ],
    )


def _notes(view: View, role: Role) -> PrivateNotes:
    scenario, focus, here = view.scenario, view.head.focus, view.head.round_here()
    card = scenario.find_card(focus) if focus else None
    return PrivateNotes(
        **dict(card_notes(scenario, card)),
        reviewed=bool(scenario.reviewed_by),
        opened=here.opened if here and here.state == "open" else None,
        again=list(here.again) if here and here.state == "revealed" else [],
        card=card.id if card else None,
        panel=panel_notes(card) if card and may_be_shown(view.head, card) else [],
        information=[_information(i, view.head) for i in scenario.information],
    )


def panel_notes(card: Card) -> list[PanelNote]:
    """How practitioners reasoned about a card, those nearer the lower end first."""
    return [PanelNote.model_validate({"topic": r.topic, "text": r.text, "end": r.end}) for r in in_columns(card)]


def _information(found: NewInformation, head: Head) -> InformationShown:
    return InformationShown(
        id=found.id,
        kind=found.kind,
        text=found.text,
        cards=list(found.cards),
        answers=list(found.answers),
        given=any(r.information == found.id for r in head.placings),
        effects=dict(found.effects),
        why=found.why,
    )


SESSION = Part("session", SessionPart, _session, differs=True, tells_devices=True)
AGENDA = Part("agenda", AgendaPart, _agenda)
TIMER = Part("timer", TimerPart, _timer_part)
NOTES = Part("notes_private", PrivateNotes, _notes, audiences=FACILITATOR, tells_rounds=True)
