"""What moved us, for desk and screen: only told pictures, and on the screen only when it is shown."""

import pytest

from tests.helpers.table import Table
from workshop.activities.board_ledger import NAMED_KINDS


@pytest.fixture
def table():
    found = Table(people=8)
    found.first_round({"c1": ["expected"] * 8, "c2": ["abusive"] * 8})
    found.go("discussion")
    return found


def again(table, stage, cards=("c1",)):
    """Everybody places these cards again, at this stage."""
    table.must("board.reopen", {"cards": list(cards), "cause": "discussion"})
    round_id = table.part("board")["round"]["id"]
    table.all_place(round_id, {card: [stage] * 8 for card in cards})
    table.must("board.reveal", {"round": round_id})
    return round_id


def test_a_row_says_before_after_and_how_many_moved(table):
    round_id = again(table, "abusive")
    (row,) = table.part("moved", "facilitator")["rows"]
    assert (row["round"], row["cause"], row["information"], row["number"], row["kind"]) == (
        round_id, "discussion", None, 0, "",
    )  # fmt: skip
    (card,) = row["cards"]
    assert (card["before"]["tallies"], card["after"]["tallies"]) == ([8, 0, 0, 0, 0], [0, 0, 0, 8, 0])
    assert (card["movement"]["harmful"], card["expected"], card["happened"]) == (8, None, "moved")


def test_the_picture_that_stands_has_a_row_and_no_figures_of_its_own(table):
    again(table, "expected")
    card = table.part("moved", "facilitator")["rows"][0]["cards"][0]
    assert (card["after"], card["movement"], card["happened"]) == (None, None, "stands")


def test_the_screen_has_it_while_it_is_shown_and_phones_never(table):
    assert table.refused("discussion.show", {"show": "ledger"}) == "not_now"
    again(table, "abusive")
    assert table.part("moved", "screen") is None
    table.must("discussion.show", {"show": "ledger"})
    assert table.part("moved", "screen") == table.part("moved", "facilitator")
    assert "moved" not in table.parts("delegate")


def test_what_was_just_placed_again_is_shown_before_and_after_first(table):
    again(table, "abusive")
    table.must("discussion.focus", {"card": "c1"})
    assert table.part("board")["show"] == "shift"
    table.must("discussion.focus", {"card": "c2"})
    assert table.part("board")["show"] == "focus"


def test_a_kind_that_would_say_what_it_is_for_is_not_said():
    assert "bias_check" not in NAMED_KINDS
