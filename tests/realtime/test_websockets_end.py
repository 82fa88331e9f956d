"""How a WebSocket ends, whoever ends it, and that nothing is left of it."""

from __future__ import annotations

import gc
import os
import struct

import gevent
import pytest
from gevent import socket
from wsproto.events import CloseConnection

from tests.helpers.lines import Phone, Served, nothing_is_left, until
from workshop.realtime.hands import RESTING
from workshop.realtime.line import Line
from workshop.realtime.outlet import Outlet


@pytest.fixture
def served():
    found = Served()
    yield found
    found.http.stop(timeout=1)


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
