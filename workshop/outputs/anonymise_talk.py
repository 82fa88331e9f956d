"""The door's part for the talk: panels that were shown, and what a facilitator noted and ticked."""

from __future__ import annotations

from workshop.domain.checkpoint import Checkpoint
from workshop.domain.panel import in_columns, named_here
from workshop.domain.placements import REASONS
from workshop.domain.results import RoundResult
from workshop.domain.scenario import Card, Scenario
from workshop.outputs.model_talk import JottingOutput, PanelOutput, PanelReasonOutput
from workshop.words import Words


def panels_told(
    scenario: Scenario, closed: list[RoundResult], kept: Checkpoint, words: Words
) -> tuple[PanelOutput, ...]:
    """The panels that the room was shown, in the order of the case study's cards."""
    shown = [r for r in closed if r.revealed and r.cause != "warm_up"]
    cards = (card for card in scenario.cards if card.id in kept.head.panels)
    return tuple(_panel(scenario, card, shown, words) for card in cards)


def _panel(scenario: Scenario, card: Card, shown: list[RoundResult], words: Words) -> PanelOutput:
    named = named_here(c for r in shown for c in r.cards if c.card == card.id)
    reasons = (PanelReasonOutput(_topic(r.topic, words), r.text, r.end, r.topic in named) for r in in_columns(card))
    return PanelOutput(card.id, card.text, scenario.panel_by, tuple(reasons))


def _topic(id: str, words: Words) -> str:
    return words.say(f"names.reason.{id}" if id in REASONS else f"names.topic.{id}")


def jottings_told(scenario: Scenario, kept: Checkpoint) -> tuple[JottingOutput, ...]:
    """What is ticked, cards before steps, each in their order."""
    titles = {("card", card.id): card.text for card in (*scenario.cards, *scenario.warm_up.cards)}
    titles |= {("step", step.id): step.title for step in kept.head.steps}
    order = {about: at for at, about in enumerate(titles)}
    found = (j for j in kept.collections.get("jottings", {}).values() if j["kept"] and j["text"])
    told = (JottingOutput(j["about"], j["id"], titles.get((j["about"], j["id"]), ""), j["text"]) for j in found)
    return tuple(sorted(told, key=lambda j: (order.get((j.about, j.id), len(order)), j.text)))
