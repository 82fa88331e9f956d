"""Accounts as Flask-Security sees them, on the record's engine."""

from __future__ import annotations

from typing import Any

from flask_security import SQLAlchemySessionUserDatastore
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import scoped_session, sessionmaker

from workshop.record.engine import reachable
from workshop.record.tables import Role, User
from workshop.service.emails import address_key


class Users(SQLAlchemySessionUserDatastore):
    """The library's datastore. A database that is away is `Unavailable`; no connection is held after a reading."""

    def __init__(self, engine: Engine) -> None:
        self.session = scoped_session(sessionmaker(engine, expire_on_commit=False))
        super().__init__(self.session, User, Role)

    def find_user(self, case_insensitive: bool = False, **kwargs: Any) -> User | None:
        """One account by one of its unique fields, or None (also for a value that no database could hold)."""
        if any(isinstance(value, str) and not storable(value) for value in kwargs.values()):
            return None
        email = kwargs.get("email")  # the library takes it out
        with reachable():
            found = super().find_user(case_insensitive, **kwargs)
            if found is None and isinstance(email, str):
                found = account_of(self.session, email)
            self.session.commit()
        return found  # pyright: ignore[reportReturnType]

    def commit(self) -> None:
        """Save what was changed."""
        with reachable():
            super().commit()

    def close(self, _: object = None) -> None:
        """At the end of a request."""
        self.session.remove()


def account_of(db: Db | scoped_session[Db], email: str) -> User | None:
    """The account of an address, however it is spelt here and was spelt when it was kept.

    No database knows what small and capital letters are in every script, so this looks at every address. There are as
    many as people with an account.
    """
    if not storable(email):
        return None
    exact = db.scalar(select(User).where(User.email == email))
    if exact is not None:
        return exact
    key = address_key(email)
    for id_, kept in db.execute(select(User.id, User.email).order_by(User.id)):
        if address_key(kept) == key:
            return db.get(User, id_)
    return None


def storable(text: str) -> bool:
    """Whether every database takes it: no NUL, nothing that is not Unicode."""
    return "\0" not in text and text.isprintable()
