"""Restoring destroys no released report, brings no request back, and marks the rehearsals of an older form."""

from dataclasses import replace

import pytest
import sqlalchemy as sa
from alembic import command

from tests.helpers.kept import a_checkpoint, a_release, opened
from workshop.record import archive
from workshop.record.engine import make_engine
from workshop.record.migrate import config, upgrade
from workshop.record.repository import SqlRecord
from workshop.record.restore import InTheWay, restore
from workshop.service.ports import Destruction, Ending, KeptFigures


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
    """An archive of a record with two released reports; its path and the member."""
    member = opened(record)
    opened(record, "session-2", code="AAAAAA")
    record.add_release(a_release("session-1", member.organisation))
    record.add_release(a_release("session-2", member.organisation, "release-2"))
    return write(engine, tmp_path / "an.archive"), member


def write(engine, path):
    with path.open("wb") as to:
        archive.write(engine, to, "2026-11-25")
    engine.dispose()  # connections that wait in the pool are connections
    return path


def test_a_report_that_was_released_since_stays_whatever_the_backup_knows(kept, engine, record):
    path, member = kept
    record.add_session(replace(record.session("session-1"), id="later", code="BBBBBB"), (), a_checkpoint("later"))
    record.add_release(a_release("later", member.organisation, "release-3"))
    engine.dispose()
    assert restore(engine, path, force=True).gone == ("later",)
    assert record.release("release-3").files == a_release("later", member.organisation).files
    assert {r.id for r in record.releases(member.organisation)} == {"release-1", "release-2", "release-3"}


def test_reports_of_an_organisation_that_the_backup_does_not_know_stand_in_the_way(kept, engine, record):
    path, _ = kept
    other = opened(record, "theirs", "Trust B", "bo@example.org")
    record.add_release(a_release("theirs", other.organisation, "release-4"))
    engine.dispose()
    with pytest.raises(InTheWay, match="not in the backup"):
        restore(engine, path, force=True)
    assert record.release("release-4") and record.session("theirs")


def test_what_was_asked_to_be_destroyed_is_not_brought_back_with_its_days(kept, engine, record, tmp_path):
    _, member = kept
    record.ask_destruction(Destruction("release-1", member.user, "2026-01-01"))
    engine.dispose()
    path = write(engine, tmp_path / "asked.archive")
    restore(engine, path, force=True)
    assert record.destruction("release-1") is None and record.release("release-1")


def corrected(record, made, title="Corrected"):
    files = {"html": b"second", "csv": title.encode()}
    second = replace(made, title=title, files=files, digests={name: name[0] * 64 for name in files})
    figures = KeptFigures(made.id, made.organisation, "2026-Q4", "test-case", "2026-10-14", 12, 5, "{}")
    of = record.release(made.id).digests
    assert record.correct_release(second, of, {"notes": {"n1": {"text": "Second words"}}}, figures, "2026-11-27")
    return record.release(made.id)


def test_what_a_correction_erased_is_not_brought_back_by_a_backup_of_before(kept, engine, record):
    path, _ = kept
    record.end_session("session-1", Ending(a_checkpoint("session-1"), 12))
    path = write(engine, path.with_name("ended.archive"))
    now = corrected(record, record.release("release-1"))
    engine.dispose()
    restore(engine, path, force=True)
    assert record.release("release-1") == now and len(now.before) == 1
    assert record.checkpoint("session-1").collections == {"notes": {"n1": {"text": "Second words"}}}
    assert record.session("session-1").title == "Corrected"
    assert [r.rule for r in record.receipts(now.organisation)] == ["corrected"]
    assert record.release("release-2").files == a_release("session-2", now.organisation).files


def test_a_backup_that_was_corrected_more_often_is_as_it_is(kept, engine, record, tmp_path):
    corrected(record, record.release("release-1"))
    before = write(engine, tmp_path / "once.archive")
    corrected(record, record.release("release-1"), "Again")
    twice = write(engine, tmp_path / "twice.archive")
    restore(engine, before, force=True)
    assert [b.digests["csv"][0] for b in record.release("release-1").before] == [record_digest(), "c"]
    engine.dispose()
    fresh = make_engine(f"sqlite:///{tmp_path}/fresh.sqlite3")
    restore(fresh, before)
    assert len(SqlRecord(fresh).release("release-1").before) == 1, "another machine cannot know"
    fresh.dispose()
    restore(fresh, twice, force=True)
    assert len(SqlRecord(fresh).release("release-1").before) == 2
    fresh.dispose()


def record_digest():
    return a_release("session-1", "o").digests["csv"][0]


def test_a_session_that_is_left_out_does_not_stay_for_its_correction(kept, engine, record):
    path, _ = kept
    corrected(record, record.release("release-1"))
    engine.dispose()
    restore(engine, path, force=True, without=frozenset({"session-1"}))
    assert record.session("session-1") is None and record.release("release-1") is None


def test_rehearsals_of_an_older_form_are_marked_by_the_name_that_the_workshop_gave_them(engine, tmp_path):
    with engine.begin() as connection:
        command.upgrade(config(connection), "0005")
        connection.execute(sa.text("INSERT INTO organisations (id, name) VALUES ('o', 'School A')"))
        connection.execute(sa.text(USER))
        for n, title in enumerate(TITLES):
            connection.execute(sa.text(SESSION), {"id": f"s{n}", "title": title, "code": f"CODE{n}"})
    path = write(engine, tmp_path / "old.archive")
    fresh = make_engine(f"sqlite:///{tmp_path}/fresh.sqlite3")
    restore(fresh, path)
    found = [SqlRecord(fresh).session(f"s{n}") for n in range(3)]
    assert [(s.rehearsal, s.zone) for s in found] == [(True, "UTC"), (False, "UTC"), (False, "UTC")]


TITLES = ("Rehearsal · The case", "Rehearsal · Our own", "The case")
USER = "INSERT INTO users (id, email, active, fs_uniquifier) VALUES ('u', 'ada@example.org', TRUE, 'x')"
SESSION = (
    "INSERT INTO sessions (id, organisation, owner, title, code, scenario, scenario_version, scenario_title, agenda, "
    "k, state, held_on, links) VALUES (:id, 'o', 'u', :title, :code, 'case', 1, 'The case', 'All', 5, 'ended', "
    "'2026-10-14', '')"
)
