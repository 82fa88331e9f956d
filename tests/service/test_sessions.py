"""Making a session, and bringing one back when the live state is gone."""

import re
from dataclasses import replace

import pytest

from tests.helpers.fakes import FakeLive, Killed, Process
from tests.helpers.kept import ROUND
from tests.helpers.rooms import TOKENS, Room, a_context, a_room, beside
from workshop.domain.checkpoint import Checkpoint
from workshop.service import sessions
from workshop.service.finish import end_session
from workshop.service.join import join
from workshop.service.my_data import my_data
from workshop.service.perform import Done
from workshop.service.ports import Unavailable, UnknownSession
from workshop.service.restore import revive, revive_all
from workshop.service.sessions import create_session, ensure_live, why_lost
from workshop.service.setup import CannotCreate
from workshop.service.support import gather_support


def create(context, scenario="test-case", agenda="all", k=5, title="", placed_before=False):
    return create_session(context, "user-1", "organisation-1", scenario, agenda, k, title, placed_before)


def test_a_new_session_has_its_lobby_open_and_is_in_the_record():
    context = a_context()
    session = create(context, title="  Autumn course ")
    head, listed = context.live.head(session), context.record.session(session)
    assert (head.step.activity, head.state, head.title, head.k) == ("welcome", "running", "Autumn course", 5)
    assert re.fullmatch(r"[2-9A-HJ-NP-Y]{8}", head.code) and context.live.find_code(head.code) == session
    assert listed and (listed.title, listed.code, listed.delegates) == ("Autumn course", head.code, None)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", listed.held_on), "never a time finer than a day"
    assert context.record.facilitators(session) == {"user-1"}
    assert context.record.checkpoint(session).head.steps == head.steps


def test_without_a_title_it_has_the_case_studys():
    context = a_context()
    assert context.live.head(create(context)).title == "A test case"


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"scenario": "none"}, "There is no such case study."),
        ({"agenda": "none"}, "Choose one of this case study's agendas."),
        ({"k": 4}, "Nothing can be shown below 5 people; choose 5 to 20."),
        ({"k": 21}, "Nothing can be shown below 5 people; choose 5 to 20."),
        ({"placed_before": True}, "Choose another case. Figures of one case that the same person has placed twice "
         "could tell of that person."),
    ],
)  # fmt: skip
def test_what_cannot_be_made_is_said_and_leaves_nothing(wrong, says):
    context = a_context()
    with pytest.raises(CannotCreate) as no:
        create(context, **wrong)
    assert context.words.say(f"refused.{no.value.why}", **no.value.values) == says
    assert context.record.running_sessions() == []
    assert context.live.shared.rooms == {}


def test_a_code_that_is_taken_is_not_given_again(monkeypatch):
    context = a_context()
    drawn = iter("AAAAAAAA" + "AAAAAAAA" + "BBBBBBBB")
    monkeypatch.setattr("workshop.service.join_codes.secrets.choice", lambda _: next(drawn))
    codes = [context.live.head(create(context)).code for _ in range(2)]
    assert codes == ["AAAAAAAA", "BBBBBBBB"]


@pytest.fixture
def lost() -> Room:
    """A room that had come far when the live store was emptied."""
    room = a_room()
    room.everybody_places(room.open_board(), ["expected"] * 6)
    room.facilitate("board.reveal", round="r1")
    room.go("formulation")
    room.delegate(TOKENS[0], "formulation.add", section="known", text="Two reports")
    (note,) = room.collection("notes")
    for token in TOKENS[:3]:
        room.delegate(token, "formulation.support", note=note, on=True)
    room.facilitate("formulation.gather")
    room.open_board(2)
    live = room.context.live
    assert isinstance(live, FakeLive)
    live.lose_everything()
    return room


def test_it_comes_back_where_it_was_under_a_new_epoch_and_takes_answers(lost):
    worker = beside(lost)
    head = ensure_live(worker.context, lost.id)
    assert (head.step.activity, head.rounds["r1"].state, head.rounds["r2"].state) == ("board", "revealed", "open")
    assert lost.collection("results")["r1"]["cards"][0]["tallies"] == [6, 0, 0, 0, 0]
    (note,) = lost.collection("notes")
    counts = lost.context.live.view(lost.id, lambda head: ()).counts
    assert (counts[f"support:{note}"], counts["notes"]) == (3, 1)
    assert lost.context.live.find_code(head.code) == lost.id
    assert head.rounds["r2"].again == {"c1": ("r1", "r1"), "c2": ("r1", "r1")}
    back = {"earlier": "expected", "direction": "same"}
    assert isinstance(worker.place(TOKENS[0], "r2", "c1", "expected", **back), Done)
    assert lost.placement(TOKENS[0], "r1").key == "", "a closed round's salt does not come back"


