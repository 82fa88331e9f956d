"""Sizes and places of dots."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.drawing.strip_dots import filled, fit, places, shape, span


@given(st.integers(1, 40), st.integers(1, 40), st.sampled_from([1, 3, 5, 7]))
def test_what_is_drawn_twice_stands_in_the_same_places(one: int, other: int, columns: int) -> None:
    both = places(max(one, other), columns)
    for count in (one, other):
        taken = filled(both, count)
        assert len(taken) == count == len(set(taken))
        assert set(taken) <= set(both)


def test_a_row_fills_from_the_centre_outwards_left_before_right() -> None:
    assert places(4, 3) == [(0, 0), (-1, 0), (1, 0), (0, 1)]
    assert places(2, 3) == [(-0.5, 0), (0.5, 0)]


def test_a_row_partly_filled_fills_in_mirror_pairs_outermost_first() -> None:
    assert filled(places(8, 3), 2) == [(-1, 0), (1, 0)]
    assert filled(places(9, 3), 7)[6:] == [(0, 2)]


@given(st.lists(st.integers(0, 40), min_size=4, max_size=6), st.booleans())
def test_no_other_number_of_columns_allows_larger_dots(pile: list[int], pairs: bool) -> None:
    found = fit([pile], 100, 1000, 60, 20, pairs)
    for columns in range(1, max(pile) + 2, 2 if pairs else 1):
        rows = -(-max(1, *pile) // columns)
        r = min(84 / span(columns, found.gap), 60 / span(rows, found.gap), 20)
        assert r < found.r + 1e-6
        assert r < found.r - 1e-6 or columns >= found.columns


def test_the_whole_list_shares_one_fit() -> None:
    together = fit([[1, 9, 3, 8, 0, 3], [20, 2, 1, 0, 0, 1]], 48, 40, 24, 4)
    assert together.r < fit([[1, 9, 3, 8, 0, 3]], 48, 40, 24, 4).r


def test_a_shape_meets_its_neighbour_and_peaks_over_its_stage() -> None:
    bumps = [(50.0, 30.0), (150.0, 10.0)]
    first, second = shape(50, 100, bumps), shape(150, 100, bumps)
    assert first[-1] == pytest.approx(second[0])
    assert max(first, key=lambda point: point[1])[0] == 50
