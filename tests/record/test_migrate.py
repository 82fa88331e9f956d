"""Migrations: they make exactly what tables.py declares, on both engines, up and down, whoever else is at it."""

import multiprocessing
import time
from dataclasses import replace

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from workshop.domain.days import ANYWHERE, day_in, days_after
from workshop.domain.retention import Keeping
from workshop.record.engine import make_engine
from workshop.record.migrate import config, upgrade
from workshop.record.repository import SqlRecord
from workshop.record.tables import Base
from workshop.service.ports import KeptFigures, Superseded


@pytest.fixture
def empty(database_url):
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


def tables(engine):
    return set(sa.inspect(engine).get_table_names())


def test_the_newest_form_is_what_the_tables_declare(empty):
    upgrade(empty)
    assert tables(empty) == {*Base.metadata.tables, "alembic_version"}
    with empty.connect() as connection:
        found = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(found, Base.metadata) == []


def test_keys_and_constraints_are_those_declared(empty):
    upgrade(empty)
    found = sa.inspect(empty)
    for name, table in Base.metadata.tables.items():
        assert found.get_pk_constraint(name)["constrained_columns"] == [c.name for c in table.primary_key.columns]
        declared = {tuple(c.columns.keys()) for c in table.constraints if isinstance(c, sa.UniqueConstraint)}
        assert {tuple(c["column_names"]) for c in found.get_unique_constraints(name)} == declared
        cascades = {(fk["referred_table"], fk["options"].get("ondelete")) for fk in found.get_foreign_keys(name)}
        assert cascades == {(fk.column.table.name, fk.ondelete) for fk in table.foreign_keys}


def test_every_step_can_be_taken_back_and_again(empty):
    upgrade(empty)
    with empty.connect() as connection:
        steps = [r.revision for r in ScriptDirectory.from_config(config(connection)).walk_revisions()]
    for _ in steps:
        with empty.begin() as connection:
            command.downgrade(config(connection), "-1")
    assert tables(empty) <= {"alembic_version"}
    upgrade(empty)
    assert tables(empty) == {*Base.metadata.tables, "alembic_version"}


def test_there_is_one_line_of_migrations(empty):
    with empty.connect() as connection:
        script = ScriptDirectory.from_config(config(connection))
    assert len(script.get_heads()) == 1 and len(script.get_bases()) == 1


def test_again_keeps_what_is_there(empty):
    upgrade(empty)
    with empty.begin() as db:
        db.execute(sa.text("INSERT INTO organisations (id, name) VALUES ('o', 'School A')"))
    upgrade(empty)
    with empty.connect() as db:
        assert db.execute(sa.text("SELECT name FROM organisations")).scalar_one() == "School A"


def start(url):
    engine = make_engine(url)
    upgrade(engine)
    engine.dispose()


def test_processes_that_start_together_all_start(empty, database_url):
    spawned = multiprocessing.get_context("spawn")
    processes = [spawned.Process(target=start, args=(database_url,)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert tables(empty) == {*Base.metadata.tables, "alembic_version"}


def test_what_was_there_before_periods_has_a_month_before_anything_goes(empty):
    with empty.begin() as connection:
        command.upgrade(config(connection), "0006")
        connection.execute(sa.text("INSERT INTO organisations (id, name) VALUES ('o', 'School A')"))
    upgrade(empty)
    SqlRecord(empty).add_member("ada@example.org", None, "School B", frozenset({"admin"}))
    kept = SqlRecord(empty).every_keeping()
    today = day_in(ANYWHERE, time.time())
    assert kept.pop("o").goes_on("unreleased", "2020-01-01") in (days_after(today, 30), days_after(today, 29))
    assert list(kept.values()) == [Keeping()], "one that is made later has the periods from the beginning"


def test_a_report_that_was_released_before_corrections_has_none_and_can_be_corrected(empty):
    with empty.begin() as connection:
        command.upgrade(config(connection), "0008")
        connection.execute(sa.text("INSERT INTO organisations (id, name, test) VALUES ('o', 'School A', FALSE)"))
        connection.execute(sa.text(RELEASE))
        connection.execute(sa.text("INSERT INTO release_files VALUES ('r', 'csv', :content, 'a')"), {"content": b"1"})
    upgrade(empty)
    record = SqlRecord(empty)
    before = record.release("r")
    assert (before.files, before.before) == ({"csv": b"1"}, ())
    figures = KeptFigures("r", "o", "2026-Q4", "case", "2026-10-14", None, 5, "{}")
    second = replace(before, files={"csv": b"2"}, digests={"csv": "b"})
    assert record.correct_release(second, before.digests, {}, figures, "2026-11-27")
    assert record.release("r").before == (Superseded({"csv": "a"}, "2026-11-27"),)


RELEASE = (
    "INSERT INTO releases (id, session, organisation, title, scenario_title, released_on) "
    "VALUES ('r', 's', 'o', 'Autumn', 'The case', '2026-10-14')"
)
