"""What the use cases need of the record for what goes: periods, what is due, and a receipt of each erasure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from workshop.domain.retention import Keeping

Rule = Literal["lapse", "period", "asked", "two", "alone", "command", "corrected"]
"""By which: nobody released it in time; a report's time was over; its facilitator forgot it; two accounts did; one that
had waited; whoever runs the workshop; a correction took its place."""


@dataclass(frozen=True)
class Why:
    """By which rule something is erased, and on which day (ISO 8601)."""

    rule: Rule
    day: str


@dataclass(frozen=True)
class Receipt:
    """What was erased: how much of each kind, never what. It names no session, no account and no title."""

    id: str
    organisation: str
    scenario_title: str
    held_on: str  # ISO date; of a report whose session was gone, the day of its release
    rule: Rule
    erased_on: str  # ISO date
    counts: Mapping[str, int | None]
    """`rounds`, `shared` and `kept` texts (None: fewer than the session's least number), `files`, `bytes`."""
    digests: Mapping[str, str]
    """Of each released file, by its format: the SHA-256 of the bytes that were erased."""


@dataclass(frozen=True)
class Due:
    """Something whose time may be over."""

    id: str
    """Of a session, or of a release."""
    day: str  # ISO date: when the session was held, or the report released
    zone: str
    keeping: Keeping
    title: str = ""
    """Of a report."""


class Retention(Protocol):
    """Part of `ports.Record`. Every method may raise `Unavailable`."""

    def keeping(self, organisation: str) -> Keeping:
        """What it has chosen; the defaults, when that is nothing."""
        ...

    def keeping_of(self, session: str) -> Keeping:
        """What the organisation of a session has chosen; the defaults, when the record has the session no more."""
        ...

    def every_keeping(self) -> Mapping[str, Keeping]:
        """Of every organisation, by its id."""
        ...

    def choose_keeping(self, organisation: str, keeping: Keeping) -> None:
        """From now on."""
        ...

    def unreleased_due(self, today: str, state: str, limit: int) -> list[Due]:
        """Sessions that ended (or are `running` still) and were not released, whose time may be over, oldest first."""
        ...

    def released_due(self, today: str, limit: int, organisation: str | None = None) -> list[Due]:
        """Releases (of one organisation) whose time may be over, oldest first."""
        ...

    def lapse(self, session: str, why: Why) -> bool:
        """Erase a session that ended and that nobody released, and leave a receipt. False when it is none (any more).

        Files are not tidied: `tidy_deleted` comes once, after many.
        """
        ...

    def expire(self, release: str, why: Why) -> str | None:
        """Erase a released report and its session, and leave a receipt: the session's id. None when it is not there.

        Files are not tidied.
        """
        ...

    def tidy_deleted(self) -> None:
        """What was erased is in no file any more."""
        ...

    def receipts(self, organisation: str, start: int = 0, limit: int | None = None) -> list[Receipt]:
        """An organisation's, newest day first; `limit` of them from the `start`th on."""
        ...

    def receipt(self, receipt: str) -> Receipt | None:
        """One by id."""
        ...

    def held_of(self, organisation: str) -> tuple[list[str], list[str]]:
        """Ids of an organisation's sessions that nobody has released, and of its releases."""
        ...
