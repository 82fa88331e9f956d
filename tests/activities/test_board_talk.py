"""Talking without figures: cards and prompts, no placings, and nothing to be had by turning it on and off."""

from itertools import product

import pytest

from tests.helpers.table import ROLES, Table
from workshop.service.sessions import ensure_live

PROMPT = "What would move you one stage?"
CARDS = ["c1", "c2", "c3", "c4"]


@pytest.fixture
def table():
    """Four people, who can show nothing."""
    return Table(people=4, step="board")


def turn(table, on):
    return table.must("board.talk", {"talk": on})


def up(table, card):
    return table.must("board.talk_about", {"card": card})


def board(table, role="screen"):
    return table.part("board", role)


def placed(table, people, stage="abusive"):
    """The cards are open, and so many have placed them all."""
    table.must("board.open", {})
    round_id = list(table.head.rounds)[-1]
    for n in range(1, people + 1):
        for card in table.head.rounds[round_id].cards:
            table.must("board.place", {"round": round_id, "card": card, "stage": stage}, f"d{n}")
    return round_id


# ---------------------------------------------------------------- the way through


def test_a_room_of_four_goes_through_cards_and_prompts(table):
    turn(table, True)
    for role in ROLES:
        assert table.part("session", role)["talk"] and board(table, role)["talk"]
        assert [c["id"] for c in board(table, role)["cards"]] == CARDS
        assert (board(table, role)["focus"], board(table, role)["results"]) == (None, None)
    for card in CARDS:
        up(table, card)
        assert {(board(table, r)["focus"], board(table, r)["prompt"]) for r in ROLES} == {(card, PROMPT)}
    up(table, None)
    assert (board(table)["focus"], board(table)["prompt"]) == (None, "")


def test_another_prompt_can_be_shown_and_the_warm_up_and_new_information_are_talked_about_too(table):
    turn(table, True)
    up(table, "c2")
    table.must("discussion.prompt", {"text": ""})
    assert board(table)["prompt"] == ""
    table.go("warm_up")
    assert [c["id"] for c in board(table)["cards"]] == ["w01", "w02"]
    up(table, "w01")
    assert (board(table)["focus"], board(table)["prompt"]) == ("w01", "")
    table.go("information")
    assert board(table)["information"]["id"] == "i1" and board(table)["talk"]


def test_a_discussion_comes_back_to_what_was_talked_about(table):
    turn(table, True)
    up(table, "c3")
    up(table, "c1")
    table.go("discussion")
    assert board(table)["talk"] and [c["id"] for c in board(table)["cards"]] == ["c1", "c3"]
    up(table, "c3")
    assert table.refused("board.talk_about", {"card": "c2"}) == "unknown_card"


def test_only_a_facilitator_turns_it_and_cards_come_up_only_while_it_is_on(table):
    assert table.refused("board.talk", {"talk": True}, "d1") == "not_allowed"
    assert table.refused("board.talk_about", {"card": "c1"}, "d1") == "not_allowed"
    assert table.refused("board.talk_about", {"card": "c1"}) == "not_now"
    turn(table, True)
    assert table.refused("board.talk_about", {"card": "c9"}) == "unknown_card"
    before = table.head
    turn(table, True)
    assert table.head == before


def test_it_survives_a_restart_with_what_was_talked_about(table):
    turn(table, True)
    up(table, "c1")
    table.live.lose_everything()
    head = ensure_live(table.context, table.session, fresh=True)
    assert head.talk and head.talked == ("c1",)
    assert board(table)["focus"] == "c1"


# ---------------------------------------------------------------- no figures are had by it


def test_no_placing_is_taken_or_opened_or_shown_while_the_room_talks():
    table = Table(people=6, step="board")
    round_id = placed(table, 6)
    turn(table, True)
    place = {"round": round_id, "card": "c1", "stage": "violent"}
    assert table.refused("board.place", place, "d1") == "round_closed"
    assert table.refused("board.skip", {"round": round_id, "card": "c1"}, "d1") == "round_closed"
    for name, body in (
        ("board.open", {}),
        ("board.reveal", {"round": round_id}),
        ("board.again", {"round": round_id}),
        ("board.reopen", {"cards": ["c1"], "cause": "discussion"}),
    ):
        assert table.refused(name, body) == "not_now", name


@pytest.mark.parametrize("people", range(7))
def test_turning_it_destroys_what_is_open_whoever_has_placed(people):
    table = Table(people=6, step="board")
    round_id = placed(table, people)
    turn(table, True)
    turn(table, False)
    assert table.head.rounds[round_id].state == "closed" and not table.head.rounds[round_id].quorum
    assert table.refused("board.reveal", {"round": round_id}) == "too_few"
    assert table.record.rounds(table.session) == [] and table.collection("results") == {}
    assert not table.live.scope_is_open(table.session, round_id)
    assert not any(round_id in name for name, held in table.live.room(table.session).collections.items() if held)


def test_what_was_closed_with_enough_and_not_shown_is_destroyed_too():
    table = Table(people=6, step="board")
    round_id = placed(table, 6)
    table.must("board.close", {"round": round_id})
    assert board(table)["round"]["showable"] and len(table.record.rounds(table.session)) == 1
    turn(table, True)
    turn(table, False)
    assert table.refused("board.reveal", {"round": round_id}) == "too_few"
    assert table.record.rounds(table.session) == []
    assert table.collection("results") == {} and table.collection("unseen") == {}


def test_four_talk_a_fifth_comes_and_what_was_talked_about_is_not_placed(table):
    turn(table, True)
    up(table, "c1")
    up(table, "c3")
    table.sit("d5")
    turn(table, False)
    assert [c["id"] for c in board(table)["cards"]] == ["c2", "c4"]
    round_id = placed(table, 5)
    assert table.head.rounds[round_id].cards == ("c2", "c4")
    table.must("board.reveal", {"round": round_id})
    assert {r["card"] for r in board(table)["results"]} == {"c2", "c4"}
    assert table.refused("board.reopen", {"cards": ["c1"], "cause": "discussion"}) == "not_now"
    table.must("board.reopen", {"cards": ["c1", "c2"], "cause": "discussion"})
    assert table.head.round_here().cards == ("c2",)


def test_where_every_card_was_talked_about_no_placing_opens(table):
    turn(table, True)
    for card in CARDS:
        up(table, card)
    turn(table, False)
    assert board(table)["cards"] == [] and table.refused("board.open", {}) == "not_now"


def test_a_picture_that_was_told_stays_and_is_not_made_again_after_talk():
    table = Table(people=6)
    table.first_round({"c1": ["abusive"] * 6})
    told = board(table)["results"]
    turn(table, True)
    assert not board(table)["talk"] and board(table)["results"] == told
    table.go("discussion")
    assert not board(table)["talk"]
    table.must("discussion.focus", {"card": "c1"})
    assert table.refused("board.reopen", {"cards": ["c1"], "cause": "discussion"}) == "not_now"


@pytest.mark.parametrize(("tapped", "on"), list(product(range(7), (True, False))))
def test_whether_it_can_be_turned_goes_by_no_phone_and_no_answer(tapped, on):
    table = Table(people=6, step="board")
    if not on:
        turn(table, True)
        turn(table, False)
        turn(table, True)
    else:
        placed(table, tapped)
    before = table.head.talk
    turn(table, on)
    assert table.head.talk is on and before is not on


def test_a_report_of_a_session_that_talked_has_no_figures(table):
    turn(table, True)
    for card in CARDS:
        up(table, card)
    table.must("session.end", {})
    assert table.record.rounds(table.session) == []
