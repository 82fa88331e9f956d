"""An outlet over a real pair of sockets: whole writes, no two at once, the newest frame for a phone that was slow."""

from __future__ import annotations

import tracemalloc
from contextlib import suppress

import gevent
import pytest
from gevent import socket

from tests.helpers.websocket import messages
from workshop import metrics
from workshop.realtime.outlet import FAREWELL, Outlet, websocket_text

AUDIENCE = ("a session", "delegate")


@pytest.fixture
def pair():
    """(the server's end with small buffers, the phone's end)."""
    ours, theirs = socket.socketpair()
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8192)
    theirs.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
    yield ours, theirs
    with suppress(OSError):  # whoever still writes is told, as Outlet.close does: the next test has the same descriptor
        ours.shutdown(socket.SHUT_RDWR)
    gevent.sleep(0.01)
    ours.close()
    theirs.close()


def read_all(theirs, until: float = 0.3) -> bytes:
    """Everything that comes until nothing does for a while."""
    raw, theirs_timeout = b"", theirs.gettimeout()
    theirs.settimeout(until)
    try:
        while chunk := theirs.recv(65536):
            raw += chunk
    except TimeoutError:
        pass
    theirs.settimeout(theirs_timeout)
    return raw


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65535, 65536, 300_000])
def test_a_message_of_any_size_is_one_valid_frame(size):
    assert messages(websocket_text(b"x" * size)) == ["x" * size]


def test_a_frame_is_written_at_once_to_a_phone_that_reads(pair):
    ours, theirs = pair
    outlet = Outlet(ours)
    outlet.offer(AUDIENCE, websocket_text(b"now"), False, pytest.fail)
    assert messages(theirs.recv(100)) == ["now"]
    assert not outlet.behind


def test_a_slow_phone_gets_whole_frames_and_the_newest_instead_of_the_backlog(pair):
    ours, theirs = pair
    outlet, made = Outlet(ours), []

    def newest(full: bool) -> bytes:
        made.append(full)
        return websocket_text(b"newest")

    withheld, in_part = counted()
    for number in range(500):
        outlet.offer(AUDIENCE, websocket_text(b"%d " % number + b"x" * 50_000), False, newest)
    gevent.sleep(0.05)
    assert outlet.behind
    assert counted() == (withheld + 499, in_part + 1)
    got = messages(read_all(theirs))
    assert [text.split()[0] for text in got] == ["0", "newest"]
    assert made == [False]
    assert not outlet.behind
    outlet.offer(AUDIENCE, websocket_text(b"after"), False, newest)
    assert messages(read_all(theirs, 0.05)) == ["after"]


def counted() -> tuple[float, float]:
    """(frames withheld, frames taken in part), as /metrics says."""
    value = metrics.registry.get_sample_value
    return value("workshop_frames_withheld_total") or 0.0, value("workshop_frames_in_part_total") or 0.0


def test_what_is_kept_for_a_slow_phone_is_the_rest_of_one_frame_however_many_were_offered(pair):
    ours, _ = pair
    outlet = Outlet(ours)
    outlet.offer(AUDIENCE, websocket_text(b"x" * 50_000), False, lambda full: b"")
    tracemalloc.start()
    try:
        for _ in range(1000):
            framed = websocket_text(b"x" * 50_000)
            outlet.offer(AUDIENCE, framed, False, lambda full, framed=framed: framed)
        assert tracemalloc.get_traced_memory()[0] < 3 * 50_000
    finally:
        tracemalloc.stop()


def test_a_full_frame_that_was_missed_is_remembered(pair):
    ours, theirs = pair
    outlet, made = Outlet(ours), []
    for full in (False, False, True, False):
        outlet.offer(AUDIENCE, websocket_text(b"x" * 100_000), full, lambda full: made.append(full) or b"")
    read_all(theirs)
    assert made == [True]


def test_nothing_is_written_after_goodbye(pair):
    ours, theirs = pair
    outlet = Outlet(ours)
    goodbye = b"\x88\x02\x03\xe8"
    outlet.send(goodbye)
    outlet.offer("phones", websocket_text(b"a frame"), True, newest_frame)
    outlet.send(websocket_text(b"an answer"))
    outlet.post(websocket_text(b"a message"))
    assert read_all(theirs) == goodbye


def test_two_audiences_of_one_connection_each_get_their_newest(pair):
    ours, theirs = pair
    outlet = Outlet(ours)
    outlet.offer("one", websocket_text(b"x" * 100_000), False, lambda full: websocket_text(b"newest one"))
    for audience in ("one", "two"):
        outlet.offer(audience, b"", False, lambda full, a=audience: websocket_text(f"newest {a}".encode()))
    assert sorted(messages(read_all(theirs))[1:]) == ["newest one", "newest two"]


