"""Seats: the turn of the newest tap, and what goes with a seat that is given up."""

from tests.helpers.table import Table
from workshop.domain.quorum import active
from workshop.service.join import leave


def table_of(people: int) -> Table:
    table = Table(people=people, step="board")
    table.must("board.open", {})
    return table


def taps(table: Table) -> list:
    return sorted(str(seat.get("tap")) for seat in table.collection("seats").values())


def test_a_seat_that_was_never_used_has_no_turn_and_is_not_active():
    table = table_of(6)
    table.must("welcome.agree", {}, "d1")
    assert taps(table) == ["1", "None", "None", "None", "None", "None"]
    assert active(table.head, table.counts) == 1


def test_most_taps_are_not_the_first_of_a_turn_and_change_no_seat():
    table = table_of(6)
    place = {"round": "r1", "card": "c1", "stage": "abusive"}
    table.must("board.place", place, "d1")
    before = table.counts, table.collection("seats")
    table.must("board.place", {**place, "stage": "violent"}, "d1")
    assert (table.counts, table.collection("seats")) == before


def test_a_phone_counts_in_the_turn_of_its_newest_tap_alone():
    table = table_of(6)
    table.all_place("r1", {"c1": ["abusive"] * 6})
    table.must("board.reveal", {"round": "r1"})
    table.must("board.reopen", {"cards": ["c1"], "cause": "discussion"})
    table.all_place("r2", {"c1": ["abusive"] * 5})
    assert (table.counts["active:1"], table.counts["active:2"]) == (1, 5)
    assert active(table.head, table.counts) == 6, "the sixth tapped in the round before"


def test_what_goes_with_a_seat_is_all_that_is_open_and_nothing_that_has_closed():
    table = table_of(6)
    table.all_place("r1", {"c1": ["abusive"] * 6})
    table.must("board.reveal", {"round": "r1"})
    table.must("board.reopen", {"cards": ["c1"], "cause": "discussion"})
    table.all_place("r2", {"c1": ["abusive"] * 6})
    leave(table.context, table.session, table.tokens["d1"])
    assert (table.counts["devices"], table.counts["devices:most"]) == (5, 6)
    assert (table.counts["r2:answered"], table.counts["r2:finished"], table.counts["active:2"]) == (5, 5, 5)
    assert [len(table.collection(f"{name}.r2")) for name in ("placements", "earlier", "moves")] == [5, 5, 5]
    assert table.part("board", "facilitator")["round"]["id"] == "r2"
    table.must("board.reveal", {"round": "r2"})
    (c1,) = table.part("board")["results"]
    assert c1["tallies"] == [0, 0, 0, 6, 0], "who has left stands where they stood"


def test_leaving_twice_changes_nothing_more():
    table = table_of(6)
    leave(table.context, table.session, table.tokens["d1"])
    before = table.everything
    leave(table.context, table.session, table.tokens["d1"])
    assert table.everything == before


def test_a_wish_for_a_word_stands_when_its_phone_leaves_and_its_mark_goes():
    """Gone in that moment, it would tell whose it was; and whoever goes out in need is still looked for."""
    table = Table(people=6)
    table.must("session.word", {}, "d1")
    for who in ("d2", "d1", "d3"):
        leave(table.context, table.session, table.tokens[who])
        assert table.part("session", "facilitator")["word"] is True
    assert table.collection("words") == {}
    table.must("session.offer", {"offer": "break"})
    assert table.part("session", "facilitator")["word"] is False
