"""How much one phone may write: it cannot fill the room's wall, and others still can."""

import pytest

from tests.helpers.rooms import TOKENS, Room, a_room, beside
from workshop.activities.base import Refused
from workshop.service import quotas
from workshop.service.perform import Done
from workshop.service.quotas import ENOUGH, MOST, Quotas

WRITTEN = {
    "notes": ("formulation", "formulation.add", {"section": "needs"}),
    "held": ("board", "questions.ask", {}),
}
ACTION = {"target": "safety", "note": None, "why": "", "who": "", "by_when": "", "review": ""}


@pytest.fixture
def room() -> Room:
    return a_room()


def write(room: Room, token: str, command: str, body: dict, number: int):
    return room.delegate(token, command, text=f"Words {number}", **body)


@pytest.mark.parametrize("what", WRITTEN)
def test_one_phone_cannot_fill_the_room_and_the_others_can_still_write(room, what):
    step, command, body = WRITTEN[what]
    room.go(step)
    for n in range(MOST[what]):
        assert isinstance(write(room, TOKENS[0], command, body, n), Done)
    assert write(room, TOKENS[0], command, body, 1000) == ENOUGH
    assert isinstance(write(room, TOKENS[1], command, body, 1001), Done)


def test_a_plan_too(room):
    for n in range(MOST["actions"]):
        assert isinstance(room.delegate(TOKENS[0], "plan.add", action=f"Do {n}", **ACTION), Done)
    assert room.delegate(TOKENS[0], "plan.add", action="One more", **ACTION) == ENOUGH
    assert isinstance(room.facilitate("plan.add", action="By the facilitator", **ACTION), Done)


def test_an_edit_of_an_older_version_is_a_note_more_and_counts_as_one(room):
    room.go("formulation")
    assert isinstance(write(room, TOKENS[1], "formulation.add", {"section": "needs"}, 1), Done)
    (note,) = room.collection("notes")
    answers = [room.delegate(TOKENS[0], "formulation.edit", note=note, text=f"W {n}", base=0) for n in range(90)]
    assert len(room.collection("notes")) == 1 + MOST["notes"]
    assert answers[-1] == ENOUGH


def test_one_phone_cannot_merge_everything_away(room, monkeypatch):
    monkeypatch.setattr(quotas, "MOST_AWAY", 2)
    room.go("formulation")
    for n in range(5):
        write(room, TOKENS[n], "formulation.add", {"section": "needs"}, n)
    into, *others = room.collection("notes")
    answers = []
    for version, note in enumerate(others, 1):
        body = {"note": note, "into": into, "text": "All", "base": version, "note_base": 1}
        answers.append(room.delegate(TOKENS[0], "formulation.merge", **body))
    assert [isinstance(a, Done) for a in answers] == [True, True, False, False], answers


def test_what_was_refused_or_had_been_done_before_costs_nothing(room):
    for _ in range(MOST["held"] + 5):
        assert isinstance(room.delegate(TOKENS[0], "questions.ask", "the same operation", text="Once?"), Done)
        assert isinstance(room.delegate(TOKENS[0], "questions.ask", text=""), Refused)
    assert isinstance(room.delegate(TOKENS[0], "questions.ask", text="Another?"), Done)


def test_placing_is_never_limited(room):
    round_id = room.open_board()
    for n in range(200):
        assert isinstance(room.place(TOKENS[0], round_id, "c1", ("expected", "abusive")[n % 2]), Done)


def test_what_it_knows_is_no_token_and_goes_with_the_session(room):
    room.delegate(TOKENS[0], "questions.ask", text="May I?")
    known = room.house.quotas
    assert room.id in known._sessions and TOKENS[0] not in repr(vars(known))
    room.facilitate("session.end")
    assert room.id not in known._sessions


def test_another_process_has_figures_of_its_own_and_old_sessions_are_let_go(room):
    assert beside(room).house.quotas is not room.house.quotas
    found = Quotas()
    for n in range(quotas.MOST_SESSIONS + 10):
        found.spend(str(n), TOKENS[0], {"notes": 1})
    assert len(found._sessions) == quotas.MOST_SESSIONS and "0" not in found._sessions
