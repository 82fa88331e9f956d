"""Crossings, counted; and a point put where fewest lines cross."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.picture_layers import Layers

POINTS = (range(5), range(5, 10), range(10, 14))
PAIRS = st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)), max_size=25)


def layers(pairs) -> Layers:
    made = [(a, b) for a, b in pairs if _column(a) != _column(b)]
    return Layers(POINTS, made)


def _column(point: int) -> int:
    return next(c for c, points in enumerate(POINTS) if point in points)


def by_hand(found: Layers) -> int:
    edges = [(p, q) for p in found.column for q in found.right[p]]
    pairs = [(a, b) for a, b in combinations(edges, 2) if found.column[a[0]] == found.column[b[0]]]
    place = found.place
    return sum((place[a[0]] - place[b[0]]) * (place[a[1]] - place[b[1]]) < 0 for a, b in pairs)


@given(PAIRS)
def test_crossings_are_inversions_between_neighbouring_columns(pairs):
    found = layers(pairs)
    assert found.crossings() == by_hand(found)


def test_a_link_that_skips_a_column_stands_there_by_a_point_of_its_own():
    found = layers([(0, 13)])
    assert len(found.order[1]) == 6 and len(found.real) == 14
    assert found.right[0] == found.left[13] == [14]


def test_lines_of_one_point_do_not_cross_and_two_the_wrong_way_round_do():
    assert layers([(0, 5), (0, 9)]).crossings() == 0
    assert layers([(0, 9), (1, 5)]).crossings() == 1


@given(PAIRS, st.integers(0, 13))
def test_what_sifting_says_it_saves_is_saved(pairs, point):
    found = layers(pairs)
    before = found.crossings()
    assert found.sift(point) == before - found.crossings() >= 0
    assert [sorted(points) for points in found.order] == [sorted(p) for p in layers(pairs).order]


@given(PAIRS, st.integers(0, 13))
def test_sifting_finds_the_best_place_of_a_column(pairs, point):
    found, column = layers(pairs), _column(point)
    found.sift(point)
    best, order = found.crossings(), found.order
    for to in range(len(order[column])):
        rest = [p for p in order[column] if p != point]
        found.put([[*rest[:to], point, *rest[to:]] if c == column else o for c, o in enumerate(order)])
        assert found.crossings() >= best


def test_one_column_counts_both_its_sides():
    found = layers([(0, 9), (1, 5), (5, 13), (9, 10)])
    assert found.crossings() == found.crossings(1) == 2
    assert found.crossings(0) == found.crossings(2) == 1
