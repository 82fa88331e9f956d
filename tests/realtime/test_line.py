"""A line over a real pair of sockets: what is read by the event loop, what by a greenlet, and how it ends."""

from __future__ import annotations

import gc

import gevent
import pytest
from gevent import monkey
from gevent.event import Event
from structlog.testing import capture_logs
from wsproto.connection import Connection, ConnectionType
from wsproto.events import CloseConnection, TextMessage

from workshop.realtime.hands import Hands
from workshop.realtime.line import CHUNK, MOST_WAITING, Line
from workshop.realtime.long_way import LongWay
from workshop.realtime.outlet import FAREWELL, Outlet
from workshop.realtime.reading import Reading

LARGEST = 5000
pair = monkey.get_original("socket", "socketpair")


class Hearer:
    """Hears slowly, one after the other; says at once what is "now"; takes "leave" for the end."""

    def __init__(self) -> None:
        self.now, self.heard, self.ends = list[str](), list[str | bytes](), 0
        self.may = Event()

    def at_once(self, message) -> bool:
        if message == "now":
            assert gevent.getcurrent() is gevent.get_hub(), "the event loop itself, not a greenlet"
            self.now.append(message)
        return message == "now"

    def hear(self, message) -> bool:
        self.may.wait()
        self.heard.append(message)
        return message != "leave"

    def ended(self) -> None:
        self.ends += 1


class Phone:
    """The other end. `line` is held by the event loop alone, as it is in the house."""

    def __init__(self) -> None:
        ours, self.socket = pair()
        for end in (ours, self.socket):
            end.setblocking(False)
        self.ours, self.hearer, self.protocol = ours, Hearer(), Connection(ConnectionType.CLIENT)
        self.outlet = Outlet(ours)
        Line(ours, self.outlet, self.hearer, Hands(), LARGEST)

    def say(self, *texts: str) -> None:
        self.socket.send(b"".join(self.protocol.send(TextMessage(text)) for text in texts))
        gevent.sleep(0.02)

    def let(self) -> None:
        self.hearer.may.set()
        gevent.sleep(0.05)

    def closed(self) -> bool:
        return self.ours.fileno() == -1 and self.hearer.ends == 1


@pytest.fixture
def phone():
    made = Phone()
    yield made
    made.hearer.may.set()
    made.socket.close()
    gevent.sleep(0.02)
    assert made.closed(), "whoever hangs up leaves nothing"


def test_messages_are_heard_in_order_and_one_at_a_time(phone):
    phone.say("1", "2")
    phone.say("3")
    assert phone.hearer.heard == []
    phone.let()
    phone.say("4")
    assert phone.hearer.heard == ["1", "2", "3", "4"]


def test_what_needs_no_waiting_waits_for_nothing(phone):
    phone.say("slow", "now")
    phone.say("now")
    assert (phone.hearer.now, phone.hearer.heard) == (["now", "now"], [])


@pytest.mark.parametrize("size", [4000, 150])
def test_a_phone_that_says_too_much_is_read_no_further_until_some_of_it_was_heard(phone, size):
    sent = 0
    with pytest.raises(BlockingIOError):  # the system holds it back
        for sent in range(10_000):
            phone.socket.send(phone.protocol.send(TextMessage("x" * size)))
            if sent % 50 == 0:
                gevent.sleep(0.01)
    gevent.sleep(0.05)
    (line,) = (found for found in gc.get_objects() if isinstance(found, Line) and found._sock is phone.ours)
    assert size * len(line._waiting) <= LARGEST + CHUNK and len(line._waiting) < MOST_WAITING + CHUNK // size
    phone.let()
    gevent.sleep(0.2)
    assert len(phone.hearer.heard) == sent
    phone.say("now")
    assert phone.hearer.now == ["now"]


def test_a_fault_in_hearing_closes_the_socket_all_the_same(phone, monkeypatch):
    phone.hearer.may.set()
    monkeypatch.setattr(phone.hearer, "hear", lambda message: {}[message])
    phone.say("a")
    assert phone.closed()


def test_what_was_said_before_hanging_up_is_heard_and_then_it_ends(phone):
    phone.say("1", "2")
    phone.socket.close()
    phone.let()
    assert phone.hearer.heard == ["1", "2"] and phone.closed()


def test_whoever_hears_can_end_it_and_what_came_after_is_not_heard(phone):
    phone.say("1", "leave", "2")
    phone.let()
    assert phone.hearer.heard == ["1", "leave"] and phone.closed()
    assert phone.socket.recv(100) == b""


def test_whoever_answers_a_goodbye_says_nothing_more(phone):
    phone.hearer.may.set()
    phone.outlet.post(FAREWELL)
    assert phone.socket.recv(100) == FAREWELL
    phone.say("too late")
    assert phone.hearer.heard == [] and phone.closed()


def test_a_goodbye_of_the_phone_is_answered(phone):
    phone.hearer.may.set()
    phone.socket.send(phone.protocol.send(CloseConnection(1000)))
    gevent.sleep(0.02)
    assert phone.socket.recv(100) == FAREWELL and phone.closed()


def test_wsproto_is_there_only_while_it_has_something_to_read(phone, monkeypatch):
    made = []
    monkeypatch.setattr("workshop.realtime.line.LongWay", lambda size: made.append(1) or LongWay(size))
    phone.hearer.may.set()
    phone.say("whole")
    assert made == []
    for number in range(2):
        phone.socket.send(phone.protocol.send(TextMessage("in ", message_finished=False)))
        gevent.sleep(0.01)
        phone.say(f"parts {number}")
    assert phone.hearer.heard == ["whole", "in parts 0", "in parts 1"] and made == [1, 1]


def test_a_fault_of_ours_ends_this_line_and_is_said(phone, monkeypatch):
    phone.hearer.may.set()
    monkeypatch.setattr(Reading, "feed", lambda self, chunk: {}[self])
    with capture_logs() as said:
        phone.say("a")
    assert [(line["event"], line["kind"]) for line in said] == [("reading_failed", "KeyError")]
    assert phone.closed()


def test_a_fault_in_ending_closes_the_socket_all_the_same(phone, monkeypatch):
    monkeypatch.setattr(phone.hearer, "may", Event())
    ended = phone.hearer.ended
    monkeypatch.setattr(phone.hearer, "ended", lambda: ended() or {}["a fault"])
    phone.socket.close()
    gevent.sleep(0.02)
    assert phone.closed()
