"""What each audience sees of a board: counts before the reveal, frozen figures after it, with k and floors kept."""

import pytest

from tests.helpers.case import CASE
from tests.helpers.table import ROLES, Table
from workshop.activities.registry import ALWAYS

SPLIT = ["expected"] * 3 + ["violent"] * 3
HIDDEN = {"answered", "finished", "devices", "enough"}


@pytest.fixture
def table():
    return Table(people=6, step="board")


def shown(table, card="c1", role="delegate"):
    return next(r for r in table.part("board", role)["results"] if r["card"] == card)


def test_before_it_opens_the_board_shows_what_will_be_asked(table):
    for role in ROLES:
        board = table.part("board", role)
        assert board["round"] == {"id": "", "cause": "first", "number": 1, "state": "ready", "showable": False}
        assert [c["id"] for c in board["cards"]] == ["c1", "c2", "c3", "c4"]
        assert (board["results"], board["queue"], board["information"]) == (None, [], None)
        assert board["scale"]["ends"] == ["typical", "harmful"] and len(board["scale"]["stages"]) == 5
    table.go("information")
    board = table.part("board")
    assert board["information"] == {"id": "i1", "kind": "impact", "text": CASE.information[0].text}
    assert [c["id"] for c in board["cards"]] == ["c1", "c2"]


def test_before_the_reveal_nobody_sees_anything_but_counts(table):
    table.must("board.open", {})
    empty = {role: table.parts(role)["board"] for role in ROLES}
    table.all_place("r1", {"c1": SPLIT, "c2": [None] * 6}, reasons=["power"], certainty=2)
    table.must("board.skip", {"round": "r1", "card": "c3"}, "d1")
    for role in ROLES:
        assert table.part("board", role) == empty[role]
        assert table.part("progress", role) == {"answered": 5, "finished": 5, "devices": 6, "enough": True}
        shown = {name for name, part in table.parts(role).items() if part is not None}
        here = {p.name for p in ALWAYS}
        assert shown - here - {"what_moved"} == {"board", "progress"}
    assert table.part("what_moved", "facilitator") == {"rows": []}


def test_progress_moves_in_steps_of_k_and_says_when_there_are_enough(table):
    table.must("board.open", {})
    seen = []
    for n in range(1, 7):
        table.must("board.place", {"round": "r1", "card": "c1", "stage": "abusive"}, f"d{n}")
        table.finish("r1", f"d{n}")
        progress = table.part("progress")
        seen.append((progress["answered"], progress["finished"], progress["enough"]))
    assert seen == [(0, 0, False)] * 4 + [(5, 5, True)] * 2


def test_after_the_reveal_everybody_sees_the_same(table):
    table.first_round({"c1": SPLIT, "c2": ["abusive"] * 6}, reasons=["power", "law"])
    boards = [table.part("board", role) for role in ROLES]
    assert boards[0] == boards[1] == boards[2]
    c1 = shown(table)
    assert (c1["tallies"], c1["placed"], c1["label"], c1["agreement"]) == ([3, 0, 0, 0, 3], 6, "split", -1.0)
    assert c1["camps"] == {
        "low": {"first": 0, "last": 0, "n": 3, "reasons": ["power", "law"]},
        "high": {"first": 4, "last": 4, "n": 3, "reasons": ["power", "law"]},
    }
    assert c1["shared_reason"] == "power" and c1["before"] is None and c1["movement"] is None
    assert (shown(table, "c2")["label"], shown(table, "c2")["median"]) == ("settled", "abusive")
    assert boards[0]["queue"] == ["c1", "c2"]


def test_a_card_that_fewer_than_k_placed_is_withheld_with_all_its_figures(table):
    table.first_round({"c1": ["abusive"] * 5, "c2": ["abusive"] * 4, "c3": [None] * 5}, certainty=3)
    nothing = {
        "withheld": True,
        "placed": None,
        "tallies": None,
        "median": None,
        "agreement": None,
        "label": None,
        "answered": None,
        "certainty": None,
        "camps": None,
        "shared_reason": None,
        "reasons": {"below": [], "between": [], "above": [], "all": []},
        "next": None,
        "before": None,
        "movement": None,
        "whys": [],
    }
    nothing |= {"need_to_know": None, "missing": [], "response": None}
    assert shown(table, "c2") == {"card": "c2", "why": "few", **nothing}
    assert shown(table, "c3") == {"card": "c3", "why": "few", **nothing}, "of six, one other would be a few"
    assert table.part("board")["queue"] == ["c1"]


