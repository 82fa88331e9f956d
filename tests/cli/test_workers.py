"""`workshop serve --workers`: several processes on one port, looked after by their parent."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from tests.helpers.phones import join
from tests.helpers.served import web_processes
from workshop.rehearsal.facilitator import SimulatedFacilitator
from workshop.rehearsal.http import Browser

LINK = re.compile(r"(https?://[^/\s]+)/sign-in/\S+")
PATIENCE = 120


class Polling:
    """A phone that polls, with a connection of its own for every request."""

    def __init__(self, url: str, code: str) -> None:
        self._browser = Browser(url)
        self._browser.get("/")
        assert self._browser.post("/join", {"code": code})["ok"]
        self._url, self._heard = f"{url}/socket.io/?EIO=4&transport=polling", ""

    def _ask(self, body: str | None = None) -> str:
        data = None if body is None else body.encode()
        headers = {"Cookie": self._browser.cookies, "Connection": "close", "Content-Type": "text/plain"}
        with urlopen(Request(self._url, data, headers), timeout=PATIENCE) as answer:
            return answer.read().decode()

    def connect(self) -> None:
        sid = json.loads(self._ask().removeprefix("0"))["sid"]
        self._url += f"&sid={sid}"
        self.say('40/delegate,{"protocol":2}')
        self.hear("40/delegate,")

    def say(self, packet: str) -> None:
        assert self._ask(packet) == "OK"

    def hear(self, packet: str) -> None:
        """Poll until it comes."""
        while packet not in self._heard:
            self._heard += self._ask()
        self._heard = self._heard.partition(packet)[2]


class Parent:
    """`workshop serve --workers 2`."""

    def __init__(self, data: Path) -> None:
        own = {"WORKSHOP_PORT": "0", "WORKSHOP_HOST": "127.0.0.1", "WORKSHOP_DATA_DIR": str(data)}
        environ = {**os.environ, **own, "PYTHONUNBUFFERED": "1"}
        command = [sys.executable, "-m", "workshop", "serve", "--workers", "2"]
        self.process = subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout or ():
            if found := LINK.search(line):
                self.url, self.link = found.group(1), found.group(0)
                return
        raise RuntimeError("it did not start")

    def workers(self) -> set[int]:
        """Process ids of the web processes."""
        return web_processes(self.process.pid)

    def until(self, holds) -> None:
        deadline = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < deadline, "it did not come about"
            time.sleep(0.05)


@pytest.fixture(scope="module")
def parent(tmp_path_factory):
    found = Parent(tmp_path_factory.mktemp("workers") / "data")
    yield found
    found.process.send_signal(signal.SIGTERM)
    found.process.wait(PATIENCE)
    assert found.process.returncode == 0


def answers(parent) -> bool:
    try:
        return b"true" in Browser(parent.url).get("/readyz")
    except OSError:
        return False


@pytest.fixture(scope="module")
def facilitator(parent):
    found = SimulatedFacilitator(parent.url, parent.link)
    yield found
    found.line.drop()


def test_both_answer_on_one_port_and_see_one_room(parent, facilitator):
    assert len(parent.workers()) == 2
    code = facilitator.create("group-chat", "ninety", k=5)
    phones = [join(parent.url, code) for _ in range(12)]
    facilitator.line.wait_for(lambda parts: parts["session"]["devices"] == 12)
    for phone in phones:
        phone.line.command("welcome.agree", {})
    for phone in phones:
        phone.line.wait_for(lambda parts: parts["welcome"]["agreed"] == 10)  # twelve, in steps of five
        phone.line.drop()


def test_a_phone_that_polls_is_in_the_room_whichever_process_its_requests_reach(parent, facilitator):
    """Every request on a connection of its own: of eight, half go to the process that does not know the phone."""
    code = facilitator.beside().create("group-chat", "ninety", k=5)
    phones = [Polling(parent.url, code) for _ in range(3)]
    for phone in phones:
        phone.connect()
        for _ in range(8):
            phone.say('42/delegate,["beat"]')
            phone.hear('42/delegate,["beat"]')


def test_one_that_is_killed_is_started_again(parent):
    before = parent.workers()
    os.kill(min(before), signal.SIGKILL)
    parent.until(lambda: len(parent.workers()) == 2 and parent.workers() != before)
    parent.until(lambda: answers(parent))


def test_they_are_replaced_one_after_the_other_and_somebody_always_answers(parent):
    before = parent.workers()
    parent.process.send_signal(signal.SIGHUP)
    silent = 0
    deadline = time.monotonic() + PATIENCE
    while parent.workers() & before:
        silent += not answers(parent)
        assert time.monotonic() < deadline
    assert silent == 0
    assert len(parent.workers()) == 2


def test_a_worker_alone_is_refused_in_a_sentence(tmp_path):
    environ = {k: v for k, v in os.environ.items() if not k.startswith("WORKSHOP_")}
    command = [sys.executable, "-m", "workshop", "serve", "--worker"]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=PATIENCE, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "Error: --worker is for `workshop serve --workers` alone.\n")
