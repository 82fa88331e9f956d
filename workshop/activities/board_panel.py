"""How practitioners reasoned about a card: for the screen, after the reveal, once the facilitator shows it."""

from __future__ import annotations

from collections.abc import Mapping

from workshop.activities.base import Model, Part, Role, Slice, View
from workshop.activities.board_stood import revealed
from workshop.activities.session_parts import PanelNote, panel_notes
from workshop.domain.live import Head
from workshop.domain.panel import differed, may_be_shown, named_here
from workshop.domain.scenario import Card


class PanelReasonShown(PanelNote):
    """`named`: the room named its topic too."""

    named: bool


class PanelPart(Model):
    """`by`: whose reasons they are, as the author says. `reviewed`: somebody has reviewed the case study."""

    card: str
    text: str
    by: str
    reviewed: bool
    differed: bool
    reasons: list[PanelReasonShown]


def _reasons(head: Head, results: Mapping[str, Slice], card: Card) -> list[PanelReasonShown]:
    """The panel's reasons, each with whether the room named its topic too."""
    told = (c for r in revealed(head, results) for c in r.cards if c.card == card.id)
    named = named_here(told)
    return [PanelReasonShown(**dict(note), named=note.topic in named) for note in panel_notes(card)]


def _panel(view: View, role: Role) -> PanelPart | None:
    head, scenario = view.head, view.scenario
    card = scenario.find_card(head.focus or "")
    if card is None or head.show != "panel" or not may_be_shown(head, card):
        return None
    return PanelPart(
        card=card.id,
        text=card.text,
        by=scenario.panel_by,
        reviewed=bool(scenario.reviewed_by),
        differed=differed(card),
        reasons=_reasons(head, view.collection("results"), card),
    )


def _needs(head: Head) -> tuple[str, ...]:
    return ("results",)


PANEL = Part("practitioners", PanelPart, _panel, audiences=frozenset({"screen"}), needs=_needs)
