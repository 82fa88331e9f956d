"""The list of desks: whoever comes is on it, whoever goes is off it, and so is everybody of a worker that died."""

import pytest

from tests.helpers.table import Table
from workshop.service.desks import came, is_missing, still_here, unheard, went, who_is

SECRET = b"s" * 32
ADA, BO, GUEST = "account ada", "account bo", "link guest"


@pytest.fixture
def table():
    return Table()


def listed(table):
    return table.collection("desks")


def test_two_windows_of_one_account_are_one_and_two_holders_of_a_link_are_two():
    assert who_is(SECRET, "ada morning") == who_is(SECRET, "ada evening")
    assert who_is(SECRET, "ada morning") != who_is(SECRET, "bo morning")
    assert who_is(SECRET, "pass links 100") != who_is(SECRET, "pass links 101")
    assert who_is(SECRET, "ada morning").startswith("account ") and "ada" not in who_is(SECRET, "ada morning")
    assert who_is(SECRET, "pass links 100").startswith("link ")
    assert who_is(SECRET, "ada morning") != who_is(b"t" * 32, "ada morning")


def test_whoever_comes_is_on_the_list_and_whoever_goes_is_off_it(table):
    came(table.context, table.session, "one", ADA)
    came(table.context, table.session, "one", GUEST)
    assert set(listed(table)) == {ADA, GUEST}
    went(table.context, table.session, "one", GUEST)
    assert set(listed(table)) == {ADA}
    went(table.context, table.session, "one", GUEST)
    assert set(listed(table)) == {ADA}


def test_who_has_come_to_another_worker_is_not_taken_off_by_the_first(table):
    came(table.context, table.session, "one", ADA)
    came(table.context, table.session, "two", ADA)
    went(table.context, table.session, "one", ADA)
    assert set(listed(table)) == {ADA}


def test_who_is_with_another_worker_is_asked_for_and_stays_when_that_says_so(table):
    came(table.context, table.session, "one", ADA)
    came(table.context, table.session, "two", BO)
    assert is_missing(listed(table), ADA) and not is_missing(listed(table), BO)
    still_here(table.context, table.session, "one", {ADA})
    assert not is_missing(listed(table), ADA)
    unheard(table.context, table.session)
    assert set(listed(table)) == {ADA, BO}


def test_who_was_with_a_worker_that_died_is_taken_off_when_somebody_comes(table):
    came(table.context, table.session, "one", ADA)
    came(table.context, table.session, "two", BO)
    unheard(table.context, table.session)
    assert set(listed(table)) == {BO}


def test_after_the_live_state_was_lost_whoever_is_here_is_put_on_the_list_again(table):
    still_here(table.context, table.session, "one", {ADA, GUEST})
    assert set(listed(table)) == {ADA, GUEST}


def test_nothing_is_written_when_nothing_changes_or_the_session_has_ended(table):
    came(table.context, table.session, "one", ADA)
    before = table.live.revision(table.session)
    still_here(table.context, table.session, "one", {ADA})
    unheard(table.context, table.session)
    assert table.live.revision(table.session) == before
    table.must("session.end", {})
    before = table.live.revision(table.session)
    came(table.context, table.session, "one", BO)
    assert table.live.revision(table.session) == before
