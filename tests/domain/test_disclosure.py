"""What may be told: nothing small, nothing from which something small could be reckoned, and no less than that."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.confidence import summarise
from workshop.domain.disclosure import (
    BANDS,
    Count,
    bands,
    breakdown,
    counted,
    movement,
    percentiles,
    ratings,
    told,
    unsure_of_withheld,
)
from workshop.domain.disclosure_bounds import band_limits, table_limits
from workshop.domain.results import Movement

K = 5
counts = st.lists(st.integers(0, 9), min_size=11, max_size=11).filter(lambda c: sum(c) >= K)


@pytest.mark.parametrize(("n", "shown"), [(None, None), (0, None), (4, None), (5, 5), (24, 24)])
def test_a_figure_is_told_from_k(n, shown):
    assert told(n, K) == shown


@pytest.mark.parametrize(
    ("n", "people", "shown"),
    [
        (4, 24, None),
        (5, 24, Count(5)),
        (19, 24, Count(19)),
        (20, 24, Count(20, at_least=True)),
        (24, 24, Count(20, at_least=True)),
        (9, 9, Count(5, at_least=True)),
        (8, 8, None),
        (8, None, Count(8)),
    ],
)
def test_what_nearly_everybody_named_has_a_lower_limit_only(n, people, shown):
    assert counted(n, people, K) == shown


@given(st.integers(0, 60), st.integers(5, 60))
def test_those_who_did_not_name_it_are_never_known_to_be_few(n, people):
    shown = counted(n, people, K) if n <= people else None
    if shown and not shown.at_least:
        assert people - shown.n >= K
    if shown and shown.at_least:
        assert people - shown.n == K - 1 and shown.n <= n


@pytest.mark.parametrize(
    ("unsure", "people", "shown"), [(None, 24, None), (4, 24, None), (20, 24, 20), (21, 24, None), (21, None, 21)]
)
def test_need_to_know_more_leaves_room_for_every_number_of_placements(unsure, people, shown):
    assert unsure_of_withheld(unsure, people, K) == shown


# ------------------------------------------------------- confidence


def rated(values):
    return ratings(summarise("ask", "now", values, K), K)


def test_below_k_nothing_from_k_the_median_from_17_the_middle_half():
    assert rated([5] * 4) == ratings(summarise("ask", "now", [], K), K)
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
    quartiles = summarise("ask", "now", [v for v, n in enumerate(values) for _ in range(n)], K).quartiles
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


# ------------------------------------------------------- by group


def test_a_small_cell_takes_its_smallest_rectangle_with_it():
    shown = breakdown([[2, 8, 12], [20, 9, 30], [25, 7, 40]], K)
    assert shown is not None
    assert shown == ((None, None, 12), (None, None, 30), (25, 7, 40))


def test_a_table_without_small_cells_is_told_and_one_that_cannot_be_saved_is_not():
    assert breakdown([[9, 9, 9]], K) == ((9, 9, 9),)
    assert breakdown([[1, 20]], K) is None
    assert breakdown([], K) is None


tables = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 25), min_size=width, max_size=width), min_size=2, max_size=4)
)


@given(tables)
def test_no_small_cell_of_a_table_is_told_or_given_away(cells):
    shown = breakdown(cells, K)
    if shown is None:
        return
    total = sum(map(sum, cells))
    known = [[(0, total) if n is None else (n, n) for n in row] for row in shown]
    for i, row in enumerate(table_limits(cells, known)):
        for j, (low, high) in enumerate(row):
            assert low <= cells[i][j] <= high
            assert cells[i][j] >= K or (shown[i][j] is None and high - low >= K - 1)


@given(st.lists(st.lists(st.integers(0, 2), min_size=2, max_size=2), min_size=2, max_size=3))
def test_the_limits_of_a_table_are_exactly_what_can_be(cells):
    """Against every table with the same totals."""
    rows, columns = [sum(r) for r in cells], [sum(c) for c in zip(*cells, strict=True)]
    total, size = sum(rows), len(cells)
    possible = [
        flat
        for flat in product(range(total + 1), repeat=2 * size)
        if [sum(flat[2 * i : 2 * i + 2]) for i in range(size)] == rows and [sum(flat[j::2]) for j in (0, 1)] == columns
    ] if total <= 4 else []  # fmt: skip
    found = table_limits(cells, [[(0, total)] * 2] * size)
    for i in range(size if possible else 0):
        for j in (0, 1):
            values = [flat[2 * i + j] for flat in possible]
            assert found[i][j] == (min(values), max(values))


# ------------------------------------------------------- movement


@pytest.mark.parametrize(
    ("counted_by_phones", "shown"),
    [
        (None, False),
        (Movement(same=9, typical=7, harmful=5), True),
        (Movement(same=9, typical=0, harmful=5), True),
        (Movement(same=9, moved=6), False),
        (Movement(same=20, few=True), False),
    ],
)
def test_movement_is_told_in_both_directions_or_not_at_all(counted_by_phones, shown):
    assert movement(counted_by_phones) == (counted_by_phones if shown else None)
