"""Brings a database to the newest form at start-up. Several processes may start at once: one does it."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text

HERE = Path(__file__).parent / "migrations"
LOCK = 7_301_955
"""Any number: PostgreSQL's advisory lock for this work."""


def upgrade(engine: Engine) -> None:
    """To the newest revision."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        else:
            connection.exec_driver_sql("BEGIN IMMEDIATE")  # SQLite's driver would begin at the first INSERT only
        command.upgrade(config(connection), "head")


def config(connection: Connection) -> Config:
    """Alembic's settings around an open connection."""
    made = Config()
    made.set_main_option("script_location", str(HERE))
    made.attributes["connection"] = connection
    return made
