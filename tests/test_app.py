"""The one place where everything is joined: what it says when it cannot, and what every installation has."""

import signal
import subprocess
import sys
import time

import pytest
import redis
import sqlalchemy as sa

from tests.helpers.cases import raw, written
from tests.helpers.files import holding
from workshop.app import create_app, derived, random_socket_ids
from workshop.live.embedded import EmbeddedValkey
from workshop.network_interfaces import Interface
from workshop.preflight import StartError
from workshop.realtime.websockets import server_of
from workshop.record.engine import make_engine
from workshop.service.sessions import create_session
from workshop.settings import Settings

SECRET = "s" * 40


def settings(tmp_path, **environ):
    given = {"WORKSHOP_DATA_DIR": str(tmp_path), "WORKSHOP_PORT": "8123", "WORKSHOP_HOST": "127.0.0.1"}
    return Settings.from_environ({**given, **{f"WORKSHOP_{name.upper()}": value for name, value in environ.items()}})


@pytest.fixture
def join(tmp_path, valkey):
    made = []

    def create(url=valkey.url, **environ):
        made.append(create_app(settings(tmp_path, **environ), url, SECRET))
        return made[-1]

    yield create
    for workshop in made:
        workshop.close()


def test_it_answers_and_stands_on_real_things(join):
    workshop = join()
    assert workshop.app.test_client().get("/healthz").status_code == 200
    assert workshop.context.record.running_sessions() == []
    assert workshop.context.live.find_code("AAAAAA") is None
    assert {s.id for s in workshop.context.scenarios.list()} == {
        "browser-history",
        "gaming-server",
        "group-chat",
        "trip-photos",
    }


def test_case_studies_of_ones_own_are_beside_the_shipped_ones(join, tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    written(own)
    assert join(scenarios=str(own)).context.scenarios.get("corridor").title == "The corridor"


def test_a_faulty_case_study_is_left_out_and_named_with_its_line(join, tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    raw(own, "id: x\n- y\n")
    scenarios = join(scenarios=str(own)).context.scenarios
    (said,) = scenarios.left_out()
    assert "Line 2: This is not YAML: " in said


def test_a_redis_that_is_away_is_said(join):
    with pytest.raises(StartError, match=r"^The Redis server cannot be reached: look at WORKSHOP_REDIS_URL\.$"):
        join(url="redis://127.0.0.1:1")


def test_a_database_that_is_away_is_said_without_its_password(join):
    with pytest.raises(StartError) as refused:
        join(database_url="postgresql://ada:secret@127.0.0.1:1/none")
    assert str(refused.value) == "The database cannot be used: look at WORKSHOP_DATABASE_URL."


def test_a_file_that_is_no_database_is_said(join, tmp_path):
    raw(tmp_path, "this is not a database" * 100, "workshop.sqlite3")
    with pytest.raises(StartError, match=r"^The database cannot be used: look at .*workshop\.sqlite3\.$"):
        join()


def test_a_database_of_a_newer_version_is_left_alone(join, tmp_path):
    join()
    engine = make_engine(f"sqlite:///{tmp_path}/workshop.sqlite3")
    with engine.begin() as db:
        db.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StartError, match="written by a newer version"):
        join()
    with engine.connect() as db:
        assert db.execute(sa.text("SELECT version_num FROM alembic_version")).scalar_one() == "9999"
    engine.dispose()


def test_what_was_running_when_the_lights_went_out_is_running_again(join, valkey):
    first = join()
    member = first.context.record.add_member("ada@example.org", None, "School A", frozenset({"facilitator"}))
    session = create_session(first.context, member.user, member.organisation, "group-chat", "ninety", 5)
    valkey.client.flushall()
    second = join()
    assert second.context.live.head(session).state == "running"
    assert second.context.live.find_code(second.context.live.head(session).code) == session


def test_keys_for_different_purposes_tell_nothing_about_each_other():
    made = {derived(SECRET, purpose) for purpose in ("slots", "house", "web")} | {derived("t" * 40, "web")}
    assert len(made) == 4 and {len(key) for key in made} == {32}
    assert derived(SECRET, "web") == derived(SECRET, "web") and SECRET.encode() not in b"".join(made)


def test_socket_ids_are_random_and_carry_no_counter(join):
    workshop = join()
    random_socket_ids(workshop.socketio)
    ids = [server_of(workshop.socketio).eio.generate_id() for _ in range(1000)]
    assert len(set(ids)) == 1000 and {len(i) for i in ids} == {20}
    assert len({i[-4:] for i in ids}) > 990 and ids != sorted(ids)


def test_delegates_are_told_the_address_that_phones_can_reach(join, monkeypatch):
    monkeypatch.setattr("workshop.network.interfaces", lambda: [Interface("wlan0", "192.0.2.7", False, True)])
    assert join(host="0.0.0.0").context.address == "http://192.0.2.7:8123"
    assert join(host="0.0.0.0", public_url="https://w.example.org").context.address == "https://w.example.org"
    assert join().context.address == "http://127.0.0.1:8123"


def test_what_was_deleted_when_the_lights_went_out_leaves_the_files_at_the_next_start(tmp_path):
    """A worker that is killed between deleting and tidying up: the live store's log and the record's still hold it."""
    with EmbeddedValkey(tmp_path) as server:
        client = redis.Redis.from_url(server.url)
        client.set("cw:x", CANARY)
        client.delete("cw:x")
        end = create_app(settings(tmp_path), server.url, SECRET)
        end.close()
        killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "workshop.sqlite3"), CANARY], check=False)
        assert killed.returncode == -signal.SIGKILL
        client.set("cw:y", CANARY)
        client.delete("cw:y")
        time.sleep(1.5)  # its log is written every second
        lies = {p.name for p in holding(tmp_path, CANARY.encode())}
        assert "workshop.sqlite3-wal" in lies and any(".aof" in name for name in lies), "nothing to tidy up"
        create_app(settings(tmp_path), server.url, SECRET).close()
        deadline = time.monotonic() + 20
        while (left := holding(tmp_path, CANARY.encode())) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert left == []
        client.close()


CANARY = "canary-that-was-deleted"
KILLED = """
import os, signal, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA secure_delete=1")
db.execute("INSERT INTO organisations (id, name) VALUES ('x', ?)", (sys.argv[2],))
db.execute("DELETE FROM organisations WHERE id = 'x'")
os.kill(os.getpid(), signal.SIGKILL)
"""
