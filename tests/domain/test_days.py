"""Days: of a moment, where the room is."""

from datetime import UTC, datetime

import pytest

from workshop.domain.days import ANYWHERE, day_in, days_after, days_since, is_zone, zones

LATE = datetime(2026, 10, 24, 23, 30, tzinfo=UTC).timestamp()
"""A quarter past midnight in London, which has summer time still; the evening before in New York."""


@pytest.mark.parametrize(
    ("zone", "day"),
    [("UTC", "2026-10-24"), ("Europe/London", "2026-10-25"), ("America/New_York", "2026-10-24"),
     ("Pacific/Kiritimati", "2026-10-25"), ("Nowhere/At_All", "2026-10-24"), ("../etc/passwd", "2026-10-24"),
     ("", "2026-10-24")],
)  # fmt: skip
def test_a_day_is_that_of_the_room(zone, day):
    assert day_in(zone, LATE) == day


@pytest.mark.parametrize("name", ["Europe/London", "Etc/UTC", ANYWHERE])
def test_a_zone_is_one_that_the_machine_knows(name):
    assert is_zone(name)


@pytest.mark.parametrize(
    "name", ["", "Europe", "Europe/Atlantis", "../../etc/passwd", "/etc/localtime", "a\0b", "x" * 500]
)
def test_and_nothing_else_is_one(name):
    assert not is_zone(name)


def test_days_go_over_the_ends_of_months_and_of_summer_time():
    assert (days_after("2026-10-24", 7), days_after("2028-02-25", 7)) == ("2026-10-31", "2028-03-03")


def test_zones_that_are_offered_are_of_places_in_order_and_each_is_one():
    offered = zones()
    assert {"Europe/London", "Pacific/Auckland", "America/Argentina/Ushuaia"} <= set(offered)
    assert list(offered) == sorted(offered) and len(offered) > 300
    assert all(map(is_zone, offered))
    assert not [z for z in offered if z.startswith(("Etc/", "US/", "posix")) or "/" not in z or len(z) > 64]


@pytest.mark.parametrize(
    ("day", "days"), [("2026-10-20", 5), ("2026-10-25", 0), ("2026-10-26", 0), ("2025-10-25", 365)]
)
def test_days_since_a_day(day, days):
    assert days_since(day, "2026-10-25") == days
