"""The record on an SQLite file and on PostgreSQL, brought to its newest form; and in memory.

Migrating is slow and tested elsewhere: SQLite's file is copied, PostgreSQL's one database emptied.
"""

import shutil
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from tests.helpers.fake_record import FakeRecord
from workshop.record.engine import make_engine
from workshop.record.migrate import upgrade
from workshop.record.repository import SqlRecord
from workshop.record.tables import Base


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory):
    """An SQLite file in its newest form, to be copied."""
    path = tmp_path_factory.mktemp("record") / "workshop.sqlite3"
    engine = make_engine(f"sqlite:///{path}")
    upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def migrated_postgres(postgres):
    """An engine on a PostgreSQL database in its newest form, to be emptied."""
    name = postgres.create_database()
    engine = make_engine(postgres.url(name))
    upgrade(engine)
    yield engine
    engine.dispose()
    postgres.drop_database(name)


def empty_engine(kind, request, tmp_path) -> Iterator[Engine]:
    """An engine on an empty record of one of the two kinds."""
    if kind == "sqlite":
        path = shutil.copy(request.getfixturevalue("migrated_file"), tmp_path)
        made = make_engine(f"sqlite:///{path}")
        yield made
        made.dispose()
        return
    made = request.getfixturevalue("migrated_postgres")
    with made.begin() as db:
        db.execute(sa.text(f"TRUNCATE {', '.join(Base.metadata.tables)}"))
    yield made


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request, tmp_path):
    """An engine on an empty record, once for each of the two."""
    yield from empty_engine(request.param, request, tmp_path)


@pytest.fixture
def record(engine) -> SqlRecord:
    """The real thing."""
    return SqlRecord(engine)


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def any_record(request, tmp_path):
    """What the use cases see: the two real ones and the one that their tests use must not be told apart."""
    if request.param == "memory":
        yield FakeRecord()
        return
    for made in empty_engine(request.param, request, tmp_path):
        yield SqlRecord(made)
