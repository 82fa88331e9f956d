"""Joining: one seat a phone, one answer for every failure, and no more devices than there may be."""

from dataclasses import replace

import pytest

from tests.helpers.fakes import FakeLive
from tests.helpers.rooms import TOKENS, Room, a_context, a_room, beside, is_seated
from workshop.activities.base import Refused
from workshop.domain.results import AnswersResult
from workshop.service import view
from workshop.service.finish import end_session
from workshop.service.join import FULL, UNKNOWN, Joined, join, leave, look, take_back
from workshop.service.perform import Done
from workshop.service.ports import Unavailable, UnknownSession
from workshop.service.questions import gather_questions, release_questions
from workshop.service.sessions import create_session, ensure_live


@pytest.fixture
def room() -> Room:
    return a_room()


def devices(room):
    live = room.context.live
    assert isinstance(live, FakeLive)
    return live.room(room.id).counts.get("devices", 0)


def test_a_code_leads_in_however_it_is_typed(room):
    typed = f" {room.head.code[:3].lower()} {room.head.code[3:]} "
    found = look(room.context, typed)
    assert found and (found.head.session, found.scenario.id) == (room.id, "test-case")
    assert found.ground_rules[-1] == "made_up"
    joined = join(room.context, typed)
    assert isinstance(joined, Joined) and len(joined.token) == 43
    assert is_seated(room.context, room.id, joined.token)
    assert joined.token not in repr(joined) and room.id not in repr(joined)


def test_every_failure_looks_the_same(room):
    assert look(room.context, "AAAAAA") is None
    assert join(room.context, "AAAAAA") == UNKNOWN
    room.facilitate("session.lock", locked=True)
    assert look(room.context, room.head.code) is None
    assert join(room.context, room.head.code) == UNKNOWN
    code = room.head.code
    room.context.record.forget(room.id)
    room.context.live.shared.rooms.clear()  # its code is still there
    assert look(room.context, code) is None
    assert look(room.context, "AAAAAA") is None


@pytest.mark.parametrize("lost", ["everything", "all but the code"])
def test_a_code_leads_in_when_the_live_store_was_wiped_and_nobody_is_here(room, lost):
    live, code = room.context.live, room.head.code
    assert isinstance(live, FakeLive)
    codes = dict(live.shared.codes)
    live.lose_everything()
    live.shared.codes |= codes if lost == "all but the code" else {}
    found = look(room.context, code)
    assert found and (found.head.session, live.find_code(code)) == (room.id, room.id)
    assert isinstance(join(room.context, code, TOKENS[0]), Joined) and devices(room) == 1


def test_an_ended_session_does_not_come_back_by_its_code(room):
    code = room.head.code
    end_session(room.context, room.id)
    room.context.live.lose_everything()
    assert look(room.context, code) is None and not room.context.live.shared.rooms


def test_nobody_is_told_that_a_code_is_wrong_while_the_record_cannot_be_asked(room, monkeypatch):
    def away(code):
        raise Unavailable("the database is away")

    monkeypatch.setattr(room.context.record, "session_of_code", away)
    assert look(room.context, room.head.code), "who is known to the live store gets in"
    assert look(room.context, "not a code") is None
    with pytest.raises(Unavailable):
        look(room.context, "AAAAAA")


def test_twenty_at_once_are_twenty_devices(room):
    workers = [beside(room) for _ in range(20)]
    for n, worker in enumerate(workers):
        # Each loads before any of the others has committed: all but one conflict, and load again.
        rest = workers[n + 1 :]
        worker.context.live.meanwhile = [
            lambda rest=rest, n=n: rest and join(rest[0].context, room.head.code, TOKENS[n + 1])
        ]
    assert isinstance(join(workers[0].context, room.head.code, TOKENS[0]), Joined)
    assert devices(room) == 20
    assert len(room.collection("seats")) == 20


def test_a_phone_whose_answer_got_lost_is_one_device(room):
    assert join(room.context, room.head.code, TOKENS[0]) == join(room.context, room.head.code, TOKENS[0])
    assert devices(room) == 1


@pytest.mark.parametrize("token", ["", "short", "x" * 44, "ä" * 43, "x" * 42 + "\n"])
def test_a_token_of_the_wrong_form_is_not_taken(room, token):
    joined = join(room.context, room.head.code, token)
    assert isinstance(joined, Joined) and joined.token != token and len(joined.token) == 43


def test_a_full_room_says_so():
    context = a_context(most_devices=3)
    room = a_room(context)
    room.join(3)
    assert join(context, room.head.code, TOKENS[3]) == FULL
    assert devices(room) == 3


def test_leaving_gives_the_seat_back_once(room):
    room.join(3)
    for _ in range(2):
        leave(room.context, room.id, TOKENS[0])
    assert devices(room) == 2
    assert not is_seated(room.context, room.id, TOKENS[0])
    leave(room.context, "no-such-session", TOKENS[0])


