"""The ledger: no pool, and no sum or difference of pools, that tells of fewer than k people."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.ledger import No, Pool, refusal

PEOPLE = {"a": 24, "b": 18, "c": 12, "tiny": 3, "small": 4, "one": 1, "two": 2}
K = 5
TWO, FEW = No("office.reports.choose_two", {}), No("office.reports.too_few", {"n": 5})


def pool(*sessions, k=K):
    return Pool({s: PEOPLE[s] for s in sessions}, k)


def test_a_first_pool_of_enough_people_is_given():
    assert refusal(pool("a", "b"), []) is None


@pytest.mark.parametrize(("asked", "why"), [(pool(), TWO), (pool("a"), TWO), (pool("one", "tiny"), FEW)])
def test_one_session_or_too_few_people_are_no_pool(asked, why):
    assert refusal(asked, []) == why


def test_the_same_again_is_always_given():
    assert refusal(pool("a", "tiny"), [pool("a", "tiny"), pool("b", "c")]) is None


@pytest.mark.parametrize("other", [("a", "b"), ("a", "b", "one", "two", "tiny")])
def test_a_pool_that_differs_by_fewer_than_k_people_is_refused(other):
    assert refusal(pool("a", "b", "tiny"), [pool("a", "c"), pool(*other)]) == No("office.reports.too_alike", {"n": 5})


def test_a_pool_that_differs_by_k_people_or_more_is_given():
    assert refusal(pool("a", "b", "c"), [pool("a", "b")]) is None
    assert refusal(pool("a", "b", "tiny", "two"), [pool("a", "b")]) is None


def test_swapping_few_for_few_is_a_difference_too():
    assert refusal(pool("a", "b", "one"), [pool("a", "b", "two")]) is not None


def test_the_larger_k_of_two_pools_counts():
    assert refusal(pool("a", "b", "tiny", "two"), [pool("a", "b", k=8)]) is not None


def test_three_pools_that_give_a_few_away_together():
    """Half of a+b and a+c less b+c is a: then a+tiny, far from each of them, tells of the three."""
    told = refusal(pool("a", "tiny"), [pool("a", "b"), pool("b", "c"), pool("a", "c")])
    assert told == No("office.reports.tells_of_few", {"n": 5})
    assert refusal(pool("a", "tiny"), [pool("a", "b"), pool("b", "c")]) is None


def exposed(pools, k):
    """By trial: whether some sum and difference of the pools is 1 to k - 1 people, each once."""
    sessions = sorted({s for p in pools for s in p.people})
    for signs in product((-1, 0, 1), repeat=len(pools)):
        total = {s: sum(x for x, p in zip(signs, pools, strict=True) if s in p.people) for s in sessions}
        group = [s for s, x in total.items() if x]
        if group and set(total.values()) <= {0, 1} and sum(PEOPLE[s] for s in group) < k:
            return group
    return None


@given(st.lists(st.sets(st.sampled_from(sorted(PEOPLE)), min_size=1), min_size=1, max_size=5))
def test_whatever_was_asked_for_nothing_given_tells_of_few(asked):
    given_out = []
    for sessions in asked:
        wanted = pool(*sessions)
        if refusal(wanted, given_out) is None:
            given_out.append(wanted)
    assert exposed(given_out, K) is None


def test_without_the_ledger_few_are_told_of():
    assert exposed([pool("a", "b"), pool("a", "b", "tiny")], K) == ["tiny"]


def test_many_small_sessions_are_judged_at_once():
    people = {f"s{i:02}": 5 + i % 7 for i in range(60)}
    everyone, most = Pool(people, 20), Pool(dict(list(people.items())[:50]), 20)
    assert refusal(everyone, [most]) is None
