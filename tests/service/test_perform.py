"""One command: who may, what is refused, what a conflict does, and what an ack means."""

from dataclasses import replace

import pytest

from tests.helpers.fakes import FakeLive
from tests.helpers.rooms import FACILITATOR, TOKENS, Room, a_room, beside
from tests.helpers.said import said
from workshop.activities.base import Refused
from workshop.service.context import new_id
from workshop.service.finish import end_session
from workshop.service.perform import ENDED, NOT_ALLOWED, UNKNOWN, Done, Sender, perform
from workshop.service.ports import Unavailable
from workshop.service.transact import TRIES, Contended


@pytest.fixture
def room() -> Room:
    return a_room()


def placements(room: Room, round_id: str) -> list:
    return [sheet["c1"]["stage"] for sheet in room.collection(f"placements.{round_id}").values()]


@pytest.mark.parametrize("name", ["", "board.dance", "__class__", "session.view"])
def test_an_unknown_command_is_refused(room, name):
    assert perform(room.context, room.id, FACILITATOR, name, {}, new_id()) == UNKNOWN


def test_nobody_does_what_only_another_may(room):
    assert room.delegate(TOKENS[0], "session.end") == NOT_ALLOWED
    assert room.facilitate("welcome.agree") == NOT_ALLOWED
    for name in ("session.end", "welcome.agree"):
        assert perform(room.context, room.id, Sender("screen"), name, {}, new_id()) == NOT_ALLOWED
    assert room.head.state == "running"


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({}, ("round", "missing")),
        ({"round": "r1", "card": "c1", "stage": "expected", "seat": "x"}, ("seat", "extra_forbidden")),
        ({"round": 1, "card": "c1", "stage": "expected"}, ("round", "string_type")),
        ({"round": "r1", "card": "c1", "stage": "expected", "certainty": 6}, ("certainty", "less_than_equal")),
        ({"round": "r1", "card": "c1", "stage": "expected", "reasons": ["CANARY"]}, ("reasons.0", "literal_error")),
        ([], ("message", "model_type")),
        (None, ("message", "model_type")),
    ],
)
def test_a_body_that_is_not_as_declared_is_refused_without_saying_what_was_typed(room, body, says):
    answer = perform(room.context, room.id, Sender("delegate", TOKENS[0]), "board.place", body, new_id())
    assert isinstance(answer, Refused) and answer.code == "invalid"
    assert (answer.why, *answer.values.values()) == ("any.field", *says) and "CANARY" not in said(answer)


def test_an_operation_that_comes_twice_is_done_once(room):
    round_id = room.open_board()
    for _ in range(3):
        done = room.delegate(TOKENS[0], "board.place", "op-1", round=round_id, card="c1", stage="abusive")
        assert isinstance(done, Done)
    live = room.context.live
    assert isinstance(live, FakeLive)
    assert live.room(room.id).counts[f"{round_id}:answered"] == 1
    assert placements(room, round_id) == ["abusive"]


def test_an_older_operation_that_comes_again_does_not_undo_a_newer_one(room):
    round_id = room.open_board()
    room.delegate(TOKENS[0], "board.place", "op-1", round=round_id, card="c1", stage="abusive")
    room.delegate(TOKENS[0], "board.place", "op-2", round=round_id, card="c1", stage="expected")
    room.delegate(TOKENS[0], "board.place", "op-1", round=round_id, card="c1", stage="abusive")
    assert placements(room, round_id) == ["expected"]


def test_a_conflict_is_tried_again_with_what_is_there_now(room):
    round_id = room.open_board()
    other = beside(room)
    room.context.live.meanwhile = [lambda: other.place(TOKENS[0], round_id, "c2", "expected")]
    assert isinstance(room.place(TOKENS[0], round_id, "c1", "abusive"), Done)
    (sheet,) = room.collection(f"placements.{round_id}").values()
    assert {card: p["stage"] for card, p in sheet.items()} == {"c1": "abusive", "c2": "expected"}


def test_a_round_that_closes_meanwhile_refuses_what_comes_late(room):
    round_id = room.open_board()
    room.everybody_places(round_id, ["expected"] * 6)
    other = beside(room)
    room.context.live.meanwhile = [lambda: other.facilitate("board.reveal", round=round_id)]
    late = room.place(TOKENS[9], round_id, "c1", "abusive")
    assert isinstance(late, Refused) and late.code == "round_closed"
    recorded = room.context.record.round(room.id, round_id)
    assert recorded.cards[0].placed == 6


