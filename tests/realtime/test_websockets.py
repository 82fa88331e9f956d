"""The library's server with our WebSockets in it, and a client over a real socket."""

from __future__ import annotations

import base64
import gc
import json
import os
import struct
from collections.abc import Callable

import gevent
import pytest
import socketio
from gevent import socket
from structlog.testing import capture_logs
from wsproto.connection import Connection, ConnectionType
from wsproto.events import CloseConnection, Ping, Pong, TextMessage

from workshop.cli.crowd import hang_up
from workshop.cli.door import Door, Limits
from workshop.realtime.hands import RESTING
from workshop.realtime.line import CHUNK, Line
from workshop.realtime.outlet import GOODBYE, Outlet, websocket_text
from workshop.realtime.reading import Reading
from workshop.realtime.websockets import WebSockets, server_of

LARGEST = 2000
BEAT = '42/delegate,["beat"]'


class Held:
    """As Flask-SocketIO holds it."""

    def __init__(self) -> None:
        self.server = socketio.Server(async_mode="gevent", async_handlers=False, max_http_buffer_size=LARGEST)


class Served:
    """A server on a free port of this machine that echoes what it hears."""

    def __init__(self) -> None:
        held = Held()
        self.server = server_of(held)
        self.websockets = WebSockets(held, LARGEST)
        self.heard: list[str] = []
        for namespace in ("/delegate", "/screen"):
            self.server.on("connect", lambda sid, environ, auth=None: None, namespace=namespace)
            self.server.on("say", self._say, namespace=namespace)
        self.http = Door(("127.0.0.1", 0), socketio.WSGIApp(self.server), lambda environ: "", {}, Limits())
        self.http.start()

    def _say(self, sid, text):
        if text == "slow":
            gevent.sleep(0.3)
        self.heard.append(text)
        return text

    def beat(self, connection_id: str, data: str) -> bool:
        if data == BEAT[1:]:
            self.websockets._outlets[connection_id].post(websocket_text(BEAT.encode()))
        return data == BEAT[1:]

    def connection_id(self) -> str:
        (connection_id,) = self.server.eio.sockets
        return connection_id


class Phone:
    """A WebSocket client of few words; `extensions` is what it offers, `query` names a connection that polls by now."""

    def __init__(self, served: Served, extensions: str = "", query: str = "") -> None:
        self.socket = socket.create_connection(served.http.address)
        self.socket.settimeout(5)
        websockets = (
            f"GET /socket.io/?EIO=4&transport=websocket{query} HTTP/1.1",
            "Host: localhost",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
            *([f"Sec-WebSocket-Extensions: {extensions}"] if extensions else []),
        )
        self.socket.sendall("\r\n".join([*websockets, "", ""]).encode())
        self.head = b""
        while b"\r\n\r\n" not in self.head:
            self.head += self.socket.recv(1)
        self.protocol = Connection(ConnectionType.CLIENT)
        self.waiting: list[str] = []
        self.begun, self.pongs = "", list[bytes]()
        if query:
            return
        assert self.next().startswith("0{")
        self.say("40/delegate,{}")
        assert self.next().startswith("40/delegate")

    def say(self, text: str) -> None:
        self.socket.sendall(self.protocol.send(TextMessage(text)))

    def next(self) -> str:
        while not self.waiting:
            self.protocol.receive_data(self.socket.recv(65536) or None)
            for event in self.protocol.events():
                if isinstance(event, CloseConnection):
                    raise ConnectionError(event.code)
                if isinstance(event, Pong):
                    self.pongs.append(bytes(event.payload))
                    continue
                assert isinstance(event, TextMessage)
                self.begun += event.data
                if event.message_finished:
                    self.waiting.append(self.begun)
                    self.begun = ""
        return self.waiting.pop(0)


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


def test_whoever_says_goodbye_is_answered_and_forgotten_and_what_was_asked_before_is_done(served):
    phone = Phone(served)
    phone.say('42/delegate,1["say","last words"]')
    phone.socket.sendall(phone.protocol.send(CloseConnection(1001)))
    with pytest.raises(ConnectionError, match="1001"):
        while True:
            phone.next()
    assert until(lambda: served.heard == ["last words"] and nothing_is_left(served))
    assert phone.socket.recv(100) == b""


def test_whoever_is_told_goodbye_ends_the_line_with_the_answer_to_it(served):
    phone = Phone(served)
    served.server.eio.sockets[served.connection_id()].close(wait=True)
    with pytest.raises(ConnectionError, match="1000"):
        while True:
            phone.next()
    phone.socket.sendall(phone.protocol.send(CloseConnection(1000)))
    assert until(lambda: nothing_is_left(served))


def test_whoever_does_not_answer_a_goodbye_is_cut_by_whoever_keeps_the_door(served):
    phone = Phone(served)
    connection_id = served.connection_id()
    served.server.eio.sockets.pop(connection_id).close(wait=False)
    gevent.sleep(0.02)
    assert connection_id in served.websockets.all() and served.websockets.gone(connection_id)
    served.websockets.end(connection_id)
    assert until(lambda: nothing_is_left(served))
    phone.socket.close()


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


