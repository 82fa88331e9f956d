"""docker-compose.yml by hand: Caddy, two web processes, Redis and PostgreSQL, and what fails while a room places."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from http.client import HTTPConnection

import pytest

from tests.helpers.restless import Desk, RoomFull, until
from tests.helpers.served import web_processes
from tests.helpers.shop import LINK
from tests.helpers.town import NODE, town
from tests.helpers.tree import ROOT
from workshop.rehearsal.facilitator import SimulatedFacilitator
from workshop.web.assets import Assets

pytestmark = pytest.mark.tour


@pytest.fixture(scope="module", name="town")
def a_town(postgres, tmp_path_factory):
    with town(postgres, tmp_path_factory.mktemp("town")) as found:
        yield found


PHONES = 100


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
        room.places()
        before = room.history.count("ok")
        town.workers[1].kill()
        until(lambda: room.history.count("ok") > before + PHONES)  # the room goes on meanwhile
        until(lambda: all(phone.line.open for phone in room.phones))  # every phone has come back by itself
        assert town.ask("/healthz")[0] == 200
        town.workers[1].start()
        room.settle()
        assert room.faults() == []


def test_web_processes_are_replaced_one_by_one_behind_caddy(town, desk):
    with RoomFull([town.url], desk, PHONES, pause=0.4) as room:
        room.places()
        silent = 0
        for worker in town.workers:
            worker.send(signal.SIGINT)  # the image's STOPSIGNAL
            worker.stop()
            silent += town.ask("/")[0] != 200
            worker.start()
            until(lambda: len({town.node() for _ in range(8)}) == 2)  # Caddy has found it there again
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
                room.places()
                before = web_processes(parent.pid)
                parent.send_signal(signal.SIGHUP)
                until(lambda: len(web_processes(parent.pid) - before) == 2 and not web_processes(parent.pid) & before)
                time.sleep(0.5)
                room.settle()
                assert room.faults() == []
            desk.line.drop()
        finally:
            parent.terminate()
            assert parent.wait(30) == 0


def test_caddy_gives_out_scripts_as_the_app_would(town):
    assets = Assets.read(ROOT / "static")
    for asset in (assets.entry("room"), assets.stylesheet("delegate"), assets.url("mark.svg")):
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
