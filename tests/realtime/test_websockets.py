"""The library's server with our WebSockets in it, and a client over a real socket."""

from __future__ import annotations

import gc
import json

import gevent
import pytest
from structlog.testing import capture_logs
from wsproto.events import Ping, TextMessage

from tests.helpers.lines import BEAT, Phone, Served, crowd, nothing_is_left, poll, polling, until
from workshop.cli.crowd import hang_up
from workshop.realtime.line import CHUNK, Line
from workshop.realtime.outlet import GOODBYE, websocket_text
from workshop.realtime.reading import Reading


@pytest.fixture
def served():
    found = Served()
    yield found
    found.http.stop(timeout=1)


def test_a_websocket_has_an_outlet_through_which_the_library_writes_too(served):
    phone = Phone(served)
    outlet = served.websockets.of(served.connection_id())
    assert outlet is not None
    outlet.offer("all", websocket_text(b'42/delegate,["frame",{}]'), False, pytest.fail)
    assert phone.next() == '42/delegate,["frame",{}]'
    phone.say('42/delegate,1["say","hello"]')
    assert phone.next() == '43/delegate,1["hello"]'
    assert served.heard == ["hello"]


def test_a_connection_that_has_ended_has_none(served):
    phone = Phone(served)
    connection_id = served.connection_id()
    phone.socket.close()
    for _ in range(100):
        gevent.sleep(0.02)
        if served.websockets.of(connection_id) is None:
            break
    assert served.websockets.of(connection_id) is None
    assert served.websockets._outlets == {}
    assert served.websockets.waiting(connection_id) == 0


def test_no_compression_is_agreed_to(served):
    phone = Phone(served, "permessage-deflate; client_max_window_bits")
    assert b"101 " in phone.head
    assert b"extensions" not in phone.head.lower()


def test_a_message_that_is_too_large_ends_the_connection_before_it_has_arrived(served):
    phone = Phone(served)
    connection_id = json.dumps(["say", "x" * 1_000_000])
    with pytest.raises((ConnectionError, OSError)):
        phone.say(f"42/delegate,1{connection_id}")
        phone.next()
    assert served.heard == []


def test_a_fault_of_ours_in_reading_is_said_and_ends_the_connection(served, monkeypatch):
    phone = Phone(served)
    monkeypatch.setattr(Reading, "feed", lambda self, chunk: {}[self])
    with capture_logs() as said:
        phone.say('42/delegate,["say","a"]')
        assert phone.socket.recv(100)[:1] in (b"", bytes((GOODBYE,)))
    assert [(connection_id["event"], connection_id["kind"]) for connection_id in said] == [
        ("reading_failed", "KeyError")
    ]


def test_one_phones_commands_are_done_one_after_the_other_and_phones_side_by_side(served):
    slow, quick = Phone(served), Phone(served)
    for number in range(5):
        slow.say(f'42/delegate,{number}["say","{"slow" if number == 0 else number}"]')
    gevent.sleep(0.02)
    quick.say('42/delegate,7["say","quick"]')
    assert quick.next() == '43/delegate,7["quick"]'
    assert served.heard == ["quick"]
    assert [slow.next()[:13] for _ in range(5)] == [f"43/delegate,{number}" for number in range(5)]
    assert served.heard == ["quick", "slow", "1", "2", "3", "4"]


def test_what_needs_no_waiting_is_answered_while_a_command_of_the_same_phone_is_slow(served):
    served.websockets.at_once = served.beat
    phone = Phone(served)
    phone.say('42/delegate,0["say","slow"]')
    phone.say(BEAT)
    assert phone.next() == BEAT and served.heard == []
    assert phone.next() == '43/delegate,0["slow"]'


def test_a_phone_that_says_much_while_one_command_is_slow_is_read_no_further(served):
    phone = Phone(served)
    phone.say('42/delegate,0["say","slow"]')
    text = "x" * 1500
    for number in range(1, 400):
        phone.say(f'42/delegate,{number}["say","{text}"]')
    gevent.sleep(0.1)
    (line,) = [found for found in gc.get_objects() if isinstance(found, Line)]
    assert 1 < len(line._waiting) <= CHUNK // 1500 + 1, "together no larger than one may be, and what came with it"
    assert [phone.next().split("[")[0] for _ in range(400)] == [f"43/delegate,{number}" for number in range(400)]


def test_a_message_in_parts_with_a_ping_between_them_is_heard_whole(served):
    phone = Phone(served)
    said = ('42/delegate,1["say","gr', "ü", 'ße"]')
    for at, part in enumerate(said):
        phone.socket.sendall(phone.protocol.send(TextMessage(part, message_finished=at == 2)))
        phone.socket.sendall(phone.protocol.send(Ping(b"there?")))
    assert phone.next() == '43/delegate,1["gr\\u00fc\\u00dfe"]'
    assert phone.pongs == [b"there?"] * 3
    phone.say('42/delegate,2["say","whole"]')
    assert phone.next() == '43/delegate,2["whole"]'


def test_a_packet_that_cannot_be_read_ends_the_connection(served):
    for packet in ("", "x", "4" + "[" * 1900):
        phone = Phone(served)
        phone.say(packet)
        if packet:
            with pytest.raises((ConnectionError, OSError, AssertionError)):
                phone.next()
            assert until(lambda: nothing_is_left(served)), packet
        else:
            phone.socket.close()
            assert until(lambda: nothing_is_left(served))


def test_a_websocket_counts_in_the_crowd_until_it_is_closed_and_the_crowd_can_end_it(served):
    phone = Phone(served)
    (member,) = served.http.crowd._strangers
    assert crowd(served) == 1
    hang_up(member)
    assert phone.socket.recv(100) == b"" and until(lambda: nothing_is_left(served))


def test_a_phone_comes_into_a_second_room_on_the_same_connection(served):
    phone = Phone(served)
    phone.say("40/screen,{}")
    assert phone.next().startswith("40/screen")
    phone.say('42/screen,1["say","there"]')
    assert phone.next() == '43/screen,1["there"]'


def test_a_phone_that_polls_has_no_outlet_and_gets_its_packets_by_the_queue(served):
    sid = polling(served)
    assert served.websockets.of(sid) is None
    assert served.websockets.waiting(sid) == 0
    served.websockets.post(sid, '2/delegate,["frame",{}]')
    assert served.websockets.waiting(sid) == 1
    assert poll(served, "GET", f"&sid={sid}") == '42/delegate,["frame",{}]'
