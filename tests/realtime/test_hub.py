"""The hub: loops that live as long as somebody is here, wake with revisions, and wait outages out."""

from __future__ import annotations

import time
from collections.abc import Callable

import gevent
import pytest

from tests.helpers.real_rooms import Room, make_context, make_room
from workshop.live.store import RedisStore
from workshop.realtime import hub as module
from workshop.realtime.fanout import Fanout
from workshop.realtime.frames import INTERVAL
from workshop.realtime.hub import Hub
from workshop.realtime.sockets import Connection, Sockets
from workshop.service.ports import Unavailable


class Moody(RedisStore):
    """A live store that can be away."""

    away = False

    def signs(self, sessions):
        if self.away:
            raise Unavailable("away")
        return super().signs(sessions)


class Heard(Fanout):
    """Counts frames instead of sending them."""

    def __init__(self) -> None:
        self.frames: list[tuple[str, dict[str, bytes]]] = []
        self.caught_up = 0

    def __call__(self, session, role, frame, newest) -> None:
        self.frames.append((role, dict(frame.parts)))

    def again(self, session, role, newest) -> bool:
        self.caught_up += 1
        return False


class Here:
    """A room, a hub, and who is connected."""

    def __init__(self, room: Room) -> None:
        self.room, self.sockets, self.heard = room, Sockets(), Heard()
        self.hub = Hub(room.context, self.sockets, self.heard)

    def comes(self, sid: str, role="delegate") -> None:
        self.sockets.add(Connection(sid, self.room.session, role))
        self.hub.arrived(self.room.session)

    def until(self, holds: Callable[[], bool], seconds: float = 5) -> None:
        with gevent.Timeout(seconds, TimeoutError("it did not come about")):
            while not holds():
                gevent.sleep(0.01)


@pytest.fixture
def here(valkey, tmp_path):
    live = Moody(valkey.client, b"s" * 32)
    found = Here(make_room(make_context(valkey.client, tmp_path, live=live)))
    asking = gevent.spawn(found.hub.run, lambda: True)
    yield found
    for connection in found.sockets.of(found.room.session):
        found.sockets.remove(connection.sid)
    found.until(lambda: not found.hub._rooms)
    asking.kill()


def test_the_first_socket_starts_a_loop_and_the_last_one_ends_it(here):
    here.comes("1")
    here.comes("2")
    here.until(lambda: len(here.heard.frames) == 1)
    assert list(here.hub._rooms) == [here.room.session]
    here.sockets.remove("1")
    here.sockets.remove("2")
    here.until(lambda: not here.hub._rooms)
    here.comes("3")
    here.until(lambda: len(here.heard.frames) == 2)


def test_a_revision_on_the_channel_is_sent_at_once_and_at_most_five_times_a_second(here, monkeypatch):
    monkeypatch.setattr(module, "ASK", 60.0)
    here.comes("1")
    here.until(lambda: len(here.heard.frames) == 1)
    gevent.sleep(0.25)
    began = time.monotonic()
    for second in range(30, 60):
        done = here.room.must("session.timer", {"seconds": second})
        here.hub.revised(here.room.session, done.rev)
        gevent.sleep(0.02)
    here.until(lambda: b"59" in here.heard.frames[-1][1].get("timer", b""))
    assert 3 <= len(here.heard.frames) <= 3 + (time.monotonic() - began) / INTERVAL, "the first, and five a second"


def test_a_change_of_which_the_channel_said_nothing_is_found_by_asking(here, monkeypatch):
    monkeypatch.setattr(module, "ASK", 0.1)
    here.comes("1")
    here.until(lambda: len(here.heard.frames) == 1)
    here.room.must("session.timer", {"seconds": 60})
    here.until(lambda: len(here.heard.frames) == 2, 2)


def test_the_last_of_what_was_held_back_comes_though_nothing_else_happens(here):
    round_id = here.room.open_board()
    here.comes("1")
    here.until(lambda: len(here.heard.frames) == 1)
    for _ in range(5):  # progress moves at most every two seconds: all but the first are held back
        here.room.place(here.room.seat(), round_id)
        gevent.sleep(0.1)
    here.until(lambda: b'"answered":5' in here.heard.frames[-1][1].get("progress", b""), 4)


