"""The engine: SQLite that loses nothing and keeps nothing deleted; errors without values; outages by one name."""

import pytest
import sqlalchemy as sa

from workshop.record.engine import make_engine, reachable, transaction
from workshop.service.ports import Unavailable

CANARY = "CANARY-in-a-value"


def test_every_sqlite_connection_is_tuned(tmp_path):
    engine = make_engine(f"sqlite:///{tmp_path}/workshop.sqlite3")
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "temp_store": 2,
    }
    with engine.connect() as one, engine.connect() as two:
        for connection in (one, two):
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted}
            assert found == wanted
    engine.dispose()


def test_an_error_never_prints_a_value(engine):
    statement = sa.text("INSERT INTO organisations (id, name) VALUES (:id, :name)")
    with pytest.raises(sa.exc.IntegrityError) as refused, transaction(engine) as db:
        for _ in range(2):
            db.execute(statement, {"id": "o", "name": CANARY})
    said = str(refused.value).replace(str(refused.value.orig), "")
    assert CANARY not in said and "hidden" in said


def test_a_transaction_that_fails_leaves_nothing(engine):
    with pytest.raises(RuntimeError), transaction(engine) as db:
        db.execute(sa.text("INSERT INTO organisations (id, name) VALUES ('o', 'School A')"))
        raise RuntimeError
    with engine.connect() as db:
        assert db.execute(sa.text("SELECT count(*) FROM organisations")).scalar_one() == 0


def test_a_database_that_is_away_is_unavailable(tmp_path):
    for url in ("postgresql+psycopg://nobody@127.0.0.1:1/none", f"sqlite:///{tmp_path}/no/such/directory/file"):
        with pytest.raises(Unavailable) as away, transaction(make_engine(url)) as db:
            db.execute(sa.text("SELECT 1"))
        assert "127.0.0.1" not in str(away.value)


def test_a_postgresql_that_ends_the_connection_is_unavailable_and_the_next_question_works(postgres):
    name = postgres.create_database()
    engine = make_engine(postgres.url(name))
    with pytest.raises(Unavailable), transaction(engine) as db:
        pid = db.execute(sa.text("SELECT pg_backend_pid()")).scalar_one()
        with engine.connect() as other:
            other.execute(sa.text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
        db.execute(sa.text("SELECT 1"))
    with transaction(engine) as db:
        assert db.execute(sa.text("SELECT 1")).scalar_one() == 1
    engine.dispose()
    postgres.drop_database(name)


def test_our_own_faults_stay_what_they_are():
    with pytest.raises(KeyError), reachable():
        raise KeyError("ours")
