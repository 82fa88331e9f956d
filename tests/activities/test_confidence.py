"""Confidence: private sheets, six items, looking back only at the end, withheld below k."""

import pytest

from tests.helpers.table import ROLES, Table
from workshop.activities.codec import answers_result
from workshop.domain.confidence import ITEMS


def answer(value, item="recognise", asked="now", round="q1"):
    return {"round": round, "item": item, "asked": asked, "value": value}


@pytest.fixture
def table():
    return Table(people=5, step="confidence")


def test_the_part_asks_the_same_of_everybody_and_tells_counts_only(table):
    table.must("confidence.answer", answer(7), "d1")
    table.must("confidence.answer", answer(3, "plan"), "d1")
    for who in list(table.tokens)[1:5]:
        table.must("confidence.answer", answer(3), who)
    assert table.part("confidence")["answered"] == 0, "no tap moves it"
    table.moment("counts")
    for role in ROLES:
        part = table.part("confidence", role)
        assert (part["round"], part["state"], part["asking"], part["answered"]) == ("q1", "open", "before", 5)
        assert part["items"] == list(ITEMS)
        assert set(part) == {"round", "reopens", "state", "asking", "items", "answered", "few"}


def test_a_phone_gets_its_own_sheet_back_and_only_that(table):
    table.must("confidence.answer", answer(7), "d1")
    table.must("confidence.answer", answer(None, "plan"), "d1")
    table.must("confidence.answer", answer(8), "d1")
    own = table.own("d1")["own_confidence"]
    assert own == {
        "round": "q1",
        "answers": {"recognise": {"now": 8, "looking_back": None}, "plan": {"now": None, "looking_back": None}},
    }
    assert table.own("d2")["own_confidence"] == {"round": "q1", "answers": {}}


@pytest.mark.parametrize("value", [-1, 11, 5.5, "5", True])
def test_a_value_off_the_scale_is_refused(table, value):
    assert table.refused("confidence.answer", answer(value), "d1") == "invalid"


def test_other_items_roles_and_rounds_are_refused(table):
    assert table.refused("confidence.answer", answer(5, "shoe_size"), "d1") == "invalid"
    assert table.refused("confidence.answer", answer(5), "") == "not_allowed"
    assert table.refused("confidence.answer", answer(5, round="q9"), "d1") == "round_closed"
    assert table.refused("confidence.answer", answer(5, asked="looking_back"), "d1") == "invalid"


def test_a_board_round_takes_no_confidence(table):
    table.go("board")
    table.must("board.open", {})
    assert table.refused("confidence.answer", answer(5, round="r1"), "d1") == "round_closed"


def test_looking_back_is_asked_at_the_end(table):
    table.go("after")
    for n in range(1, 6):
        table.must("confidence.answer", answer(8, round="q2"), f"d{n}")
        table.must("confidence.answer", answer(n, asked="looking_back", round="q2"), f"d{n}")
    table.must("confidence.close", {"round": "q2"})
    result = answers_result(table.collection("results")["q2"])
    told = {(i.item, i.asked): i for i in result.items}
    assert len(told) == 12 and result.cause == "after" and result.answered == 5
    assert told["recognise", "now"].median == 8
    assert told["recognise", "looking_back"].median == 3


def test_an_item_that_fewer_than_k_answered_is_withheld(table):
    for n in range(1, 6):
        table.must("confidence.answer", answer(6), f"d{n}")
    for n in range(1, 5):
        table.must("confidence.answer", answer(6, "plan"), f"d{n}")
    table.must("confidence.answer", answer(None, "plan"), "d5")
    table.must("confidence.close", {"round": "q1"})
    told = {i.item: i for i in answers_result(table.collection("results")["q1"]).items}
    assert (told["recognise"].n, told["recognise"].median) == (5, 6)
    assert (told["plan"].n, told["plan"].median, told["plan"].quartiles, told["plan"].bands) == (None,) * 4
    assert all(i.counts is None for i in told.values()), "the answers themselves are kept nowhere"


def test_of_fewer_than_k_people_not_even_the_number_is_kept(table):
    table.must("confidence.answer", answer(6), "d1")
    table.must("confidence.close", {"round": "q1"})
    assert answers_result(table.collection("results")["q1"]).answered is None


def test_there_is_nothing_in_another_step(table):
    table.go("welcome")
    assert "confidence" not in table.parts() and "own_confidence" not in table.own("d1")
