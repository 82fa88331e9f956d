"""Puts an archive in the place of the record, in one transaction: all of it, or nothing happens.

Restoring must not undo what people were promised. A session that the record no longer has was forgotten, and stays
forgotten unless somebody says otherwise; pooled figures that were given out stay in the ledger, used links stay used,
and everybody signs in anew. A report that was released or corrected since stays as it is (restore_filed.py): only
service/destroy.py destroys one. Requests for that are not brought back: one that was withdrawn would come back with its
days.
"""

from __future__ import annotations

import secrets
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from alembic import command
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, Table, func, select, text

from workshop.record import archive
from workshop.record.archive import ArchiveError, Contents, Row
from workshop.record.engine import reachable
from workshop.record.migrate import LOCK, config
from workshop.record.restore_filed import Filed, filed
from workshop.record.restore_filed import InTheWay as InTheWay

STAYS = ("pools", "receipts", "used_links")
"""What is never taken back: rows that the record has and the archive has not."""
NOT_BROUGHT_BACK = ("destructions", "overviews")
"""Sums over reports are taken anew over those that are there then."""
AT_ONCE = 200
LEAVING = 2.0
"""Seconds that a connection which was just closed may take to leave; a web process at work does not leave."""


class HoldsSomething(InTheWay):
    """It does: what would be replaced, if it were forced."""


@dataclass(frozen=True)
class Before:
    """What the database holds before."""

    sessions: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    accounts: int = 0
    others: int = 0
    stays: dict[str, list[Row]] = field(default_factory=dict[str, list[Row]])
    filed: Filed = field(default_factory=Filed)
    """Released reports that the archive has not, or not as they are since."""

    @property
    def is_empty(self) -> bool:
        """Nothing but what a first start makes."""
        return not (self.sessions or self.accounts or self.others)

    def forgotten(self, found: Contents) -> set[str]:
        """Sessions of the archive that this very installation has had and has no more."""
        return found.sessions.keys() - self.sessions if self.organisations & found.organisations else set()


@dataclass(frozen=True)
class Restored:
    """What was done."""

    rows: Counter[str]
    left_out: tuple[str, ...]
    """Sessions of the archive that were not brought back."""
    gone: tuple[str, ...]
    """Sessions that were there before and are not in the archive."""


def restore(
    engine: Engine, path: Path, force: bool = False, bring_back: bool = False, without: frozenset[str] = frozenset()
) -> Restored:
    """Replace the record by an archive. Raises ArchiveError, HoldsSomething, InTheWay, Unavailable."""
    found = archive.contents(path)
    with reachable(), engine.connect() as connection, connection.begin():
        _alone(connection)
        before = _before(connection, found, without)
        gone = tuple(sorted(before.sessions - found.sessions.keys()))
        if not before.is_empty and not force:
            raise HoldsSomething(_what_is_there(before, gone))
        left_out = (without & found.sessions.keys()) | (set() if bring_back else before.forgotten(found))
        for table in reversed(archive.reflected(connection)):
            table.drop(connection)
        connection.execute(text(f"DROP TABLE IF EXISTS {archive.VERSION_TABLE}"))
        _to_revision(connection, found.revision)
        rows = _insert(connection, before.filed.chosen(_chosen(path, left_out)))
        _to_revision(connection, "head")
        _keep(connection, before.stays)
        before.filed.insert(connection)
    if engine.dialect.name == "sqlite":  # the log still holds what was replaced
        with reachable(), engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return Restored(rows, tuple(sorted(left_out)), gone)


def _alone(connection: Connection) -> None:
    """Nobody else may be at it: a web process that goes on would write what is not there any more."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        return
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    until = time.monotonic() + LEAVING
    while _others(connection):
        if time.monotonic() > until:
            raise InTheWay("The database is in use: stop every web process first.")
        time.sleep(0.05)


def _others(connection: Connection) -> int:
    """How many other connections there are; the server's own view of them is looked at afresh."""
    connection.execute(text("SELECT pg_stat_clear_snapshot()"))
    others = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
        "AND backend_type = 'client backend'"
    )
    return connection.execute(others).scalar_one()


def _before(connection: Connection, found: Contents, without: frozenset[str]) -> Before:
    there = {table.name: table for table in archive.reflected(connection)}
    if "sessions" not in there:
        return Before()

    def ids(table: str) -> frozenset[str]:
        return frozenset(connection.scalars(select(there[table].c.id)))

    users = there["users"]
    with_password = select(func.count()).select_from(users).where(users.c.password.is_not(None))
    stays = {n: [dict(r) for r in connection.execute(select(there[n])).mappings()] for n in STAYS if n in there}
    others = len(ids("releases")) + len(stays.get("pools", ()))
    accounts = connection.execute(with_password).scalar_one()
    stay = filed(connection, there, found, without)
    return Before(ids("sessions"), ids("organisations"), accounts, others, stays, stay)


def _what_is_there(before: Before, gone: tuple[str, ...]) -> str:
    lost = f", of which {len(gone)} are not in the backup" if gone else ""
    return f"The database holds {len(before.sessions)} sessions{lost}, and {before.accounts} accounts with a password."


def _to_revision(connection: Connection, revision: str) -> None:
    try:
        command.upgrade(config(connection), revision)
    except CommandError as unknown:
        raise ArchiveError("The backup was written by a newer version of Continuum Workshop.") from unknown


def _insert(connection: Connection, chosen: Iterator[tuple[str, Row]]) -> Counter[str]:
    there = {table.name: table for table in archive.reflected(connection)}
    rows: Counter[str] = Counter()
    for name, group in groupby(chosen, key=lambda found: found[0]):
        if name not in there:
            raise ArchiveError("The backup is damaged: it holds what no version has.")
        waiting: list[Row] = []
        for _, row in group:
            waiting.append(_ready(there[name], row))
            rows[name] += 1
            if len(waiting) == AT_ONCE:
                connection.execute(there[name].insert(), waiting)
                waiting = []
        if waiting:
            connection.execute(there[name].insert(), waiting)
    return rows


def _chosen(path: Path, left_out: set[str] | frozenset[str]) -> Iterator[tuple[str, Row]]:
    """All rows but those of sessions that are left out, and of their releases."""
    releases: set[str] = set()
    for table, row in archive.rows(path):
        session = row["id"] if table == "sessions" else row.get("session")
        if table in NOT_BROUGHT_BACK:
            continue
        if session in left_out:
            if table == "releases":
                releases.add(row["id"])
        elif row.get("release") not in releases:
            yield table, row


def _ready(table: Table, row: Row) -> Row:
    ready = {name: archive.typed(value, table.columns[name]) for name, value in row.items()}
    fresh = {column: secrets.token_urlsafe(32) for of, column in archive.LEFT_OUT if of == table.name}
    return ready | fresh


def _keep(connection: Connection, stays: dict[str, list[Row]]) -> None:
    there = {table.name: table for table in archive.reflected(connection)}
    organisations = set(connection.scalars(select(there["organisations"].c.id)))
    for name, earlier in stays.items():
        (key,) = there[name].primary_key.columns
        known = set(connection.scalars(select(key)))
        fresh = [r for r in earlier if r[key.name] not in known and r.get("organisation") in organisations | {None}]
        if fresh:
            connection.execute(there[name].insert(), fresh)
