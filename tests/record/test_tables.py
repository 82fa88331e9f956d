"""What the tables can and cannot say: nothing of a delegate, no time finer than a day, no key that counts upwards."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from tests.helpers.kept import ANSWERS, CHECKPOINT, ROUND, a_release, opened
from workshop.record.engine import make_engine
from workshop.record.migrate import upgrade
from workshop.record.tables import Base, random_key

TABLES = sorted(Base.metadata.tables.items())
ROWS_OF = {
    "organisations": "an organisation",
    "users": "a person with an account",
    "roles": "nothing: the library asks for it",
    "memberships": "a role of a person with an account",
    "used_links": "a facilitator's link",
    "sessions": "a session",
    "session_facilitators": "a facilitator of a session",
    "checkpoints": "a session",
    "rounds": "a closed round",
    "tallies": "a stage of a card of a closed round",
    "case_copies": "a case study as it was when a session was made",
    "session_cases": "a session",
    "releases": "a release",
    "destructions": "a request of an account that a release be destroyed",
    "release_files": "a format of a release",
    "superseded": "what a release was before a correction: hashes and a day",
    "receipts": "something that was erased: how much, and by which rule",
    "release_figures": "the figures of a released report",
    "overviews": "the sums of a quarter or a year of an organisation",
    "pools": "a pool of releases that was given out",
}
PLACES = {"tallies": "a stage of a scale", "superseded": "which of a report's releases, all of them public"}
"""Where a number is part of a key."""
DELEGATES = ("seat", "token", "slot", "device", "delegate_", "operation", "address", "agent", "socket")


def test_somebody_has_said_of_every_table_what_a_row_is_and_none_is_a_delegate():
    assert set(ROWS_OF) == set(Base.metadata.tables)
    assert not any("delegate" in row for row in ROWS_OF.values())


@pytest.mark.parametrize(("name", "table"), TABLES)
def test_no_column_is_about_a_phone(name, table):
    columns = {f"{name}.{column.name}" for column in table.columns}
    assert not {c for c in columns if any(word in c.partition(".")[2] for word in DELEGATES)}


@pytest.mark.parametrize(("name", "table"), TABLES)
def test_no_column_is_finer_than_a_day_and_no_key_counts(name, table):
    for column in table.columns:
        assert not isinstance(column.type, sa.DateTime | sa.Time | sa.Interval | sa.Float), column
        assert column.autoincrement is not True, column
        counts = column.primary_key and isinstance(column.type, sa.Integer)
        assert not counts or name in PLACES, column
    assert table.dialect_options["sqlite"]["with_rowid"] is False, "a hidden row number would count the writing"


def test_keys_are_random():
    keys = [random_key() for _ in range(500)]
    assert len(set(keys)) == 500 and keys != sorted(keys)


def counted(engine):
    with engine.connect() as db:
        return {name: db.execute(sa.select(sa.func.count()).select_from(table)).scalar_one() for name, table in TABLES}


def test_a_thousand_delegates_are_as_many_rows_as_ten(record, engine):
    """The same session with figures a hundred times as high has the same rows."""
    grown = []
    for id, factor in (("session-1", 1), ("session-2", 100)):
        before = counted(engine)
        member = opened(record, id)
        card = replace(ROUND.cards[0], placed=8 * factor, tallies=tuple(n * factor for n in ROUND.cards[0].tallies))
        record.save_round(id, replace(ROUND, cards=(card, ROUND.cards[1])))
        record.save_round(id, ANSWERS)
        record.save_checkpoint(id, CHECKPOINT)
        record.add_release(a_release(id, member.organisation, f"release-{id}"))
        after = counted(engine)
        grown.append({name: after[name] - before[name] for name in after})
    shared = {"organisations", "users", "memberships"}
    first, second = ({n: v for n, v in g.items() if n not in shared} for g in grown)
    assert first == second


def test_sqlite_keeps_rows_in_the_order_of_their_keys_whatever_the_order_of_writing(tmp_path):
    engine = make_engine(f"sqlite:///{tmp_path}/workshop.sqlite3")
    upgrade(engine)
    with engine.begin() as db:
        for id in ("m", "z", "a"):
            db.execute(sa.text("INSERT INTO organisations (id, name) VALUES (:id, :id)"), {"id": id})
    with engine.connect() as db:
        assert [row.id for row in db.execute(sa.text("SELECT id FROM organisations"))] == ["a", "m", "z"]
        with pytest.raises(sa.exc.OperationalError, match="rowid"):
            db.execute(sa.text("SELECT rowid FROM organisations"))
    engine.dispose()
