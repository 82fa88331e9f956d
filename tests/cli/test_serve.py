"""`workshop serve`, and `bin/run` around it: what a new user reads, what stops it, and one sentence for every fault."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.helpers.cases import written
from tests.helpers.served import served
from tests.helpers.tree import ROOT
from workshop.datadir import DataDir
from workshop.network import free_port
from workshop.rehearsal.facilitator import SimulatedFacilitator

SERVE = [sys.executable, "-m", "workshop", "serve"]
RUN = ["bash", str(ROOT / "bin" / "run")]
PATIENCE = 60


def start(command, data, **settings):
    """Try to serve; (exit code, standard output, standard error)."""
    environ = {k: v for k, v in os.environ.items() if not k.startswith("WORKSHOP_")}
    own = {"WORKSHOP_HOST": "127.0.0.1", "WORKSHOP_PORT": "0", "WORKSHOP_DATA_DIR": str(data), **settings}
    done = subprocess.run(command, env={**environ, **own}, capture_output=True, text=True, timeout=PATIENCE)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def taken():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


@pytest.mark.parametrize("command", [SERVE, RUN], ids=["serve", "run"])
def test_a_taken_port_is_one_sentence(tmp_path, taken, command):
    code, out, err = start(command, tmp_path / "data", WORKSHOP_PORT=str(taken))
    assert (code, out) == (1, "")
    assert err == f"Error: Port {taken} is taken by another program; set WORKSHOP_PORT to a free one.\n"


@pytest.mark.parametrize("command", [SERVE, RUN], ids=["serve", "run"])
def test_a_data_directory_in_use_is_one_sentence(tmp_path, command):
    with DataDir(tmp_path / "data") as data:
        code, out, err = start(command, data.path)
    assert (code, out, err) == (1, "", f"Error: The data directory {data.path} is in use by another process.\n")


@pytest.mark.parametrize("command", [SERVE, RUN], ids=["serve", "run"])
def test_a_disk_that_cannot_be_written_is_one_sentence(command):
    code, out, err = start(command, "/proc/workshop")
    assert (code, out) == (1, "")
    assert err.startswith("Error: The data directory /proc/workshop cannot be ") and err.count("\n") == 1


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"WORKSHOP_PROT": "8000"}, "There is no setting WORKSHOP_PROT: did you mean WORKSHOP_PORT?"),
        ({"WORKSHOP_PORT": "eighty"}, "WORKSHOP_PORT"),
        ({"WORKSHOP_HOST": "192.0.2.1"}, "This machine cannot listen on 192.0.2.1: set"),
        ({"WORKSHOP_REDIS_URL": "redis://127.0.0.1:1"}, "The Redis server cannot be reached: look at"),
        ({"WORKSHOP_DATABASE_URL": "postgresql://a:secret@127.0.0.1:1/b"}, "The database cannot be used: look at"),
    ],
)  # fmt: skip
def test_a_setting_that_cannot_be_is_one_sentence(tmp_path, settings, says):
    code, out, err = start(SERVE, tmp_path / "data", **settings)
    assert (code, out) == (1, "")
    assert err.startswith("Error: ") and says in err and err.count("\n") == 1 and "secret" not in err


def test_an_old_python_is_one_sentence():
    code = (
        "import sys\nsys.version_info = (3, 9, 2, 'final', 0)\nimport workshop.preflight\n"
        "workshop.preflight.check_python.__defaults__ = ((3, 9, 2),)\nfrom workshop.cli import main\nmain(['serve'])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Error: Continuum Workshop needs Python 3.11 or newer, and this is Python 3.9.2.\n"


def test_a_new_user_is_told_what_is_needed_and_finds_the_same_data_again(tmp_path):
    data = tmp_path / "data"
    with served(data) as first:
        facilitator = SimulatedFacilitator(first.url, first.link)
        code = facilitator.create("group-chat", "ninety", k=5)
        session = facilitator.session
        facilitator.line.drop()
    assert first.process.returncode == 0
    written(tmp_path, lambda case: case.update(id="group-chat", title="Ours, now"), name="own.yaml")
    (tmp_path / "._own.yaml").write_bytes(b"\0\5\x16\7")
    with served(data, WORKSHOP_SCENARIOS=str(tmp_path)) as second:
        again = SimulatedFacilitator(second.url, second.link)
        told = "".join(iter(second.process.stdout.readline, "Ctrl-C stops it.\n"))
        assert f"Left out of {tmp_path}:\n    ._own.yaml: A Mac made it, to go with another file.\n" in told
        assert "Ours, now" in again.browser.get("/facilitate/new").decode()
        page = again.browser.get(f"/facilitate/{session}").decode()
        assert session in page and "c14" in page and "Used a nickname" not in page, "the cards of then"
        assert again.browser.post("/join/look", {"code": code})["ok"]
    assert sorted(p.name for p in data.iterdir() if p.name != "workshop.sqlite3-shm") == sorted(
        {"lock", "secret.key", "valkey", "workshop.sqlite3"} | {p.name for p in data.glob("*-wal")}
    )


def test_a_link_works_once(tmp_path):
    with served(tmp_path / "data") as running:
        SimulatedFacilitator(running.url, running.link)
        with pytest.raises(OSError, match="410"):
            SimulatedFacilitator(running.url, running.link)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_everything_that_it_started(tmp_path, how):
    port = free_port("127.0.0.1")
    with served(tmp_path / "data", WORKSHOP_PORT=str(port)) as running:
        assert urlopen(f"{running.url}/healthz").status == 200
        children = children_of(running.process.pid)
        assert children, "the embedded Valkey is one"
        running.process.send_signal(how)
        assert running.process.wait(20) == 0
    for child in children:
        wait_until_gone(child)
    with socket.create_server(("127.0.0.1", port)):
        pass
    with DataDir(tmp_path / "data"):
        pass


def children_of(pid):
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in listed.read_text().split()]


def wait_until_gone(pid):
    deadline = time.monotonic() + 10
    while Path(f"/proc/{pid}").exists():
        assert time.monotonic() < deadline, f"process {pid} is still there"
        time.sleep(0.02)
