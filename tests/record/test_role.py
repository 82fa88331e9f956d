"""The app's role of docker-compose.yml, made on a real PostgreSQL by the very file: it can do its work and no more."""

import psycopg
import pytest
from psycopg import errors

from tests.helpers.postgres import PostgresCluster
from tests.helpers.tree import ROOT
from workshop.record.engine import make_engine
from workshop.record.migrate import upgrade
from workshop.record.repository import SqlRecord

PASSWORD = 'it\'s a "password" \\ with $igns'


@pytest.fixture(scope="module")
def cluster():
    with PostgresCluster(admin="postgres") as made:
        made.script(ROOT / "deploy" / "postgres" / "10-workshop.sql", WORKSHOP_PASSWORD=PASSWORD)
        yield made


@pytest.fixture(scope="module")
def address(cluster):
    return cluster.url("workshop").replace("+psycopg", "")


@pytest.fixture
def app(address):
    with psycopg.connect(address, autocommit=True) as connection:
        yield connection


def test_it_can_do_all_that_the_record_needs(cluster):
    engine = make_engine(cluster.url("workshop"))
    upgrade(engine)
    record = SqlRecord(engine)
    assert record.add_member("ada@example.org", None, "School A", frozenset({"admin"})) in record.members()
    assert record.use_link("a link") and record.link_was_used("a link")
    engine.dispose()


def test_it_is_nobody_special(app):
    asked = "rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls, rolinherit"
    row = app.execute(f"SELECT {asked} FROM pg_roles WHERE rolname = 'workshop'").fetchone()
    assert row == (False, False, False, False, False, True)
    owned = app.execute("SELECT datname FROM pg_database WHERE pg_get_userbyid(datdba) = 'workshop'").fetchall()
    assert owned == [("workshop",)]
    assert app.execute("SELECT roleid FROM pg_auth_members m JOIN pg_roles r ON r.oid = member "
                       "WHERE rolname = 'workshop'").fetchall() == []  # fmt: skip


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE ROLE other SUPERUSER",
        "ALTER ROLE workshop SUPERUSER",
        "CREATE DATABASE other",
        "COPY (SELECT 1) TO PROGRAM 'id'",
        "SELECT pg_read_file('/etc/hostname')",
        "SELECT rolpassword FROM pg_authid",
        "ALTER SYSTEM SET log_statement = 'all'",
        "SET log_statement = 'all'",
    ],
)
def test_it_cannot_go_beyond_its_database(app, statement):
    with pytest.raises(errors.InsufficientPrivilege):
        app.execute(statement)


@pytest.mark.parametrize("database", ["postgres", "template1"])
def test_it_enters_no_other_database(cluster, database):
    with pytest.raises(psycopg.OperationalError, match="permission denied"):
        psycopg.connect(cluster.url(database).replace("+psycopg", ""))


def test_its_password_is_kept_as_a_digest_of_what_was_given(cluster):
    administrator = cluster.url("postgres").replace("+psycopg", "").replace("workshop@", "postgres@")
    with psycopg.connect(administrator) as connection:
        (kept,) = connection.execute("SELECT rolpassword FROM pg_authid WHERE rolname = 'workshop'").fetchone()
    assert kept.startswith("SCRAM-SHA-256$") and verifies(kept, PASSWORD)


def verifies(kept: str, password: str) -> bool:
    """Whether a SCRAM verifier is this password's (RFC 5803)."""
    import base64
    import hashlib
    import hmac

    _, rounds_salt, keys = kept.split("$")
    rounds, salt = rounds_salt.split(":")
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), base64.b64decode(salt), int(rounds))
    client = hmac.digest(salted, b"Client Key", "sha256")
    return base64.b64encode(hashlib.sha256(client).digest()).decode() == keys.split(":")[0]