def test_that_most_need_to_know_more_is_said_where_it_tells_of_nobody(table):
    table.first_round({"c1": ["abusive"] * 6, "c3": [None] * 6})
    c3 = shown(table, "c3")
    assert (c3["withheld"], c3["why"], c3["need_to_know"], c3["tallies"]) == (True, "unsure", None, None)
    assert (c3["label"], c3["next"]["ask"], c3["next"]["missing_first"]) == ("unsure", "answer", True)
    assert table.part("board")["queue"][0] == "c3", "what most need to know more about is talked of first"


def test_what_the_room_wants_to_know_is_counted_in_phones_over_all_cards(table):
    table.must("board.open", {})
    for card in ("c1", "c3"):
        for who in ("d1", "d2", "d3"):
            body = {"round": "r1", "card": card, "stage": None, "missing": ["consent"]}
            table.must("board.place", body, who)
    table.all_place("r1", {"c2": ["abusive"] * 6})
    table.must("board.reveal", {"round": "r1"})
    assert table.part("board")["wanted"] == [{"topic": "consent", "n": None}], "three named it: no number from three"


def test_the_warm_up_asks_for_no_reasons_and_for_nothing_that_is_missing():
    board = Table(people=6, step="warm_up").part("board")
    assert (board["reasons"], board["topics"], board["wanted"]) == ([], [], [])


def test_a_camp_of_two_keeps_its_reasons(table):
    table.must("board.open", {})
    table.all_place("r1", {"c1": ["expected"] * 4}, reasons=["setting"])
    for who in ("d5", "d6"):
        body = {"round": "r1", "card": "c1", "stage": "violent", "reasons": ["law"]}
        table.must("board.place", body, who)
        table.finish("r1", who)
    table.must("board.reveal", {"round": "r1"})
    camps = shown(table)["camps"]
    assert (camps["low"]["n"], camps["low"]["reasons"]) == (4, ["setting"])
    assert (camps["high"]["n"], camps["high"]["reasons"]) == (2, [])


def test_what_is_missing_is_named_when_three_named_it_and_a_phone_counts_once(table):
    table.must("board.open", {})
    table.all_place("r1", {"c1": ["abusive"] * 5})
    body = {"round": "r1", "card": "c2", "stage": None, "missing": ["age", "age", "age"]}
    table.must("board.place", body, "d1")
    for who in ("d2", "d3", "d4", "d5", "d6"):
        table.must("board.place", {**body, "missing": ["source"]}, who)
    table.must("board.reveal", {"round": "r1"})
    assert shown(table, "c2")["missing"] == [{"topic": "source", "n": None}], "one other: no number"


@pytest.fixture
def again(table):
    table.first_round({"c1": ["expected"] * 6, "c2": ["abusive"] * 6})
    table.go("discussion")
    table.must("board.reopen", {"cards": ["c1"], "cause": "discussion"})
    return table


def test_while_cards_are_placed_again_a_discussion_shows_no_figures(again):
    for role in ROLES:
        board = again.part("board", role)
        assert (board["results"], board["queue"], [c["id"] for c in board["cards"]]) == (None, [], ["c1"])
        assert board["round"] == {"id": "r2", "cause": "discussion", "number": 2, "state": "open", "showable": False}


def test_afterwards_before_and_after_stand_side_by_side(again):
    again.all_place("r2", {"c1": SPLIT}, why=["heard"])
    again.must("board.reveal", {"round": "r2"})
    c1 = shown(again)
    assert (c1["tallies"], c1["before"]["tallies"], c1["before"]["round"]) == ([3, 0, 0, 0, 3], [6, 0, 0, 0, 0], "r1")
    assert c1["movement"] == {"same": 3, "typical": 0, "harmful": 3, "to_unsure": 0, "from_unsure": 0}
    assert (c1["whys"], c1["answered"]) == ([{"why": "heard", "n": 6}], 6)
    assert shown(again, "c2")["before"] is None
    assert again.part("board")["queue"] == ["c1", "c2"]