def test_support_that_was_told_stands_until_phones_have_sent_theirs_again(lost):
    worker = beside(lost)
    ensure_live(worker.context, lost.id)
    (note,) = lost.collection("notes")

    def told():
        gather_support(worker.context, lost.id)
        worker.context.live.shared.leases.clear()
        return lost.context.live.view(lost.id, lambda head: ()).counts[f"support:{note}"]

    assert told() == 3, "no phone has come back yet"
    for token in TOKENS[:4]:
        assert isinstance(worker.delegate(token, "formulation.support", note=note, on=True), Done)
    assert told() == 4


@pytest.mark.parametrize(
    "asks",
    [
        lambda room: ensure_live(room.context, room.id),
        lambda room: room.place(TOKENS[0], "r2", "c1", "expected"),
        lambda room: join(room.context, room.head.code, TOKENS[0]),
        lambda room: my_data(room.context, room.id, TOKENS[0]),
    ],
)
def test_what_is_lost_again_before_it_was_read_has_not_ended(lost, monkeypatch, asks):
    live, worker = lost.context.live, beside(lost)
    assert isinstance(live, FakeLive)
    code = live.head(lost.id).code
    worker.context.record.session_of_code = lambda _: lost.id

    def revived(*given):
        revive(*given)
        live.lose_everything()

    monkeypatch.setattr(sessions, "revive", revived)
    monkeypatch.setattr(type(worker), "head", property(lambda room: live.head(lost.id)))
    with pytest.raises(Unavailable):
        asks(worker)
    assert why_lost(worker.context, lost.id) == "saving"
    monkeypatch.undo()
    assert ensure_live(worker.context, lost.id).code == code


def test_bringing_back_what_is_there_changes_nothing(lost):
    ensure_live(beside(lost).context, lost.id)
    live = lost.context.live
    assert isinstance(live, FakeLive)
    epoch = live.room(lost.id).epoch
    revive_all(beside(lost).context)
    ensure_live(beside(lost).context, lost.id)
    assert live.room(lost.id).epoch == epoch


def test_a_round_that_was_closing_when_the_lights_went_out_is_closed_at_the_start():
    room = a_room()
    round_id = room.open_board()
    room.everybody_places(round_id, ["expected"] * 6)
    doomed = Process()
    victim = beside(room, doomed)
    victim.context.record.save_round = lambda *_: doomed_now(doomed)
    with pytest.raises(Killed):
        victim.facilitate("board.reveal", round=round_id)
    live = room.context.live
    assert isinstance(live, FakeLive)
    live.shared.leases.clear()
    assert room.head.rounds[round_id].state == "closing"
    revive_all(beside(room).context)
    assert room.head.rounds[round_id].state == "revealed" and round_id not in live.room(room.id).salts


@pytest.mark.parametrize("got_to", ["nothing", "the record"])
def test_a_store_that_was_emptied_while_a_round_closed_loses_no_placement_for_ever(got_to):
    room = a_room()
    round_id = room.open_board()
    room.everybody_places(round_id, ["expected"] * 6)
    head = room.head
    closing = replace(head.rounds[round_id], state="closing", reveal=True)
    checkpoint = Checkpoint(replace(head.with_round(closing), version=head.version + 1))
    room.context.record.save_checkpoint(room.id, checkpoint)
    if got_to == "the record":
        room.context.record.save_round(room.id, replace(ROUND, round=round_id, revealed=True))
    live = room.context.live
    assert isinstance(live, FakeLive)
    live.lose_everything()
    revive_all(beside(room).context)
    if got_to == "the record":
        assert room.head.rounds[round_id].state == "revealed" and round_id in room.collection("results")
        return
    assert room.head.rounds[round_id].state == "open" and room.context.record.rounds(room.id) == []
    room.seated.clear()
    room.everybody_places(round_id, ["abusive"] * 6)  # the phones come back, and send again
    assert isinstance(room.facilitate("board.reveal", round=round_id), Done)
    assert room.context.record.round(room.id, round_id).cards[0].placed == 6


def doomed_now(process):
    process.dies_before = len(process.steps)
    process.step("save_round")


def test_what_ended_or_was_forgotten_stays_gone(lost):
    revive_all(beside(lost).context)
    end_session(lost.context, lost.id)
    live = lost.context.live
    assert isinstance(live, FakeLive)
    live.lose_everything()
    revive_all(beside(lost).context)
    assert live.shared.rooms == {}
    with pytest.raises(UnknownSession):
        ensure_live(beside(lost).context, lost.id)
    with pytest.raises(UnknownSession):
        ensure_live(beside(lost).context, "never-was")