def test_a_worker_with_an_old_copy_of_the_head_never_says_no_because_of_it(room):
    worker = beside(room)
    worker.context.live.head(room.id)  # its copy: the welcome step
    round_id = room.open_board()
    assert isinstance(worker.place(TOKENS[0], round_id, "c1", "expected"), Done)


def test_what_conflicts_for_ever_is_given_up_and_can_be_sent_again(room):
    room.go("formulation")
    room.delegate(TOKENS[0], "welcome.agree")
    other = beside(room)
    flip = iter(range(1000))
    room.context.live.meanwhile = [lambda: other.facilitate("session.timer", seconds=30 + next(flip))] * TRIES
    with pytest.raises(Contended):
        room.delegate(TOKENS[0], "formulation.add", "op-1", section="known", text="Two reports")
    assert room.collection("notes") == {}
    assert isinstance(room.delegate(TOKENS[0], "formulation.add", "op-1", section="known", text="Two reports"), Done)


def test_a_durable_command_is_acked_when_the_record_has_it(room):
    board = next(s.id for s in room.head.steps if s.activity == "board")
    assert isinstance(room.facilitate("session.go", step=board), Done)
    saved = room.context.record.checkpoint(room.id)
    assert saved and saved.head == replace(room.head, began=None, due=None), "no time finer than a day"


def test_a_record_that_is_away_leaves_the_command_unacked_and_it_can_be_repeated(room):
    real = room.context.record.save_checkpoint

    def away(*_):
        raise Unavailable

    room.context.record.save_checkpoint = away
    with pytest.raises(Unavailable):
        perform(room.context, room.id, FACILITATOR, "session.next", {"from_step": "s1"}, "op-1")
    room.context.record.save_checkpoint = real
    again = perform(room.context, room.id, FACILITATOR, "session.go", {"step": "s2"}, "op-1")
    assert isinstance(again, Done)
    saved = room.context.record.checkpoint(room.id)
    assert saved and saved.head.step.id == room.head.step.id == "s2"


def test_a_live_state_that_was_lost_is_rebuilt_and_the_sender_asked_to_send_again(room):
    """A phone that were told "ended" would forget what it had sent."""
    round_id = room.open_board()
    live = room.context.live
    assert isinstance(live, FakeLive)
    live.lose_everything()
    with pytest.raises(Unavailable):
        room.place(TOKENS[0], round_id, "c1", "expected")
    room.seated.clear()  # the socket's gate gives the seat back (tests/realtime)
    assert isinstance(room.place(TOKENS[0], round_id, "c1", "expected"), Done)
    assert placements(room, round_id) == ["expected"]


def test_after_the_end_and_after_forgetting_it_has_ended(room):
    end_session(room.context, room.id)
    assert room.delegate(TOKENS[0], "welcome.agree") == ENDED
    room.context.record.forget(room.id)
    room.context.live.forget(room.id)
    assert room.delegate(TOKENS[0], "welcome.agree") == ENDED


def test_a_sender_never_shows_its_token():
    assert repr(Sender("delegate", TOKENS[0])) == "Sender(delegate)"


def test_a_close_that_came_to_its_end_meanwhile_was_done_for_whoever_asked(room):
    """Told "saving", the facilitator's browser asks again under the same id; a housekeeper has finished it by then."""
    round_id = room.open_board()
    room.everybody_places(round_id, ["expected"] * 6)
    body, operation = {"round": round_id}, "operation-of-a-facilitator"
    first = perform(room.context, room.id, FACILITATOR, "board.reveal", body, operation)
    again = perform(room.context, room.id, FACILITATOR, "board.reveal", body, operation)
    assert isinstance(first, Done) and isinstance(again, Done)
    other = perform(room.context, room.id, FACILITATOR, "board.reveal", body, "another-operation-of-theirs")
    assert isinstance(other, Refused) and other.code == "not_now"


def test_what_a_killed_worker_did_is_in_the_record_before_its_repeat_is_acknowledged(room):
    """The worker died between the commit and the record; its rule says no to the repeat, for the round is open."""
    real = room.context.record.save_checkpoint

    def away(*_):
        raise Unavailable

    room.go("board")
    room.context.record.save_checkpoint = away
    for _ in range(2):
        with pytest.raises(Unavailable):
            perform(room.context, room.id, FACILITATOR, "board.open", {}, "op-1")
    room.context.record.save_checkpoint = real
    assert isinstance(perform(room.context, room.id, FACILITATOR, "board.open", {}, "op-1"), Done)
    saved = room.context.record.checkpoint(room.id)
    assert saved is not None and saved.head.rounds.keys() == room.head.rounds.keys() != set()