def test_a_seat_of_before_the_live_state_was_lost_is_taken_back_once(room):
    room.join(3)
    live = room.context.live
    assert isinstance(live, FakeLive)
    live.lose_everything()
    live._copies.clear()
    ensure_live(room.context, room.id)
    assert devices(room) == 0 and not is_seated(room.context, room.id, TOKENS[0])
    for _ in range(2):
        take_back(room.context, room.id, TOKENS[0])
    assert devices(room) == 1 and is_seated(room.context, room.id, TOKENS[0])


def test_a_seat_of_a_session_that_never_was_is_no_seat(room):
    with pytest.raises(UnknownSession):
        is_seated(room.context, "no-such-session", TOKENS[0])


def test_seats_of_two_sessions_of_one_phone_are_unrelated():
    context = a_context()
    rooms = [Room(context, create_session(context, "u", "o", "test-case", "all", 5)) for _ in range(2)]
    for room in rooms:
        join(context, room.head.code, TOKENS[0])
    first, second = (set(room.collection("seats")) for room in rooms)
    assert len(first) == len(second) == 1 and not first & second


def test_an_ended_session_takes_nobody(room):
    live = room.context.live
    assert isinstance(live, FakeLive)
    live.room(room.id).head = replace(room.head, state="ended", version=room.head.version + 1)
    assert join(room.context, room.head.code, TOKENS[0]) == UNKNOWN
    assert isinstance(UNKNOWN, Refused)


def test_one_phone_that_leaves_and_joins_again_answers_once_at_the_most(room):
    """A facilitator's own phone could otherwise make up the k beside a single person."""
    honest, *again = TOKENS[:5]
    join(room.context, room.head.code, honest)
    round_id = room.open_board()
    room.everybody_places(round_id, ["abusive"])
    for token in again:
        join(room.context, room.head.code, token)
        room.place(token, round_id, "c1", "expected")
        leave(room.context, room.id, token)
    counts = room.context.live.view(room.id, lambda head: ()).counts
    assert (devices(room), told(room), counts[f"{round_id}:answered"]) == (1, 1, 1)
    refused = room.facilitate("board.reveal", round=round_id)
    assert isinstance(refused, Refused) and refused.code == "too_few"


@pytest.mark.parametrize("step", ["board", "confidence"])
def test_a_seat_that_was_given_back_answers_nothing_more(room, step):
    """Its socket is closed within two seconds; until then, too, nothing of it is taken."""
    for token in TOKENS[:2]:
        join(room.context, room.head.code, token)
    room.seated |= set(TOKENS[:2])
    leave(room.context, room.id, TOKENS[1])
    if step == "board":
        name, body = "board.place", {"round": room.open_board(), "card": "c1", "stage": "abusive"}
    else:
        room.go("confidence")
        body = {"round": room.head.round_here().id, "item": "ask", "asked": "now", "value": 3}
        name = "confidence.answer"
    refused = room.delegate(TOKENS[1], name, **body)
    assert isinstance(refused, Refused) and refused.code == "left"
    assert isinstance(room.delegate(TOKENS[0], name, **body), Done)


def test_a_seat_takes_its_answers_of_open_rounds_along_and_leaves_closed_ones(room):
    room.go("confidence")
    first = room.head.round_here().id
    answer = {"item": "ask", "asked": "now", "value": 3}
    for token in TOKENS[:6]:
        assert isinstance(room.delegate(token, "confidence.answer", round=first, **answer), Done)
    leave(room.context, room.id, TOKENS[0])
    room.facilitate("confidence.close", round=first)
    leave(room.context, room.id, TOKENS[1])
    recorded = room.context.record.round(room.id, first)
    assert isinstance(recorded, AnswersResult) and recorded.answered == 5


def test_nothing_of_one_that_left_counts_as_another_phone(room):
    """Or one phone, leaving and coming again, would be the k that have asked, answered, or see a note too."""
    room.go("formulation")
    room.facilitate("formulation.add", section="known", text="A note")
    (note,) = room.collection("notes")
    room.go("questions")
    for token in TOKENS[:5]:
        assert isinstance(room.delegate(token, "welcome.agree"), Done)
        assert isinstance(room.delegate(token, "formulation.support", note=note, on=True), Done)
        assert isinstance(room.delegate(token, "questions.ask", text="Mine alone?"), Done)
        leave(room.context, room.id, token)
    for marks in ("support.session", "questions.askers", "questions.answered", "agreed"):
        assert room.collection(marks) == {}, marks
    assert len(room.collection("questions.held")) == 5
    assert room.context.live.room(room.id).counts.get("agreed", 0) == 0
    release_questions(room.context, room.id)
    gather_questions(room.context, room.id)
    assert room.collection("questions") == {}


def told(room):
    """How many phones everybody is told of."""
    return parts(room)["session"]["devices"]


def parts(room):
    seen = view.snapshot(room.context, room.id)
    return view.build(view.view_of(room.context, seen), view.parts_for(seen, "delegate"), "delegate")
