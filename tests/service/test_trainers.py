"""Giving a session to a colleague of the same organisation; nobody learns who else has an account."""

from dataclasses import replace

import pytest

from tests.helpers.table import Table
from workshop.service.trainers import NOBODY, give, take_back, trainers_of

RUNS, READS = frozenset({"facilitator"}), frozenset({"reviewer"})


@pytest.fixture
def table():
    table = Table()
    table.owner = table.record.add_member("ada@here.test", None, "Here", RUNS)
    table.bo = table.record.add_member("Bo@here.test", None, "Here", RUNS)
    table.record.add_member("reader@here.test", None, "Here", READS)
    table.record.add_member("cy@elsewhere.test", None, "Elsewhere", RUNS)
    found = table.record.shelves.sessions[table.session]
    there = replace(found, owner=table.owner.user, organisation=table.owner.organisation)
    table.record.shelves.sessions[table.session] = there
    table.record.shelves.facilitators[table.session] = {table.owner.user}
    return table


def named(table):
    return [m.email for m in trainers_of(table.context, table.record.session(table.session))]


def test_it_is_given_to_a_colleague_however_the_address_is_written(table):
    record = table.record.session(table.session)
    assert give(table.context, record, " bo@HERE.test ") is None
    assert give(table.context, record, "bo@here.test") is None
    assert named(table) == ["ada@here.test", "Bo@here.test"]
    assert table.record.access([table.session])[table.session].facilitators == {table.owner.user, table.bo.user}


@pytest.mark.parametrize(
    "email", ["", "nobody@here.test", "cy@elsewhere.test", "reader@here.test", "\ud83d", "a" * 5000]
)
def test_nobody_else_gets_it_and_the_answer_is_the_same(table, email):
    assert give(table.context, table.record.session(table.session), email) == NOBODY
    assert named(table) == ["ada@here.test"]


def test_it_is_taken_back_but_never_from_whoever_opened_it(table):
    record = table.record.session(table.session)
    give(table.context, record, "bo@here.test")
    take_back(table.context, record, table.owner.user)
    take_back(table.context, record, "somebody")
    assert named(table) == ["ada@here.test", "Bo@here.test"]
    take_back(table.context, record, table.bo.user)
    assert named(table) == ["ada@here.test"]


def test_who_runs_no_sessions_there_any_more_is_not_on_the_list(table):
    table.record.add_facilitator(table.session, "gone")
    assert named(table) == ["ada@here.test"]
