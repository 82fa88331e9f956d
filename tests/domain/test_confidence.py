"""Confidence figures: counts, median and quartiles of whole rooms, nothing at all below k."""

from statistics import median_low

from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.confidence import HIGHEST, summarise
from workshop.domain.results import ItemResult

answers = st.lists(st.integers(0, HIGHEST), max_size=60)


def test_a_small_room_worked_by_hand():
    assert summarise("ask", "now", [2, 9, 4, 4, 7, 10, 0, 4], 5) == ItemResult("ask", "now", 8, 4, None, None)


@given(answers, st.integers(5, 20))
def test_below_k_nothing_is_kept_and_from_k_on_what_may_be_told(values, k):
    result = summarise("ask", "now", iter(values), k)
    assert result.counts is None, "the answers themselves are kept nowhere"
    if len(values) < k:
        assert result == ItemResult("ask", "now", None, None, None)
        return
    assert (result.n, result.median) == (len(values), median_low(values))
    if result.quartiles is None:
        assert -(-len(values) // 4) < k
        return
    low, high = result.quartiles
    assert 0 <= low <= result.median <= high <= HIGHEST
    assert sum(v <= low for v in values) * 4 >= len(values) and sum(v < low for v in values) * 4 < len(values)
    assert sum(v <= high for v in values) * 4 >= 3 * len(values) and sum(v < high for v in values) * 4 < 3 * len(values)


@given(answers.filter(bool), st.randoms(use_true_random=False))
def test_the_order_of_arrival_leaves_no_trace(values, chance):
    shuffled = list(values)
    chance.shuffle(shuffled)
    assert summarise("ask", "now", values, 1) == summarise("ask", "now", shuffled, 1)
