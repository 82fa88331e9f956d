"""`workshop restore`: a workshop comes back from its backup on a machine that has nothing, and never quietly undoes."""

import stat
import time

import pytest
from click.testing import CliRunner

from tests.helpers.kept import a_release, opened
from tests.helpers.phones import join
from tests.helpers.restless import Desk
from tests.helpers.served import served
from tests.helpers.shop import SECRET
from workshop.cli import main
from workshop.datadir import DataDir
from workshop.record.engine import make_engine
from workshop.record.migrate import upgrade
from workshop.record.repository import SqlRecord
from workshop.rehearsal.facilitator import SimulatedFacilitator
from workshop.service.ports import Why


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run `workshop …` on a data directory; (exit code, all that was said)."""

    def run(*arguments, data=tmp_path / "data", **settings):
        monkeypatch.setenv("WORKSHOP_DATA_DIR", str(data))
        for name, value in settings.items():
            monkeypatch.setenv(f"WORKSHOP_{name}", value)
        done = CliRunner().invoke(main, [str(a) for a in arguments])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.output

    return run


@pytest.fixture
def record(tmp_path):
    DataDir(tmp_path / "data").make()
    engine = make_engine(f"sqlite:///{tmp_path}/data/workshop.sqlite3")
    upgrade(engine)
    yield SqlRecord(engine)
    engine.dispose()


@pytest.fixture
def file(run, record, tmp_path):
    """A backup of two sessions and somebody with a password."""
    opened(record)
    opened(record, "session-2", code="AAAAAA", held_on="2026-10-15", title="Winter course")
    record.set_password("ada@example.org", "hashed")
    (tmp_path / "data" / "secret.key").write_text("k" * 64 + "\n")
    assert run("backup", "--with-key", tmp_path / "a.backup")[0] == 0
    return tmp_path / "a.backup"


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_a_workshop_that_ran_comes_back_with_its_sessions_and_its_phones(database, run, request, tmp_path):
    """Backed up while it runs, lost altogether, restored on another machine, and the room goes on."""
    url = f"sqlite:///{tmp_path}/one.sqlite3"
    new = f"sqlite:///{tmp_path}/new.sqlite3"
    if database == "postgresql":
        cluster = request.getfixturevalue("postgres")
        url, new = (cluster.url(cluster.create_database()) for _ in range(2))
    settings = {"WORKSHOP_SECRET_KEY": SECRET}
    with served(tmp_path / "one", WORKSHOP_DATABASE_URL=url, **settings) as one:
        desk = Desk(SimulatedFacilitator(one.url, one.link))
        desk.send("session.lock", {"locked": False})
        time.sleep(4)  # a checkpoint is written every two seconds
        code, said = run("backup", tmp_path / "a.backup", DATABASE_URL=url)
        assert (code, "1 sessions" in said) == (0, True)
        desk.line.drop()
    code, said = run("restore", tmp_path / "a.backup", data=tmp_path / "two", DATABASE_URL=new)
    assert code == 0, said
    with served(tmp_path / "two", WORKSHOP_DATABASE_URL=new, **settings) as two:
        phone = join(two.url, desk.code)
        assert phone.line.parts["board"]["round"]["id"] == desk.round
        place = {"card": desk.cards[0], "stage": desk.stages[1], "missing": [], "reasons": [], "certainty": None}
        phone.line.command("board.place", {"round": desk.round, **place})
        phone.line.drop()


def test_what_is_in_a_backup_can_be_looked_at(run, file):
    code, said = run("restore", "--list", file)
    assert code == 0
    assert said.splitlines()[1:] == ["  session-1  2026-10-14  Autumn course", "  session-2  2026-10-15  Winter course"]
    assert said.startswith("Made on 20")
    assert "k" * 64 not in said


def test_on_a_new_machine_all_comes_back_with_a_word_on_what_was_forgotten(run, file, tmp_path):
    code, said = run("restore", file, data=tmp_path / "new")
    assert code == 0
    assert ": 2 sessions, 0 released reports and 1 accounts." in said
    assert "is in it again: forget it again" in said
    key = tmp_path / "new" / "secret.key"
    assert (key.read_text(), stat.S_IMODE(key.stat().st_mode)) == ("k" * 64 + "\n", 0o600)
    without = run("restore", file, "--without", "session-2", data=tmp_path / "newer")
    assert (without[0], ": 1 sessions" in without[1]) == (0, True)
    assert run("restore", file, "--without", "session-3", data=tmp_path / "newest")[0] == 1


def test_what_is_there_is_replaced_only_by_force_and_what_was_forgotten_is_named(run, file, record):
    record.forget("session-2")
    code, said = run("restore", file)
    assert (code, "holds 1 sessions" in said, "--force" in said) == (1, True, True)
    code, said = run("restore", file, "--force")
    assert code == 0, said
    assert "Forgotten after the backup was made, and left out" in said
    assert "  session-2  2026-10-15  Winter course" in said
    assert record.session("session-2") is None
    code, said = run("restore", file, "--force", "--bring-back")
    assert code == 0, said
    assert record.session("session-2") is not None
    assert "is in it again" in said


def test_a_key_of_ones_own_stays_unless_it_is_forced(run, file, tmp_path):
    key = tmp_path / "data" / "secret.key"
    key.write_text("o" * 64 + "\n")
    assert "goes on to be used" in run("restore", file, "--force", "--bring-back", SECRET_KEY="s" * 40)[1]
    assert key.read_text() == "o" * 64 + "\n"


def test_a_workshop_that_runs_is_left_alone(run, file, tmp_path):
    with DataDir(tmp_path / "data"):
        code, said = run("restore", file, "--force")
    assert (code, "in use by another process" in said) == (1, True)


def test_live_sessions_of_the_record_that_was_replaced_are_gone(run, file, valkey, tmp_path):
    valkey.client.set("cw:{session-9}:head", "x")
    valkey.client.set("other", "stays")
    assert run("restore", file, data=tmp_path / "new", REDIS_URL=valkey.url)[0] == 0
    assert valkey.client.keys("*") == [b"other"]
    (left := tmp_path / "data" / "valkey").mkdir()
    (left / "appendonly.aof").write_text("a live session")
    assert run("restore", file, "--force", REDIS_URL="")[0] == 0
    assert not left.exists()


def test_without_the_live_store_nothing_is_begun(run, file, tmp_path):
    code, said = run("restore", file, data=tmp_path / "new", REDIS_URL="redis://127.0.0.1:1/0")
    assert (code, "Redis server cannot be reached" in said) == (1, True)
    assert not (tmp_path / "new" / "workshop.sqlite3").exists()


def test_what_is_not_a_backup_is_a_sentence(run, tmp_path):
    (tmp_path / "x").write_text("hello")
    assert run("restore", tmp_path / "x") == (1, "Error: This file is not a backup of Continuum Workshop.\n")


def lapsing(record, tmp_path, run):
    """A backup of a session that has lapsed since, of a report whose period is over, and of one that goes on."""
    member = opened(record, state="ended", held_on="2020-10-14")
    opened(record, "session-2", code="AAAAAA", state="ended", held_on="2020-10-14")
    record.add_release(a_release("session-2", member.organisation, released_on="2020-10-14"))
    opened(record, "session-3", code="BBBBBB", held_on="2090-10-14", title="Winter course")
    assert run("backup", tmp_path / "a.backup")[0] == 0
    return member


def test_what_had_lapsed_does_not_come_back_not_even_on_a_new_machine(run, record, tmp_path):
    member = lapsing(record, tmp_path, run)
    code, said = run("restore", tmp_path / "a.backup", data=tmp_path / "new")
    assert code == 0 and "went again: 2 sessions and reports" in said
    new = SqlRecord(make_engine(f"sqlite:///{tmp_path}/new/workshop.sqlite3"))
    assert [new.session(f"session-{n}") is not None for n in (1, 2, 3)] == [False, False, True]
    assert new.release("release-1") is None
    assert sorted(r.rule for r in new.receipts(member.organisation)) == ["lapse", "period"]


def test_receipts_and_what_lapsed_outlast_a_restore_over_the_same_record(run, record, tmp_path):
    member = lapsing(record, tmp_path, run)
    assert record.lapse("session-1", Why("lapse", "2026-12-01")) and record.expire(
        "release-1", Why("period", "2026-12-02")
    )
    before = record.receipts(member.organisation)
    code, said = run("restore", tmp_path / "a.backup", "--force")
    assert code == 0 and "went again" not in said
    assert record.session("session-1") is None and record.receipts(member.organisation) == before
    assert run("restore", tmp_path / "a.backup", "--force", "--bring-back")[0] == 0
    assert record.session("session-1") is None and record.release("release-1") is None
