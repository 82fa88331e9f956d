"""The board's commands: open, place, skip, move, close, reveal, place again; and every refusal."""

import json

import pytest

from tests.helpers.table import ROLES, Table
from workshop.activities.codec import round_result

STAGES = ("expected", "inappropriate", "problematic", "abusive", "violent")


def placing(card="c1", stage="abusive", round="r1", **more):
    return {"round": round, "card": card, "stage": stage, **more}


@pytest.fixture
def table():
    table = Table(people=6, step="board")
    table.must("board.open", {})
    return table


def test_opening_asks_all_cards_of_the_step(table):
    found = table.head.rounds["r1"]
    assert (found.step, found.cause, found.cards, found.state) == ("s4", "first", ("c1", "c2", "c3", "c4"), "open")


def test_a_step_is_opened_once_and_only_a_board_step(table):
    assert table.refused("board.open", {}) == "not_now"
    table.go("discussion")
    assert table.refused("board.open", {}) == "not_now"


def test_the_warm_up_and_new_information_ask_their_own_cards():
    table = Table(step="warm_up")
    table.must("board.open", {})
    table.go("information")
    table.must("board.open", {})
    warm, informed = table.head.rounds["w1"], table.head.rounds["r1"]
    assert (warm.cause, warm.cards) == ("warm_up", ("w01", "w02"))
    assert (informed.cause, informed.information, informed.cards) == ("information", "i1", ("c1", "c2"))


FACILITATORS = {
    "board.open": {},
    "board.close": {"round": "r1"},
    "board.reveal": {"round": "r1"},
    "board.reopen": {"cards": ["c1"], "cause": "discussion"},
}
DELEGATES = {
    "board.place": placing(),
    "board.skip": {"round": "r1", "card": "c1"},
    "board.move": {"round": "r1", "card": "c1", "direction": "same"},
}


@pytest.mark.parametrize("name", FACILITATORS)
def test_a_delegate_runs_no_round(table, name):
    assert table.refused(name, FACILITATORS[name], "d1") == "not_allowed"


@pytest.mark.parametrize("name", DELEGATES)
def test_a_facilitator_has_no_seat_to_place_from(table, name):
    assert table.refused(name, DELEGATES[name]) == "not_allowed"


def test_placements_are_counted_exactly(table):
    for card in ("c1", "c2", "c3"):
        table.must("board.place", placing(card), "d1")
    table.must("board.place", placing("c1", "expected"), "d1")
    assert table.counts == {"devices": 6, "r1:answered": 1}
    table.must("board.skip", {"round": "r1", "card": "c4"}, "d1")
    table.must("board.skip", {"round": "r1", "card": "c4"}, "d2")
    table.must("board.place", placing("c4", None, missing=["age"]), "d1")
    assert table.counts == {"devices": 6, "r1:answered": 2, "r1:finished": 1}
    assert len(table.collection("placements.r1")) == 2


def test_a_phone_gets_its_own_placements_back(table):
    table.must("board.place", placing(reasons=["power"], certainty=4), "d1")
    table.must("board.place", placing("c2", None, missing=["age", "source"]), "d1")
    table.must("board.skip", {"round": "r1", "card": "c3"}, "d1")
    none = {"stage": None, "missing": [], "reasons": [], "certainty": None, "skipped": False}
    assert table.own("d1")["own_board"] == {
        "round": "r1",
        "placements": {
            "c1": {**none, "stage": "abusive", "reasons": ["power"], "certainty": 4},
            "c2": {**none, "missing": ["age", "source"]},
            "c3": {**none, "skipped": True},
        },
    }
    assert table.own("d2")["own_board"] == {"round": "r1", "placements": {}}


REFUSED = {
    "a card that is not asked": (placing("c9"), "unknown_card"),
    "a stage of another scale": (placing(stage="formal"), "unknown_stage"),
    "what is missing beside a stage": (placing(missing=["age"]), "invalid"),
    "a round that there is not": (placing(round="r9"), "round_closed"),
    "a reason of one's own": (placing(reasons=["because"]), "invalid"),
    "a topic of one's own": (placing(stage=None, missing=["because"]), "invalid"),
    "certainty beyond five": (placing(certainty=6), "invalid"),
    "certainty of none": (placing(certainty=0), "invalid"),
    "no stage at all": ({"round": "r1", "card": "c1"}, "invalid"),
    "a field more": (placing(name="Kim"), "invalid"),
    "a stage that is a number": (placing(stage=3), "invalid"),
    "a stage without end": (placing(stage="x" * 41), "invalid"),
    "more reasons than there are": (placing(reasons=["law"] * 10), "invalid"),
}


@pytest.mark.parametrize(("body", "code"), REFUSED.values(), ids=REFUSED)
def test_a_placement_that_means_nothing_is_refused(table, body, code):
    assert table.refused("board.place", body, "d1") == code


@pytest.mark.parametrize("name", DELEGATES)
def test_a_card_of_another_step_is_refused(table, name):
    assert table.refused(name, {**DELEGATES[name], "card": "w01"}, "d1") == "unknown_card"


@pytest.mark.parametrize("name", DELEGATES)
@pytest.mark.parametrize("how", ["board.close", "board.reveal"])
def test_nothing_is_taken_after_the_close(table, name, how):
    table.all_place("r1", {"c1": ["abusive"] * 5})
    table.must(how, {"round": "r1"})
    assert table.refused(name, DELEGATES[name], "d6") == "round_closed"
    assert table.refused(name, DELEGATES[name], "d1") == "round_closed"


def test_a_questionnaires_round_takes_no_placement():
    table = Table(people=1, step="confidence")
    for name, body in DELEGATES.items():
        assert table.refused(name, {**body, "round": "q1"}, "d1") == "round_closed"


