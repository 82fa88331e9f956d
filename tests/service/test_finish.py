"""Ending a session: what lasts is kept, the rest goes, and a kill at any step leaves work that can be finished."""

from dataclasses import replace

import pytest

from tests.helpers.fakes import FakeLive, Killed, Process
from tests.helpers.rooms import TOKENS, Room, a_context, a_room, beside
from workshop.activities.base import Refused
from workshop.domain.days import day_in
from workshop.service.finish import end_session
from workshop.service.housekeeping import Housekeeper
from workshop.service.join import join, look
from workshop.service.perform import Done
from workshop.service.ports import Unavailable
from workshop.service.questions import gather_questions
from workshop.service.transact import TRIES

DAY = 86_400


@pytest.fixture
def room() -> Room:
    return worked_in(a_room())


def worked_in(room: Room) -> Room:
    """Six have joined, placed, asked, written; one round is still open."""
    room.join(6)
    round_id = room.open_board()
    room.everybody_places(round_id, ["expected"] * 5 + ["abusive"])
    room.go("questions")
    asked = ("Keep this question?", "A question nobody keeps?", "", "", "", "")
    for token, text in zip(TOKENS[:6], asked, strict=True):
        assert isinstance(room.delegate(token, "questions.ask", text=text), Done)
    gather_questions(room.context, room.id)
    kept = next(key for key, q in room.collection("questions").items() if q["text"] == "Keep this question?")
    assert isinstance(room.facilitate("questions.keep", question=kept, kept=True), Done)
    assert isinstance(room.delegate(TOKENS[0], "questions.ask", text="A question that goes unread?"), Done)
    room.go("formulation")
    assert isinstance(room.delegate(TOKENS[0], "formulation.add", section="known", text="Two reports"), Done)
    return room


def ended_well(room: Room) -> None:
    live, record = room.context.live, room.context.record
    assert isinstance(live, FakeLive)
    kept = live.room(room.id)
    assert (kept.head.state, kept.head.curtain, kept.head.timer) == ("ended", "none", None)
    assert (kept.salts, kept.ops, kept.counts, kept.collections) == ({}, {}, {}, {})
    assert live.find_code(kept.head.code) is None
    listed, checkpoint = record.session(room.id), record.checkpoint(room.id)
    assert listed and checkpoint and (listed.state, listed.delegates) == ("ended", 6)
    assert [q["text"] for q in checkpoint.collections["questions"].values()] == ["Keep this question?"]
    assert [n["text"] for n in checkpoint.collections["notes"].values()] == ["Two reports"]
    assert record.rounds(room.id) == [], "what was never shown is kept nowhere"


def test_what_lasts_is_kept_and_the_rest_is_gone(room):
    assert isinstance(room.facilitate("session.end"), Done)
    ended_well(room)


def test_a_placing_that_waited_unseen_is_destroyed_and_what_was_shown_stays():
    room = a_room()
    room.join(6)
    shown = room.open_board(0)
    room.everybody_places(shown, ["casual"] * 6, card="w01")
    assert isinstance(room.facilitate("board.reveal", round=shown), Done)
    unseen = room.open_board()
    room.everybody_places(unseen, ["expected"] * 6)
    assert isinstance(room.facilitate("board.close", round=unseen), Done)
    assert [r.round for r in room.context.record.rounds(room.id)] == ["r1", "w1"], "until then it can be shown"
    assert isinstance(room.facilitate("session.end"), Done)
    assert [r.round for r in room.context.record.rounds(room.id)] == [shown]


def test_after_the_end_nothing_is_taken_and_nobody_gets_in(room):
    code = room.head.code
    room.facilitate("session.end")
    sent = room.delegate(TOKENS[0], "questions.ask", text="Too late?")
    assert isinstance(sent, Refused) and sent.code == "ended"
    assert look(room.context, code) is None
    refused = join(room.context, code, TOKENS[9])
    assert isinstance(refused, Refused) and refused.code == "unknown"


def signs(room):
    return room.context.live.signs([room.id])[room.id]


def keep_house(room):
    """By a worker that has just come."""
    Housekeeper(beside(room).context, room.id).run(signs(room))


def test_ending_again_changes_nothing(room):
    end_session(room.context, room.id)
    end_session(room.context, room.id)
    ended_well(room)


