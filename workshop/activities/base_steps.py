"""What an author may name in the settings of a step, and what a trainer may choose anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workshop.domain.scenario import Scenario

MOST_CARDS = 60


@dataclass(frozen=True)
class Names:
    """The ids of one case study that a step may name, in the order of the file."""

    cards: list[str]
    information: list[str]


def is_number_of_cards(value: object) -> bool:
    """Whether an author wrote a number of cards, or a number by which something is counted out."""
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_CARDS


@dataclass(frozen=True)
class Asked:
    """What of the case study a step is about to ask: ids of cards, and of the new information that it gives, if any."""

    cards: tuple[str, ...]
    information: str | None


def asks_nothing(scenario: Scenario, settings: Mapping[str, Any]) -> Asked | None:
    """For activities that ask no cards."""
    return None
