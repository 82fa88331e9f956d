"""`workshop link` and `bin/run --link`: back in, while the workshop runs; nothing when there is nothing to enter."""

import os
import re
import subprocess
import sys
from urllib.error import HTTPError

import pytest

from tests.helpers.served import LINK, served
from tests.helpers.tree import ROOT
from workshop.rehearsal.facilitator import SimulatedFacilitator

COMMAND = [sys.executable, "-m", "workshop", "link"]
RUN = ["bash", str(ROOT / "bin" / "run"), "--link"]


def asked(command, data, **settings):
    """(exit code, standard output, standard error) in another terminal, which knows the data directory alone."""
    environ = {k: v for k, v in os.environ.items() if not k.startswith("WORKSHOP_")}
    environ |= {"WORKSHOP_DATA_DIR": str(data), **settings}
    done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


def test_who_signed_out_comes_back_without_a_restart(tmp_path):
    with served(tmp_path / "data") as running:
        first = SimulatedFacilitator(running.url, running.link)
        first.browser.post("/account/sign-out", {})
        with pytest.raises(HTTPError, match="410"):
            SimulatedFacilitator(running.url, running.link)
        for command in (COMMAND, RUN):
            code, said, _ = asked(command, tmp_path / "data")
            assert code == 0 and "works once, within 2 hours" in said
            found = LINK.search(said)
            assert found[1].rpartition(":")[2] == running.url.rpartition(":")[2], "the port that it found for itself"
            assert b"Sessions" in SimulatedFacilitator(running.url, found[0]).browser.get("/facilitate")
            with pytest.raises(HTTPError, match="410"):
                SimulatedFacilitator(running.url, found[0])
        assert sorted(p.name for p in (tmp_path / "data").iterdir() if not re.search("-(wal|shm)$", p.name)) == [
            *("lock", "secret.key", "valkey", "workshop.sqlite3")
        ]


def test_it_leads_to_several_processes_too(tmp_path):
    words = [sys.executable, "-m", "workshop", "serve", "--workers", "2"]
    environ = {**os.environ, "WORKSHOP_PORT": "0", "WORKSHOP_HOST": "127.0.0.1", "PYTHONUNBUFFERED": "1"}
    environ["WORKSHOP_DATA_DIR"] = str(tmp_path / "data")
    with subprocess.Popen(words, env=environ, stdout=subprocess.PIPE, text=True) as parent:
        try:
            next(line for line in parent.stdout if LINK.search(line))
            found = LINK.search(asked(COMMAND, tmp_path / "data")[1])
            assert SimulatedFacilitator(found[1], found[0]).browser.get("/facilitate")
        finally:
            parent.terminate()
            parent.wait(30)


@pytest.mark.parametrize("command", [COMMAND, RUN], ids=["workshop", "run"])
def test_where_nothing_runs_it_says_so_and_makes_nothing(tmp_path, command):
    code, out, err = asked(command, tmp_path / "data")
    assert (code, out) == (1, "")
    assert (
        err.startswith(f"Error: Nothing runs with the data directory {tmp_path}/data. Start it")
        and err.count("\n") == 1
    )
    assert not (tmp_path / "data").exists()


def test_after_the_end_nothing_runs(tmp_path):
    with served(tmp_path / "data"):
        pass
    assert "Nothing runs with" in asked(COMMAND, tmp_path / "data")[2]


def test_with_accounts_of_ones_own_it_says_how_to_sign_in(tmp_path):
    with served(tmp_path / "data") as running:
        added = [sys.executable, "-m", "workshop", "account", "add", "ada@example.org", "--organisation", "Here"]
        assert asked([*added, "--new-organisation", "--generate"], tmp_path / "data")[0] == 0
        code, out, err = asked(COMMAND, tmp_path / "data")
    assert (code, out) == (1, "")
    assert f"{running.url.rpartition(':')[2]}/account/sign-in" in err and "workshop account reset EMAIL" in err


def test_a_terminal_is_told_the_way_back_at_the_start(tmp_path):
    environ = {**os.environ, "WORKSHOP_PORT": "0", "WORKSHOP_HOST": "127.0.0.1", "PYTHONUNBUFFERED": "1"}
    environ["WORKSHOP_DATA_DIR"] = str(tmp_path / "data")
    words = [sys.executable, "-m", "workshop", "serve"]
    with subprocess.Popen(words, env=environ, stdout=subprocess.PIPE, text=True) as process:
        said = "".join(iter(process.stdout.readline, "Ctrl-C stops it.\n"))
        process.terminate()
        process.wait(30)
    assert "works once, within 2 hours" in said and "bin/run --link" in said
