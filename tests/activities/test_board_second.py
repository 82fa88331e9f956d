"""What would you do: asked with the stage, in the same message; kept apart from it, counted and told by itself."""

import random

import pytest

from tests.activities.test_board_again import placing
from tests.helpers.case import LEVELS, STAGES
from tests.helpers.responding import all_respond
from tests.helpers.table import SECOND, Table
from workshop.service.join import leave

SHEETS = ("responses", "responses_earlier", "responses_moves")
SPLIT = ["universal"] * 3 + ["immediate"] * 3


@pytest.fixture
def table():
    table = Table(people=6, step=SECOND)
    table.must("board.open", {})
    return table


@pytest.fixture
def again(table):
    all_respond(table, "r1", "c1", ["abusive"] * 6, SPLIT)
    table.must("board.reveal", {"round": "r1"})
    table.must("board.reopen", {"cards": ["c1", "c2"], "cause": "discussion"})
    return table


def response(table, card="c1"):
    return next(r for r in table.part("board")["results"] if r["card"] == card)["response"]


def saying(level="targeted", **more):
    return placing(response={"level": level, **more})


def test_a_step_that_asks_says_so_of_its_cards_with_the_levels(table):
    board = table.part("board")
    assert [c["second"] for c in board["cards"]] == [{"again": None}] * 4
    assert [level["id"] for level in board["second"]["stages"]] == list(LEVELS)


def test_no_other_step_asks_and_an_answer_there_is_refused():
    table = Table(people=6, step="board")
    table.must("board.open", {})
    assert table.part("board")["second"] is None and not any(c["second"] for c in table.part("board")["cards"])
    assert table.refused("board.place", saying(), "d1") == "invalid"


def test_it_lies_apart_from_the_place_under_a_slot_of_its_own(table):
    table.must("board.place", saying(), "d1")
    [(where, place)], [(apart, said)] = (table.collection(f"{n}.r1").items() for n in ("placements", "responses"))
    assert where != apart and "response" not in place["c1"] and said == {"c1": {"stage": "targeted"}}
    assert table.own("d1")["own_board"]["placements"]["c1"]["response"]["level"] == "targeted"
    assert table.own("d2")["own_board"]["placements"] == {}


@pytest.mark.parametrize("name", ["board.place", "board.skip"])
def test_it_can_be_passed_over_and_taken_back(table, name):
    table.must("board.place", saying(), "d1")
    table.must(name, placing() if name == "board.place" else {"round": "r1", "card": "c1"}, "d1")
    assert list(table.collection("responses.r1").values()) == [{}]
    assert table.own("d1")["own_board"]["placements"]["c1"]["response"] is None


REFUSED = {
    "a level of another scale": (saying("abusive"), "unknown_stage"),
    "an earlier level of another scale": (saying(earlier="abusive", direction="same"), "unknown_stage"),
    "an earlier one where there was none": (saying(earlier="universal"), "invalid"),
    "a direction from nowhere": (saying(direction="same"), "invalid"),
    "a direction of one's own": (saying(direction="left"), "invalid"),
    "no level at all": (placing(response={}), "invalid"),
    "a field more": (saying(why=["heard"]), "invalid"),
}


@pytest.mark.parametrize(("body", "code"), REFUSED.values(), ids=REFUSED)
def test_an_answer_that_means_nothing_is_refused_with_its_place(table, body, code):
    assert table.refused("board.place", body, "d1") == code
    assert table.collection("placements.r1") == {}


def test_who_needs_to_know_more_is_asked_too_and_each_is_told_by_itself(table):
    all_respond(table, "r1", "c1", [None] * 6, ["specialist"] * 5 + [None])
    table.must("board.reveal", {"round": "r1"})
    shown = table.part("board")["results"][0]
    assert (shown["withheld"], shown["why"]) == (True, "unsure")
    assert (shown["response"]["tallies"], shown["response"]["need_to_know"]) == ([0, 0, 5, 0], 1)
    assert shown["response"]["label"] == "settled" and shown["response"]["compared"] is None


def test_of_fewer_than_k_answers_nothing_is_told_though_the_card_is(table):
    all_respond(table, "r1", "c1", ["abusive"] * 4, ["specialist"] * 4)
    for who in ("d5", "d6"):
        table.must("board.place", placing(), who)
        table.finish("r1", who)
    table.must("board.reveal", {"round": "r1"})
    assert table.part("board")["results"][0]["tallies"] == [0, 0, 0, 6, 0]
    figures = {"placed", "need_to_know", "tallies", "label", "before", "movement", "compared", "answered"}
    told = response(table)
    assert (told["withheld"], told["why"]) == (True, "few") and not any(told[name] for name in figures)


def test_settled_here_and_split_there_is_the_sentence(table):
    all_respond(table, "r1", "c1", ["abusive"] * 6, SPLIT)
    table.must("board.reveal", {"round": "r1"})
    assert response(table)["compared"] == "agree_differ"


def test_nothing_that_is_told_or_kept_changes_when_answers_are_swapped_among_people():
    """So nobody can read from it who placed a card where and would do what."""
    chance, found = random.Random(7), []
    placed, levels = [*STAGES, "abusive", None], [*LEVELS, None, "targeted", "targeted"]
    for _ in range(4):
        table = Table(people=7, step=SECOND)
        table.must("board.open", {})
        all_respond(table, "r1", "c1", placed, levels)
        table.must("board.reveal", {"round": "r1"})
        found.append((table.part("board"), table.record.round(table.session, "r1"), table.collection("standing")))
        chance.shuffle(levels)
    assert all(each == found[0] for each in found)


