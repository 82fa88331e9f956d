"""Restoring: the record is as it was, on either database; what was forgotten, given out or used up stays so."""

import threading
from dataclasses import replace

import pytest
import sqlalchemy as sa
from alembic import command

from tests.helpers.kept import ANSWERS, ROUND, a_checkpoint, a_release, destroyed, opened
from workshop.domain.ledger import Pool
from workshop.domain.retention import Keeping
from workshop.record import archive
from workshop.record.archive import ArchiveError
from workshop.record.engine import make_engine
from workshop.record.migrate import config, upgrade
from workshop.record.repository import SqlRecord
from workshop.record.restore import LEAVING, InTheWay, restore
from workshop.record.tables import Base
from workshop.service.ports import KeptPool


@pytest.fixture
def engine(database_url):
    made = make_engine(database_url)
    yield made
    made.dispose()


@pytest.fixture
def record(engine):
    upgrade(engine)
    return SqlRecord(engine)


@pytest.fixture
def kept(record, engine, tmp_path):
    """An archive of a filled record; its path and the member."""
    member = opened(record)
    record.set_password("ada@example.org", "hashed")
    record.save_round("session-1", ROUND)
    record.save_round("session-1", ANSWERS)
    record.add_release(a_release("session-1", member.organisation))
    record.add_session(replace(record.session("session-1"), id="session-2", code="AAAAAA"), (member.user,), CHECKPOINT)
    record.add_release(a_release("session-2", member.organisation, "release-2"))
    return write(engine, tmp_path / "an.archive"), member


CHECKPOINT = replace(a_checkpoint("session-2", note="Ein Bericht, <b>“ä”</b>"), support={"n1": 2})


def write(engine, path):
    with path.open("wb") as to:
        archive.write(engine, to, "2026-11-25")
    engine.dispose()  # connections that wait in the pool are connections
    return path


def everything(engine):
    with engine.connect() as db:
        return {
            t.name: [
                tuple(v for c, v in zip(t.columns, row, strict=True) if (t.name, c.name) not in archive.LEFT_OUT)
                for row in db.execute(sa.select(t).order_by(*t.primary_key.columns))
            ]
            for t in Base.metadata.sorted_tables
        }


@pytest.mark.parametrize("target", ["sqlite", "postgresql"])
def test_a_record_comes_back_whole_on_either_database(kept, engine, target, request, tmp_path):
    path, member = kept
    before = everything(engine)
    if target == "sqlite":
        fresh = make_engine(f"sqlite:///{tmp_path}/fresh.sqlite3")
    else:
        cluster = request.getfixturevalue("postgres")
        fresh = make_engine(cluster.url(cluster.create_database()))
    done = restore(fresh, path)
    assert everything(fresh) == before
    assert (done.rows["sessions"], done.left_out, done.gone) == (2, (), ())
    record = SqlRecord(fresh)
    assert record.checkpoint("session-2") == SqlRecord(engine).checkpoint("session-2")
    assert record.release("release-1").files == a_release("session-1", member.organisation).files
    upgrade(fresh)  # the next start finds it in its newest form
    fresh.dispose()


def test_everybody_signs_in_anew(kept, engine):
    path, _ = kept
    with engine.connect() as db:
        before = set(db.scalars(sa.text("SELECT fs_uniquifier FROM users")))
    engine.dispose()
    restore(engine, path, force=True)
    with engine.connect() as db:
        after = set(db.scalars(sa.text("SELECT fs_uniquifier FROM users")))
    assert len(after) == len(before) == 1
    assert not after & before


def test_a_record_that_holds_something_is_replaced_only_by_force(kept, engine, record):
    path, member = kept
    record.add_session(replace(record.session("session-1"), id="later", code="BBBBBB"), (member.user,), CHECKPOINT)
    engine.dispose()
    before = everything(engine)
    engine.dispose()
    with pytest.raises(InTheWay, match="3 sessions, of which 1 are not in the backup, and 1 accounts"):
        restore(engine, path)
    assert everything(engine) == before
    engine.dispose()
    assert restore(engine, path, force=True).gone == ("later",)
    assert record.session("later") is None


def test_what_a_first_start_makes_is_nothing(kept, engine, tmp_path):
    fresh = make_engine(f"sqlite:///{tmp_path}/fresh.sqlite3")
    upgrade(fresh)
    SqlRecord(fresh).add_member("facilitator@workshop.invalid", None, "My organisation", frozenset({"facilitator"}))
    done = restore(fresh, kept[0])
    assert done.left_out == ()
    assert everything(fresh)["users"] == everything(engine)["users"]


