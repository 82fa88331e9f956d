"""The engine's pings: each at its time, all by one greenlet, and none to a connection that has gone."""

from __future__ import annotations

import gevent
import pytest
import socketio
from engineio.packet import PING, PONG, Packet
from engineio.socket import Socket

from workshop.realtime.pings import Pings

EVERY = 0.05


@pytest.fixture
def engine():
    made = socketio.Server(async_mode="gevent", ping_interval=EVERY, ping_timeout=5).eio
    Pings(made)
    return made


def opened(engine, name: str) -> Socket:
    socket = engine.sockets[name] = Socket(engine, name)
    socket.connected = True
    socket.schedule_ping()
    return socket


def sent(socket) -> list[int]:
    return [socket.queue.get(block=False).packet_type for _ in range(socket.queue.qsize())]


def test_a_hundred_connections_are_pinged_by_one_greenlet_that_ends_with_the_last(engine, monkeypatch):
    begun = []
    monkeypatch.setattr("workshop.realtime.pings.spawn", lambda run: begun.append(gevent.spawn(run)))
    for once in (1, 2):
        sockets = [opened(engine, str(number)) for number in range(100)]
        assert [greenlet.dead for greenlet in begun] == [True] * (once - 1) + [False]
        gevent.sleep(EVERY * 3)
        assert [sent(socket) for socket in sockets] == [[PING]] * 100
        assert begun[-1].dead, "nobody waits for a ping"


def test_whoever_answers_is_pinged_again_and_nobody_else(engine):
    answers, silent = opened(engine, "answers"), opened(engine, "silent")
    for _ in range(3):
        gevent.sleep(EVERY * 2)
        assert sent(answers) == [PING] and answers.last_ping
        answers.receive(Packet(PONG))
        assert answers.last_ping is None
    assert sent(silent) == [PING]


def test_a_connection_that_has_gone_or_is_closed_is_not_pinged_and_holds_up_nobody(engine):
    gone, closed, here = opened(engine, "gone"), opened(engine, "closed"), opened(engine, "here")
    del engine.sockets["gone"]
    closed.close(wait=False, abort=True)
    gevent.sleep(EVERY * 3)
    assert (sent(gone), sent(here)) == ([], [PING])
    assert PING not in [packet and packet.packet_type for packet in list(closed.queue.queue)]


def test_whoever_does_not_answer_is_closed_after_the_engines_own_time(engine):
    engine.ping_timeout = 0.05
    socket = opened(engine, "silent")
    gevent.sleep(0.2)
    assert socket.check_ping_timeout() is False and socket.closed


def test_what_is_no_ping_begins_as_the_engine_would_begin_it(engine):
    task = engine.start_background_task(lambda word: word * 2, "a")
    task.join(timeout=1)
    assert task.value == "aa"
