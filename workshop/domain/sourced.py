"""What a case study takes from elsewhere, with who says so and when somebody last looked: evidence, law, terms, help.

Days are ISO 8601, to the month ("2026-03") or to the day; a month is over when its last day is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

NATIONS = ("england", "wales", "scotland", "northern_ireland")


def due(checked: str, review_by: str) -> str:
    """By when somebody is to look again: as the author says, else a year after it was checked; "" when neither is said.

    `checked`, `review_by`: a month or a day, or "".
    """
    if review_by or not checked:
        return review_by
    return f"{int(checked[:4]) + 1:04}{checked[4:]}"


def is_over(day: str, today: date) -> bool:
    """Whether a month or a day lies behind us; "" never does."""
    return bool(day) and day < today.isoformat()[: len(day)]


@dataclass(frozen=True)
class Evidence:
    """A fact for the facilitator, with its source and when it was last checked."""

    text: str
    source: str
    checked: str
    review_by: str = ""

    @property
    def due(self) -> str:
        """By when to look again; a month or a day."""
        return due(self.checked, self.review_by)


@dataclass(frozen=True)
class Law:
    """A law or guidance, in a line of our own words. `nations`: of NATIONS; none stands for all."""

    name: str
    text: str
    nations: tuple[str, ...]
    source: str
    checked: str
    review_by: str = ""

    @property
    def due(self) -> str:
        """By when to look again; a month or a day."""
        return due(self.checked, self.review_by)


@dataclass(frozen=True)
class Term:
    """A word that not everybody in a room uses alike. `formerly`: what it was called, until `since` (may be "")."""

    term: str
    meaning: str
    formerly: str
    since: str
    source: str
    checked: str


@dataclass(frozen=True)
class Resource:
    """Support or signposting. `number`: as people read it; `nations`: of NATIONS, none stands for all."""

    title: str
    text: str
    url: str = ""
    number: str = ""
    hours: str = ""
    nations: tuple[str, ...] = ()

    @property
    def tel(self) -> str:
        """The number as a link, `tel:08001111`, or ""."""
        return f"tel:{self.number.replace(' ', '')}" if self.number else ""

    def serves(self, nation: str) -> bool:
        """Whether somebody there can use it."""
        return not self.nations or nation in self.nations
