"""A data folder that an earlier version wrote (tests/fixtures), served by this one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request

from tests.helpers.shop import free_ports
from workshop.rehearsal.http import Browser
from workshop.rehearsal.wire import Line

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
PATIENCE = 60


@dataclass(frozen=True)
class Earlier:
    """Where it answers, the folder, and what was true when that version stopped."""

    url: str
    data: Path
    told: dict[str, Any]

    def signed_in(self, address: str) -> Browser:
        """A browser in which an account of that version is signed in, with the password that it had."""
        browser = Browser(self.url)
        page = browser.get("/account/sign-in").decode()
        token = page.partition('name="csrf_token"')[2].partition('value="')[2].partition('"')[0]
        form = {"email": address, "password": self.told["accounts"][address], "csrf_token": token}
        request = Request(f"{self.url}/account/sign-in", urlencode(form).encode(), {"Origin": self.url})
        with browser._opener.open(request, timeout=30) as answer:
            assert not answer.url.endswith("/account/sign-in"), f"{address} was not let in"
        browser.get("/facilitate/new")
        return browser

    def desk(self, browser: Browser, session: str) -> Line:
        """The console of a session."""
        line = Line(self.url, "/facilitator", browser.cookies, session)
        line.connect(20)
        return line

    def phones(self, session: dict[str, Any]) -> list[Line]:
        """The phones of a session come back with the cookies that they kept."""
        found = [Line(self.url, "/delegate", cookies) for cookies in session["cookies"]]
        for line in found:
            line.connect(20)
        return found


def unpacked(folder: Path, name: str) -> Path:
    """The data folder of a fixture, as that version left it."""
    with tarfile.open(FIXTURES / f"{name}.tar.gz") as tar:
        tar.extractall(folder, filter="data")
    return folder / "data"


@contextmanager
def served_again(folder: Path, name: str) -> Iterator[Earlier]:
    """The folder, served by this version; ended in order."""
    data = unpacked(folder, name)
    port = free_ports(1)[0]
    own = {"WORKSHOP_PORT": str(port), "WORKSHOP_HOST": "127.0.0.1", "WORKSHOP_DATA_DIR": str(data)}
    command = [sys.executable, "-m", "workshop", "serve"]
    with subprocess.Popen(command, env={**os.environ, **own}, stdout=subprocess.DEVNULL) as process:
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_for(url, process)
            yield Earlier(url, data, json.loads((folder / "told.json").read_text("utf-8")))
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(15)
            process.kill()


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            Browser(url).get("/privacy")
            return
        except (URLError, ConnectionError):
            assert process.poll() is None, "this version does not start on that folder"
            assert time.monotonic() < deadline, "this version does not answer on that folder"
            time.sleep(0.1)
