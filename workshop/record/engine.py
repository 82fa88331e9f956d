"""The engine: SQLite by default, tuned to lose nothing and to keep nothing that was deleted; PostgreSQL by psycopg."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.orm import Session

from workshop.service.ports import Unavailable

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "temp_store=MEMORY",
)


def make_engine(url: str) -> Engine:
    """An engine that never prints values in its errors."""
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=not url.startswith("sqlite"))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _tune)
    return engine


def _tune(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


@contextmanager
def transaction(engine: Engine) -> Iterator[Session]:
    """One transaction. A database that is away is `Unavailable`, without any value in the message."""
    with reachable(), Session(engine, expire_on_commit=False) as db, db.begin():
        yield db


@contextmanager
def reachable() -> Iterator[None]:
    """Turns every way in which a database can be away, or too busy, into `Unavailable`."""
    try:
        yield
    except (OperationalError, NoConnection, ConnectionError) as away:
        raise Unavailable("the record cannot be reached") from away
    except DBAPIError as fault:
        if fault.connection_invalidated:
            raise Unavailable("the record cannot be reached") from fault
        raise
