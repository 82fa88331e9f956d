"""Days, as people write them."""

import pytest

from workshop.web.words import MONTHS, day


@pytest.mark.parametrize(
    ("iso", "written"),
    [("2026-11-24", "24 November 2026"), ("2026-01-01", "1 January 2026"), ("2024-02-29", "29 February 2024")],
)
def test_a_day_is_written_out(iso, written):
    assert day(iso) == written


def test_there_are_twelve_months():
    assert len(set(MONTHS)) == 12
    assert [day(f"2026-{m:02}-10").split()[1] for m in range(1, 13)] == list(MONTHS)


@pytest.mark.parametrize("wrong", ["", "2026-02-30", "24.11.2026", "2026-11-24T10:00"])
def test_what_is_no_day_is_refused(wrong):
    with pytest.raises(ValueError, match=r".+"):
        day(wrong)


def test_templates_know_it(site):
    assert site.app.jinja_env.from_string("{{ '2026-11-24' | day }}").render() == "24 November 2026"
