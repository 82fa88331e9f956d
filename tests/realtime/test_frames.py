"""Frames on a real store: what moved and no more, the same for everybody, and the newest for whoever missed some."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.helpers.real_rooms import Room, make_context, make_room
from workshop.realtime import frames
from workshop.realtime.fanout import Frame
from workshop.realtime.frames import FrameLoop, full_frame
from workshop.rehearsal.known import Known
from workshop.service.questions import release_questions


class Heard:
    """What was sent, as the browsers would read it."""

    def __init__(self) -> None:
        self.frames: list[tuple[str, dict[str, Any]]] = []

    def __call__(self, session, role, frame: Frame, newest) -> bool:
        self.frames.append((role, json.loads(frame.json())))
        return False

    def take(self) -> list[tuple[str, dict[str, Any]]]:
        found, self.frames = self.frames, []
        return found


@pytest.fixture
def room(valkey, tmp_path) -> Room:
    return make_room(make_context(valkey.client, tmp_path))


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def loop(room, heard) -> FrameLoop:
    return FrameLoop(room.context, room.session, heard)


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        now = 100.0

    monkeypatch.setattr(frames.time, "monotonic", lambda: Clock.now)
    return Clock


def test_the_first_frame_has_everything_and_the_next_only_what_moved(room, loop, heard):
    loop.tick(["delegate"])
    [(_, first)] = heard.take()
    assert first["full"] and {"session", "agenda", "welcome", "questions", "timer"} <= first["parts"].keys()
    loop.tick(["delegate"])
    assert heard.take() == []
    room.must("session.timer", {"seconds": 60})
    loop.tick(["delegate"])
    [(_, second)] = heard.take()
    assert (set(second["parts"]), "full" in second) == ({"timer"}, False)
    assert second["rev"] > first["rev"]


def test_a_part_that_moved_to_where_it_was_is_not_sent(room, loop, heard):
    loop.tick(["screen"])
    heard.take()
    room.must("session.lock", {"locked": True})
    room.must("session.lock", {"locked": False})
    loop.tick(["screen"])
    assert heard.take() == []


def test_each_audience_gets_its_own_and_what_is_private_stays(room, loop, heard):
    for _ in range(5):
        room.must("questions.ask", {"text": "CANARY of a question"}, room.seat())
    release_questions(room.context, room.session)
    loop.tick(["delegate", "screen", "facilitator"])
    sent = dict(heard.take())
    assert sent["delegate"]["parts"]["questions"]["inbox"] == []
    assert "CANARY" not in json.dumps([sent["delegate"], sent["screen"]])
    assert len(sent["facilitator"]["parts"]["questions"]["inbox"]) == 5


def test_the_clock_has_progress_looked_at_every_two_seconds_and_its_last_figure_comes(room, loop, heard, clock):
    seats = [room.seat() for _ in range(6)]
    round_id = room.open_board()
    loop.tick(["delegate"])
    heard.take()
    room.place(seats[0], round_id)
    clock.now += 0.2
    wait = loop.tick(["delegate"])
    assert heard.take() == []
    assert wait == pytest.approx(1.8)
    for seat in seats[1:]:
        room.place(seat, round_id)
    clock.now += 1.9
    loop.tick(["delegate"])
    [(_, frame)] = heard.take()
    assert frame["parts"] == {"progress": {"answered": 5, "finished": 0, "devices": 6, "enough": False}}
    assert loop.tick(["delegate"]) == pytest.approx(2.0), "though no revision moves"
    room.must("board.close", {"round": round_id})
    assert loop.tick(["delegate"]) is None, "nothing comes in any more"


def test_below_a_step_of_k_progress_sends_nothing(room, loop, heard, clock):
    seats = [room.seat() for _ in range(6)]
    round_id = room.open_board()
    loop.tick(["delegate"])
    heard.take()
    for seat in seats[:4]:
        room.place(seat, round_id)
        clock.now += 2.5
        loop.tick(["delegate"])
    assert heard.take() == [], "not even an empty frame"


@pytest.mark.parametrize("kind", ["confidence", "reflection"])
def test_a_tap_moves_no_count_of_answers_and_a_close_shows_at_once(room, loop, heard, clock, kind):
    room.go(kind)
    loop.tick(["delegate"])
    [(_, frame)] = heard.take()
    round_id = frame["parts"][kind]["round"]
    answer = {"confidence": {"item": "ask", "asked": "now", "value": 4}, "reflection": {"tags": ["law"]}}[kind]
    room.must(
        {"confidence": "confidence.answer", "reflection": "reflection.need"}[kind],
        {"round": round_id, **answer},
        room.seat(),
    )
    loop.tick(["delegate"])
    [(_, frame)] = heard.take()
    assert {*frame["parts"], *frame.get("changes", {})} == {"session"}, "a phone more is here, and that is all"
    room.must(f"{kind}.close", {"round": round_id})
    loop.tick(["delegate"])
    [(_, frame)] = heard.take()
    assert (frame["parts"][kind]["state"], frame["parts"][kind]["answered"]) == ("closed", 0)


def test_no_revision_tells_of_a_tap(room):
    """Everybody reads it in every ack, and every second: it would count, one by one, what is told in steps of k."""
    round_id, seats = room.open_board(), [room.seat() for _ in range(3)]
    before = room.context.live.revision(room.session)
    for seat in seats:
        room.place(seat, round_id, "c1", "abusive")
        for card, stage in (("c1", "violent"), ("c2", None), ("c2", "expected")):
            room.place(seat, round_id, card, stage)
        for card in ("c3", "c4"):
            room.must("board.skip", {"round": round_id, "card": card}, seat)
        assert room.context.live.revision(room.session) == before, "not even that one has finished"


def test_no_revision_tells_how_many_questions_wait_or_that_one_does(room):
    seats = [room.seat() for _ in range(6)]
    before = room.context.live.revision(room.session)
    for n, seat in enumerate((*seats, seats[0])):
        room.must("questions.ask", {"text": f"Question {n}?"}, seat)
    assert room.context.live.revision(room.session) == before


def test_a_new_step_is_a_full_frame(room, loop, heard):
    loop.tick(["delegate"])
    room.go("board", 1)
    loop.tick(["delegate"])
    (_, _), (_, frame) = heard.take()
    assert frame["full"] and "board" in frame["parts"] and "welcome" not in frame["parts"]


def test_a_new_epoch_is_a_full_frame(room, loop, heard, valkey):
    loop.tick(["delegate"])
    valkey.client.hset(f"cw:{{{room.session}}}:meta", "epoch", "another")
    loop.tick(["delegate"])
    (_, first), (_, second) = heard.take()
    assert first["epoch"] != second["epoch"] == "another"
    assert second["full"] and second["parts"] == first["parts"]


def test_the_newest_is_all_that_frames_have_said_in_all(room, loop, heard):
    loop.tick(["delegate"])
    room.must("session.timer", {"seconds": 60})
    loop.tick(["delegate"])
    room.must("session.curtain", {"curtain": "pause"})
    loop.tick(["delegate"])
    phone = Known()
    for _, frame in heard.take():
        phone.hear(frame)
    newest = json.loads(loop.newest("delegate").json())
    assert newest["parts"] == phone.parts
    assert newest["full"] and newest["parts"]["session"]["curtain"] == "pause"
    fresh = json.loads(full_frame(room.context, room.session, "delegate", room.seat()).json())
    shared = {n: p for n, p in fresh["parts"].items() if not n.startswith("own_") and n != "session"}
    assert {n: p for n, p in newest["parts"].items() if n != "session"} == shared


def test_what_an_audience_had_that_has_gone_is_not_kept_for_whoever_comes_back(room, loop, heard):
    loop.tick(["delegate", "screen"])
    room.must("session.curtain", {"curtain": "pause"})
    loop.tick(["delegate"])  # the screen has gone, and may come back when nothing moves any more
    assert loop.newest("screen").epoch == ""
    assert loop.newest("delegate").epoch


def test_a_phone_that_comes_back_gets_its_own_answers_and_nobody_elses(room):
    one, two = room.seat(), room.seat()
    round_id = room.open_board()
    room.place(one, round_id, "c1", "violent")
    mine = json.loads(full_frame(room.context, room.session, "delegate", one).json())["parts"]["own_board"]
    theirs = json.loads(full_frame(room.context, room.session, "delegate", two).json())["parts"]["own_board"]
    assert mine["placements"]["c1"]["stage"] == "violent"
    assert theirs["placements"] == {}
    assert "own_board" not in json.loads(full_frame(room.context, room.session, "facilitator").json())["parts"]
