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
from workshop.service.ports import Destruction


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
