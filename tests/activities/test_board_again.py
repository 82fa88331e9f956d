"""Placing again: where a phone stood and which way it moved go with its new place, each apart; and leaving."""

import json

import pytest

from tests.helpers.table import ROLES, Table
from workshop.service.join import leave

STAGES = ("expected", "inappropriate", "problematic", "abusive", "violent")


def placing(card="c1", stage="abusive", round="r1", **more):
    return {"round": round, "card": card, "stage": stage, **more}


@pytest.fixture
def table():
    table = Table(people=6, step="board")
    table.must("board.open", {})
    return table


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


def test_a_card_has_one_first_placing_though_the_room_moved_on_without_closing_it(table):
    table.all_place("r1", {"c1": ["abusive"] * 5})
    table.go("information")  # two of the same cards
    assert table.refused("board.open", {}) == "not_now"
    table.must("board.reveal", {"round": "r1"})
    table.must("board.open", {})
    assert set(table.head.rounds["r2"].again) == {"c1", "c2"}, "it is placed again, and told as flows"


@pytest.mark.parametrize("elsewhere", ["discussion", "information"])
def test_a_round_closed_by_a_slip_is_not_opened_again_while_its_cards_are_open_in_another_step(table, elsewhere):
    table.must("board.close", {"round": "r1"})
    table.go(elsewhere)
    if elsewhere == "discussion":
        table.must("board.reopen", {"cards": ["c1"], "cause": "discussion"})
    else:
        table.must("board.open", {})
    table.go("board")
    assert table.refused("board.again", {"round": "r1"}) == "not_now", "c1 would have two first placings at once"
    table.must("board.close", {"round": "r2"})
    table.must("board.again", {"round": "r1"})


def test_a_warm_up_that_was_left_open_keeps_nothing_closed():
    table = Table(people=6, step="warm_up")
    table.must("board.open", {})
    table.go("board")
    table.must("board.open", {})
    assert table.head.rounds["w1"].state == table.head.rounds["r1"].state == "open"


@pytest.fixture
def again(table):
    table.all_place("r1", {"c1": ["abusive"] * 6})
    table.must("board.reveal", {"round": "r1"})
    table.must("board.reopen", {"cards": ["c1", "c2"], "cause": "discussion"})
    return table


BACK = placing("c1", "violent", "r2", earlier="abusive", direction="harmful", why=["heard"])


def test_a_card_that_was_placed_before_says_since_when(again):
    cards = {c["id"]: c["again"] for c in again.part("board")["cards"]}
    assert cards == {
        "c1": {"first": "r1", "stood": "r1", "told": "r1", "uncounted": []},
        "c2": {"first": "r1", "stood": "r1", "told": "r1", "uncounted": []},
    }


def test_a_round_that_was_opened_again_before_it_was_shown_is_named_as_one_that_counts_for_nothing(again):
    again.all_place("r2", {"c1": ["violent"] * 6})
    again.must("board.close", {"round": "r2"})
    again.must("board.again", {"round": "r2"})
    assert [c["again"]["uncounted"] for c in again.part("board")["cards"]] == [[], []], "a phone goes by r1 alone"
    again.all_place("r3", {"c1": ["problematic"] * 6})
    again.must("board.reveal", {"round": "r3"})
    again.must("board.reopen", {"cards": ["c1"], "cause": "discussion"})
    [c1] = again.part("board")["cards"]
    assert c1["again"] == {"first": "r1", "stood": "r3", "told": "r3", "uncounted": ["r2"]}


PLACES = ["expected"] * 3 + ["problematic"] * 4 + ["violent"] * 3


def what_phones_get(where, made_up):
    """Of a re-placing in which one who stood at `where` is away, and a phone of the attacker makes up its place."""
    table, stood = Table(people=12, step="board"), [*PLACES, where, "abusive"]
    table.must("board.open", {})
    table.all_place("r1", {"c1": stood})
    table.must("board.reveal", {"round": "r1"})
    table.must("board.reopen", {"cards": ["c1"], "cause": "discussion"})
    for n, stage in enumerate(PLACES, 1):
        table.must("board.place", table.placing("r2", "c1", stage, f"d{n}"), f"d{n}")
    table.must("board.place", placing("c1", "abusive", "r2", earlier=made_up, direction="same"), "d12")
    table.must("board.reveal", {"round": "r2"})
    why = table.part("board")["results"][0]["why"]
    table.must("board.reopen", {"cards": ["c1"], "cause": "discussion"})
    return why, table.part("board")["cards"][0]["again"]


