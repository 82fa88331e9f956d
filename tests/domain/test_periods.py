"""Quarters and years of the calendar, and nothing between two chosen days."""

import pytest

from workshop.domain.periods import is_period, quarter_of, quarters_of, year_of


def test_every_day_is_in_one_quarter_of_its_year():
    days = {"2026-01-01": "2026-Q1", "2026-03-31": "2026-Q1", "2026-04-01": "2026-Q2", "2026-12-31": "2026-Q4"}
    for day, quarter in days.items():
        assert quarter_of(day) == quarter and year_of(quarter) == "2026" and quarter in quarters_of("2026")


def test_a_quarter_is_itself_and_other_texts_are_no_period():
    assert quarters_of("2026-Q3") == ("2026-Q3",)
    for other in ("", "2026-Q5", "2026-01", "26", "2026-Q1 ", "2026-01-01", "２０２６", "20261"):
        assert not is_period(other)
        with pytest.raises(ValueError):
            quarters_of(other)
