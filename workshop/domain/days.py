"""Days: a moment as the day that it is where the room is. No time finer than that lasts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

ANYWHERE = "UTC"
"""The zone of what was made before sessions had one."""


REGIONS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
"""As the database has them; its other names are old ones, or no place."""


@cache
def zones() -> tuple[str, ...]:
    """Every zone of a place that this machine knows, by region and name."""
    return tuple(sorted(z for z in available_timezones() if z.partition("/")[0] in REGIONS))


def is_zone(name: str) -> bool:
    """Whether it names a time zone that this machine knows, such as `Europe/London` (IANA Time Zone Database)."""
    return _zone(name) is not None


def day_in(zone: str, now: float) -> str:
    """The day there (ISO 8601) at a moment, in seconds since the epoch; of a zone unknown here, the day in UTC."""
    return datetime.fromtimestamp(now, _zone(zone) or UTC).date().isoformat()


def days_after(day: str, days: int) -> str:
    """The day so many days later."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def days_since(day: str, today: str) -> int:
    """How many days ago it was; 0 for one that is still to come."""
    return max(0, (date.fromisoformat(today) - date.fromisoformat(day)).days)


def _zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # a folder of the database, no name of a zone, or none that is here
        return None
