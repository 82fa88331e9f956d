"""What lasts: figures of the room. No row for a phone, no time finer than a day, no order of arrival.."""

import json
import re
from dataclasses import replace

import pytest
from sqlalchemy import Date, DateTime, Integer, Time, inspect, select, text
from sqlalchemy.exc import SQLAlchemyError

from tests.helpers.case import STAGES
from tests.helpers.rooms import a_context, a_room
from workshop.record import tables as t
from workshop.record.engine import make_engine, transaction
from workshop.record.migrate import upgrade
from workshop.record.repository import SqlRecord
from workshop.service.checkpoint import save_checkpoint
from workshop.service.finish import end_session

STAMP = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}|\b1[6-9]\d{8}(?:\.\d+)?\b")


@pytest.fixture
def record(database_url):
    engine = make_engine(database_url)
    upgrade(engine)
    yield SqlRecord(engine)
    engine.dispose()


def a_recorded_room(record, phones: int, ended: bool = True):
    """A session in which so many phones have answered everything; ended, or saved with its timer running."""
    record.add_member("f@here.test", None, "Here", frozenset({"facilitator"}))
    member = record.members()[0]
    room = a_room(a_context(record=_As(record, member)))
    tokens = room.join(phones)
    for token in tokens:
        room.delegate(token, "welcome.agree")
    found = room.open_board()
    for number, token in enumerate(tokens):
        for card in ("c1", "c2", "c3", "c4"):
            room.place(token, found, card, STAGES[number % 2], reasons=["power"], certainty=3)
    room.facilitate("board.reveal", round=found)
    room.go("formulation")
    for section in ("known", "presenting"):
        room.facilitate("formulation.add", section=section, text="The same words")
    room.facilitate("session.timer", seconds=300)
    if ended:
        end_session(room.context, room.id)
    else:
        save_checkpoint(room.context, room.id)
    return room


class _As:
    """The record, with sessions made for a real account: tables have foreign keys, the fake context's user has none."""

    def __init__(self, record, member) -> None:
        self._record, self._member = record, member

    def __getattr__(self, name):
        return getattr(self._record, name)

    def add_session(self, session, facilitators, checkpoint, case) -> None:
        mine = replace(session, owner=self._member.user, organisation=self._member.organisation)
        self._record.add_session(mine, (self._member.user,), checkpoint, case)


def rows(record) -> dict[str, int]:
    with transaction(record.engine) as db:
        return {name: len(list(db.execute(select(table)))) for name, table in t.Base.metadata.tables.items()}


def everything(record) -> str:
    with transaction(record.engine) as db:
        found = {name: [list(map(str, row)) for row in db.execute(select(table))] for name, table in
                 t.Base.metadata.tables.items()}  # fmt: skip
    return json.dumps(found)


def test_no_table_has_a_row_for_each_delegate(record):
    """As many rows after a session with six phones as after one with eighteen."""
    a_recorded_room(record, 6)
    few = rows(record)
    a_recorded_room(record, 18)
    many = rows(record)
    added = {name: many[name] - few[name] for name in few}
    once = {name: n - (name in ("organisations", "users", "memberships")) for name, n in few.items()}
    assert added == {**once, **dict.fromkeys(("organisations", "users", "memberships", "case_copies"), 0)}
    assert few["tallies"] > 0 and few["rounds"] > 0


def test_no_column_can_hold_a_time_or_count(record):
    for table in t.Base.metadata.tables.values():
        for column in table.columns:
            assert not isinstance(column.type, DateTime | Time), column
            assert column.autoincrement is not True
            if column.primary_key and isinstance(column.type, Integer):
                assert (table.name, column.name) in {("tallies", "stage"), ("superseded", "number")}
    days = {f"{table.name}.{c.name}" for table in t.Base.metadata.tables.values() for c in table.columns
            if isinstance(c.type, Date)}  # fmt: skip
    of_receipts = {"receipts.held_on", "receipts.erased_on"}
    assert days == {
        "sessions.held_on",
        "releases.released_on",
        "release_figures.held_on",
        "superseded.replaced_on",
        "destructions.asked_on",
        *of_receipts,
    }
    assert "sqlite_sequence" not in inspect(record.engine).get_table_names()


@pytest.mark.parametrize("ended", [True, False])
def test_nothing_that_is_written_is_a_time(record, ended):
    room = a_recorded_room(record, 6, ended)
    assert room.id in everything(record)
    assert ended or room.head.timer is not None
    assert not STAMP.search(everything(record))


def test_rows_of_one_session_lie_in_the_order_of_their_keys(record):
    """SQLite: no hidden row number. PostgreSQL: what is written together is written in one transaction."""
    a_recorded_room(record, 6)
    with transaction(record.engine) as db:
        if record.engine.dialect.name == "sqlite":
            made = db.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
            ours = [sql for name, sql in made if name in t.Base.metadata.tables]
            assert ours and all("WITHOUT ROWID" in sql for sql in ours)
        else:
            stamps = db.execute(text("SELECT count(DISTINCT xmin::text) FROM tallies")).scalar_one()
            assert stamps == 1
            where = db.execute(text("SELECT card, stage FROM tallies ORDER BY ctid")).all()
            assert list(where) == sorted(where)


def test_the_number_of_phones_is_withheld_below_k(record):
    few, enough = a_recorded_room(record, 4), a_recorded_room(record, 6)
    assert record.session(few.id).delegates is None
    assert record.session(enough.id).delegates == 6


def test_errors_of_the_database_print_no_values(record):
    with pytest.raises(SQLAlchemyError) as fault, record.engine.begin() as connection:
        connection.execute(text("INSERT INTO nowhere VALUES (:v)"), {"v": "canary-value"})
    assert "canary-value" not in str(fault.value)
