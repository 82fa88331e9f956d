"""What notes rest on, as it leaves: cards by their short words, information by its number."""

from __future__ import annotations

from workshop.domain.scenario import Scenario
from workshop.outputs.model import GroundOutput


def ground_told(scenario: Scenario, id_: str) -> GroundOutput | None:
    """A card of the case, or its new information; None for none, and for one that this case study does not have."""
    for card in scenario.cards:
        if card.id == id_:
            return GroundOutput("card", id_, text=card.short_text)
    for number, information in enumerate(scenario.information, 1):
        if information.id == id_:
            return GroundOutput("information", id_, number=number)
    return None