@pytest.mark.parametrize("moved", range(3))
def test_when_fewer_than_three_moved_the_picture_stands_alike(again, moved):
    again.all_place("r2", {"c1": ["expected"] * (6 - moved) + ["violent"] * moved}, why=["heard"])
    again.must("board.reveal", {"round": "r2"})
    c1 = shown(again)
    assert (c1["why"], c1["tallies"], c1["answered"]) == ("stands", [6, 0, 0, 0, 0], 6)
    assert (c1["before"], c1["movement"], c1["whys"], c1["withheld"]) == (None, None, [], False)
    again.must("board.reopen", {"cards": ["c1"], "cause": "discussion"})
    assert again.part("board")["cards"][0]["again"] == {"first": "r1", "stood": "r2", "told": "r1", "uncounted": []}


def test_who_is_away_stands_and_nothing_tells_that_they_were_away(again):
    """The attack on the version before: one is absent, nobody moves, and the absent one's stage is what is missing."""
    again.all_place("r2", {"c1": ["expected"] * 5})
    again.must("board.reveal", {"round": "r2"})
    assert shown(again)["tallies"] == [6, 0, 0, 0, 0] and shown(again)["why"] == "stands"


def test_a_picture_that_too_many_stood_aside_of_is_not_told(again):
    again.all_place("r2", {"c1": ["violent"] * 3 + ["expected"] * 2})
    again.must("board.reveal", {"round": "r2"})
    assert (shown(again)["why"], shown(again)["tallies"]) == ("aside", [6, 0, 0, 0, 0])


def test_a_direction_of_one_or_two_keeps_all_of_movement(again):
    again.all_place("r2", {"c1": ["violent"] * 3 + [None] + ["expected"] * 2})
    again.must("board.reveal", {"round": "r2"})
    assert shown(again)["tallies"] == [2, 0, 0, 0, 3] and shown(again)["movement"] is None


def test_a_round_closed_unseen_leaves_the_discussion_as_it_was(again):
    again.all_place("r2", {"c1": SPLIT})
    again.must("board.close", {"round": "r2"})
    assert shown(again)["tallies"] == [6, 0, 0, 0, 0] and shown(again)["before"] is None
    again.must("discussion.focus", {"card": "c1"})
    assert again.part("board")["focus"] == "c1"


def test_a_step_that_one_comes_back_to_shows_its_own_round(again):
    again.all_place("r2", {"c1": SPLIT})
    again.must("board.reveal", {"round": "r2"})
    again.go("board")
    assert (shown(again)["tallies"], shown(again)["before"]) == ([6, 0, 0, 0, 0], None)
    assert again.part("board")["round"]["id"] == "r1" and again.part("board")["queue"] == ["c1", "c2"]
    again.go("discussion")
    assert shown(again)["tallies"] == [3, 0, 0, 0, 3]


def test_the_warm_up_has_its_own_scale_and_stays_out_of_the_discussion():
    table = Table(people=5, step="warm_up")
    assert table.part("board")["round"] == {
        "id": "",
        "cause": "warm_up",
        "number": 0,
        "state": "ready",
        "showable": False,
    }
    table.must("board.open", {})
    table.all_place("w1", {"w01": ["formal"] * 5})
    table.must("board.reveal", {"round": "w1"})
    board = table.part("board")
    assert (board["scale"]["id"], board["question"]) == ("formality", "How formal is it?")
    assert shown(table, "w01")["tallies"] == [0, 0, 5] and board["queue"] == ["w01"]
    assert table.refused("board.reopen", {"cards": ["w01"], "cause": "discussion"}) == "unknown_card"
    table.go("discussion")
    board = table.part("board")
    assert (board["results"], board["cards"], board["queue"], board["round"]) == ([], [], [], None)