def test_a_worker_may_be_killed_at_every_step_and_another_finishes():
    died_at = []
    for number in range(100):
        room = worked_in(a_room())
        doomed = Process()
        victim = beside(room, doomed)
        doomed.dies_before = number
        try:
            end_session(victim.context, room.id)
        except Killed:
            died_at.append(doomed.died_at)
        else:
            break
        live = room.context.live
        assert isinstance(live, FakeLive)
        live.shared.leases.clear()
        keep_house(room)
        if room.head.state == "running":
            end_session(beside(room).context, room.id)  # the facilitator, whose click was never answered, asks again
        keep_house(room)
        ended_well(room)
    assert {"commit", "erase_scope", "end_session", "retire"} <= set(died_at)


def test_recorded_as_ended_and_then_killed_is_ended_by_another_without_being_asked(room):
    doomed = Process()
    victim = beside(room, doomed)
    real = victim.context.record.end_session

    def last_breath(*arguments):
        real(*arguments)
        doomed.dies_before = len(doomed.steps)

    victim.context.record.end_session = last_breath
    with pytest.raises(Killed):
        end_session(victim.context, room.id)
    assert room.head.state == "running"
    keep_house(room)
    ended_well(room)


def test_told_the_phones_and_then_killed_leaves_no_live_state(room):
    doomed = Process()
    victim = beside(room, doomed)
    victim.context.live.retire = lambda *_: (_ for _ in ()).throw(Killed("retire"))
    with pytest.raises(Killed):
        end_session(victim.context, room.id)
    assert room.head.state == "ended" and room.collection("seats")
    keep_house(room)
    ended_well(room)


def test_keeping_house_retires_an_ended_session_once_only(room):
    end_session(room.context, room.id)
    watched = Process()
    keeper = Housekeeper(beside(room, watched).context, room.id)
    for _ in range(3):
        keeper.run(signs(room))
    assert watched.steps.count("retire") == 1


def test_a_session_of_fewer_than_k_does_not_say_how_many(room):
    small = a_room()
    small.join(4)
    end_session(small.context, small.id)
    listed = small.context.record.session(small.id)
    assert listed and listed.delegates is None


def test_a_room_that_never_stands_still_is_not_ended_by_halves(room):
    other = beside(room)
    flip = iter(range(1000))
    room.context.live.meanwhile = [lambda: other.facilitate("session.timer", seconds=30 + next(flip))] * TRIES
    with pytest.raises(Unavailable):
        end_session(room.context, room.id)
    listed = room.context.record.session(room.id)
    assert listed and listed.state == "running" and room.head.rounds["r1"].state == "open"


def test_a_round_that_was_to_be_revealed_is_still_revealed(room):
    head = room.head
    live = room.context.live
    assert isinstance(live, FakeLive)
    waiting = replace(head.rounds["r1"], state="closing", reveal=True, quorum=True)
    live.room(room.id).head = replace(head.with_round(waiting), version=head.version + 1)
    end_session(room.context, room.id)
    (board,) = [r for r in room.context.record.rounds(room.id) if r.round == "r1"]
    assert board.revealed


def test_one_that_was_prepared_before_was_held_on_its_own_day_and_one_that_never_began_on_that_of_its_end():
    times = iter(range(10_000))
    context = a_context(now=lambda: DAY * (20_000 + moment[0]) + next(times))
    moment = [0]
    held, never = a_room(context), a_room(context)
    moment[0] = 1
    held.go("board")
    moment[0] = 2
    for room in (held, never):
        end_session(context, room.id)
    days = [context.record.session(room.id).held_on for room in (held, never)]
    assert days == [day_in("UTC", DAY * 20_001), day_in("UTC", DAY * 20_002)]


@pytest.mark.parametrize("step", ["commit", "erase_scope"])
def test_nothing_that_lasts_is_made_of_a_live_store_that_was_started_again_meanwhile(room, monkeypatch, step):
    """It may have gone back to an older log, of which phones still have to send again what it lost."""
    live, record = room.context.live, room.context.record
    act = getattr(live, step)

    def and_restarts(*given, **named):
        found = act(*given, **named)
        live.shared.rooms[room.id].epoch = "of an older log"
        return found

    monkeypatch.setattr(live, step, and_restarts)
    with pytest.raises(Unavailable):
        room.facilitate("session.end")
    assert record.session(room.id).state == "running"
    monkeypatch.undo()
    assert isinstance(room.facilitate("session.end"), Done)
    ended_well(room)
