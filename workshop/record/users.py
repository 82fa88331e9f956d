"""Accounts as Flask-Security sees them, on the record's engine."""

from __future__ import annotations

from typing import Any

from email_validator import validate_email
from flask_security import SQLAlchemySessionUserDatastore
from sqlalchemy import Engine
from sqlalchemy.orm import scoped_session, sessionmaker

from workshop.record.engine import reachable
from workshop.record.tables import Role, User


class Users(SQLAlchemySessionUserDatastore):
    """The library's datastore. A database that is away is `Unavailable`; no connection is held after a reading."""

    def __init__(self, engine: Engine) -> None:
        self.session = scoped_session(sessionmaker(engine, expire_on_commit=False))
        super().__init__(self.session, User, Role)

    def find_user(self, case_insensitive: bool = False, **kwargs: Any) -> User | None:
        """One account by one of its unique fields, or None (also for a value that no database could hold)."""
        if any(isinstance(value, str) and not storable(value) for value in kwargs.values()):
            return None
        with reachable():
            found = super().find_user(case_insensitive, **kwargs)
            self.session.commit()
        return found  # pyright: ignore[reportReturnType]

    def commit(self) -> None:
        """Save what was changed."""
        with reachable():
            super().commit()

    def close(self, _: object = None) -> None:
        """At the end of a request."""
        self.session.remove()


def storable(text: str) -> bool:
    """Whether every database takes it: no NUL, nothing that is not Unicode."""
    return "\0" not in text and text.isprintable()


def tidy_address(email: str) -> str:
    """An e-mail address as signing in will look it up. A made-up domain will do: nothing is ever sent.

    Raises ValueError with a sentence.
    """
    return validate_email(email.strip(), check_deliverability=False, test_environment=True).normalized
