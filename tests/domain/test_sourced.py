"""What comes from elsewhere: by when somebody looks again, and support as links, by nation."""

from datetime import date

import pytest

from workshop.domain.sourced import Evidence, Law, Resource, due, is_over


@pytest.mark.parametrize(
    ("checked", "review_by", "expected"),
    [
        ("2026-03", "", "2027-03"),
        ("2024-02-29", "", "2025-02-29"),
        ("2026-03", "2026-09", "2026-09"),
        ("2026-03-05", "2026-09-30", "2026-09-30"),
        ("", "", ""),
    ],
)
def test_somebody_looks_again_when_the_author_says_or_after_a_year(checked, review_by, expected):
    assert due(checked, review_by) == expected
    assert Evidence("A", "B", checked, review_by).due == expected
    assert Law("A", "B", (), "C", checked, review_by).due == expected


@pytest.mark.parametrize(
    ("day", "over"),
    [
        ("2026-10", True),
        ("2026-11", False),
        ("2026-11-25", True),
        ("2026-11-26", False),
        ("2025-02-29", True),
        ("", False),
    ],
)
def test_a_month_is_over_when_its_last_day_is(day, over):
    assert is_over(day, date(2026, 11, 26)) is over


def test_a_number_is_a_link_and_what_has_none_has_none():
    assert Resource("A", "B", number="0800 1111").tel == "tel:08001111"
    assert Resource("A", "B", number="+44 20 7946 0000").tel == "tel:+442079460000"
    assert Resource("A", "B").tel == ""


def test_support_of_no_nation_is_for_all():
    assert Resource("A", "B").serves("wales") and Resource("A", "B", nations=("wales",)).serves("wales")
    assert not Resource("A", "B", nations=("wales", "scotland")).serves("england")