def test_what_was_forgotten_stays_forgotten_unless_somebody_says_otherwise(kept, engine, record):
    path, _ = kept
    destroyed(record, "release-2")
    engine.dispose()
    assert restore(engine, path, force=True).left_out == ("session-2",)
    assert record.session("session-2") is None
    assert record.release("release-2") is None
    assert "session-2" not in repr(everything(engine))
    assert "release-2" not in repr(everything(engine))
    engine.dispose()
    assert restore(engine, path, force=True, bring_back=True).left_out == ()
    assert record.checkpoint("session-2").support == {"n1": 2}


def test_a_session_can_be_left_out(kept, tmp_path):
    fresh = make_engine(f"sqlite:///{tmp_path}/fresh.sqlite3")
    assert restore(fresh, kept[0], without=frozenset({"session-1", "unknown"})).left_out == ("session-1",)
    assert SqlRecord(fresh).running_sessions() == ["session-2"]


def test_pools_that_were_given_out_and_links_that_were_used_stay_so(kept, engine, record):
    path, member = kept
    given = KeptPool("pool-1", member.organisation, Pool({"release-1": 8, "release-2": 9}, 5))
    assert record.add_pool(given, lambda pool, earlier: None) == ("pool-1", None)
    assert record.use_link("a link")
    engine.dispose()
    restore(engine, path, force=True)
    assert record.pool("pool-1") == given
    assert not record.use_link("a link")


def test_a_damaged_archive_changes_nothing(kept, engine):
    path, _ = kept
    before = everything(engine)
    engine.dispose()
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(ArchiveError):
        restore(engine, path, force=True)
    assert everything(engine) == before


def test_a_fault_in_the_middle_changes_nothing(kept, engine, monkeypatch):
    path, _ = kept
    before = everything(engine)
    engine.dispose()

    def fail(*_):
        raise RuntimeError("in the middle")

    monkeypatch.setattr("workshop.record.restore._keep", fail)
    with pytest.raises(RuntimeError):
        restore(engine, path, force=True)
    assert everything(engine) == before


def test_an_archive_of_an_older_form_is_brought_to_the_newest(engine, tmp_path):
    with engine.begin() as connection:
        command.upgrade(config(connection), "0001")
        connection.execute(sa.text("INSERT INTO organisations (id, name) VALUES ('o', 'School A')"))
    path = write(engine, tmp_path / "old.archive")
    assert archive.contents(path).revision == "0001"
    fresh = make_engine(f"sqlite:///{tmp_path}/fresh.sqlite3")
    restore(fresh, path)
    ((id_, name, keeping, test),) = everything(fresh)["organisations"]
    assert (id_, name, test) == ("o", "School A", False)
    assert Keeping.from_json(keeping).of("released").now is None, "nothing goes in the first month"
    assert everything(fresh)["pools"] == []


def test_an_archive_of_a_newer_form_is_refused_and_nothing_is_changed(kept, engine, monkeypatch):
    path, _ = kept
    before = everything(engine)
    engine.dispose()
    real = archive.contents
    monkeypatch.setattr(archive, "contents", lambda p: replace(real(p), revision="9999"))
    with pytest.raises(ArchiveError, match="newer version"):
        restore(engine, path, force=True)
    assert everything(engine) == before


def test_a_web_process_at_work_is_noticed(postgres, kept, tmp_path):
    name = postgres.create_database()
    engine, other = make_engine(postgres.url(name)), make_engine(postgres.url(name))
    with other.connect(), pytest.raises(InTheWay, match="in use"):
        restore(engine, kept[0])
    other.dispose()
    restore(engine, kept[0])
    engine.dispose()


def test_a_web_process_that_is_leaving_is_waited_for(postgres, kept):
    """Its connection is closed here before the database has let go of it: a restart script meets this."""
    name = postgres.create_database()
    engine, other = make_engine(postgres.url(name)), make_engine(postgres.url(name))
    at_work = other.connect()
    leaving = threading.Timer(LEAVING / 4, lambda: (at_work.close(), other.dispose()))
    leaving.start()
    try:
        restore(engine, kept[0])
    finally:
        leaving.join()
        engine.dispose()
