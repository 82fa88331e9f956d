"""Fan-out: the same bytes for everybody, and what happens to those who cannot take them."""

from __future__ import annotations

import json
from dataclasses import replace

from workshop.realtime.fanout import MOST_UNPOLLED, Fanout, Frame, Packed
from workshop.realtime.outlet import websocket_text
from workshop.realtime.sockets import Connection, Sockets

FRAME = Frame("epoch", 7, {"timer": b"null", "session": '{"title":"Ä\\u003c"}'.encode()})


class Outlet:
    """Takes what it is offered."""

    def __init__(self) -> None:
        self.offered: list[bytes] = []
        self.sent: list[bytes] = []

    def offer(self, audience, framed, full, newest) -> None:
        self.offered.append(framed)

    def send(self, data) -> int:
        self.sent.append(data)
        return len(data)


class WebSockets:
    """Some connections speak WebSocket, the others poll and leave `lying` packets behind."""

    def __init__(self, **outlets: Outlet) -> None:
        self.outlets, self.posted, self.lying = outlets, [], 0

    def of(self, connection_id):
        return self.outlets.get(connection_id)

    def waiting(self, connection_id):
        return self.lying

    def post(self, connection_id, message):
        self.posted.append((connection_id, message))


def room(websockets, *names: str, role="delegate"):
    sockets = Sockets()
    connections = [Connection(f"sid-{name}", "s", role, connection_id=name) for name in names]
    for connection in connections:
        sockets.add(connection)
    return Fanout(sockets, websockets), connections  # pyright: ignore[reportArgumentType]


def newest(full: bool) -> Frame:
    return Frame("epoch", 9, {"board": b"[9]"}, full)


def test_a_frame_is_the_json_that_the_contract_names():
    assert json.loads(FRAME.json()) == {
        "epoch": "epoch",
        "rev": 7,
        "parts": {"timer": None, "session": {"title": "Ä<"}},
    }
    assert json.loads(newest(True).json())["full"] is True
    packet = Packed("/delegate", FRAME).packet.decode()
    assert packet.startswith("2/delegate,[")
    assert json.loads(packet.partition(",")[2]) == ["frame", json.loads(FRAME.json())]


def test_the_time_of_a_frame_is_as_long_whenever_it_is():
    sizes = {len(replace(FRAME, now=now).json()) for now in (1_764_000_000, 1_764_121_296.5, 1_764_121_296.123456)}
    assert len(sizes) == 1, "a frame to one phone alone must not tell by its length"
    assert json.loads(replace(FRAME, now=1_764_121_296.5).json())["now"] == 1_764_121_296.5


def test_what_is_typed_is_not_in_the_repr_of_a_frame():
    assert "title" not in repr(FRAME)


def test_every_socket_of_an_audience_gets_the_very_same_bytes_and_nobody_else_any():
    one, two, other = Outlet(), Outlet(), Outlet()
    fanout, _ = room(WebSockets(one=one, two=two, other=other), "one", "two")
    fanout._sockets.add(Connection("f", "s", "facilitator", connection_id="other"))
    fanout._sockets.add(Connection("x", "another session", "delegate", connection_id="other"))
    fanout("s", "delegate", FRAME, newest)
    assert one.offered[0] is two.offered[0]
    assert one.offered[0].endswith(b"42/delegate," + Packed("/delegate", FRAME).packet.partition(b",")[2])
    assert not other.offered


def test_a_phone_that_polls_gets_the_packet_by_the_librarys_queue():
    websockets = WebSockets()
    fanout, _ = room(websockets, "polls")
    fanout("s", "delegate", FRAME, newest)
    assert websockets.posted == [("polls", Packed("/delegate", FRAME).packet.decode())]


def test_a_phone_that_does_not_poll_gets_the_newest_when_it_does():
    websockets = WebSockets()
    fanout, (connection,) = room(websockets, "polls")
    websockets.lying = MOST_UNPOLLED
    fanout("s", "delegate", Frame("epoch", 7, {}, full=True), newest)
    fanout("s", "delegate", FRAME, newest)
    fanout.again("s", "delegate", newest)
    assert not websockets.posted
    assert connection.missed is True
    websockets.lying = 0
    fanout.again("s", "delegate", newest)
    fanout.again("s", "delegate", newest)
    assert [json.loads(m.partition(",")[2])[1]["rev"] for _, m in websockets.posted] == [9]
    assert '"full":true' in websockets.posted[0][1]
    assert connection.missed is None


def test_nothing_overtakes_the_full_frame_of_a_phone_that_is_coming_in():
    outlet = Outlet()
    fanout, (connection,) = room(WebSockets(one=outlet), "one")
    connection.ready = False
    fanout("s", "delegate", FRAME, newest)
    fanout.again("s", "delegate", newest)
    assert not outlet.offered
    assert connection.missed is False
    fanout.give(connection, newest(True))
    assert outlet.sent == [Packed("/delegate", newest(True)).framed]


def test_a_phone_that_changes_over_from_polling_is_written_to_directly():
    websockets, outlet = WebSockets(), Outlet()
    fanout, _ = room(websockets, "one")
    fanout("s", "delegate", FRAME, newest)
    websockets.outlets["one"] = outlet
    fanout("s", "delegate", FRAME, newest)
    assert (len(websockets.posted), len(outlet.offered)) == (1, 1)


def test_an_ack_goes_the_way_of_its_command():
    outlet, websockets = Outlet(), WebSockets()
    fanout, (connection,) = room(websockets, "one")
    fanout.answer(connection, "17", '{"ok":true,"rev":3}')
    assert websockets.posted == [("one", '3/delegate,17[{"ok":true,"rev":3}]')]
    websockets.outlets["one"] = outlet
    fanout.answer(connection, "18", '{"ok":false,"code":"x"}')
    assert outlet.sent == [websocket_text(b'43/delegate,18[{"ok":false,"code":"x"}]')]
