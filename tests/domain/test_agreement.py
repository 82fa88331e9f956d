"""Agreement A, labels and camps against published check values and properties that must hold for every room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.agreement import agreement, camps, kind, label, lower_median

CHECKED = [
    ([20, 0, 0, 0, 0], 1.00, "settled"),
    ([0, 0, 16, 4, 0], 0.90, "settled"),
    ([0, 3, 14, 3, 0], 0.78, "neighbouring"),
    ([0, 10, 10, 0, 0], 0.75, "neighbouring"),
    ([0, 6, 8, 6, 0], 0.55, "spread"),
    ([1, 6, 7, 5, 1], 0.42, "spread"),
    ([0, 9, 2, 9, 0], 0.27, "split"),
    ([4, 4, 4, 4, 4], 0.00, "split"),
    ([8, 2, 0, 2, 8], -0.66, "split"),
    ([10, 0, 0, 0, 10], -1.00, "split"),
]
rooms = st.lists(st.integers(0, 60), min_size=3, max_size=5).filter(any)


@pytest.mark.parametrize(("tallies", "expected", "name"), CHECKED)
def test_check_values(tallies: list[int], expected: float, name: str) -> None:
    assert agreement(tallies) == pytest.approx(expected, abs=0.0051)
    assert label(tallies) == name


def test_the_example_of_the_r_package() -> None:
    assert agreement([30, 40, 210, 130, 530, 50, 10]) == pytest.approx(0.6113333, abs=5e-8)


@given(rooms)
def test_agreement_lies_between_minus_one_and_one_and_has_no_direction(tallies: list[int]) -> None:
    a = agreement(tallies)
    assert -1 - 1e-9 <= a <= 1 + 1e-9
    assert a == pytest.approx(agreement(tallies[::-1]))
    assert label(tallies) == label(tallies[::-1])


@given(rooms, st.integers(2, 5))
def test_agreement_does_not_depend_on_the_size_of_the_room(tallies: list[int], times: int) -> None:
    assert agreement([n * times for n in tallies]) == pytest.approx(agreement(tallies))


@given(rooms)
def test_camps_are_two_apart_each_a_third_and_only_of_a_split(tallies: list[int]) -> None:
    found = camps(tallies)
    if found is None:
        return
    (a, b), (c, d) = found
    assert label(tallies) == "split"
    assert a <= b < c <= d
    assert sum(tallies[: b + 1]) * 3 >= sum(tallies) and sum(tallies[c:]) * 3 >= sum(tallies)
    assert all(tallies[p] for p in (a, b, c, d))


def test_the_mockups_split_has_its_camps() -> None:
    assert camps([1, 9, 3, 8, 0]) == ((0, 1), (3, 3))
    assert camps([4, 4, 4, 4, 4]) == ((0, 1), (3, 4))
    assert camps([0, 10, 10, 0, 0]) is None


@given(rooms)
def test_lower_median_halves_the_room(tallies: list[int]) -> None:
    position = lower_median(tallies)
    assert position is not None
    assert sum(tallies[: position + 1]) * 2 >= sum(tallies)
    assert sum(tallies[:position]) * 2 < sum(tallies)


@pytest.mark.parametrize("bad", [[], [1, 2], [0, 0, 0], [1, -1, 3]])
def test_what_has_no_agreement_is_refused(bad: list[int]) -> None:
    with pytest.raises(ValueError, match="at least three"):
        agreement(bad)


@pytest.mark.parametrize(
    ("tallies", "unsure", "found"),
    [
        ((5, 0, 0, 0, 0), 5, "unsure"),  # as many as placed it
        ((6, 0, 0, 0, 0), 5, "settled"),
        ((0, 0, 0, 0, 4), 4, "settled"),  # fewer than k
        ((0, 0, 0, 0, 0), 5, "unsure"),
        ((4, 0, 0, 0, 4), 9, "unsure"),  # before anything is said of a split
        ((4, 0, 0, 0, 4), 7, "split"),
    ],
)
def test_where_most_need_to_know_more_that_is_the_kind(tallies, unsure, found):
    assert kind(tallies, unsure, 5) == found