def test_where_somebody_who_is_away_stands_cannot_be_asked_by_making_up_an_earlier_place():
    """It was: flows that did not fit were not counted, and the round that counted last is on every phone."""
    told = [what_phones_get(where, made_up) for where in ("expected", "violent") for made_up in STAGES]
    assert all(each == told[0] for each in told)


def test_a_round_of_which_something_was_lost_counts_for_nothing_though_it_was_shown(again):
    """Nobody's places of that round are counted, and none goes by them."""
    again.all_place("r2", {"c1": ["violent"] * 5})
    again.live.room(again.session).collections["moves.r2"].popitem()
    again.must("board.reveal", {"round": "r2"})
    again.must("board.reopen", {"cards": ["c1"], "cause": "discussion"})
    again.all_place("r3", {"c1": ["violent"] * 5})
    again.must("board.reveal", {"round": "r3"})
    again.must("board.reopen", {"cards": ["c1"], "cause": "discussion"})
    [c1] = again.part("board")["cards"]
    assert c1["again"] == {"first": "r1", "stood": "r3", "told": "r1", "uncounted": ["r2"]}


def test_a_first_placing_of_which_the_server_lost_everything_is_not_the_one_that_counts(again):
    again.must("board.close", {"round": "r2"})
    again.live.room(again.session).collections["standing"].clear()  # and of c2 nothing was told
    again.must("board.reopen", {"cards": ["c2"], "cause": "discussion"})
    again.all_place("r3", {"c2": ["violent"] * 6})
    again.must("board.reveal", {"round": "r3"})
    again.must("board.reopen", {"cards": ["c2"], "cause": "discussion"})
    [c2] = again.part("board")["cards"]
    assert c2["again"] == {"first": "r3", "stood": "r3", "told": "r3", "uncounted": []}


def test_what_goes_with_a_re_placing_lies_apart_under_slots_of_its_own(again):
    again.must("board.place", BACK, "d1")
    rev = again.seen.rev
    again.must("board.place", placing("c1", "abusive", "r2", earlier="abusive", direction="same"), "d1")
    (now, said), (earlier, left), (moved, way) = (
        next(iter(again.collection(f"{name}.r2").items())) for name in ("placements", "earlier", "moves")
    )
    assert len({now, earlier, moved}) == 3
    assert said["c1"]["stage"] == "abusive" and "direction" not in said["c1"] and "earlier" not in said["c1"]
    assert left == {"c1": {"stage": "abusive", "left": False}} and way == {"c1": {"direction": "same", "why": []}}
    assert again.seen.rev == rev, "thinking again moves nothing"


def test_a_phone_gets_all_of_its_re_placing_back(again):
    again.must("board.place", BACK, "d1")
    own = again.own("d1")["own_board"]["placements"]["c1"]
    assert (own["stage"], own["earlier"], own["direction"], own["why"]) == ("violent", "abusive", "harmful", ["heard"])


def test_passing_over_takes_a_re_placing_back(again):
    again.must("board.place", BACK, "d1")
    again.must("board.skip", {"round": "r2", "card": "c1"}, "d1")
    assert [set(slice_) for name in ("earlier", "moves") for slice_ in again.collection(f"{name}.r2").values()] == [
        set(),
        set(),
    ]


@pytest.mark.parametrize(
    "changed",
    [{"direction": "left"}, {"direction": None}, {"why": ["boredom"]}, {"earlier": "formal"}],
    ids=str,
)
def test_a_re_placing_that_means_nothing_is_refused(again, changed):
    expected = "unknown_stage" if "earlier" in changed else "invalid"
    assert again.refused("board.place", {**BACK, **changed}, "d1") == expected


def test_who_left_can_say_nothing_more_and_takes_open_answers_along(again):
    again.must("board.place", BACK, "d1")
    again.finish("r2", "d1")
    before = again.counts
    assert (before["r2:answered"], before["r2:finished"]) == (1, 1)
    leave(again.context, again.session, again.tokens["d1"])
    after = again.counts
    assert "r2:answered" not in after and "r2:finished" not in after
    assert (after["devices"], after["devices:most"]) == (5, 6)
    assert [again.collection(f"{name}.r2") for name in ("placements", "earlier", "moves")] == [{}, {}, {}]
    assert again.refused("board.place", BACK, "d1") == "left"


def test_no_part_and_no_own_part_holds_a_slot_a_token_or_an_operation(table):
    table.all_place("r1", {"c1": [*STAGES], "c2": [None] * 5}, reasons=["power"])
    keys = [*table.collection("placements.r1"), *table.tokens.values(), "operation-"]
    seen = json.dumps([[table.parts(role) for role in ROLES], [table.own(f"d{n}") for n in range(1, 7)]])
    assert not [key for key in keys if key in seen]