def test_offering_never_waits_whatever_the_phone_does(pair):
    ours, _ = pair
    outlet = Outlet(ours)
    with gevent.Timeout(1):
        for _ in range(10_000):
            outlet.offer(AUDIENCE, websocket_text(b"x" * 10_000), False, lambda full: b"")


def test_the_librarys_writes_and_ours_never_interleave(pair):
    ours, theirs = pair
    outlet = Outlet(ours)
    reader = gevent.spawn(slowly, theirs)
    writers = [gevent.spawn(send_many, outlet, n) for n in range(4)]
    for number in range(100):
        outlet.offer(AUDIENCE, websocket_text(b"frame %d " % number + b"f" * 30_000), False, newest_frame)
        gevent.sleep(0.001)
    gevent.joinall(writers, raise_error=True)
    gevent.sleep(0.3)
    ours.shutdown(socket.SHUT_WR)
    got = messages(reader.get(timeout=30))
    acks = [text for text in got if text.startswith("ack")]
    assert sorted(acks) == sorted(f"ack {n} {i} " + "a" * 3000 for n in range(4) for i in range(25))
    assert all(set(text[-30_000:]) == {"f"} for text in got if text.startswith("frame"))
    assert sum(text.startswith(("frame", "newest")) for text in got) > 1


def slowly(theirs) -> bytes:
    raw = b""
    while chunk := theirs.recv(3000):
        raw += chunk
        gevent.sleep(0.0005)
    return raw


def send_many(outlet: Outlet, writer: int) -> None:
    for i in range(25):
        outlet.send(websocket_text(f"ack {writer} {i} ".encode() + b"a" * 3000))


def newest_frame(full: bool) -> bytes:
    return websocket_text(b"newest " + b"f" * 30_000)


def test_a_write_that_takes_nothing_for_too_long_cuts_the_phone_off(pair):
    ours, theirs = pair
    outlet = Outlet(ours, stuck=0.1)
    with pytest.raises(OSError, match="does not read"):
        outlet.send(b"x" * 1_000_000)
    assert read_all(theirs).count(b"x") < 1_000_000
    assert theirs.recv(1) == b""
    assert ours.recv(1) == b""


def test_a_phone_that_has_gone_is_no_fault_of_the_frame(pair):
    ours, theirs = pair
    outlet = Outlet(ours)
    theirs.close()
    for _ in range(3):
        outlet.offer(AUDIENCE, websocket_text(b"x" * 100_000), False, lambda full: b"y" * 100_000)
        gevent.sleep(0.01)
    assert not outlet.behind
    outlet.close()
    outlet.offer(AUDIENCE, websocket_text(b"x"), False, pytest.fail)
    outlet.post(websocket_text(b"x"))
    assert ours.fileno() == -1


def test_a_message_that_nobody_may_miss_is_kept_whole_and_in_order_and_nobody_waits(pair):
    ours, theirs = pair
    outlet = Outlet(ours)
    outlet.offer(AUDIENCE, websocket_text(b"x" * 100_000), False, newest_frame)
    with gevent.Timeout(1):
        for number in range(20):
            outlet.post(websocket_text(b"%d " % number + b"p" * 5000))
    outlet.offer(AUDIENCE, websocket_text(b"withheld"), False, newest_frame)
    got = [text.split()[0] for text in messages(read_all(theirs))[1:]]
    assert got == [*(str(number) for number in range(20)), "newest"]
    assert not outlet.behind


def test_a_goodbye_comes_after_what_was_posted_before_it_and_nothing_after(pair):
    ours, theirs = pair
    outlet = Outlet(ours)
    outlet.offer(AUDIENCE, first := websocket_text(b"x" * 100_000), False, newest_frame)
    for message in (said := websocket_text(b"last words"), FAREWELL, websocket_text(b"too late")):
        outlet.post(message)
    assert read_all(theirs) == first + said + FAREWELL
    assert outlet.over


def test_closing_waits_for_whoever_is_writing_and_leaves_no_descriptor_to_another(pair):
    ours, _ = pair
    outlet = Outlet(ours)
    writer = gevent.spawn(outlet.send, b"x" * 1_000_000)
    gevent.sleep(0.01)
    with gevent.Timeout(1):
        outlet.close()
    with pytest.raises(OSError, match=r".*"):
        writer.get(timeout=1)
    assert ours.fileno() == -1