def test_before_the_reveal_no_part_tells_of_it(table):
    for role in ("delegate", "facilitator", "screen"):
        before = {**table.parts(role), "progress": None}
        table.must("board.place", saying("immediate"), "d1")
        assert {**table.parts(role), "progress": None} == before


def test_placed_again_it_is_asked_again_wherever_that_is_and_of_no_other_card(again):
    again_of = {"first": "r1", "stood": "r1", "told": "r1", "uncounted": []}
    c1, c2 = again.part("board")["cards"]
    assert c1["second"] == {"again": again_of} and c2["second"] == {"again": again_of}, "nobody said anything of c2 yet"
    again.must("board.close", {"round": "r2"})
    again.go("board")
    assert again.head.rounds["r1"].second.keys() == {"c1", "c2", "c3", "c4"}


def test_again_it_goes_as_flows_that_lie_apart_from_each_other_and_from_those_of_the_card(again):
    body = again.placing("r2", "c1", "violent", "d1", response={"level": "targeted", **UP})
    again.must("board.place", body, "d1")
    names = ("placements", "earlier", "moves", *SHEETS)
    slots = [next(iter(again.collection(f"{name}.r2"))) for name in names]
    assert len(set(slots)) == len(names)
    now, left, moved = (next(iter(again.collection(f"{name}.r2").values())) for name in SHEETS)
    assert (now, moved) == ({"c1": {"stage": "targeted"}}, {"c1": {"direction": "harmful"}})
    assert left == {"c1": {"stage": "universal", "left": True}}
    assert again.own("d1")["own_board"]["placements"]["c1"]["response"] == {"level": "targeted", **UP}
    assert again.refused("board.place", {**body, "response": {"level": "targeted"}}, "d1") == "invalid"


UP = {"earlier": "universal", "direction": "harmful"}


def test_a_newer_picture_of_it_is_told_if_three_moved_whatever_the_card_did(again):
    all_respond(again, "r2", "c1", ["abusive"] * 6, ["targeted"] * 3 + ["immediate"] * 3)
    again.must("board.reveal", {"round": "r2"})
    card = again.part("board")["results"][0]
    assert card["why"] == "stands" and card["tallies"] == [0, 0, 0, 6, 0]
    assert card["response"]["tallies"] == [0, 3, 0, 3] and card["response"]["before"]["tallies"] == [3, 0, 0, 3]
    assert card["response"]["movement"] | {"harmful": 3, "same": 3} == card["response"]["movement"]


def test_fewer_than_three_moved_and_its_picture_stands_while_the_card_s_moves(again):
    all_respond(again, "r2", "c1", ["violent"] * 6, ["targeted"] * 2 + SPLIT[2:])
    again.must("board.reveal", {"round": "r2"})
    card = again.part("board")["results"][0]
    assert card["why"] is None and card["tallies"] == [0, 0, 0, 0, 6]
    assert (card["response"]["why"], card["response"]["tallies"]) == ("stands", [3, 0, 0, 3])
    again.must("board.reopen", {"cards": ["c1"], "cause": "discussion"})
    assert again.head.rounds["r3"].second["c1"] == ("r2", "r1"), "what was not told flows into the next picture"


def test_who_stood_aside_keeps_it_from_being_told(again):
    for n in range(1, 5):
        level = {"level": "specialist", **UP} if n < 4 else {"level": "immediate", "earlier": "immediate"}
        said = {"direction": "same", **level}
        again.must("board.place", again.placing("r2", "c1", "abusive", f"d{n}", response=said), f"d{n}")
        again.finish("r2", f"d{n}")
    again.finish("r2", "d5")
    again.must("board.reveal", {"round": "r2"})
    assert response(again)["why"] == "aside"


def test_closed_unseen_and_shown_later_it_stands_as_it_was_counted(table):
    all_respond(table, "r1", "c1", ["abusive"] * 6, SPLIT)
    table.must("board.close", {"round": "r1"})
    assert "c1?" not in table.collection("standing")
    table.must("board.reveal", {"round": "r1"})
    assert table.collection("standing")["c1?"]["piles"] == [3, 0, 0, 3, 0]


def test_where_the_room_stands_is_found_again_by_what_was_told(again):
    again.must("board.close", {"round": "r2"})
    again.live.room(again.session).collections["standing"].clear()
    again.must("board.reopen", {"cards": ["c1"], "cause": "discussion"})
    assert again.head.rounds["r3"].second == {"c1": ("r1", "r1")}


def test_who_leaves_takes_it_along(table):
    table.must("board.place", saying(), "d1")
    leave(table.context, table.session, table.tokens["d1"])
    assert table.collection("responses.r1") == {}


def test_it_is_on_the_screen_when_asked_for_and_only_of_a_card_of_which_it_was_asked(table):
    all_respond(table, "r1", "c1", ["abusive"] * 6, SPLIT)
    table.must("board.reveal", {"round": "r1"})
    assert table.refused("discussion.show", {"show": "response"}) == "not_now", "no card is in focus"
    table.must("discussion.focus", {"card": "c1"})
    table.must("discussion.show", {"show": "response"})
    assert table.part("board", "screen")["show"] == "response"


def test_of_a_card_that_was_not_asked_it_cannot_be_shown():
    table = Table(people=6)
    table.first_round({"c1": ["abusive"] * 6})
    table.must("discussion.focus", {"card": "c1"})
    assert table.refused("discussion.show", {"show": "response"}) == "not_now"
