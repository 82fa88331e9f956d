"""Who waits in front of the rooms, for how long, and how many."""

from __future__ import annotations

import pytest

from workshop.realtime.guard import KNOWN
from workshop.realtime.sockets import Connection, Sockets
from workshop.realtime.waiting import KNOWN_WAITS, MOST_OF_ONE, MOST_STRANGERS, STRANGER_WAITS, WaitingRoom


class Engine:
    def __init__(self) -> None:
        self.opened: list[str] = []
        self.handlers = {"connect": lambda connection_id, environ: self.opened.append(connection_id)}

    def on(self, event, handler) -> None:
        self.handlers[event] = handler


class WebSockets:
    def __init__(self) -> None:
        self.here: list[str] = []
        self.forgotten: set[str] = set()

    def all(self) -> list[str]:
        return list(self.here)

    def gone(self, connection_id: str) -> bool:
        return connection_id in self.forgotten

    def end(self, connection_id: str) -> None:
        self.here.remove(connection_id)


class Room:
    def __init__(self) -> None:
        self.engine, self.websockets, self.sockets, self.now = Engine(), WebSockets(), Sockets(), 1000.0
        self.waiting = WaitingRoom(self.engine, self.websockets, self.sockets, lambda: self.now)

    def open(self, connection_id: str, who: str = "") -> None:
        self.websockets.here.append(connection_id)
        self.engine.handlers["connect"](connection_id, {KNOWN: who})

    def join(self, connection_id: str) -> None:
        self.sockets.add(Connection(f"sid {connection_id}", "s", "delegate", connection_id=connection_id))

    def after(self, seconds: float) -> list[str]:
        """Who is left."""
        self.now += seconds
        self.waiting.round()
        return self.websockets.here


@pytest.fixture
def room():
    return Room()


def test_who_joins_no_room_in_time_goes_and_who_holds_a_seat_has_longer(room):
    room.open("stranger")
    room.open("known", "seat")
    room.open("in", "another seat")
    room.join("in")
    assert room.engine.opened == ["stranger", "known", "in"]
    assert room.after(STRANGER_WAITS) == ["stranger", "known", "in"]
    assert room.after(1) == ["known", "in"]
    assert room.after(KNOWN_WAITS) == ["in"]
    assert room.after(10 * KNOWN_WAITS) == ["in"]


def test_who_leaves_its_room_has_a_while_to_come_again(room):
    room.open("a", "seat")
    room.join("a")
    room.after(1)
    room.sockets.remove("sid a")
    assert room.after(1) == ["a"] == room.after(KNOWN_WAITS)
    room.join("a")
    assert room.after(KNOWN_WAITS + 1) == ["a"]


def test_what_the_engine_has_forgotten_is_hung_up_on(room):
    room.websockets.here.append("orphan")
    room.websockets.forgotten.add("orphan")
    assert room.after(1) == ["orphan"]
    assert room.after(STRANGER_WAITS + 1) == []


def test_of_too_many_strangers_the_first_goes_and_no_known_one(room):
    for number in range(300):
        room.open(f"seat {number}", f"who {number}")
    for number in range(MOST_STRANGERS + 5):
        room.open(str(number))
    assert [connection_id for connection_id in room.websockets.here if connection_id.startswith("seat")] == [
        f"seat {n}" for n in range(300)
    ]
    assert [connection_id for connection_id in room.websockets.here if connection_id.isdigit()] == [
        str(n) for n in range(5, MOST_STRANGERS + 5)
    ]


def test_one_browser_cannot_wait_as_if_it_were_many(room):
    for number in range(MOST_OF_ONE + MOST_STRANGERS + 10):
        room.open(str(number), "one seat")
    assert len(room.websockets.here) == MOST_OF_ONE + MOST_STRANGERS
    assert room.after(STRANGER_WAITS + 1) == [str(n) for n in range(MOST_OF_ONE)]
