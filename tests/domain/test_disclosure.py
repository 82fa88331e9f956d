"""What may be told: nothing small, nothing from which something small could be reckoned, and no less than that."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain import disclosure
from workshop.domain.disclosure import (
    certainty,
    few,
    first_picture,
    movement,
    named,
    next_picture,
    numbered,
    together,
    withhold,
)
from workshop.domain.disclosure_bounds import band_limits
from workshop.domain.disclosure_tables import BANDS, Ratings, bands, percentiles, ratings
from workshop.domain.results import Certainty, Movement
from workshop.domain.standing import first

K = 5
counts = st.lists(st.integers(0, 9), min_size=11, max_size=11).filter(lambda c: sum(c) >= K)


@pytest.mark.parametrize(("n", "shown"), [(None, None), (0, None), (4, None), (5, 5), (24, 24)])
def test_a_figure_is_told_from_k(n, shown):
    assert withhold(n, K) == shown


@given(st.integers(0, 60), st.integers(0, 60), st.integers(5, 20))
def test_a_number_never_tells_of_a_few_nor_of_a_few_others(n, others, k):
    shown = numbered(n, n + others, k)
    assert shown in (None, n)
    assert (shown is None) == (n < k or few(others, k))


def test_what_three_phones_named_is_named_and_counted_where_that_tells_of_nobody():
    said = [("law", "law"), ("law",), ("law", "power"), ("power",), ("power",), ("power",), ("power",), ("setting",)]
    known = ("power", "law", "setting")
    assert named(said, known, 10, K) == (("power", 5), ("law", None)), "five did not name power, and only three law"
    assert named(said, known, 9, K) == (("power", None), ("law", None)), "four others would be a few"
    assert named(said[:2], known, 9, K) == ()


# ------------------------------------------------------- placings


@given(st.lists(st.integers(0, 12), min_size=1, max_size=5), st.integers(0, 4), st.integers(5, 8))
def test_of_one_choice_each_neither_a_number_nor_the_rest_of_them_all_is_a_few(chosen, silent, k):
    """What an activity tells by itself: rows of a question of which each person took one answer, and some took none."""
    of = sum(chosen) + silent
    rows = together(tuple(zip("abcde", chosen, strict=False)), of, k)
    told = [n for _, n in rows if n is not None]
    assert [i for i, _ in rows] == [i for i, n in zip("abcde", chosen, strict=False) if n >= 3], "named from three"
    assert not any(few(n, k) or few(of - n, k) for n in told)
    assert not told or not few(of - sum(told), k)
    assert all(n == chosen["abcde".index(i)] for i, n in rows if n is not None)


def test_the_rest_of_several_numbers_takes_the_smallest_with_it_and_of_several_choices_none():
    assert together((("sun", 14), ("rain", 8), ("fog", 2)), 24, 5) == (("sun", 14), ("rain", None))
    assert together((("sun", 14), ("rain", 10)), 24, 5) == (("sun", 14), ("rain", 10))
    assert together((("sun", 8), ("rain", 8), ("fog", 5), ("wind", None)), 24, 5) == (
        ("sun", 8), ("rain", 8), ("fog", None), ("wind", None),
    )  # fmt: skip
    assert together((("sun", 18), ("rain", 12)), 24, 5) == (("sun", 18), ("rain", 12)), "people named both"


@pytest.mark.parametrize(
    ("placed", "unsure", "people", "why"),
    [
        (5, 0, 24, None),
        (5, 19, 24, None),
        (4, 4, 24, "few"),
        (4, 19, 24, "unsure"),
        (4, 19, 23, "few"),
        (0, 24, 24, "unsure"),
        (4, 20, None, "few"),
    ],
    ids=str,
)
def test_a_first_picture_is_told_from_k_placed_and_most_need_to_know_more_only_where_it_tells_of_nobody(
    placed, unsure, people, why
):
    assert first_picture(placed, unsure, people, K) == why


FIRST = first("r1", (4, 0, 6, 2, 0, 3))
"""Fifteen people on five stages and *need to know more*."""


def after(left, arrived):
    found = FIRST.moved("r2", left, arrived, left)
    assert found is not None
    return found


def again(left, arrived, **directions) -> disclosure.Why | None:
    return next_picture(after(left, arrived), directions, K)


def test_a_later_picture_is_told_when_three_moved():
    one_up = (0, 0, 3, 0, 0, 0), (0, 0, 0, 3, 0, 0)
    assert again(*one_up, harmful=3, same=12) is None
    for moved in range(3):
        left = (0, 0, moved, 0, 0, 0)
        assert again(left, (0, 0, 0, moved, 0, 0), harmful=moved, same=15 - moved) == "stands", "alike for 0, 1 and 2"


def test_a_picture_with_a_pile_below_nobody_is_not_told():
    """A phone made up where it stood, and everybody who did stand there has left."""
    fits, made_up = (0, 0, 3, 0, 0, 0), (0, 1, 2, 0, 0, 0)
    assert [again(left, (0, 0, 0, 3, 0, 0), harmful=3, same=12) for left in (fits, made_up)] == [None, "stands"]


def test_while_somebody_who_placed_stood_aside_three_must_have_said_that_they_stay():
    one_up = (0, 0, 3, 0, 0, 0), (0, 0, 0, 3, 0, 0)
    assert again(*one_up, harmful=3, same=11) is None
    assert again(*one_up, harmful=3, same=3) is None
    assert again(*one_up, harmful=3, same=2) == "aside"
    assert again(*one_up, harmful=3, same=12) is None, "nobody stood aside"


def test_while_somebody_stood_aside_two_stages_must_hold_somebody_who_never_left():
    everybody_but_one = (4, 0, 3, 2, 0, 0), (0, 6, 3, 0, 0, 0)
    assert again(*everybody_but_one, harmful=4, typical=2, same=8) == "aside", "only the third stage still holds some"
    assert again((3, 0, 3, 2, 0, 0), (0, 5, 3, 0, 0, 0), harmful=3, typical=2, same=9) is None


def test_who_never_left_is_reckoned_over_the_whole_chain():
    second = after((3, 0, 0, 0, 0, 0), (0, 3, 0, 0, 0, 0)).told()
    assert second.stayed == (1, 0, 6, 2, 0, 3)
    third = second.moved("r3", (1, 3, 6, 0, 0, 0), (4, 0, 0, 6, 0, 0), (1, 3, 6, 0, 0, 0))
    assert third is not None and third.never_left == (0, 0, 0, 2, 0, 3)
    assert next_picture(third, {"harmful": 6, "typical": 4, "same": 3}, K) == "aside"
    assert next_picture(third, {"harmful": 6, "typical": 4, "same": 5}, K) is None, "nobody stood aside"


@pytest.mark.parametrize(
    ("directions", "shown"),
    [
        ({"same": 9, "typical": 7, "harmful": 5}, Movement(9, 7, 5)),
        ({"same": 9, "harmful": 5}, Movement(9, 0, 5)),
        ({"same": 9, "from_unsure": 3, "harmful": 3}, Movement(9, 0, 3, 0, 3)),
        ({"same": 9, "typical": 1, "harmful": 5}, None),
        ({"same": 2, "typical": 5, "harmful": 5}, None),
        ({"same": 9, "to_unsure": 2, "harmful": 5}, None),
        ({"same": 0, "harmful": 4}, None),
    ],
    ids=str,
)
def test_movement_is_told_in_every_direction_or_not_at_all(directions, shown):
    assert movement(directions, K) == shown


def test_certainty_is_its_median_and_how_many_are_not_certain_where_that_tells_of_nobody():
    assert certainty([5] * 4, K) is None
    assert certainty([1, 2, 3, 4, 5], K) == Certainty(3, None), "two are a few"
    assert certainty([4] * 9, K) == Certainty(4, 0)
    assert certainty([1] * 5 + [4] * 5, K) == Certainty(1, 5)
    assert certainty([2] * 7 + [4] * 3, K) == Certainty(2, None), "three others are a few"


def test_one_module_holds_the_table():
    """Whoever looks for what may be told finds all of it here."""
    table = {"withhold", "numbered", "named", "first_picture", "next_picture", "movement", "certainty", "ratings"}
    table |= {"commonest", "together"}
    assert table <= set(vars(disclosure))


# ------------------------------------------------------- confidence


def rated(values):
    return ratings([values.count(v) for v in range(11)], K)


def test_below_k_nothing_from_k_the_median_from_17_the_middle_half():
    assert rated([5] * 4) == Ratings(None)
    assert (rated([5] * 5).n, rated([5] * 5).median, rated([5] * 5).quartiles) == (5, 5, None)
    assert rated([5] * 16).quartiles is None
    assert rated([5] * 17).quartiles == (5, 5)


def test_large_bands_are_told_and_a_small_one_takes_another_with_it():
    assert rated([2] * 8 + [5] * 8 + [9] * 8).bands == (8, 8, 8)
    assert rated([2] * 2 + [5] * 8 + [9] * 14).bands == (None, None, 14)


def test_where_the_median_would_give_a_small_band_away_the_other_one_goes():
    """The smallest pair to hide is low and middle; low and high would leave the median to say how few are low."""
    shown = bands([0, 0, 2, 0, 0, 8, 0, 0, 0, 12, 0], None, K)
    assert shown == (None, None, 12)
    places = percentiles([0, 0, 2, 0, 0, 8, 0, 0, 0, 12, 0], None)
    limits = band_limits(22, 11, places, {(4, 6): 8})
    assert limits((0, 3)) == (0, 2), "what telling the middle alone would have given away"


@given(counts)
def test_no_small_band_is_told_or_given_away(values):
    quartiles = ratings(values, K).quartiles
    found = bands(values, quartiles, K)
    if found is None:
        return
    shown = {band: n for band, n in zip(BANDS, found, strict=True) if n is not None}
    limits = band_limits(sum(values), 11, percentiles(values, quartiles), shown)
    for band in BANDS:
        truth = sum(values[band[0] : band[1] + 1])
        low, high = limits(band)
        assert low <= truth <= high
        assert truth >= K or (band not in shown and high - low >= K - 1)


@given(st.lists(st.integers(0, 3), min_size=5, max_size=5).filter(any), st.data())
def test_the_limits_of_bands_are_exactly_what_can_be(values, data):
    """Against every room that there could be."""
    total, told_band = sum(values), data.draw(st.sampled_from([None, (0, 1), (1, 3)]))
    places = percentiles(values, None)
    shown = {} if told_band is None else {told_band: sum(values[told_band[0] : told_band[1] + 1])}
    rooms = [
        room
        for room in product(range(total + 1), repeat=5)
        if sum(room) == total
        and percentiles(room, None) == places
        and all(sum(room[a : b + 1]) == n for (a, b), n in shown.items())
    ]
    for band in ((0, 1), (2, 2), (2, 4), (0, 4)):
        possible = [sum(room[band[0] : band[1] + 1]) for room in rooms]
        assert band_limits(total, 5, places, shown)(band) == (min(possible), max(possible))
