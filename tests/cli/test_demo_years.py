"""`workshop demo --organisations`: three organisations of test data, which say so, and whose accounts sign in."""

import os
import re
import subprocess
import sys

import pytest

from workshop.record.engine import make_engine
from workshop.record.repository import SqlRecord
from workshop.service.ports import SessionRecord

ACCOUNT = re.compile(r"^    (\S+@\S+)   (\S+)$", re.MULTILINE)
SESSIONS = 4


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("years") / "data"


@pytest.fixture(scope="module")
def said(data):
    return made(data)


def made(data):
    own = {k: v for k, v in os.environ.items() if not k.startswith("WORKSHOP_")} | {"WORKSHOP_DATA_DIR": str(data)}
    command = [sys.executable, "-m", "workshop", "demo", "--organisations", "--sessions", str(SESSIONS)]
    return subprocess.run(command, env=own, capture_output=True, text=True, timeout=300)


@pytest.fixture(scope="module")
def record(said, data):
    return SqlRecord(make_engine(f"sqlite:///{data}/workshop.sqlite3"))


def test_three_organisations_of_test_data_with_released_rehearsals(said, record):
    assert said.returncode == 0, said.stderr
    members = record.members()
    assert len(members) == 3 and all(m.test and m.organisation_name.startswith("Test data") for m in members)
    sessions = [s for m in members for s in record.sessions_of(m.user, "ended")]
    assert len(sessions) == SESSIONS and all(isinstance(s, SessionRecord) and s.rehearsal for s in sessions)
    released = [r for m in members for r in record.releases(m.organisation)]
    assert released
    for one in released:
        files = record.release(one.id).files
        assert b'"rehearsal": true' in files["json"] and b"invented people" in files["html"]


def test_whoever_made_them_can_sign_in(said, record):
    accounts = ACCOUNT.findall(said.stdout)
    assert [email for email, _ in accounts] == ["desk@northmoor.example", "desk@eastfield.example",
                                                "desk@harbour.example"]  # fmt: skip
    assert len({password for _, password in accounts}) == 3


def test_they_are_made_once(said, data):
    again = made(data)
    assert again.returncode == 1 and "made once in a data directory" in again.stderr
