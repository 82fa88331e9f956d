"""What moved us: every re-placing of the session, what was expected of it and what happened. For console and screen."""

from __future__ import annotations

from typing import Annotated, Literal

from workshop.activities.base import Model, OneOf, Part, Role, View
from workshop.activities.board_models import Label, MovementShown
from workshop.activities.board_stood import revealed
from workshop.domain.live import Head
from workshop.domain.moved import Happened, Moved, MovedCard, what_moved_us
from workshop.domain.results import CardResult
from workshop.domain.scenario import NewInformation, Scenario

NAMED_KINDS = (
    *("adult_involvement", "age_gap", "background", "consent", "correction", "counterfactual", "development"),
    *("environment", "history", "impact", "motivation", "pattern", "persistence", "power"),
)
"""Kinds of information that are said to the room. Others go by their number: `bias_check` would say what it is for."""


class PictureShown(Model):
    tallies: list[int]
    need_to_know: int
    label: Label | None


class MovedCardShown(Model):
    """`before` and `after` are null where there is no told picture. `expected`: null after a discussion."""

    card: str
    name: str
    before: PictureShown | None
    after: PictureShown | None
    movement: MovementShown | None
    expected: Annotated[str, OneOf(("up", "down", "either", "plan", "none"))] | None
    happened: Happened


class ReplacingShown(Model):
    """`number`: of the information, from 1 in the order of the case study, 0 after talk. `kind`: "" if unsaid."""

    round: str
    cause: Literal["discussion", "information"]
    information: str | None
    number: int
    kind: Annotated[str, OneOf(("", *NAMED_KINDS))]
    cards: list[MovedCardShown]


class LedgerPart(Model):
    rows: list[ReplacingShown]


def _ledger(view: View, role: Role) -> LedgerPart | None:
    """The desk always sees it; the screen while it is what the screen shows."""
    if role == "screen" and view.head.show != "ledger":
        return None
    scenario = view.scenario
    effects = {i.id: i.effects for i in scenario.information}
    rows = what_moved_us(revealed(view.head, view.collection("results")), effects)
    return LedgerPart(rows=[_row(scenario, row) for row in rows])


def _row(scenario: Scenario, row: Moved) -> ReplacingShown:
    at = next((n for n, i in enumerate(scenario.information, 1) if i.id == row.information), 0)
    return ReplacingShown(
        round=row.round,
        cause="information" if row.cause == "information" else "discussion",
        information=row.information,
        number=at,
        kind=_kind(scenario.information[at - 1]) if at else "",
        cards=[_card(scenario, card) for card in row.cards],
    )


def _kind(information: NewInformation) -> str:
    return information.kind if information.kind in NAMED_KINDS else ""


def _card(scenario: Scenario, card: MovedCard) -> MovedCardShown:
    found = scenario.find_card(card.card)
    return MovedCardShown(
        card=card.card,
        name=found.short_text if found else card.card,
        before=_picture(card.before),
        after=_picture(card.after),
        movement=None if card.movement is None else MovementShown(**vars(card.movement)),
        expected=card.expected,
        happened=card.happened,
    )


def _picture(card: CardResult | None) -> PictureShown | None:
    if card is None or card.tallies is None:
        return None
    return PictureShown(tallies=list(card.tallies), need_to_know=card.need_to_know or 0, label=card.label)


def _needs(head: Head) -> tuple[str, ...]:
    return ("results",)


LEDGER = Part("moved", LedgerPart, _ledger, audiences=frozenset({"facilitator", "screen"}), differs=True, needs=_needs)
