"""How much one phone may write: it cannot fill the room's wall, and others still can."""

import pytest

from tests.helpers.rooms import TOKENS, Room, a_context, a_room, beside
from workshop.activities.base import Change, Quota, Refused
from workshop.activities.registry import QUOTAS
from workshop.service import quotas
from workshop.service.perform import Done
from workshop.service.quotas import ENOUGH, Quotas

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
    for n in range(QUOTAS[what].most):
        assert isinstance(write(room, TOKENS[0], command, body, n), Done)
    assert write(room, TOKENS[0], command, body, 1000) == ENOUGH
    assert isinstance(write(room, TOKENS[1], command, body, 1001), Done)


def test_a_plan_too(room):
    for n in range(QUOTAS["actions"].most):
        assert isinstance(room.delegate(TOKENS[0], "plan.add", action=f"Do {n}", **ACTION), Done)
    assert room.delegate(TOKENS[0], "plan.add", action="One more", **ACTION) == ENOUGH
    assert isinstance(room.facilitate("plan.add", action="By the facilitator", **ACTION), Done)


def test_an_edit_of_an_older_version_is_a_note_more_and_counts_as_one(room, monkeypatch):
    room.go("formulation")
    assert isinstance(write(room, TOKENS[1], "formulation.add", {"section": "needs"}, 1), Done)
    (note,) = room.collection("notes")
    monkeypatch.setitem(QUOTAS, "notes", Quota("notes", 3))
    answers = [room.delegate(TOKENS[0], "formulation.edit", note=note, text=f"W {n}", base=0) for n in range(5)]
    assert len(room.collection("notes")) == 1 + 3
    assert answers[-1] == ENOUGH


class Clock:
    """Seconds that a test moves."""

    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def editing(clock: Clock) -> tuple[Room, str]:
    room = a_room(a_context(now=clock))
    room.go("formulation")
    assert isinstance(write(room, TOKENS[1], "formulation.add", {"section": "needs"}, 1), Done)
    return room, next(iter(room.collection("notes")))


def change(room: Room, note: str, token: str = TOKENS[0]):
    (found,) = room.collection("notes").values()
    return room.delegate(token, "formulation.edit", note=note, text=f"Over {found['version']}", base=found["version"])


def test_what_stood_before_one_phone_wrote_over_it_all_it_may_can_be_had_back():
    """For two minutes, in which somebody sees it; and what was written first, for good."""
    clock = Clock()
    room, note = editing(clock)
    first, good = room.collection("notes")[note]["text"], "What the group had come to"
    assert isinstance(room.delegate(TOKENS[1], "formulation.edit", note=note, text=good, base=1), Done)
    for minute in range(3):
        clock.now += 61.0
        while isinstance(change(room, note), Done):
            pass
        known = [w["words"]["text"] for w in room.collection("notes")[note]["before"]]
        assert first in known and (good in known or minute == 2)


def test_one_phone_changes_six_a_minute_and_the_others_go_on():
    clock = Clock()
    room, note = editing(clock)
    answers = []
    for _ in range(12):
        clock.now += 0.5
        answers.append(change(room, note))
    assert [isinstance(a, Done) for a in answers] == [True] * 6 + [False] * 6
    assert answers[-1] == quotas.TOO_MANY and quotas.TOO_MANY.code == "full"
    assert isinstance(change(room, note, TOKENS[2]), Done)
    moved = room.delegate(TOKENS[0], "formulation.move", note=note, section="known")
    assert moved == quotas.TOO_MANY, "all ways of changing count together"
    assert isinstance(room.delegate(TOKENS[0], "plan.add", action="Do", **ACTION), Done), "adding is no change"
    clock.now += 60
    assert isinstance(change(room, note), Done)


def test_one_phone_changes_sixty_in_a_session():
    clock = Clock()
    room, note = editing(clock)
    answers = []
    for _ in range(QUOTAS["edits"].most + 3):
        clock.now += 11
        answers.append(change(room, note))
    assert [isinstance(a, Done) for a in answers] == [True] * 60 + [False] * 3 and answers[-1] == ENOUGH
    before = room.collection("notes")[note]
    room.facilitate("formulation.restore", note=note, version=before["before"][0]["version"])
    assert room.collection("notes")[note]["text"] == before["before"][0]["words"]["text"]


def test_an_action_too():
    room = a_room()
    room.delegate(TOKENS[1], "plan.add", action="Do", **ACTION)
    (id,) = room.collection("actions")
    bodies = [{"id": id, "base": n + 1, "action": f"Over {n}", **ACTION} for n in range(8)]
    answers = [room.delegate(TOKENS[0], "plan.edit", **body) for body in bodies]
    assert [isinstance(a, Done) for a in answers] == [True] * 6 + [False] * 2


def test_no_phone_takes_away_what_others_wrote_or_joined(room):
    room.go("formulation")
    for n in range(2):
        write(room, TOKENS[n], "formulation.add", {"section": "needs"}, n)
    a, b = room.collection("notes")
    assert isinstance(room.delegate(TOKENS[0], "formulation.link", source=a, target=b, kind="because"), Done)
    (link,) = room.collection("links")
    body = {"note": a, "into": b, "text": "All", "base": 1, "note_base": 1}
    assert isinstance(room.delegate(TOKENS[0], "formulation.merge", **body), Refused)
    assert isinstance(room.delegate(TOKENS[0], "formulation.unlink", link=link), Refused)
    assert set(room.collection("notes")) == {a, b} and set(room.collection("links")) == {link}


def test_what_was_refused_or_had_been_done_before_costs_nothing(room):
    for _ in range(QUOTAS["held"].most + 5):
        assert isinstance(room.delegate(TOKENS[0], "questions.ask", "the same operation", text="Once?"), Done)
        assert isinstance(room.delegate(TOKENS[0], "questions.ask", text=""), Refused)
    assert isinstance(room.delegate(TOKENS[0], "questions.ask", text="Another?"), Done)


def test_placing_is_never_limited(room):
    round_id = room.open_board()
    for n in range(200):
        assert isinstance(room.place(TOKENS[0], round_id, "c1", ("expected", "abusive")[n % 2]), Done)


def test_what_it_knows_is_no_token_and_goes_with_the_session(room):
    room.delegate(TOKENS[0], "questions.ask", text="May I?")
    known = room.context.quotas
    assert room.id in known._sessions and TOKENS[0] not in repr(vars(known))
    room.facilitate("session.end")
    assert room.id not in known._sessions


def test_another_process_has_figures_of_its_own_and_old_sessions_are_let_go(room):
    assert beside(room).context.quotas is not room.context.quotas
    found = Quotas()
    for n in range(quotas.MOST_SESSIONS + 10):
        found.spend(str(n), TOKENS[0], Change(count={"notes": 1}))
    assert len(found._sessions) == quotas.MOST_SESSIONS and "0" not in found._sessions
