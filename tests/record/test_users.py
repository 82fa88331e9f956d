"""Accounts as Flask-Security asks for them, addresses as it looks them up."""

import pytest
import sqlalchemy as sa
from flask import Flask

from workshop.record.engine import make_engine
from workshop.record.tables import User
from workshop.record.users import Users
from workshop.service.ports import Unavailable


def library():
    """The library looks at an app's settings while it looks an account up."""
    app = Flask(__name__)
    app.config["SECURITY_JOIN_USER_ROLES"] = False
    return app.app_context()


@pytest.fixture
def users(engine, record):
    record.add_member("ada@example.org", "hash", "School A", frozenset({"reviewer"}))
    found = Users(engine)
    with library():
        yield found
    found.close()


def test_an_account_is_found_by_address_whatever_its_capitals(users):
    found = users.find_user(case_insensitive=True, email="ADA@Example.org")
    assert found and (found.email, found.password, found.active, found.roles) == ("ada@example.org", "hash", True, [])
    assert users.find_user(id=found.id) is found
    assert users.find_user(fs_uniquifier=found.fs_uniquifier) is found
    assert users.find_user(email="bo@example.org") is None


@pytest.mark.parametrize("value", ["a\0b", "\ud800", "line\nbreak"])
def test_what_no_database_could_hold_is_nobody(users, value):
    assert users.find_user(email=value) is None
    assert users.find_user(email="ada@example.org") is not None


def test_a_new_password_ends_every_older_sign_in(users, record):
    before = users.find_user(email="ada@example.org").fs_uniquifier
    record.set_password("ada@example.org", "other")
    users.close()
    after = users.find_user(email="ada@example.org")
    assert after.password == "other" and after.fs_uniquifier != before


def test_no_connection_is_held_after_a_question(users, engine):
    users.find_user(email="ada@example.org")
    assert engine.pool.checkedout() == 0


def test_a_database_that_is_away_is_unavailable():
    away = Users(make_engine("postgresql+psycopg://nobody@127.0.0.1:1/none"))
    with library(), pytest.raises(Unavailable):
        away.find_user(email="ada@example.org")


@pytest.mark.parametrize("kept", ["zoë@bücher.example", "ZOE\u0308@xn--bcher-kva.example", "Zoë@BÜCHER.example"])
def test_an_account_is_found_however_it_was_spelt_when_it_was_kept(record, engine, kept):
    with engine.begin() as db:
        db.execute(sa.insert(User).values(id="u1", email=kept, password="hash", active=True, fs_uniquifier="x"))
    users = Users(engine)
    with library():
        for typed in ("zoë@bücher.example", "ZOË@Bücher.example", "zoe\u0308@xn--bcher-kva.example"):
            assert users.find_user(case_insensitive=True, email=typed).id == "u1"
        assert users.find_user(case_insensitive=True, email="zoe@bücher.example") is None
    users.close()
    assert record.add_member("ZOË@bücher.example", None, "School A", frozenset({"reviewer"})).email == kept
    assert record.set_password("zoë@xn--bcher-kva.example", "other")
    assert [m.email for m in record.members()] == [kept], "and no second account is made"
