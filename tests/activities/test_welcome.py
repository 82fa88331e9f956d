"""The lobby: ground rules agreed once a seat, and a count that says nothing of who."""

import pytest

from tests.helpers.table import ROLES, Table


@pytest.fixture
def table():
    return Table(people=3)


def test_agreeing_counts_a_seat_once(table):
    table.must("welcome.agree", {}, "d1")
    table.must("welcome.agree", {}, "d1")
    table.must("welcome.agree", {}, "d2")
    table.moment("counts")
    assert [table.part("welcome", role) for role in ROLES] == [{"agreed": 0}] * 3, "two of five are not told"
    assert table.counts["agreed"] == 2


def test_agreeing_again_moves_nothing(table):
    table.must("welcome.agree", {}, "d1")
    before = table.everything
    table.must("welcome.agree", {}, "d1")
    after = table.everything
    assert before == after


def test_a_phone_that_comes_back_is_told_its_own(table):
    table.must("welcome.agree", {}, "d1")
    assert table.own("d1")["own_welcome"] == {"agreed": True}
    assert table.own("d2")["own_welcome"] == {"agreed": False}


def test_only_delegates_agree_and_the_body_is_empty(table):
    assert table.refused("welcome.agree", {}) == "not_allowed"
    assert table.refused("welcome.agree", {"name": "Kim"}, "d1") == "invalid"
