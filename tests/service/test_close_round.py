"""Closing a round: tallied once, recorded, shown, and nothing left that links a phone to its answers."""

from dataclasses import replace

import pytest

from tests.helpers.fakes import FakeLive, Killed, Process
from tests.helpers.rooms import TOKENS, Room, a_room, beside
from workshop.activities.base import Refused
from workshop.domain.results import RoundResult
from workshop.service.close_round import close_round, finish_closing
from workshop.service.perform import Done
from workshop.service.ports import Unavailable
from workshop.service.transact import TRIES

STAGES = ("expected", "expected", "problematic", "problematic", "problematic", "abusive", None)


@pytest.fixture
def room() -> Room:
    return a_room()


def placed(room: Room) -> str:
    """Seven have placed the first card in an open round; the round's id."""
    round_id = room.open_board()
    room.everybody_places(round_id, STAGES)
    return round_id


def closing(room: Room, round_id: str, reveal: bool) -> None:
    """The round as the rule leaves it for `close_round`, and as an earlier worker left it."""
    head = room.head
    live = room.context.live
    assert isinstance(live, FakeLive)
    live.room(room.id).head = replace(
        head.with_round(replace(head.rounds[round_id], state="closing", reveal=reveal, quorum=True)),
        version=head.version + 1,
    )


def ended_well(room: Room, round_id: str, state: str = "revealed") -> None:
    """The one thing that must hold at the end, however it was reached."""
    live = room.context.live
    assert isinstance(live, FakeLive)
    kept = live.room(room.id)
    recorded = room.context.record.round(room.id, round_id)
    assert isinstance(recorded, RoundResult)
    assert recorded.cards[0].tallies == (2, 0, 3, 1, 0)
    assert (recorded.cards[0].placed, recorded.cards[0].need_to_know) == (6, 1)
    assert recorded.revealed is (state == "revealed")
    assert kept.head.rounds[round_id].state == state
    shown = kept.slices("results")[round_id]
    assert (shown["cards"][0]["tallies"], shown["revealed"]) == ([2, 0, 3, 1, 0], recorded.revealed)
    assert round_id not in kept.salts and round_id not in kept.ops
    assert not [name for name, slices in kept.collections.items() if slices and name.endswith(f".{round_id}")]


def test_a_reveal_records_shows_and_destroys_what_links(room):
    round_id = placed(room)
    assert isinstance(room.delegate(TOKENS[0], "board.skip", round=round_id, card="c2"), Done)
    assert room.collection(f"placements.{round_id}")
    assert isinstance(room.facilitate("board.reveal", round=round_id), Done)
    ended_well(room, round_id)
    assert room.placement(TOKENS[0], round_id).key == ""


def test_earlier_places_and_movements_go_with_the_answers(room):
    room.facilitate("board.reveal", round=placed(room))
    assert isinstance(room.facilitate("board.reopen", cards=["c1"], cause="discussion"), Done)
    back = {"earlier": "expected", "direction": "harmful", "why": ["heard"]}
    assert isinstance(room.place(TOKENS[0], "r2", "c1", "abusive", **back), Done)
    assert room.collection("moves.r2") and room.collection("earlier.r2")
    room.facilitate("board.close", round="r2")
    assert room.collection("moves.r2") == room.collection("earlier.r2") == room.collection("placements.r2") == {}
    assert "r2" not in room.context.live.room(room.id).salts


def test_closing_without_showing_keeps_it_from_the_room_until_it_is_shown(room):
    round_id = placed(room)
    assert isinstance(room.facilitate("board.close", round=round_id), Done)
    ended_well(room, round_id, "closed")
    assert isinstance(room.facilitate("board.reveal", round=round_id), Done)
    ended_well(room, round_id, "revealed")


def test_closing_twice_changes_nothing(room):
    round_id = placed(room)
    room.facilitate("board.reveal", round=round_id)
    before = room.context.record.rounds(room.id), room.head
    close_round(room.context, room.id, round_id, reveal=True)
    close_round(room.context, room.id, round_id, reveal=False)
    finish_closing(room.context, room.id)
    assert (room.context.record.rounds(room.id), room.head) == before


@pytest.mark.parametrize("reveal", [True, False])
def test_a_worker_may_be_killed_at_every_step_and_the_next_one_finishes(reveal):
    state, died_at = "revealed" if reveal else "closed", []
    for number in range(100):
        room = a_room()
        round_id = placed(room)
        closing(room, round_id, reveal)
        doomed = Process()
        doomed.dies_before = number
        victim = beside(room, doomed)
        try:
            close_round(victim.context, room.id, round_id, reveal)
        except Killed:
            died_at.append(doomed.died_at)
        else:
            ended_well(room, round_id, state)
            break
        live = room.context.live
        assert isinstance(live, FakeLive)
        live.shared.leases.clear()  # it runs out
        finish_closing(beside(room).context, room.id)
        ended_well(room, round_id, state)
    assert {"take_lease", "load", "save_round", "commit", "erase_scope", "release_lease"} <= set(died_at)


