"""The discussion: one card in focus, what is shown of it, a prompt of the case's own."""

import pytest

from tests.helpers.table import ROLES, Table

PROMPT = "What would move you one stage?"
COMMANDS = {
    "discussion.focus": {"card": "c1"},
    "discussion.show": {"show": "all"},
    "discussion.prompt": {"text": ""},
}


@pytest.fixture
def table():
    table = Table(people=5)
    table.first_round({"c1": ["abusive"] * 5, "c2": ["expected"] * 3 + ["violent"] * 2})
    table.go("discussion")
    return table


@pytest.mark.parametrize("name", COMMANDS)
def test_a_delegate_leads_no_discussion(table, name):
    assert table.refused(name, COMMANDS[name], "d1") == "not_allowed"


def test_everybody_sees_the_card_in_focus(table):
    table.must("discussion.focus", {"card": "c1"})
    for role in ROLES:
        board = table.part("board", role)
        assert (board["focus"], board["show"], board["prompt"]) == ("c1", "focus", "")
    table.must("discussion.show", {"show": "shift"})
    assert table.part("board")["show"] == "shift"
    table.must("discussion.focus", {"card": None})
    assert (table.part("board")["focus"], table.part("board")["show"]) == (None, "all")


def test_a_prompt_is_shown_and_goes_with_the_card(table):
    table.must("discussion.focus", {"card": "c1"})
    table.must("discussion.prompt", {"text": PROMPT})
    assert [table.part("board", role)["prompt"] for role in ROLES] == [PROMPT] * 3
    table.must("discussion.focus", {"card": "c2"})
    assert table.part("board")["prompt"] == ""
    table.must("discussion.prompt", {"text": PROMPT})
    table.must("discussion.prompt", {"text": ""})
    assert table.part("board")["prompt"] == ""


def test_nobody_types_onto_the_projector(table):
    assert table.refused("discussion.prompt", {"text": PROMPT}) == "invalid"
    table.must("discussion.focus", {"card": "c1"})
    assert table.refused("discussion.prompt", {"text": "Kim, what do you say?"}) == "invalid"


def test_what_there_is_not_is_not_shown(table):
    assert table.refused("discussion.focus", {"card": "c9"}) == "unknown_card"
    assert table.refused("discussion.show", {"show": "focus"}) == "not_now"
    assert table.refused("discussion.show", {"show": "shift"}) == "not_now"
    assert table.refused("discussion.show", {"show": "names"}) == "invalid"


def test_a_board_step_has_a_focus_after_its_reveal_only():
    table = Table(people=5, step="board")
    assert table.refused("discussion.focus", {"card": "c1"}) == "not_now"
    table.must("board.open", {})
    assert table.refused("discussion.focus", {"card": "c1"}) == "not_now"
    assert table.refused("discussion.show", {"show": "all"}) == "not_now"
    table.all_place("r1", {"c1": ["abusive"] * 5})
    table.must("board.reveal", {"round": "r1"})
    table.must("discussion.focus", {"card": "c1"})


def test_there_is_nothing_to_discuss_before_anything_was_shown():
    table = Table(step="discussion")
    assert table.refused("discussion.focus", {"card": "c1"}) == "not_now"
    table.go("plan")
    assert table.refused("discussion.show", {"show": "all"}) == "not_now"


def test_no_card_is_in_focus_while_cards_are_placed_again(table):
    table.must("discussion.focus", {"card": "c1"})
    table.must("board.reopen", {"cards": ["c2"], "cause": "discussion"})
    assert table.part("board")["focus"] is None
    assert table.refused("discussion.focus", {"card": "c2"}) == "not_now"
