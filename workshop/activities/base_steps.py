"""What an author may name in the settings of a step."""

from __future__ import annotations

from dataclasses import dataclass

MOST_CARDS = 60


@dataclass(frozen=True)
class Names:
    """The ids of one case study that a step may name, in the order of the file."""

    cards: list[str]
    information: list[str]


def is_number_of_cards(value: object) -> bool:
    """Whether an author wrote a number of cards, or a number by which something is counted out."""
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_CARDS