def test_a_worker_that_died_after_showing_leaves_no_link_behind(room):
    """Also when nobody presses anything any more: keeping house is enough."""
    round_id = placed(room)
    closing(room, round_id, reveal=True)
    doomed = Process()
    victim = beside(room, doomed)
    live = room.context.live
    assert isinstance(live, FakeLive)
    victim.context.live.meanwhile = [lambda: setattr(doomed, "dies_before", len(doomed.steps) + 2)]
    with pytest.raises(Killed):
        close_round(victim.context, room.id, round_id, reveal=True)
    assert room.head.rounds[round_id].state == "revealed"
    assert round_id in live.room(room.id).salts, "killed too late to show anything"
    finish_closing(room.context, room.id)
    ended_well(room, round_id)


def test_an_open_round_keeps_its_salt_and_answers(room):
    round_id = placed(room)
    finish_closing(room.context, room.id)
    assert len(room.collection(f"placements.{round_id}")) == len(STAGES)
    assert room.placement(TOKENS[0], round_id).key


def test_closed_by_one_who_died_and_revealed_by_the_next_is_recorded_as_shown(room):
    round_id = placed(room)
    closing(room, round_id, reveal=False)
    doomed = Process()
    victim = beside(room, doomed)
    victim.context.record.save_round = dying_after(victim.context.record.save_round, doomed)
    with pytest.raises(Killed):
        close_round(victim.context, room.id, round_id, reveal=False)
    live = room.context.live
    assert isinstance(live, FakeLive)
    live.shared.leases.clear()
    assert isinstance(room.facilitate("board.reveal", round=round_id), Done)
    ended_well(room, round_id, "revealed")


def dying_after(call, process):
    def last(*arguments):
        call(*arguments)
        process.dies_before = len(process.steps)

    return last


def test_what_was_recorded_once_is_what_is_shown_even_if_answers_are_gone_since(room):
    round_id = placed(room)
    closing(room, round_id, reveal=True)
    doomed = Process()
    victim = beside(room, doomed)
    victim.context.record.save_round = dying_after(victim.context.record.save_round, doomed)
    with pytest.raises(Killed):
        close_round(victim.context, room.id, round_id, reveal=True)
    live = room.context.live
    assert isinstance(live, FakeLive)
    live.shared.leases.clear()
    del live.room(room.id).collections[f"placements.{round_id}"]
    finish_closing(room.context, room.id)
    ended_well(room, round_id)


def test_the_room_moving_on_meanwhile_does_not_lose_the_result(room):
    round_id = placed(room)
    closing(room, round_id, reveal=True)
    other = beside(room)
    room.context.live.meanwhile = [lambda: other.facilitate("session.lock", locked=True)] * 3
    close_round(room.context, room.id, round_id, reveal=True)
    assert room.head.locked
    ended_well(room, round_id)


def test_a_room_that_never_stands_still_is_said_and_can_be_repeated(room):
    round_id = placed(room)
    closing(room, round_id, reveal=True)
    other = beside(room)
    flip = iter(range(1000))
    room.context.live.meanwhile = [lambda: other.facilitate("session.timer", seconds=30 + next(flip))] * TRIES
    with pytest.raises(Unavailable):
        close_round(room.context, room.id, round_id, reveal=True)
    finish_closing(room.context, room.id)
    ended_well(room, round_id)


def test_two_workers_at_once_are_one_close(room):
    round_id = placed(room)
    closing(room, round_id, reveal=True)
    other = beside(room)
    room.context.live.take_lease(room.id, f"close-{round_id}", 4)
    with pytest.raises(Unavailable):
        close_round(other.context, room.id, round_id, reveal=True)
    room.context.live.release_lease(room.id, f"close-{round_id}")

    def overtake():
        other.context.live.shared.leases.clear()
        close_round(other.context, room.id, round_id, reveal=True)

    room.context.live.meanwhile = [overtake]
    close_round(room.context, room.id, round_id, reveal=True)
    ended_well(room, round_id)


def test_below_quorum_nothing_is_revealed_and_of_a_closed_round_nothing_is_recorded(room):
    round_id = room.open_board()
    room.everybody_places(round_id, STAGES[:4])
    refused = room.facilitate("board.reveal", round=round_id)
    assert isinstance(refused, Refused) and refused.code == "too_few"
    room.facilitate("board.close", round=round_id)
    assert room.context.record.round(room.id, round_id) is None
    assert room.collection(f"placements.{round_id}") == room.collection("results") == {}
    assert room.placement(TOKENS[0], round_id).key == ""
