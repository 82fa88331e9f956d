"""The board's commands: open, place, skip, close, reveal, place again; and every refusal."""

import pytest

from tests.helpers.table import Table
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
    people = {"devices": 6, "devices:most": 6}
    assert table.counts == {**people, "active:1": 1, "r1:answered": 1}
    table.must("board.skip", {"round": "r1", "card": "c4"}, "d1")
    table.must("board.skip", {"round": "r1", "card": "c4"}, "d2")
    table.must("board.place", placing("c4", None, missing=["age"]), "d1")
    assert table.counts == {**people, "active:1": 2, "r1:answered": 2, "r1:finished": 1}
    assert len(table.collection("placements.r1")) == 2


def test_a_phone_gets_its_own_placements_back(table):
    table.must("board.place", placing(reasons=["power"], certainty=4), "d1")
    table.must("board.place", placing("c2", None, missing=["age", "source"]), "d1")
    table.must("board.skip", {"round": "r1", "card": "c3"}, "d1")
    none = {"stage": None, "missing": [], "reasons": [], "certainty": None, "skipped": False}
    none |= {"earlier": None, "direction": None, "why": [], "response": None}
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
    "more reasons than there are": (placing(reasons=["law"] * 12), "invalid"),
    "an earlier place where there was none": (placing(earlier="violent"), "invalid"),
    "a direction from nowhere": (placing(direction="same"), "invalid"),
    "a why of a first placing": (placing(why=["heard"]), "invalid"),
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
    table.all_place("r1", {"c1": ["abusive"] * there})
    assert table.refused("board.reveal", {"round": "r1"}) == "too_few"


def test_the_reveal_waits_for_all_but_one_of_a_small_room(table):
    """Six active phones: five must have finished, by tap; that five have placed something is not enough."""
    for n in range(1, 7):
        table.must("board.place", placing(), f"d{n}")
    assert table.refused("board.reveal", {"round": "r1"}) == "too_few"
    for n in range(1, 5):
        table.finish("r1", f"d{n}")
    assert table.refused("board.reveal", {"round": "r1"}) == "too_few"
    table.finish("r1", "d5")
    table.must("board.reveal", {"round": "r1"})


def test_phones_that_nobody_taps_are_not_waited_for_and_do_not_help():
    """Quorum goes by active phones: made-up seats neither hold the room up nor bring it to five."""
    table = Table(people=20, step="board")
    table.must("board.open", {})
    table.all_place("r1", {"c1": ["abusive"] * 4})
    assert table.refused("board.reveal", {"round": "r1"}) == "too_few"
    table.must("board.place", placing(), "d5")
    table.finish("r1", "d5")
    table.must("board.reveal", {"round": "r1"})


def test_the_idle_are_counted_out_three_minutes_after_opening_and_not_before(table):
    for n in range(1, 8):
        table.sit(f"e{n}")
        table.must("board.place", placing(), f"e{n}")
    table.all_place("r1", {"c1": ["abusive"] * 5})
    assert table.refused("board.reveal", {"round": "r1"}) == "too_few", "twelve are active: six must have finished"
    assert table.refused("board.reveal", {"round": "r1", "idle_out": True}) == "not_now"
    table.later(180)
    assert table.refused("board.reveal", {"round": "r1"}) == "too_few"
    table.must("board.reveal", {"round": "r1", "idle_out": True})


def test_the_reveal_freezes_and_leaves_nothing_that_links(table):
    table.all_place("r1", {"c1": ["abusive"] * 5})
    table.must("board.reveal", {"round": "r1"})
    assert table.head.rounds["r1"].state == "revealed"
    assert table.collection("placements.r1") == table.collection("moves.r1") == {}
    assert "r1" not in table.live.room(table.session).salts
    assert "own_board" not in table.own("d1")
    assert table.refused("board.reveal", {"round": "r1"}) == "not_now"
    assert table.refused("board.close", {"round": "r1"}) == "not_now"


def test_a_round_closed_unseen_with_quorum_may_be_shown_later(table):
    table.all_place("r1", {"c1": ["abusive"] * 5})
    table.must("board.close", {"round": "r1"})
    assert table.part("board")["results"] is None and table.part("board")["round"]["state"] == "closed"
    assert table.refused("board.close", {"round": "r1"}) == "not_now"
    assert table.collection("standing") == {}, "nobody stands anywhere before it is shown"
    table.must("board.reveal", {"round": "r1"})
    assert table.part("board")["results"][0]["tallies"] == [0, 0, 0, 5, 0]
    assert round_result(table.collection("results")["r1"]).revealed
    assert set(table.collection("standing")) == {"c1", "c2", "c3", "c4"} and table.collection("unseen") == {}


def test_a_round_closed_unseen_can_be_shown_after_the_counts_were_lost(table):
    table.all_place("r1", {"c1": ["abusive"] * 5})
    table.must("board.close", {"round": "r1"})
    table.live.room(table.session).counts.clear()
    table.must("board.reveal", {"round": "r1"})
    assert table.part("board")["results"][0]["tallies"] == [0, 0, 0, 5, 0]


def test_a_round_closed_below_quorum_is_never_shown_and_nothing_of_it_is_kept(table):
    table.all_place("r1", {"c1": ["abusive"] * 4})
    table.must("board.place", placing(), "d5")
    table.must("board.close", {"round": "r1"})
    assert table.refused("board.reveal", {"round": "r1"}) == "too_few"
    assert table.collection("results") == table.collection("unseen") == table.collection("placements.r1") == {}
    assert table.record.rounds(table.session) == []
    table.sit("d7")
    assert table.refused("board.reveal", {"round": "r1"}) == "too_few", "the quorum was frozen with the close"


def test_opening_a_card_again_destroys_its_unseen_round(table):
    table.all_place("r1", {"c1": ["abusive"] * 5})
    table.must("board.close", {"round": "r1"})
    table.must("board.reopen", {"cards": ["c1"], "cause": "discussion"})
    assert table.head.rounds["r2"].again == {}, "it is a first placing still"
    assert table.collection("results") == table.collection("unseen") == {}
    assert table.record.rounds(table.session) == []
    table.all_place("r2", {"c1": ["violent"] * 5})
    table.must("board.reveal", {"round": "r2"})
    assert table.refused("board.reveal", {"round": "r1"}) == "too_few"


def test_a_round_that_there_is_not_is_neither_closed_nor_shown(table):
    assert table.refused("board.close", {"round": "r9"}) == "not_now"
    assert table.refused("board.reveal", {"round": "r9"}) == "not_now"