@pytest.mark.parametrize("there", range(5))
def test_nothing_is_revealed_below_k(table, there):
    for n in range(1, there + 1):
        table.must("board.place", placing(), f"d{n}")
    assert table.refused("board.reveal", {"round": "r1"}) == "too_few"


def test_the_reveal_freezes_and_leaves_nothing_that_links(table):
    table.all_place("r1", {"c1": ["abusive"] * 5})
    table.must("board.move", {"round": "r1", "card": "c1", "direction": "same"}, "d1")
    table.must("board.reveal", {"round": "r1"})
    assert table.head.rounds["r1"].state == "revealed"
    assert table.collection("placements.r1") == table.collection("moves.r1") == {}
    assert "r1" not in table.live.room(table.session).salts
    assert "own_board" not in table.own("d1")
    assert table.refused("board.reveal", {"round": "r1"}) == "not_now"
    assert table.refused("board.close", {"round": "r1"}) == "not_now"


def test_a_round_may_be_closed_unseen_by_any_number_and_shown_later(table):
    table.all_place("r1", {"c1": ["abusive"] * 5})
    table.must("board.close", {"round": "r1"})
    assert table.part("board")["results"] is None and table.part("board")["round"]["state"] == "closed"
    assert table.refused("board.close", {"round": "r1"}) == "not_now"
    table.must("board.reveal", {"round": "r1"})
    assert table.part("board")["results"][0]["tallies"] == [0, 0, 0, 5, 0]
    assert round_result(table.collection("results")["r1"]).revealed


def test_a_round_closed_unseen_can_be_shown_after_the_counts_were_lost(table):
    table.all_place("r1", {"c1": ["abusive"] * 5})
    table.must("board.close", {"round": "r1"})
    table.live.room(table.session).counts.clear()
    table.must("board.reveal", {"round": "r1"})
    assert table.part("board")["results"][0]["tallies"] == [0, 0, 0, 5, 0]


def test_a_round_closed_by_too_few_is_never_shown(table):
    table.all_place("r1", {"c1": ["abusive"] * 4})
    table.must("board.close", {"round": "r1"})
    assert table.refused("board.reveal", {"round": "r1"}) == "too_few"


def test_a_round_that_there_is_not_is_neither_closed_nor_shown(table):
    assert table.refused("board.close", {"round": "r9"}) == "not_now"
    assert table.refused("board.reveal", {"round": "r9"}) == "not_now"


def test_placing_again_asks_some_cards_in_the_order_of_the_case(table):
    table.all_place("r1", {"c1": ["abusive"] * 5})
    table.must("board.reveal", {"round": "r1"})
    table.must("board.reopen", {"cards": ["c3", "c1"], "cause": "information", "information": "i2"})
    found = table.head.rounds["r2"]
    assert (found.cards, found.cause, found.information, found.step) == (("c1", "c3"), "information", "i2", "s4")


AGAIN = {
    "a card that there is not": ({"cards": ["c1", "c9"], "cause": "discussion"}, "unknown_card"),
    "a card of the warm-up": ({"cards": ["w01"], "cause": "discussion"}, "unknown_card"),
    "no card": ({"cards": [], "cause": "discussion"}, "invalid"),
    "information that is not named": ({"cards": ["c1"], "cause": "information"}, "invalid"),
    "information that is not the cause": ({"cards": ["c1"], "cause": "discussion", "information": "i1"}, "invalid"),
    "information that there is not": ({"cards": ["c1"], "cause": "information", "information": "i9"}, "invalid"),
    "a cause of one's own": ({"cards": ["c1"], "cause": "first"}, "invalid"),
}


@pytest.mark.parametrize(("body", "code"), AGAIN.values(), ids=AGAIN)
def test_placing_again_that_means_nothing_is_refused(table, body, code):
    table.must("board.close", {"round": "r1"})
    assert table.refused("board.reopen", body) == code


def test_cards_are_not_placed_again_while_a_round_is_open_or_elsewhere(table):
    body = {"cards": ["c1"], "cause": "discussion"}
    assert table.refused("board.reopen", body) == "not_now"
    table.must("board.close", {"round": "r1"})
    table.go("plan")
    assert table.refused("board.reopen", body) == "not_now"
    table.go("discussion")
    table.must("board.reopen", body)


def test_a_movement_lies_apart_from_its_placement_and_moves_no_part(table):
    table.must("board.place", placing(), "d1")
    rev = table.seen.rev
    table.must("board.move", {"round": "r1", "card": "c1", "direction": "harmful", "why": ["heard"]}, "d1")
    table.must("board.move", {"round": "r1", "card": "c1", "direction": "typical", "why": []}, "d1")
    [(placed, _)] = table.collection("placements.r1").items()
    [(moved, said)] = table.collection("moves.r1").items()
    assert placed != moved and said == {"c1": {"direction": "typical", "why": []}}
    assert table.seen.rev == rev


@pytest.mark.parametrize("body", [{"direction": "left"}, {"direction": "same", "why": ["boredom"]}, {"why": []}])
def test_a_movement_that_means_nothing_is_refused(table, body):
    assert table.refused("board.move", {"round": "r1", "card": "c1", **body}, "d1") == "invalid"


def test_no_part_and_no_own_part_holds_a_slot_a_token_or_an_operation(table):
    table.all_place("r1", {"c1": [*STAGES], "c2": [None] * 5}, reasons=["power"])
    keys = [*table.collection("placements.r1"), *table.tokens.values(), "operation-"]
    seen = json.dumps([[table.parts(role) for role in ROLES], [table.own(f"d{n}") for n in range(1, 7)]])
    assert not [key for key in keys if key in seen]
