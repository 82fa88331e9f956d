"""The live store was started again and may have lost its last moments: what is durable holds, and phones send again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.helpers.fakes import FakeLive
from tests.helpers.kept import ROUND
from tests.helpers.rooms import TOKENS, Room, a_room, beside
from workshop.activities.base import Change, Refused
from workshop.service.checkpoint import save_checkpoint
from workshop.service.close_round import finish_closing
from workshop.service.finish import end_session
from workshop.service.forget import forget
from workshop.service.perform import Done
from workshop.service.ports import SENDING_AGAIN, Loaded, Unavailable, UnknownSession
from workshop.service.restore import keep_restored, revive, revive_all


@pytest.fixture
def room() -> Room:
    """A room whose live store asks the record after it was started again, as the app has it."""
    made = a_room()
    live(made).restore = lambda session: revive(made.context, session)
    return made


def live(room: Room) -> FakeLive:
    assert isinstance(room.context.live, FakeLive)
    return room.context.live


def test_the_epoch_is_another_one_for_every_worker_also_when_nothing_was_lost(room):
    round_id = room.open_board()
    room.everybody_places(round_id, ["expected"] * 6)
    before, sheets = live(room).room(room.id).epoch, room.collection(f"placements.{round_id}")
    other = live(room).another()
    assert other.view(room.id, lambda head: ()).epoch == before
    live(room).started_again()
    other.restore = lambda session: revive(room.context, session)
    after = {store.view(room.id, lambda head: ()).epoch for store in (other, live(room))}
    assert len(after) == 1 and before not in after
    assert room.collection(f"placements.{round_id}") == sheets, "answers lie where they lay"
    assert room.collection("seats").keys() == live(room).room(room.id).slices("seats").keys()


def test_a_round_that_was_opened_just_before_takes_what_the_phones_send_again(room):
    room.join(6)
    room.go("board", 1)
    log = live(room).saved()
    assert isinstance(room.facilitate("board.open"), Done)
    room.everybody_places("r1", ["expected"] * 6)
    live(room).started_again(log)
    assert room.head.rounds["r1"].state == "open", "the facilitator was told that it is open"
    for number, token in enumerate(TOKENS[:6]):
        assert isinstance(room.place(token, "r1", "c1", "expected"), Done), number
    assert live(room).room(room.id).counts["devices"] == 6


def test_where_the_facilitator_had_led_the_room_it_is(room):
    log = live(room).saved()
    room.go("plan")
    live(room).started_again(log)
    assert room.head.step.activity == "plan"


def test_shared_work_that_was_saved_is_there_and_what_came_after_it_as_well(room):
    room.join(6)
    room.go("formulation")
    room.delegate(TOKENS[0], "formulation.add", section="known", text="First")
    log = live(room).saved()
    assert isinstance(room.facilitate("formulation.explain", part="summary", text="Together", base=0), Done | Refused)
    room.delegate(TOKENS[1], "formulation.add", section="known", text="Second")
    save_checkpoint(room.context, room.id)
    later = live(room).saved()
    live(room).started_again(log)
    assert texts(room) == ["First", "Second"], "the record is newer than the log"
    assert live(room).room(room.id).counts["notes"] == 2
    live(room).started_again(later)
    room.delegate(TOKENS[2], "formulation.add", section="known", text="Third")
    live(room).started_again()
    assert texts(room) == ["First", "Second", "Third"], "the log is newer than the record"


def texts(room: Room) -> list[str]:
    return sorted(note["text"] for note in room.collection("notes").values())


def test_a_round_that_the_record_knows_is_closed_with_its_figures(room):
    round_id = room.open_board()
    room.everybody_places(round_id, ["expected"] * 6)
    log = live(room).saved()
    assert isinstance(room.facilitate("board.reveal", round=round_id), Done)
    shown = room.collection("results")[round_id]
    live(room).started_again(log)
    revive_all(room.context)
    assert room.head.rounds[round_id].state == "revealed"
    assert room.collection("results")[round_id] == shown
    assert round_id not in live(room).room(room.id).salts, "what links phones to answers came back and is gone again"
    assert room.collection(f"placements.{round_id}") == {}
    assert isinstance(room.place(TOKENS[0], round_id, "c1", "abusive"), Refused)


def test_a_round_that_was_recorded_before_the_room_was_told_is_shown_as_recorded(room):
    """The worker and the store died between the record and the commit of the result."""
    round_id = room.open_board()
    room.everybody_places(round_id, ["expected"] * 6)
    room.context.record.save_round(room.id, replace(ROUND, round=round_id, revealed=True))
    live(room).started_again()
    revive_all(room.context)
    assert room.head.rounds[round_id].state == "revealed"
    assert room.collection("results")[round_id]["cards"][0]["placed"] == ROUND.cards[0].placed


def test_a_round_whose_closing_the_log_still_knows_is_closed_with_every_answer(room):
    round_id = room.open_board()
    room.everybody_places(round_id, ["expected"] * 6)
    head = room.head
    closing = replace(head.rounds[round_id], state="closing", reveal=True, quorum=True)
    live(room).commit(Loaded(head, {}, {}, {}, {}), Change(head=head.with_round(closing)), None)
    live(room).started_again()
    finish_closing(room.context, room.id)
    assert room.collection("results")[round_id]["cards"][0]["placed"] == 6


def test_no_round_is_closed_while_phones_send_again(room):
    round_id = room.open_board()
    room.everybody_places(round_id, ["expected"] * 6)
    assert live(room).take_lease(room.id, SENDING_AGAIN, 3.0)
    with pytest.raises(Unavailable):
        room.facilitate("board.reveal", round=round_id)
    with pytest.raises(Unavailable):
        room.facilitate("session.end")
    assert room.head.rounds[round_id].state == "open", "and placing goes on"
    assert isinstance(room.place(TOKENS[0], round_id, "c1", "abusive"), Done)
    live(room).release_lease(room.id, SENDING_AGAIN)
    assert isinstance(room.facilitate("board.reveal", round=round_id), Done)


def test_what_ended_or_was_forgotten_does_not_come_back_with_an_older_log(room):
    other = beside(room)
    log = live(room).saved()
    end_session(room.context, room.id)
    live(room).started_again(log)
    revive_all(room.context)
    assert room.head.state == "ended" and live(room).find_code(other.head.code) is None
    assert live(room).room(room.id).collections == {}
    forget(room.context, room.id)
    live(room).started_again(log)
    revive_all(room.context)
    assert live(room).sessions() == []
    with pytest.raises(UnknownSession):
        live(room).head(room.id, fresh=True)


def test_every_session_is_looked_after_once_when_the_server_is_another_one(room, monkeypatch):
    log = live(room).saved()
    forget(room.context, room.id)
    looks = iter([lambda: None, lambda: live(room).started_again(log), lambda: None])
    monkeypatch.setattr("workshop.service.restore.sleep", lambda _: next(looks)())
    seen = iter([True, True, True, False])
    keep_restored(room.context, lambda: next(seen))
    assert live(room).sessions() == []
