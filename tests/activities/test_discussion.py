"""The discussion: one card in focus, what is shown of it, a prompt of the case's own."""

from dataclasses import replace

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


def test_how_practitioners_reasoned_is_the_screens_after_the_rooms_own_placing(table):
    assert table.refused("discussion.show", {"show": "panel"}) == "not_now", "of no card"
    table.must("discussion.focus", {"card": "c1"})
    assert [n["end"] for n in table.part("notes_private", "facilitator")["panel"]] == ["low", "high"]
    assert table.part("practitioners", "screen") is None
    table.must("discussion.show", {"show": "panel"})
    shown = table.part("practitioners", "screen")
    assert (shown["card"], shown["differed"], shown["reviewed"]) == ("c1", True, False)
    assert [(r["topic"], r["end"], r["named"]) for r in shown["reasons"]] == [
        ("source", "low", False), ("power", "high", False),
    ]  # fmt: skip
    assert "practitioners" not in table.parts("delegate") and table.head.panels == ("c1",)
    table.must("discussion.show", {"show": "focus"})
    assert table.part("practitioners", "screen") is None and table.head.panels == ("c1",)
    table.must("discussion.focus", {"card": "c3"})
    assert table.refused("discussion.show", {"show": "panel"}) == "not_now", "it has none"


def test_a_reason_that_three_named_here_is_named_here_too():
    table = Table(people=5)
    table.first_round({"c1": ["abusive"] * 5}, reasons=["power"])
    table.go("discussion")
    table.must("discussion.focus", {"card": "c1"})
    table.must("discussion.show", {"show": "panel"})
    assert [r["topic"] for r in table.part("practitioners", "screen")["reasons"] if r["named"]] == ["power"]


def test_a_card_that_was_not_placed_has_its_panel_shut():
    table = Table(people=5)
    table.must("session.go", {"step": "s7"})
    table.must("board.open", {})
    table.all_place("r1", {"c1": ["abusive"] * 5})
    table.must("board.reveal", {"round": "r1"})
    table.must("discussion.focus", {"card": "c3"})
    assert table.part("notes_private", "facilitator")["panel"] == []
    assert table.refused("discussion.show", {"show": "panel"}) == "not_now"


def test_what_is_wanted_is_shown_where_there_is_such(table):
    assert table.refused("discussion.show", {"show": "wanted"}) == "not_now"
    assert table.part("board")["most"] == 3


@pytest.mark.parametrize(("opens", "shown"), [(None, "all"), ("wanted", "all"), ("ledger", "ledger")])
def test_a_discussion_opens_with_what_there_is(opens, shown):
    table = Table(people=5)
    table.first_round({"c1": ["abusive"] * 5})
    table.go("discussion")
    table.must("board.reopen", {"cards": ["c1"], "cause": "discussion"})
    table.all_place("r2", {"c1": ["violent"] * 5})
    table.must("board.reveal", {"round": "r2"})
    room = table.live.room(table.session)
    steps = [replace(s, settings={"opens": opens} if opens else {}) for s in room.head.steps if s.id == "s5"]
    steps = tuple(steps[0] if s.id == "s5" else s for s in room.head.steps)
    room.head = replace(room.head, steps=steps, version=room.head.version + 1)
    table.go("break")
    table.go("discussion")
    assert table.part("board")["show"] == shown
