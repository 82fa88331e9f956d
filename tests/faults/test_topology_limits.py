"""What the front and Redis of a larger installation refuse: tests/faults/test_topology.py has what they survive."""

from __future__ import annotations

import re
import socket
import struct
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import AuthenticationError, NoPermissionError

from tests.helpers.front import PASSWORD, caddy
from tests.helpers.shop import free_ports
from tests.helpers.town import NODE, town

pytestmark = pytest.mark.tour


@pytest.fixture(scope="module", name="town")
def a_town(postgres, tmp_path_factory):
    with town(postgres, tmp_path_factory.mktemp("town")) as found:
        yield found


WATCHING = ("MONITOR", "CONFIG GET *", "SLOWLOG GET", "CLIENT LIST", "ACL LIST", "SUBSCRIBE elsewhere", "PSUBSCRIBE *")


CHANGING = ("KEYS *", "FLUSHALL", "REPLICAOF NO ONE", "SHUTDOWN NOSAVE", "SCRIPT FLUSH", "GET other", "SET other 1")


@pytest.mark.parametrize("words", WATCHING + CHANGING)
def test_the_apps_user_of_redis_cannot_watch_or_change_the_server(town, words):
    with Redis.from_url(town.redis_url) as client:
        with pytest.raises(NoPermissionError):
            client.execute_command(*words.split(" "))
        assert client.ping()


def test_nobody_else_may_use_redis(town):
    address = town.redis_url.rpartition("@")[2]
    with Redis.from_url(f"redis://{address}") as client, pytest.raises(AuthenticationError):
        client.get("cw:code:AAAAAA")


def raw(town, lines: bytes, patience: float = 30) -> bytes:
    """The first line that the front answers to these bytes; b"" when it hangs up."""
    host, port = town.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=patience) as line:
        line.sendall(lines.replace(b"HOST", f"Host: {host}:{port}".encode()))
        try:
            return line.makefile("rb").readline()
        except ConnectionError:
            return b""


@pytest.mark.parametrize(
    "lines",
    [
        b"POST /join HTTP/1.1\r\nHOST\r\nContent-Length: 65537\r\n\r\n",
        b"POST /join HTTP/1.1\r\nHOST\r\nContent-Length: 99999999999\r\n\r\n",
        b"POST /join HTTP/1.1\r\nHOST\r\nTransfer-Encoding: chunked\r\n\r\n"
        + b"8000\r\n%b\r\n" % (b"x" * 0x8000) * 4
        + b"0\r\n\r\n",
    ],
    ids=["a byte too much", "gigabytes", "without a length"],
)
def test_a_body_that_is_too_large_is_refused_and_costs_nobody_else_anything(town, lines):
    answer = raw(town, lines)
    # The app may have refused it for another reason, before its end.
    assert re.match(rb"HTTP/1.1 413 " if b"Content-Length" in lines else rb"HTTP/1.1 4\d\d ", answer), answer
    before = time.monotonic()
    assert [town.ask("/healthz")[0] for _ in range(4)] == [200] * 4
    assert time.monotonic() - before < 10, "no process was left out for it"


def test_headers_that_are_too_large_are_refused(town):
    assert b" 431 " in raw(town, b"GET / HTTP/1.1\r\nHOST\r\nX: " + b"y" * 40_000 + b"\r\n\r\n")


@pytest.fixture(scope="module", autouse=True)
def held(town):
    """Somebody who sends one byte and waits, while all other tests go on; in the end: (the answer, seconds)."""

    def hold() -> tuple[bytes, float]:
        before = time.monotonic()
        return raw(town, b"G", patience=60), time.monotonic() - before

    with ThreadPoolExecutor(1) as pool:
        yield pool.submit(hold)


def test_a_phone_that_polls_gets_the_next_ping_through_the_times_of_caddy(town):
    path = "/socket.io/?EIO=4&transport=polling"
    cookie = town.facilitator.browser.cookies  # a stranger who joins no room is not waited for so long
    _, headers, body = town.ask(path, {"Cookie": cookie})
    if "set-cookie" in headers:  # the first time: by which of the two it goes from here on
        cookie = f"{cookie}; {NODE.search(headers['set-cookie'])[0]}"
    sid = re.search(rb'"sid":"([^"]+)"', body)[1].decode()
    line = HTTPConnection(town.url.removeprefix("http://"), timeout=60)
    line.request("GET", f"{path}&sid={sid}", headers={"Cookie": cookie})
    answer = line.getresponse()
    assert (answer.status, answer.read()) == (200, b"2"), "a ping after twenty seconds"
    line.close()


def test_one_byte_does_not_hold_a_connection_for_ever(held):
    answer, took = held.result()
    assert answer == b"" or b" 400 " in answer or b" 408 " in answer
    assert took < 50


def test_no_process_list_and_no_file_shows_the_password_of_redis(town):
    with Redis.from_url(town.redis_url) as client:
        port = client.connection_pool.connection_kwargs["port"]
    (pid,) = [p for p in Path("/proc").glob("[0-9]*") if f"redis-server 127.0.0.1:{port}" in words_of(p)]
    assert PASSWORD not in words_of(pid) and PASSWORD.encode() not in (pid / "environ").read_bytes()
    users = town.folder / "redis" / "users.acl"
    assert PASSWORD not in users.read_text() and users.stat().st_mode & 0o077 == 0


def words_of(process: Path) -> str:
    """A process's command line; "" when it has just gone."""
    try:
        return (process / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        return ""


AT_ONCE = struct.pack("ii", 1, 0)
"""SO_LINGER that ends a connection by a reset."""


def breaks(server: socket.socket) -> None:
    """Answer /healthz until the socket is shut, and break every other connection off when it has asked."""
    while True:
        try:
            line, _ = server.accept()
        except OSError:
            return
        with line:
            if b"/healthz" in line.recv(65536):
                line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            else:
                line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)


def test_of_a_connection_that_breaks_no_end_is_in_the_log_of_the_front(tmp_path):
    """Its sentence names both, and no filter of Caddy's changes a sentence."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=breaks, args=(server,), daemon=True).start()
        (front,) = free_ports(1)
        with caddy(front, [server.getsockname()[1]], tmp_path, tmp_path):
            line = HTTPConnection(f"127.0.0.1:{front}", timeout=20)
            line.request("POST", "/anywhere", body=b"a-body-canary")
            assert line.getresponse().status == 502
            line.close()
        server.shutdown(socket.SHUT_RDWR)
    log = (tmp_path / "caddy.log").read_text()
    failed = [line for line in log.splitlines() if "http.log.error" in line]
    assert len(failed) == 1 and '"status":502' in failed[0]
    assert re.findall(r"->\d|canary", log) == []
