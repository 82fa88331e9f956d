"""When questions are handed over: from k phones, never by a count of texts, and at no single phone's word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.asking import EVERY, enough_answered, enough_wait, wanted


@pytest.mark.parametrize(("seats", "enough"), [(0, False), (4, False), (5, True), (60, True)])
def test_at_a_moment_of_the_clock_k_phones_must_wait(seats, enough):
    assert enough_wait(seats, 5) is enough


@pytest.mark.parametrize(("devices", "must"), [(0, 5), (9, 5), (10, 5), (11, 6), (24, 12), (25, 13)])
def test_where_everybody_answers_k_and_half_of_all_must_have(devices, must):
    assert wanted(devices, 5) == must
    assert enough_answered(must, devices, 5) and not enough_answered(must - 1, devices, 5)


@given(st.integers(0, 2000), st.integers(5, 20))
def test_never_fewer_than_k(devices, k):
    assert not enough_answered(k - 1, devices, k)


def test_the_moments_are_the_clocks():
    assert EVERY == 300
