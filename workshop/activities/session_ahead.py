"""Looking ahead: what each step of the agenda is about to bring, for facilitators alone.

It depends on the agenda and the case study and on nothing that happens in the room, so that looking is done in the
browser: no command is sent, nothing is written, and no frame goes to anybody.
"""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.base import FACILITATOR, Ahead, Model, Part, Role, View
from workshop.activities.base_steps import Find
from workshop.activities.session_parts import NotesShown, card_notes
from workshop.domain.scenario import Card, Scenario


class CardAhead(NotesShown):
    """A card with its notes, which are the same in whichever step it comes."""

    id: str
    text: str
    short: str


class StepAhead(Model):
    """`cards`, `information`: ids. `asks`: what phones are asked, by id; `lines`: what the case study says there."""

    id: str
    cards: list[str]
    information: str | None
    asks: str
    lines: list[str]


class AheadPart(Model):
    steps: list[StepAhead]
    cards: list[CardAhead]


def ahead_part(find: Find) -> Part:
    """The part. `find`: a step's activity."""

    def build(view: View, role: Role) -> AheadPart:
        steps, scenario = view.head.steps, view.scenario
        brought = [find(s).ahead(steps, at, scenario) for at, s in enumerate(steps)]
        return AheadPart(
            steps=[_step(s.id, s.activity, found) for s, found in zip(steps, brought, strict=True)],
            cards=[_card(scenario, c) for c in _cards(scenario, brought)],
        )

    return Part("ahead", AheadPart, build, audiences=FACILITATOR)


def _step(id: str, activity: str, found: Ahead) -> StepAhead:
    return StepAhead(
        id=id,
        cards=list(found.asked.cards),
        information=found.asked.information,
        asks=found.asks or activity,
        lines=list(found.lines),
    )


def _cards(scenario: Scenario, brought: list[Ahead]) -> Iterator[Card]:
    """Each once, in the order in which they come first."""
    for id in dict.fromkeys(card for found in brought for card in found.asked.cards):
        if card := scenario.find_card(id):
            yield card


def _card(scenario: Scenario, card: Card) -> CardAhead:
    return CardAhead(**dict(card_notes(scenario, card)), id=card.id, text=card.text, short=card.short_text)
