"""An archive: the whole record as one file, the same for SQLite and PostgreSQL, so that it can move between them.

Compressed lines of JSON: a heading, then for each table its name and its rows, then how many rows there were. Rows come
in the order of their random keys: an archive tells no more than the record itself does of what came after what. Left
out is what keeps people signed in; the installation's secret key is in it only when it was asked for.
"""

from __future__ import annotations

import base64
import gzip
import json
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Column, Connection, Date, Engine, LargeBinary, MetaData, Table, inspect, select, text

from workshop.record.engine import reachable

NAME, FORMAT = "continuum-workshop backup", 1
LEFT_OUT = frozenset({("users", "fs_uniquifier")})
"""A sign-in names it: whoever had an archive could not use it, and after restoring everybody signs in anew."""
VERSION_TABLE = "alembic_version"
Row = dict[str, Any]


class ArchiveError(ValueError):
    """The file is not a whole archive, or not one of ours; the message is a sentence."""


@dataclass
class Contents:
    """What is in an archive."""

    revision: str
    made_on: str
    key: str | None = field(repr=False)
    rows: Counter[str] = field(default_factory=Counter[str])
    sessions: dict[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    """Session id → (day, title)."""
    organisations: set[str] = field(default_factory=set[str])
    releases: set[str] = field(default_factory=set[str])
    corrections: Counter[str] = field(default_factory=Counter[str])
    """Release id → how often it had been corrected."""


# ------------------------------------------------------------ writing


def write(engine: Engine, to: IO[bytes], made_on: str, key: str | None = None) -> Counter[str]:
    """Everything as it was at one moment, whoever writes meanwhile; how many rows of each table.

    Raises Unavailable, or ArchiveError when the database is not a workshop's.
    """
    rows: Counter[str] = Counter()
    with _moment(engine) as connection, gzip.GzipFile("", "wb", fileobj=to, mtime=0) as packed:
        if not inspect(connection).has_table(VERSION_TABLE):
            raise ArchiveError("The database is not one of a workshop.")
        tables = reflected(connection)
        revision = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one()  # noqa: S608 - ours
        _line(packed, {"name": NAME, "format": FORMAT, "revision": revision, "made_on": made_on, "key": key})
        for table in tables:
            columns = [c for c in table.columns if (table.name, c.name) not in LEFT_OUT]
            _line(packed, {"table": table.name, "columns": [c.name for c in columns]})
            for row in connection.execute(select(*columns).order_by(*table.primary_key.columns)):
                _line(packed, [_plain(value) for value in row])
                rows[table.name] += 1
        _line(packed, {"rows": rows})
    return rows


@contextmanager
def _moment(engine: Engine) -> Iterator[Connection]:
    """One moment of the record, rows read as they are needed."""
    with reachable(), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin():
            if engine.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN")  # SQLite's driver would not hold one moment over several readings
            yield connection.execution_options(yield_per=200)


def reflected(connection: Connection) -> list[Table]:
    """The tables as they are there, whatever release made them: what others point to comes first."""
    metadata = MetaData()
    metadata.reflect(connection)
    return [table for table in metadata.sorted_tables if table.name != VERSION_TABLE]


def _line(to: gzip.GzipFile, value: object) -> None:
    to.write(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


# ------------------------------------------------------------ reading


def contents(path: Path) -> Contents:
    """Read all of it, so that nothing is begun with half an archive. Raises ArchiveError."""
    lines, counted = _lines(path), None
    found = _heading(next(lines, None))
    for line in lines:  # to the very end: the sum over all of it comes last
        if isinstance(line, dict):
            counted = line.get("rows")
            continue
        table, row = line
        found.rows[table] += 1
        if table == "sessions":
            found.sessions[row["id"]] = (row["held_on"], row["title"])
        elif table == "organisations":
            found.organisations.add(row["id"])
        elif table == "releases":
            found.releases.add(row["id"])
        elif table == "superseded":
            found.corrections[row["release"]] += 1
    if counted is None or Counter(counted) != found.rows:
        raise ArchiveError("The backup is damaged: it is not whole.")
    return found


def rows(path: Path) -> Iterator[tuple[str, Row]]:
    """Every row, as it was written, with the name of its table."""
    return (line for line in _lines(path) if not isinstance(line, dict))


def typed(value: Any, column: Column[Any]) -> Any:
    """A value as the database takes it."""
    if value is None:
        return None
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    return base64.b64decode(value) if isinstance(column.type, LargeBinary) else value


def _heading(line: Any) -> Contents:
    if not isinstance(line, dict) or line.get("name") != NAME:
        raise ArchiveError("This file is not a backup of Continuum Workshop.")
    if line.get("format") != FORMAT:
        raise ArchiveError("The backup was written by a newer version of Continuum Workshop.")
    return Contents(line["revision"], line["made_on"], line["key"])


def _lines(path: Path) -> Iterator[Any]:
    """Headings as they are; rows as (table, row)."""
    table, columns = "", list[str]()
    try:
        with gzip.open(path) as packed:
            for raw in packed:
                line = json.loads(raw)
                if isinstance(line, list):
                    yield table, dict(zip(columns, line, strict=True))
                    continue
                table, columns = line.get("table", table), line.get("columns", columns)
                if "table" not in line:
                    yield line
    except gzip.BadGzipFile as other:
        raise ArchiveError("This file is not a backup of Continuum Workshop.") from other
    except (EOFError, ValueError, zlib.error) as damaged:
        if isinstance(damaged, ArchiveError):
            raise
        raise ArchiveError("The backup is damaged: it is not whole.") from damaged
    except OSError as fault:
        raise ArchiveError(f"The backup cannot be read: {fault.strerror}.") from fault
