"""The HTTP server over real sockets, with short deadlines: what is answered, what is hung up on, and what is left."""

from __future__ import annotations

import os
from contextlib import suppress

import gevent
import pytest
from gevent import socket

from workshop import refusals
from workshop.cli.door import LARGEST_BODY, Door, Limits, limits
from workshop.settings import Settings

SHORT = Limits(first=0.4, idle=0.4, head=0.4, body=0.4, write=0.4, strangers=30)
HEADERS = {"X-Of-Ours": "yes"}
GET = b"GET /page HTTP/1.1\r\nHost: x\r\n"


class Told(list):
    """What the app was asked, as (path, body)."""

    def app(self, environ, start):
        try:
            body = environ["wsgi.input"].read()
        except OSError:
            body = b"not whole"
        self.append((environ["PATH_INFO"], body))
        if environ["PATH_INFO"] == "/fault":
            raise RuntimeError("a secret of the app")
        start("200 OK", [("Content-Type", "text/plain")])
        return [b"x" * 20_000_000 if environ["PATH_INFO"] == "/large" else b"fine"]


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def door(told):
    made = Door(("127.0.0.1", 0), told.app, lambda e: "one" if "seat" in e["HTTP_COOKIE"] else "", HEADERS, SHORT)
    made.start()
    yield made
    made.stop(timeout=1)


def opened(door) -> socket.socket:
    made = socket.create_connection(door.address)
    made.settimeout(5)
    return made


def until_closed(connection) -> bytes:
    """All that comes until the server hangs up; fails when it does not."""
    got = b""
    try:
        while more := connection.recv(65536):
            got += more
    except ConnectionResetError:
        pass
    return got


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


HALVES = {
    "nothing": b"",
    "half a request line": b"GET / HT",
    "a line and no headers": b"GET / HTTP/1.1\r\n",
    "half of the headers": GET + b"X-Some: thi",
    "half a body": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc",
    "half a chunk": b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n50\r\nabc",
    "no chunk": b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
    "a second half": GET + b"\r\n" + b"GET / HT",
    "a whole one, kept": GET + b"\r\n",
}


@pytest.mark.parametrize("sent", HALVES.values(), ids=HALVES)
def test_twenty_halves_hold_nothing_after_the_deadline(door, sent):
    before = descriptors()
    held = [opened(door) for _ in range(20)]
    for connection in held:
        connection.sendall(sent)
    answers = [until_closed(connection) for connection in held]
    for connection in held:
        connection.close()
    gevent.sleep(0.1)
    assert descriptors() <= before and (door.crowd.strangers(), door.crowd.known()) == (0, 0)
    assert all(b" 500 " not in answer for answer in answers)


