"""A live store that lost the end of its log while a round closed: what was recorded and what was told holds."""

import pytest

from tests.helpers.rooms import TOKENS, a_room, beside
from workshop.service import perform
from workshop.service.checkpoint import save_checkpoint
from workshop.service.perform import Done
from workshop.service.ports import Unavailable
from workshop.service.restore import revive, revive_all


@pytest.fixture(autouse=True)
def before_the_checkpoint(monkeypatch):
    """The power is cut before the one that follows each of the facilitator's commands."""
    monkeypatch.setattr(perform, "save_checkpoint", lambda *_: None)


def cut(room, log):
    """The power: the live store comes back with what its log had, and is put right."""
    worker = beside(room)
    for context in (room.context, worker.context):
        context.live.restore = lambda session, context=context: revive(context, session)
    room.context.live.started_again(log)
    revive_all(worker.context)
    room.context.live.shared.leases.clear()


@pytest.mark.parametrize("first", ["board.reveal", "board.close"])
def test_a_card_that_was_recorded_stands_as_recorded_also_when_the_log_has_lost_a_placement(first):
    room = a_room()
    round_id, live = room.open_board(), room.context.live
    room.everybody_places(round_id, ["expected"] * 6)
    log = live.saved()
    assert isinstance(room.place(TOKENS[0], round_id, "c1", "abusive"), Done)
    assert isinstance(room.facilitate(first, round=round_id), Done)
    cut(room, log)
    if first == "board.close":
        assert room.collection("standing") == {}, "untold, it waits"
        assert isinstance(room.facilitate("board.reveal", round=round_id), Done)
    (told, *_) = room.context.record.round(room.id, round_id).cards
    stands = room.collection("standing")["c1"]
    assert told.tallies == (5, 0, 0, 1, 0) and stands["piles"] == stands["picture"] == [5, 0, 0, 1, 0, 0]
    assert stands["stayed"] == [0] * 6, "who never left is not known any more"
    assert "c2" not in room.collection("standing"), "it was not told, and may be placed as for the first time"


def test_a_card_that_was_recorded_and_has_lost_nothing_keeps_what_only_the_answers_tell():
    room = a_room()
    round_id, live = room.open_board(), room.context.live
    room.everybody_places(round_id, ["expected"] * 6)
    log = live.saved()
    assert isinstance(room.facilitate("board.reveal", round=round_id), Done)
    cut(room, log)
    assert room.collection("standing")["c1"]["stayed"] == [6, 0, 0, 0, 0, 0]
    assert room.collection("standing")["c2"]["piles"] == [0] * 6


def test_a_round_of_which_nothing_is_recorded_stays_closed_from_the_moment_at_which_phones_are_told():
    room = a_room()
    round_id, live = room.open_board(), room.context.live
    assert isinstance(room.place(TOKENS[0], round_id, "c1", "expected"), Done)
    log = live.saved()
    assert isinstance(room.facilitate("board.close", round=round_id), Done)
    cut(room, log)
    assert room.head.rounds[round_id].state == "closed" and room.context.record.round(room.id, round_id) is None


def test_a_round_that_a_loss_opened_again_just_before_it_was_recorded_is_over():
    room = a_room()
    round_id, live, record = room.open_board(), room.context.live, room.context.record
    room.everybody_places(round_id, ["expected"] * 6)
    log, save = live.saved(), record.save_round
    assert isinstance(room.place(TOKENS[0], round_id, "c1", "abusive"), Done)

    def late(*given):
        cut(room, log)
        assert room.head.rounds[round_id].state == "open"
        save(*given)

    record.save_round = late
    assert isinstance(room.facilitate("board.reveal", round=round_id), Done)
    assert room.head.rounds[round_id].state == "revealed"
    assert room.collection("standing")["c1"]["piles"] == [5, 0, 0, 1, 0, 0]
    assert room.collection("results")[round_id]["cards"][0]["tallies"] == [5, 0, 0, 1, 0]


def test_answers_of_a_log_that_is_older_than_the_close_are_not_counted():
    room = a_room()
    round_id, live, record = room.open_board(), room.context.live, room.context.record
    room.everybody_places(round_id, ["expected"] * 6)
    log, recorded = live.saved(), record.round
    assert isinstance(room.place(TOKENS[0], round_id, "c1", "abusive"), Done)

    def slow(*given):
        record.round = recorded
        cut(room, log)
        return recorded(*given)

    record.round = slow
    with pytest.raises(Unavailable):
        room.facilitate("board.reveal", round=round_id)
    assert room.head.rounds[round_id].state == "open" and record.round(room.id, round_id) is None


def test_work_that_was_lost_while_it_was_being_saved_is_not_saved_as_nothing():
    room = a_room()
    room.go("formulation")
    assert isinstance(room.delegate(TOKENS[0], "formulation.add", section="known", text="Two reports"), Done)
    save_checkpoint(room.context, room.id)
    live = room.context.live
    load = live.load

    def emptied(*given, **how):
        live.lose_everything()
        return load(*given, **how)

    live.load = emptied
    save_checkpoint(room.context, room.id)
    assert room.context.record.checkpoint(room.id).collections["notes"]