@pytest.mark.parametrize("ways", [("close",), ("cut",), ("goodbye",), ("close", "cut", "goodbye", "half a head")])
def test_many_that_come_and_go_leave_no_descriptor_no_watcher_and_no_greenlet(served, ways):
    phones = [Phone(served) for _ in range(RESTING * 2)]  # what is made once is made
    for phone in phones:
        phone.say('42/delegate,1["say","slow"]')
    for number, phone in enumerate(phones):
        leave(phone, ways[number % len(ways)])
    assert until(lambda: nothing_is_left(served))
    before = left_behind()
    for number in range(150):
        leave(Phone(served), ways[number % len(ways)])
    assert until(lambda: nothing_is_left(served) and no_more_than(before)), (before, left_behind())


def leave(phone: Phone, how: str) -> None:
    if how == "goodbye":
        phone.socket.sendall(phone.protocol.send(CloseConnection(1001)))
        with pytest.raises(ConnectionError):
            phone.next()
    elif how == "cut":  # with what is still to come unread: a reset
        phone.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    elif how == "half a head":
        phone.socket.sendall(b"\x81")
    phone.socket.close()


def left_behind() -> tuple[int, ...]:
    """Descriptors, then greenlets, watchers and lines that are there."""
    gc.collect()
    kinds = (gevent.Greenlet, type(gevent.get_hub().loop.io(0, 1)), Line, Outlet)
    found = gc.get_objects()
    return len(os.listdir("/proc/self/fd")), *(sum(isinstance(one, kind) for one in found) for kind in kinds)


def no_more_than(before: tuple[int, ...]) -> bool:
    return all(now <= then for now, then in zip(left_behind(), before, strict=True))


def nothing_is_left(served: Served) -> bool:
    return not (served.server.eio.sockets or served.websockets._outlets or served.server.environ or crowd(served))


def crowd(served: Served) -> int:
    return served.http.crowd.strangers() + served.http.crowd.known()


def until(what: Callable[[], bool], seconds: float = 10) -> bool:
    with gevent.Timeout(seconds, False):
        while not what():
            gevent.sleep(0.02)
        return True
    return False


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


def test_changing_over_in_mid_traffic_loses_nothing_and_keeps_the_order(served):
    sid = polling(served)
    first = gevent.spawn(poll, served, "GET", f"&sid={sid}")
    gevent.sleep(0.02)
    phone = Phone(served, query=f"&sid={sid}")
    assert served.websockets.of(sid) is None and served.websockets.changing(sid)
    phone.say("2probe")
    assert phone.next() == "3probe"
    assert first.get(timeout=5) == "6", "its poll was ended"
    for number in range(40):
        served.websockets.post(sid, f'2/delegate,["n",{number}]')
    assert poll(served, "GET", f"&sid={sid}") == "6", "nothing goes by polling any more"
    phone.say("5")
    phone.say('42/delegate,1["say","by the new way"]')
    got = [phone.next() for _ in range(41)]
    assert got == [*(f'42/delegate,["n",{number}]' for number in range(40)), '43/delegate,1["by the new way"]']
    outlet = served.websockets.of(sid)
    assert outlet is not None
    served.websockets.post(sid, '2/delegate,["n",40]')
    assert phone.next() == '42/delegate,["n",40]'
    phone.socket.close()
    assert until(lambda: nothing_is_left(served))


@pytest.mark.parametrize("said", [["nothing"], ["5"], ["2probe", "2probe"], []])
def test_who_does_not_change_over_properly_goes_on_polling(served, said):
    sid = polling(served)
    phone = Phone(served, query=f"&sid={sid}")
    for packet in said:
        phone.say(packet)
    if not said:
        phone.socket.close()
    ended = until(lambda: not served.websockets.changing(sid))
    assert ended, "the line is there no more"
    if said == ["nothing"]:
        assert not served.server.eio.sockets, "what cannot be read ends the whole connection, as it does everywhere"
        return
    assert served.websockets.polls(sid) and not served.server.eio.sockets[sid].upgrading
    served.websockets.post(sid, '2/delegate,["n",1]')
    assert poll(served, "GET", f"&sid={sid}").split("\x1e")[-1] == '42/delegate,["n",1]'


def polling(served: Served) -> str:
    """A phone that polls and has joined."""
    sid = json.loads(poll(served, "GET", "")[1:])["sid"]
    poll(served, "POST", f"&sid={sid}", "40/delegate,{}")
    poll(served, "GET", f"&sid={sid}")
    return sid


def test_a_phone_that_polls_has_no_outlet_and_gets_its_packets_by_the_queue(served):
    sid = polling(served)
    assert served.websockets.of(sid) is None
    assert served.websockets.waiting(sid) == 0
    served.websockets.post(sid, '2/delegate,["frame",{}]')
    assert served.websockets.waiting(sid) == 1
    assert poll(served, "GET", f"&sid={sid}") == '42/delegate,["frame",{}]'


def poll(served: Served, method: str, query: str, body: str = "") -> str:
    connection = socket.create_connection(served.http.address)
    path = f"/socket.io/?EIO=4&transport=polling{query}"
    head = f"{method} {path} HTTP/1.0\r\nHost: x\r\nContent-Length: {len(body)}\r\n\r\n"
    with gevent.Timeout(5):
        connection.sendall((head + body).encode())
        raw = b""
        while chunk := connection.recv(65536):
            raw += chunk
    assert b" 200 " in raw.split(b"\r\n")[0], raw
    return raw.partition(b"\r\n\r\n")[2].decode()