@pytest.mark.parametrize("sent", [GET + b"X: ", b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n"])
def test_a_byte_now_and_then_moves_no_deadline(door, told, sent):
    connection = opened(door)
    connection.sendall(sent)

    def trickle() -> None:
        while True:
            connection.sendall(b"x")
            gevent.sleep(0.05)

    writer = gevent.spawn(trickle)
    with gevent.Timeout(5):
        until_closed(connection)
    writer.kill()
    assert ("/page", b"") not in told


NO_HTTP = {
    "noise": b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n",
    "two words": b"GET /\r\n\r\n",
    "four words": b"GET / x HTTP/1.1\r\n\r\n",
    "version": b"GET / HTTP/1\r\n\r\n",
    "no version": b"GET / HTTP/x.y\r\n\r\n",
    "a negative length": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    "a length with a line": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1_0\r\n\r\n0123456789",
    "two lengths": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "another coding": b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "a long head": GET + b"X: " + b"y" * 200_000 + b"\r\n\r\n",
    "many headers": GET + b"X: y\r\n" * 200 + b"\r\n",
    "a giant's body": b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % (LARGEST_BODY + 1),
}  # fmt: skip


@pytest.mark.parametrize("sent", NO_HTTP.values(), ids=NO_HTTP)
def test_what_is_no_http_is_answered_with_4xx_and_our_headers_and_closed(door, sent, capfd):
    connection = opened(door)
    with suppress(OSError):  # hung up on while it was still sending
        connection.sendall(sent)
    answer = until_closed(connection)
    if answer or sent is not NO_HTTP["a long head"]:  # whoever is hung up on while sending may not hear why
        assert answer.startswith(b"HTTP/1.1 4") and b"Connection: close" in answer and b"X-Of-Ours: yes" in answer
    assert capfd.readouterr().err.count("\n") <= 1


def test_requests_after_each_other_are_served_and_a_body_that_is_not_whole_ends_the_connection(door, told):
    connection = opened(door)
    connection.sendall(
        (GET + b"\r\n") * 3 + b"POST /half HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\nGET /smuggled"
    )
    answer = until_closed(connection)
    assert [path for path, _ in told] == ["/page"] * 3 + ["/half"]
    assert answer.count(b"HTTP/1.1 200 OK") >= 3


def test_behind_chunks_that_cannot_be_read_nothing_is_taken_for_a_request(door, told):
    connection = opened(door)
    connection.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" + GET + b"\r\n")
    assert until_closed(connection).count(b"HTTP/1.1 ") == 1
    assert told == [("/", b"not whole")]


def test_somebody_who_does_not_read_is_given_up(door, told):
    before = descriptors()
    connection = opened(door)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
    gevent.sleep(1.2)
    assert (door.crowd.strangers(), descriptors()) == (0, before + 1), "only our own end is open"
    connection.close()


def test_a_fault_of_the_app_is_named_by_kind_and_place_and_closed(door, monkeypatch):
    said = []
    monkeypatch.setattr(
        "workshop.cli.door.log.error", lambda event, **fields: said.append((event, fields)), raising=False
    )
    connection = opened(door)
    connection.sendall(b"GET /fault HTTP/1.1\r\nHost: x\r\nCookie: CANARY\r\n\r\n")
    answer = until_closed(connection)
    assert answer.startswith(b"HTTP/1.1 500") and b"X-Of-Ours: yes" in answer and b"secret" not in answer
    assert said == [("request_failed", {"kind": "RuntimeError", "where": ""})]


def test_strangers_at_the_limit_shut_out_no_seat_and_no_newcomer(door, told):
    seat = opened(door)
    seat.sendall(b"GET /seat HTTP/1.1\r\nHost: x\r\nCookie: seat\r\n\r\n")
    assert b"fine" in seat.recv(65536)
    crowd = [opened(door) for _ in range(SHORT.strangers * 2)]
    gevent.sleep(0.05)
    assert door.crowd.strangers() == SHORT.strangers
    seat.sendall(b"GET /again HTTP/1.1\r\nHost: x\r\nCookie: seat\r\n\r\n")
    newcomer = opened(door)
    newcomer.sendall(GET + b"\r\n")
    assert b"fine" in seat.recv(65536) and b"fine" in newcomer.recv(65536)
    for connection in (seat, newcomer, *crowd):
        connection.close()


def test_every_refusal_is_counted_by_its_kind(door):
    def figure(kind):
        return refusals._children[kind]._value.get()

    before = {kind: figure(kind) for kind in ("head", "slow", "large")}
    for sent in (NO_HTTP["two words"], HALVES["half a request line"], NO_HTTP["a giant's body"]):
        connection = opened(door)
        connection.sendall(sent)
        until_closed(connection)
    assert {kind: figure(kind) - before[kind] for kind in before} == {"head": 1, "slow": 1, "large": 1}


def test_a_proxy_finds_its_connections_open_for_as_long_as_it_keeps_them():
    plain, proxied = (limits(Settings.from_environ({"WORKSHOP_TRUST_PROXY": w})) for w in ("no", "yes"))
    assert plain.idle < 60 < 120 < proxied.idle
