"""docker-compose.yml by hand: Caddy, two web processes, Redis and PostgreSQL, and what fails while a room places."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import AuthenticationError, NoPermissionError

from tests.helpers.front import PASSWORD, caddy, redis
from tests.helpers.restless import Desk, RoomFull
from tests.helpers.shop import LINK, SECRET, Worker, free_ports
from tests.helpers.tree import ROOT
from workshop.rehearsal.facilitator import SimulatedFacilitator
from workshop.web.assets import Assets

PHONES = 100
NODE = re.compile(r"cw_node=([0-9a-f]+)")


@dataclass(frozen=True)
class Town:
    """Where the front is, its two web processes, and what they stand on."""

    url: str
    workers: list[Worker]
    redis_url: str
    folder: Path
    facilitator: SimulatedFacilitator

    def ask(self, path: str, headers: dict[str, str] | None = None) -> tuple[int, dict[str, str], bytes]:
        """One GET by the front: (status, headers, body)."""
        line = HTTPConnection(self.url.removeprefix("http://"), timeout=20)
        line.request("GET", path, headers=headers or {})
        answer = line.getresponse()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()


@pytest.fixture(scope="module")
def town(postgres, tmp_path_factory):
    folder, database = tmp_path_factory.mktemp("town"), postgres.create_database()
    front, live, *web = free_ports(4)
    url = f"http://127.0.0.1:{front}"
    Assets.read(ROOT / "static").write(folder / "assets")
    with redis(live, folder / "redis") as redis_url, caddy(front, web, folder, folder / "assets"):
        common = {
            "WORKSHOP_HOST": "127.0.0.1",
            "WORKSHOP_PUBLIC_URL": url,
            "WORKSHOP_TRUST_PROXY": "yes",
            "WORKSHOP_SECRET_KEY": SECRET,
            "WORKSHOP_REDIS_URL": redis_url,
            "WORKSHOP_DATABASE_URL": postgres.url(database),
        }
        workers = [
            Worker(p, {**common, "WORKSHOP_DATA_DIR": str(folder / f"web-{p}")}, folder / "web.log") for p in web
        ]
        try:
            with ThreadPoolExecutor(2) as pool:  # at the same time, as containers start: on an empty database
                list(pool.map(Worker.start, workers))
            yield Town(url, workers, redis_url, folder, SimulatedFacilitator(url, workers[0].link))
        finally:
            for worker in workers:
                worker.stop()
    postgres.drop_database(database)


@pytest.fixture
def desk(town):
    made = Desk(town.facilitator)
    yield made
    made.line.drop()


def test_a_phone_that_polls_always_comes_back_to_its_process(town):
    path = "/socket.io/?EIO=4&transport=polling"
    nodes = set()
    for _ in range(8):
        status, headers, body = town.ask(path)
        assert status == 200
        cookie = NODE.search(headers["set-cookie"])[0]
        nodes.add(cookie)
        sid = re.search(rb'"sid":"([^"]+)"', body)[1].decode()
        # Anybody who does not know it answers 400 at once; its own process waits for something to say.
        line = HTTPConnection(town.url.removeprefix("http://"), timeout=0.3)
        line.request("GET", f"{path}&sid={sid}", headers={"Cookie": cookie})
        with pytest.raises(TimeoutError):
            line.getresponse()
        line.close()
    assert len(nodes) == 2


def test_one_of_two_processes_is_killed_while_a_hundred_phones_place(town, desk):
    with RoomFull([town.url], desk, PHONES, pause=0.4) as room:
        time.sleep(1.5)
        before = room.history.count("ok")
        town.workers[1].kill()
        time.sleep(3)
        assert room.history.count("ok") > before + PHONES, "the room goes on meanwhile"
        assert all(phone.line.open for phone in room.phones), "every phone has come back by itself"
        assert town.ask("/healthz")[0] == 200
        town.workers[1].start()
        room.settle()
        assert room.faults() == []


def test_web_processes_are_replaced_one_by_one_behind_caddy(town, desk):
    with RoomFull([town.url], desk, PHONES, pause=0.4) as room:
        time.sleep(1)
        silent = 0
        for worker in town.workers:
            worker.send(signal.SIGINT)  # the image's STOPSIGNAL
            worker.stop()
            silent += town.ask("/")[0] != 200
            worker.start()
            time.sleep(4)  # Caddy asks again after it has found it away
        room.settle()
        assert silent == 0
        assert room.faults() == []
        assert room.phones[0].told.keys() <= {"round_closed"}


def test_the_processes_of_one_machine_are_replaced_at_sighup_while_a_room_places(tmp_path):
    environ = {
        **os.environ,
        "WORKSHOP_PORT": "0",
        "WORKSHOP_HOST": "127.0.0.1",
        "WORKSHOP_DATA_DIR": str(tmp_path / "data"),
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "-m", "workshop", "serve", "--workers", "2"]
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True) as parent:
        try:
            link = next(found.group(0) for line in parent.stdout if (found := LINK.search(line)))
            url = link.partition("/sign-in/")[0]
            desk = Desk(SimulatedFacilitator(url, link))
            with RoomFull([url], desk, 40, pause=0.3) as room:
                time.sleep(0.7)
                before = children(parent)
                parent.send_signal(signal.SIGHUP)
                until(lambda: len(children(parent) - before) == 2 and not children(parent) & before)
                time.sleep(0.5)
                room.settle()
                assert room.faults() == []
            desk.line.drop()
        finally:
            parent.terminate()
            assert parent.wait(30) == 0


def children(parent: subprocess.Popen[str]) -> set[int]:
    """Process ids of its web processes."""
    found = Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text().split()
    return {int(c) for c in found if b"--worker\0" in Path(f"/proc/{c}/cmdline").read_bytes()}


def until(holds, seconds: float = 40) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.05)


def test_caddy_gives_out_scripts_as_the_app_would(town):
    assets = Assets.read(ROOT / "static")
    for asset in (assets.url("js/pages/room.js"), assets.stylesheet("delegate"), assets.url("mark.svg")):
        path = asset.partition("?v=")[0]
        status, headers, body = town.ask(asset)
        by_app = HTTPConnection(f"127.0.0.1:{town.workers[0].port}")
        by_app.request("GET", asset)
        answer = by_app.getresponse()
        assert (status, body) == (200, answer.read())
        assert "cw_node" not in headers.get("set-cookie", ""), "no web process was asked"
        told = {n: answer.getheader(n) for n in SAME if answer.getheader(n)}  # Caddy's are the same for every file
        assert {n: headers.get(n) for n in told} == told
        assert town.ask(asset, {"Accept-Encoding": "gzip"})[1].get("content-encoding") == "gzip"
        older = town.ask(f"{path}?v=000000000000")
        assert (older[0], older[1]["cache-control"], older[2]) == (200, "no-cache", body)


@pytest.mark.parametrize("path", ["/static/../caddy.log?v=..", "/static/?v=..", "/static/../../caddy.log?v=", "/?v=x"])
def test_caddy_gives_out_nothing_but_scripts(town, path):
    status, _, body = town.ask(path)
    assert status == (200 if path == "/?v=x" else 404)
    assert "Continuum Workshop" in body.decode(), "the app's own page"


def test_figures_about_the_process_are_not_for_those_who_come_by_caddy(town):
    assert town.ask("/metrics")[0] in (401, 403, 404)
    assert town.ask("/metrics", {"X-Forwarded-For": "127.0.0.1"})[0] in (401, 403, 404)


SAME = (
    "content-type",
    "cache-control",
    "x-content-type-options",
    "referrer-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "x-robots-tag",
)


def test_nothing_of_a_request_is_in_any_log(town):
    town.ask("/sign-in/a-token-canary", {"User-Agent": "an-agent-canary", "Cookie": "cw_seat=a-seat-canary"})
    town.ask("/socket.io/?EIO=4&transport=polling&sid=a-socket-canary", {"Cookie": "cw_seat=a-seat-canary"})
    logs = [town.folder / "caddy.log", town.folder / "web.log", town.folder / "redis" / "redis.log"]
    text = "".join(log.read_text() for log in logs)
    assert "dial tcp" in text, "Caddy says which process it could not reach, after the tests above"
    assert "canary" not in text
    assert "remote_ip" not in text
    assert re.findall(r"->\d", text) == []
    assert LINK.search(text) is None


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
        b"POST /join HTTP/1.1\r\nHOST\r\nTransfer-Encoding: chunked\r\n\r\n" + b"8000\r\n%b\r\n" % (b"x" * 0x8000) * 4,
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


def test_one_byte_does_not_hold_a_connection_for_ever(town):
    before = time.monotonic()
    answer = raw(town, b"G", patience=60)
    assert answer == b"" or b" 400 " in answer or b" 408 " in answer
    assert time.monotonic() - before < 50


def test_a_phone_that_polls_gets_the_next_ping_through_the_times_of_caddy(town):
    path = "/socket.io/?EIO=4&transport=polling"
    _, headers, body = town.ask(path)
    sid, cookie = re.search(rb'"sid":"([^"]+)"', body)[1].decode(), NODE.search(headers["set-cookie"])[0]
    line = HTTPConnection(town.url.removeprefix("http://"), timeout=60)
    line.request("GET", f"{path}&sid={sid}", headers={"Cookie": cookie})
    answer = line.getresponse()
    assert (answer.status, answer.read()) == (200, b"2"), "a ping after twenty seconds"
    line.close()


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
