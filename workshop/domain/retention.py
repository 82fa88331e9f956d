"""For how long an organisation keeps what: a session that nobody releases in days, a released report in whole months.

A shorter period begins some days after it was chosen, so that a reminder comes before anything goes; a longer one at
once. Days are ISO 8601.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from workshop.domain.days import days_after

Kind = Literal["unreleased", "released"]
"""What is kept: a session that nobody has released, or a released report."""
DEFAULTS: Mapping[Kind, int] = {"unreleased": 30, "released": 24}
"""Days, months."""
BOUNDS: Mapping[Kind, tuple[int, int]] = {"unreleased": (7, 30), "released": (1, 120)}
WAIT = 7
"""Days until a shorter period begins."""
SOON: Mapping[Kind, int] = {"unreleased": 7, "released": 30}
"""From so many days before on, the reminder is one that is hard to overlook."""


@dataclass(frozen=True)
class Period:
    """How long now, in its kind's unit (None: as long as wanted); and, from a day on, how long then."""

    now: int | None
    then: int
    from_day: str = ""
    """"" when nothing changes."""

    def on(self, day: str) -> int | None:
        """What holds on a day."""
        return self.then if not self.from_day or day >= self.from_day else self.now

    def changed(self, to: int, today: str) -> Period:
        """Another one, chosen today."""
        now = self.on(today)
        if to == self.then:
            return self  # chosen already: its day stays
        return Period(to, to) if now is not None and to >= now else Period(now, to, self._begins(today))

    def _begins(self, today: str) -> str:
        return max(days_after(today, WAIT), self.from_day if self.on(today) is None else "")


@dataclass(frozen=True)
class Keeping:
    """What an organisation has chosen."""

    unreleased: Period = Period(DEFAULTS["unreleased"], DEFAULTS["unreleased"])
    released: Period = Period(DEFAULTS["released"], DEFAULTS["released"])

    def of(self, kind: Kind) -> Period:
        """The period of one kind."""
        return self.unreleased if kind == "unreleased" else self.released

    def changed(self, kind: Kind, to: int, today: str) -> Keeping:
        """One of them chosen anew, today. Raises ValueError for one out of bounds."""
        least, most = BOUNDS[kind]
        if not least <= to <= most:
            raise ValueError(f"{to} is not between {least} and {most}")
        made = self.of(kind).changed(to, today)
        return replace(self, unreleased=made) if kind == "unreleased" else replace(self, released=made)

    def goes_on(self, kind: Kind, day: str) -> str:
        """The day on which something of that day goes: the first on which its period is over."""
        period, after = self.of(kind), AFTER[kind]
        if not period.from_day:
            return after(day, period.then)
        if period.now is not None and (early := after(day, period.now)) < period.from_day:
            return early
        return max(period.from_day, after(day, period.then))

    def newest_that_may_go(self, kind: Kind, today: str) -> str | None:
        """No day after this one is over today; None when nothing goes. It may be a little too late, never too early."""
        length = self.of(kind).on(today)
        if length is None:
            return None
        return days_after(today, -length) if kind == "unreleased" else days_after(today, -28 * length)

    def as_json(self) -> dict[str, Any]:
        """For the record."""
        return {kind: [p.now, p.then, p.from_day] for kind in DEFAULTS for p in [self.of(kind)]}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any] | None) -> Keeping:
        """What `as_json` made; None is what nobody has chosen."""
        return cls(*(Period(*kept[kind]) for kind in DEFAULTS)) if kept else cls()


def months_after(day: str, months: int) -> str:
    """The same day so many months later; in a shorter month its last."""
    found = date.fromisoformat(day)
    year, month = divmod(found.year * 12 + found.month - 1 + months, 12)
    return date(year, month + 1, min(found.day, monthrange(year, month + 1)[1])).isoformat()


AFTER: Mapping[Kind, Callable[[str, int], str]] = {"unreleased": days_after, "released": months_after}


def between(all_of_them: list[Keeping], kind: Kind) -> tuple[int, int]:
    """The shortest and the longest that is chosen anywhere, of one organisation at least."""
    lengths = [keeping.of(kind).then for keeping in all_of_them]
    return min(lengths), max(lengths)
