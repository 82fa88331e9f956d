"""What an author may name in a step's settings, what a trainer may choose anew, and what a step is about to bring."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from workshop.domain.live import Step
from workshop.domain.scenario import Scenario

MOST_CARDS = 60


@dataclass(frozen=True)
class Names:
    """The ids of one case study that a step may name, in the order of the file; `scales`: for a second question."""

    cards: list[str]
    information: list[str]
    scales: list[str]


def is_number_of_cards(value: object) -> bool:
    """Whether an author wrote a number of cards, or a number by which something is counted out."""
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= MOST_CARDS


@dataclass(frozen=True)
class Asked:
    """What of the case study a step is about to ask: ids of cards, and of the new information that it gives, if any."""

    cards: tuple[str, ...]
    information: str | None


NOTHING = Asked((), None)


class Planned(Protocol):
    """A step of an agenda, or of the template of one."""

    @property
    def activity(self) -> str: ...
    @property
    def settings(self) -> Mapping[str, Any]: ...


class Brings(Protocol):
    """What is asked of a step's activity by what is always there."""

    @property
    def keeps_minutes(self) -> bool: ...
    @property
    def ahead(self) -> LooksAhead: ...


Find = Callable[[Step], Brings]
"""A step's activity."""


class Ahead(NamedTuple):
    """What a step is about to bring, whatever the room has done by then: for whoever prepares it, or looks ahead.

    `asked`: of the case study; `anew`: a trainer may choose it anew. `asks`: what phones are asked, by id below
    `console.ahead.asks`; "" for the activity's own name there, if it is there. `lines`: what the case study says in
    such a step.
    """

    asked: Asked = NOTHING
    anew: bool = False
    asks: str = ""
    lines: tuple[str, ...] = ()


LooksAhead = Callable[[Sequence[Planned], int, Scenario], Ahead]
"""(steps of the agenda, which of them, the case study) → what it is about to bring."""
