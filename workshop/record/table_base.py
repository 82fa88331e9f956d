"""What all tables share: keys are random, and nothing counts upwards."""

from __future__ import annotations

import secrets
from typing import Any

from sqlalchemy import MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
WITHOUT_ORDER: dict[str, Any] = {"sqlite_with_rowid": False}
"""SQLite keeps such a table in the order of its key: no hidden row number counts the writing."""


def random_key() -> str:
    """96 random bits."""
    return secrets.token_urlsafe(12)


def key() -> Mapped[str]:
    """A random primary key."""
    return mapped_column(String(24), primary_key=True, default=random_key)


class Base(DeclarativeBase):
    """Every table. One that has arguments of its own names WITHOUT_ORDER among them."""

    __table_args__: Any = WITHOUT_ORDER
    metadata = MetaData(naming_convention=NAMES)
