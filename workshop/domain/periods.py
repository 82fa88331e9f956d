"""The periods over which an organisation's figures are added up: quarters and years of the calendar, and no other.

Whoever could choose any two days would get two sums that differ by one session; of fixed periods there are few, and
each is reckoned once (docs/decisions/053).
"""

from __future__ import annotations

import re

QUARTER = re.compile(r"(?P<year>[12]\d{3})-Q[1-4]")
YEAR = re.compile(r"[12]\d{3}")


def quarter_of(day: str) -> str:
    """Of an ISO date: `2026-Q4`."""
    return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"


def year_of(quarter: str) -> str:
    """The year in which a quarter lies."""
    return quarter[:4]


def is_period(text: str) -> bool:
    """Whether it names a quarter or a year."""
    return bool(QUARTER.fullmatch(text) or YEAR.fullmatch(text))


def quarters_of(period: str) -> tuple[str, ...]:
    """The quarters of a year, or the one that it is. Raises ValueError for another text."""
    if not is_period(period):
        raise ValueError("not a quarter or a year")
    return (period,) if QUARTER.fullmatch(period) else tuple(f"{period}-Q{n}" for n in range(1, 5))
