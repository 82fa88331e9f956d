"""For how long what is kept: due on the day, never before a reminder, and not put off by choosing again."""

import pytest

from workshop.domain.retention import BOUNDS, DEFAULTS, Keeping, Period, between, months_after

TODAY = "2026-11-27"
UPGRADED = Keeping(Period(None, 30, "2026-12-27"), Period(None, 24, "2026-12-27"))


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2026-11-27", 1, "2026-12-27"),
        ("2026-11-27", 24, "2028-11-27"),
        ("2027-01-31", 1, "2027-02-28"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-12-31", 2, "2027-02-28"),
    ],
)
def test_months_are_those_of_the_calendar(day, months, then):
    assert months_after(day, months) == then


def test_nobody_chose_and_it_is_thirty_days_and_two_years():
    assert Keeping().goes_on("unreleased", TODAY) == "2026-12-27"
    assert Keeping().goes_on("released", TODAY) == "2028-11-27"
    assert Keeping.from_json(None) == Keeping() == Keeping.from_json(Keeping().as_json())
    assert all(least <= DEFAULTS[kind] <= most for kind, (least, most) in BOUNDS.items())


def test_what_was_there_before_periods_stays_until_they_begin():
    assert UPGRADED.goes_on("unreleased", "2020-01-01") == "2026-12-27"
    assert UPGRADED.goes_on("released", "2020-01-01") == "2026-12-27"
    assert UPGRADED.goes_on("unreleased", "2026-12-20") == "2027-01-19"
    assert UPGRADED.newest_that_may_go("released", TODAY) is None
    assert UPGRADED.newest_that_may_go("unreleased", "2026-12-27") == "2026-11-27"
    earlier = UPGRADED.changed("released", 6, TODAY)
    assert earlier.goes_on("released", "2020-01-01") == "2026-12-27", "choosing takes nothing of the first month"


def test_a_shorter_period_begins_after_a_week_and_a_longer_one_at_once():
    shorter = Keeping().changed("released", 6, TODAY)
    assert shorter.released == Period(24, 6, "2026-12-04")
    assert shorter.goes_on("released", "2025-01-01") == "2026-12-04"
    assert shorter.goes_on("released", "2024-12-01") == "2026-12-01", "what was about to go goes on its day"
    assert shorter.changed("released", 36, TODAY).released == Period(36, 36)
    assert shorter.unreleased == Keeping().unreleased


def test_choosing_the_same_again_puts_nothing_off():
    shorter = Keeping().changed("unreleased", 10, TODAY)
    assert shorter.changed("unreleased", 10, "2026-12-03") == shorter
    assert Keeping().changed("unreleased", 30, TODAY) == Keeping()


@pytest.mark.parametrize(("kind", "to"), [("unreleased", 6), ("unreleased", 31), ("released", 0), ("released", 121)])
def test_what_is_out_of_bounds_is_not_chosen(kind, to):
    with pytest.raises(ValueError, match="not between"):
        Keeping().changed(kind, to, TODAY)


@pytest.mark.parametrize("keeping", [Keeping(), UPGRADED, Keeping().changed("released", 6, TODAY)])
@pytest.mark.parametrize("kind", ["unreleased", "released"])
def test_nothing_that_is_over_is_newer_than_what_is_asked_for(keeping, kind):
    for today in ("2026-11-27", "2026-12-04", "2026-12-27", "2028-02-29", "2030-03-31"):
        newest = keeping.newest_that_may_go(kind, today)
        days = [f"{y}-{m:02}-{d:02}" for y in range(2024, 2031) for m in range(1, 13) for d in (1, 28)]
        over = [day for day in days if keeping.goes_on(kind, day) <= today]
        assert not over or (newest is not None and max(over) <= newest)


def test_several_organisations_are_told_as_from_the_shortest_to_the_longest():
    assert between([Keeping(), Keeping().changed("released", 36, TODAY)], "released") == (24, 36)
    assert between([UPGRADED], "unreleased") == (30, 30)
