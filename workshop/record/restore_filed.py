"""What restoring leaves of the database that is there: reports that were released, or corrected, since the backup.

Of a report that was corrected since, a backup has the bytes and the words that were erased: none of them comes back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, Connection, Table, select

from workshop.record import archive
from workshop.record.archive import Contents, Row

RELEASES, OF_A_RELEASE = "releases", ("release_files", "superseded", "release_figures")
Tables = Mapping[str, Table]


class InTheWay(ValueError):
    """The database is in use, or holds something; the message says what in a sentence."""


@dataclass(frozen=True)
class Filed:
    """Reports that stay, table → rows; and what their sessions say now, table → session → columns."""

    rows: dict[str, list[Row]] = field(default_factory=dict[str, list[Row]])
    words: dict[str, dict[str, Row]] = field(default_factory=dict[str, dict[str, Row]])

    def chosen(self, rows: Iterator[tuple[str, Row]]) -> Iterator[tuple[str, Row]]:
        """An archive's rows without those in whose place ours stay; ended sessions in the words that they have now."""
        ours, ended = {row["id"] for row in self.rows.get(RELEASES, ())}, set[str]()
        for table, row in rows:
            if (table == RELEASES and row["id"] in ours) or (table in OF_A_RELEASE and row["release"] in ours):
                continue
            session = row["id"] if table == "sessions" else row.get("session")
            if table == "sessions" and row["state"] == "ended":
                ended.add(row["id"])
            words = self.words.get(table, {}).get(session, {}) if session in ended else {}
            yield table, row | words

    def insert(self, connection: Connection) -> None:
        """When the tables have their newest form."""
        there = {table.name: table for table in archive.reflected(connection)}
        for name, rows in self.rows.items():
            if rows:
                connection.execute(there[name].insert(), rows)


def filed(connection: Connection, there: Tables, found: Contents, without: Collection[str]) -> Filed:
    """Of a database. Raises InTheWay when they could not stay. `without`: sessions that are not to come back."""
    rows = [row for row in _all(connection, there[RELEASES]) if row["id"] not in found.releases]
    if any(row["organisation"] not in found.organisations for row in rows):
        raise InTheWay("The database holds released reports of an organisation that is not in the backup.")
    rows += _corrected(connection, there, found, without)
    ours, sessions = [row["id"] for row in rows], [row["session"] for row in rows]
    made = {RELEASES: rows}
    for name in OF_A_RELEASE:
        if (table := there.get(name)) is not None:
            made[name] = _all(connection, table, table.c.release.in_(ours))
    return Filed(made, _words(connection, there, sessions))


def _corrected(connection: Connection, there: Tables, found: Contents, without: Collection[str]) -> list[Row]:
    """Those that the archive has too, and that it has not as often corrected as they are."""
    if "superseded" not in there:
        return []
    times = dict[str, int]()
    for row in _all(connection, there["superseded"]):
        times[row["release"]] = times.get(row["release"], 0) + 1
    both = [row for row in _all(connection, there[RELEASES]) if row["id"] in found.releases & times.keys()]
    return [r for r in both if times[r["id"]] >= found.corrections[r["id"]] and r["session"] not in without]


def _words(connection: Connection, there: Tables, sessions: list[str]) -> dict[str, dict[str, Row]]:
    listed, kept = there["sessions"], there["checkpoints"]
    titles = select(listed.c.id, listed.c.title).where(listed.c.id.in_(sessions))
    texts = select(kept.c.session, kept.c.head, kept.c.collections).where(kept.c.session.in_(sessions))
    return {
        "sessions": {row.id: {"title": row.title} for row in connection.execute(titles)},
        "checkpoints": {
            row.session: {"head": row.head, "collections": row.collections} for row in connection.execute(texts)
        },
    }


def _all(connection: Connection, table: Table, *those: ColumnElement[bool]) -> list[Row]:
    return [dict(row) for row in connection.execute(select(table).where(*those)).mappings()]
