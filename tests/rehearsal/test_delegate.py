"""What a simulated phone does when the room asks, on a fake line."""

import pytest

from workshop.rehearsal.answer_policy import AnswerPolicy
from workshop.rehearsal.delegate import SimulatedDelegate

STAGES = [{"id": s, "name": s} for s in ("low", "middle", "high")]
CHOICES = ["consent"]


class FakeLine:
    """Keeps what was sent; fails as often as told."""

    epoch = "first"

    def __init__(self, failures=0):
        self.sent, self.failures, self.open, self.parts = [], failures, True, {}

    def command(self, name, body, operation, seconds):
        self.sent.append((name, body, operation))
        if self.failures:
            self.failures -= 1
            raise ConnectionError("lost")

    def connect(self):
        self.open = True


def delegate(who=1, failures=0):
    found = SimulatedDelegate("http://127.0.0.1:1", "K7M4QX", AnswerPolicy(3, who), {})
    found.line = FakeLine(failures)
    return found


def room(cause, activity="board", again=None, round="r1", **more):
    steps = [{"id": "s1", "activity": activity, "title": "", "minutes": 1}]
    board = {"scale": {"stages": STAGES}, "cards": [{"id": f"c{n}", "again": again, "second": None} for n in range(6)]}
    board["information"] = None
    board |= {"reasons": CHOICES, "topics": CHOICES, "round": {"id": round, "cause": cause, "state": "open"}}
    session = {"state": "running", "curtain": "none"}
    return {"session": session, "agenda": {"steps": steps, "position": 0}, "board": board, **more}


def test_it_places_every_card_of_the_open_round_and_remembers_what_was_acknowledged():
    phone = delegate()
    phone.line.parts = room("first")
    what, act = phone._wanted(phone.line.parts)
    assert what == "r1"
    act(what)
    assert [body["card"] for name, body, _ in phone.line.sent] == [f"c{n}" for n in range(6)]
    assert [(s.card, s.stage) for s in phone.sent] == [(b["card"], b["stage"]) for _, b, _ in phone.line.sent]


BACK = {"stood": "r1", "told": "r1"}


def test_placing_again_it_says_where_it_stood_and_which_way_it_moved_in_the_same_message():
    phone = delegate()
    phone.line.parts = room("first")
    phone._place("r1")
    stood = {s.card: s.stage for s in phone.sent}
    phone.line.sent.clear()
    phone.line.parts = room("discussion", again=BACK, round="r2")
    phone._place("r2")
    bodies = [body for name, body, _ in phone.line.sent if name == "board.place"]
    assert len(bodies) == len(phone.line.sent) == 6
    for body in bodies:
        assert body["earlier"] == stood[body["card"]]
        assert (body["direction"] == "same") == (body["stage"] == body["earlier"])
    assert {body["direction"] for body in bodies} > {"same"}
    assert [s.flows["earlier"] for s in phone.sent[6:]] == [body["earlier"] for body in bodies]


def test_a_phone_that_came_later_looks_on():
    phone = delegate()
    phone.line.parts = room("discussion", again=BACK, round="r2")
    phone._place("r2")
    assert {name for name, _, _ in phone.line.sent} == {"board.skip"} and phone.sent == []


def test_a_lost_answer_is_asked_for_again_with_the_same_operation():
    phone = delegate(failures=2)
    phone._send("board.place", {"card": "c1"})
    assert len(phone.line.sent) == 3
    assert len({operation for _, _, operation in phone.line.sent}) == 1


def test_two_commands_are_two_operations():
    phone = delegate()
    phone._send("a", {})
    phone._send("b", {})
    assert len({operation for _, _, operation in phone.line.sent}) == 2
    assert all(len(operation) >= 22 for _, _, operation in phone.line.sent)


@pytest.mark.parametrize("session", [{"state": "ended", "curtain": "none"}, {"state": "running", "curtain": "blank"}])
def test_after_the_end_and_behind_the_curtain_it_does_nothing(session):
    assert delegate()._wanted(room("first", session=session)) == ("", None)