def test_a_burst_of_answers_is_looked_at_once_when_it_is_over(here):
    round_id = here.room.open_board()
    seats = [here.room.seat() for _ in range(5)]
    here.comes("1")
    here.until(lambda: len(here.heard.frames) == 1)
    gevent.sleep(2.1)  # the pace of the counts is no hindrance
    before = len(here.heard.frames)
    for seat in seats:
        here.room.place(seat, round_id)
        gevent.sleep(0.05)
    here.until(lambda: b'"answered":5' in here.heard.frames[-1][1].get("progress", b""), 4)
    assert len(here.heard.frames) == before + 1


def test_a_room_in_which_nothing_happens_is_not_read(here, monkeypatch):
    monkeypatch.setattr("workshop.service.moments.at", dict)  # a moment of the clock may come for what happened before
    here.room.open_board()
    here.comes("1")
    here.until(lambda: len(here.heard.frames) == 1)
    gevent.sleep(3.0)  # what was left to do when it began
    asked, live = [], here.room.context.live
    for name in ("view", "head", "signs", "load", "take_lease"):
        real = getattr(live, name)
        monkeypatch.setattr(live, name, lambda *a, name=name, real=real, **k: asked.append(name) or real(*a, **k))
    gevent.sleep(3.0)
    assert set(asked) <= {"signs"} and 2 <= len(asked) <= 8


def test_all_rooms_are_asked_for_in_one_question(here, monkeypatch):
    other = make_room(here.room.context)
    here.comes("1")
    here.sockets.add(Connection("2", other.session, "delegate"))
    here.hub.arrived(other.session)
    here.until(lambda: len(here.heard.frames) == 2)
    asked, live = [], here.room.context.live
    real = live.signs
    monkeypatch.setattr(live, "signs", lambda sessions: asked.append(set(sessions)) or real(sessions))
    here.hub.ask()
    assert {here.room.session, other.session} in asked
    known = here.hub.signs([here.room.session, other.session, "none"])
    assert {here.room.session, other.session} <= set(known) and "none" not in known
    here.sockets.remove("2")
    here.until(lambda: list(here.hub._rooms) == [here.room.session])


def test_a_fault_in_one_question_does_not_end_the_asking(here, monkeypatch):
    monkeypatch.setattr(module, "ASK", 0.05)
    here.comes("1")
    here.until(lambda: len(here.heard.frames) == 1)
    live = here.room.context.live
    real = live.signs
    faults = [KeyError("?"), KeyError("?")]
    monkeypatch.setattr(live, "signs", lambda s: (_ for _ in ()).throw(faults.pop()) if faults and len(s) else real(s))
    here.room.must("session.timer", {"seconds": 60})
    here.until(lambda: "timer" in here.heard.frames[-1][1])


def test_an_outage_is_waited_out_and_the_room_goes_on(here, monkeypatch):
    monkeypatch.setattr(module, "ASK", 0.05)
    here.comes("1")
    here.until(lambda: len(here.heard.frames) == 1)
    here.room.context.live.away = True
    gevent.sleep(0.5)
    here.room.must("session.timer", {"seconds": 60})
    here.room.context.live.away = False
    here.until(lambda: "timer" in here.heard.frames[-1][1])


def test_a_live_state_that_was_wiped_is_rebuilt_from_the_record(here, valkey, monkeypatch):
    monkeypatch.setattr(module, "ASK", 0.05)
    here.comes("1")
    here.until(lambda: len(here.heard.frames) == 1)
    valkey.client.flushall()
    here.until(lambda: len(here.heard.frames) == 2)
    assert "session" in here.heard.frames[-1][1]


def test_who_was_given_a_full_frame_is_brought_level_though_nothing_moves(here):
    here.comes("1")
    here.until(lambda: len(here.heard.frames) == 1)
    gevent.sleep(1.0)
    before = here.heard.caught_up
    here.hub.level(here.room.session)
    here.until(lambda: here.heard.caught_up > before)
    assert len(here.heard.frames) == 1


def test_nobody_is_levelled_with_what_the_room_was_while_it_is_away(here, monkeypatch):
    monkeypatch.setattr(module, "AGAIN", 0.05)
    here.comes("1")
    here.until(lambda: len(here.heard.frames) == 1)
    gevent.sleep(1.0)
    here.room.context.live.away = True
    here.hub.level(here.room.session)
    gevent.sleep(0.5)
    before = here.heard.caught_up
    gevent.sleep(0.5)
    assert here.heard.caught_up == before
    here.room.context.live.away = False
    here.until(lambda: here.heard.caught_up > before)


def test_those_who_missed_some_are_asked_after(here):
    here.comes("1")
    here.until(lambda: here.heard.caught_up > 0)
