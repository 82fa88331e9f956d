"""A round that was closed by a slip is opened again, and what there was of it is destroyed."""

import pytest

from tests.helpers.table import Table


@pytest.fixture
def table():
    table = Table(people=6, step="board")
    table.must("board.open", {})
    return table


@pytest.mark.parametrize("step", ["warm_up", "board"])
@pytest.mark.parametrize("finished", [0, 6])
def test_a_round_that_was_closed_by_a_slip_is_opened_again_as_it_was_and_nothing_of_it_is_left(step, finished):
    table = Table(people=6, step=step)
    table.must("board.open", {})
    before = table.head.round_here()
    if finished:
        for who in table.tokens:
            table.finish(before.id, who)
    table.must("board.close", {"round": before.id})
    table.must("board.again", {"round": before.id})
    now = table.head.round_here()
    assert now.id != before.id and (now.cards, now.cause, now.state) == (before.cards, before.cause, "open")
    assert table.collection("results") == table.collection("unseen") == {} and table.record.rounds(table.session) == []
    assert not table.head.rounds[before.id].quorum
    assert table.refused("board.reveal", {"round": before.id}) == "too_few"


def test_only_a_round_of_this_step_that_nobody_saw_is_opened_again(table):
    assert table.refused("board.again", {"round": "r9"}) == "not_now"
    assert table.refused("board.again", {"round": "r1"}) == "not_now"
    table.all_place("r1", {"c1": ["abusive"] * 6})
    table.must("board.reveal", {"round": "r1"})
    assert table.refused("board.again", {"round": "r1"}) == "not_now"
    assert table.refused("board.again", {"round": "r1"}, "d1") == "not_allowed"
