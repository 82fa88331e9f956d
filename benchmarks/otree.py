"""Side by side with oTree from PyPI: join, a placement each every two seconds, everybody sees it.

oTree gets a virtual environment of its own under build/, and a project with one live page, made as its documentation
shows.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.processes import ROOT, SERVER_CORE, Load, Process, Workshop, free_port, wait_for_port
from benchmarks.room import Room
from benchmarks.websocket import pin
from benchmarks.wire import OTREE
from workshop.rehearsal.facilitator import SimulatedFacilitator

HOME = ROOT / "build" / "otree"
SIZES = (20, 60, 100, 200)
EVERY, SECONDS = 2.0, 10.0


@dataclass(frozen=True)
class Pair:
    """One room size on both: acks within the time, their p95 in seconds, CPU a placement in seconds."""

    phones: int
    theirs: dict[str, Any]
    ours: dict[str, Any]


class OTree(Process):
    """A fresh project on a free port, served as `otree prodserver` does."""

    def __init__(self) -> None:
        self.folder = HOME / "project"
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(Path(__file__).parent / "otree_project", self.folder)
        for needed in ("_static", "_templates"):
            (self.folder / needed).mkdir()
        environ = {**os.environ, "PATH": f"{HOME / 'bin'}:{os.environ['PATH']}", "OTREE_PRODUCTION": "1"}
        how: dict[str, Any] = {"cwd": self.folder, "env": environ}
        how |= {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(["otree", "resetdb", "--noinput"], check=True, **how)
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.child = subprocess.Popen(["otree", "prodserver1of2", str(port)], text=True, start_new_session=True, **how)
        wait_for_port(port)
        pin(self.child.pid, SERVER_CORE)

    def __exit__(self, *_: object) -> None:
        os.killpg(self.child.pid, 15)  # it starts a second process of its own
        super().__exit__()

    def places(self, n: int) -> list[str]:
        """A session for n; each participant's path of the live socket."""
        http = HTTPConnection("127.0.0.1", urlsplit(self.url).port, timeout=120)
        body = json.dumps({"session_config_name": "placing", "num_participants": n})
        http.request("POST", "/api/sessions", body, {"Content-Type": "application/json"})
        made = json.loads(http.getresponse().read())
        return [self._place(http, urlsplit(made["session_wide_url"]).path, i) for i in range(n)]

    def _place(self, http: HTTPConnection, path: str, number: int) -> str:
        path = f"{path}?participant_label={number}"
        while True:
            http.request("GET", path)
            answer = http.getresponse()
            page = answer.read().decode()
            if answer.status not in (302, 303, 307):
                return page.split('data-socket-url="/live')[1].split('"')[0].replace("&amp;", "&")
            where = urlsplit(answer.getheader("Location") or "")
            path = where.path + (f"?{where.query}" if where.query else "")


def install() -> bool:
    """Whether oTree is there, or could be fetched."""
    if (HOME / "bin" / "otree").exists():
        return True
    done = subprocess.run([sys.executable, "-m", "venv", str(HOME)], check=False).returncode == 0
    pip = [str(HOME / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check", "otree"]
    return done and subprocess.run(pip, check=False).returncode == 0


def side_by_side() -> Iterator[Pair]:
    """Each size on both, one after the other."""
    for n in SIZES:
        with OTree() as otree, Load(otree.url, OTREE) as load:
            load.tell("seats", paths=otree.places(n))
            load.tell("connect")
            theirs = measured(otree, load)
        with Workshop() as workshop:
            facilitator = SimulatedFacilitator(workshop.url, workshop.link)
            with Room(workshop, facilitator, n) as room:
                room.open()
                ours = room.place(EVERY, SECONDS)
        yield Pair(n, theirs, ours)


def measured(otree: OTree, load: Load, every: float = EVERY, seconds: float = SECONDS) -> dict[str, Any]:
    """Everybody places every so many seconds."""
    before = otree.cpu()
    answer = load.tell("pace", event="place", body={"stage": "problematic"}, every=every, seconds=seconds)
    return {**answer, "cpu": (otree.cpu() - before) / max(1, answer["acked"])}


def table(pairs: list[Pair]) -> str:
    """Markdown."""
    heads = ("phones", *(f"{whose}: {what}" for whose in ("oTree", "ours")
                         for what in ("placements answered", "ack p95", "CPU a placement")))  # fmt: skip
    lines = [f"| {' | '.join(heads)} |", "|" + "---:|" * len(heads)]
    for pair in pairs:
        lines.append(f"| {pair.phones} | {side(pair.theirs)} | {side(pair.ours)} |")
    return "\n".join(lines)


def side(found: dict[str, Any]) -> str:
    """Three cells."""
    answered = f"{found['acked']:,} of {found['sent']:,}"
    return f"{answered} | {found['p95'] * 1e3:,.0f} ms | {found['cpu'] * 1e3:,.2f} ms"
