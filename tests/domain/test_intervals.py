"""Where a median may lie, by ranks: as tables of the sign test have it, and true as often as it says."""

import random

import pytest

from workshop.domain.intervals import EXACT, LEAST, interval, median


def test_of_fewer_than_six_none_is_said():
    assert interval(list(range(LEAST - 1))) is None and interval(list(range(1, 7))) == (1, 6)


@pytest.mark.parametrize(
    ("n", "low"), [(6, 1), (8, 1), (9, 2), (15, 4), (20, 6), (25, 8), (30, 10), (50, 18), (100, 40)]
)
def test_ranks_are_those_of_the_sign_test(n, low):
    """Conover, Practical Nonparametric Statistics, 95 in 100 for the median."""
    assert interval(list(range(1, n + 1))) == (low, n + 1 - low)


def test_the_curve_goes_on_where_counting_ends():
    ends = [interval(list(range(n)))[0] for n in (EXACT - 1, EXACT, EXACT + 1, EXACT + 2)]
    assert ends == sorted(ends) and ends[-1] - ends[0] <= 2


def test_it_holds_the_median_as_often_as_it_says():
    chance, hit = random.Random(1), 0
    for _ in range(2000):
        low, high = interval([chance.randint(0, 1000) for _ in range(21)])
        hit += low <= 500 <= high
    assert hit / 2000 >= 0.945


def test_the_middle_is_a_value_that_was_said():
    assert [median([3, 1, 2]), median([1, 2, 3, 9])] == [2, 2]
    with pytest.raises(ValueError):
        median([])
