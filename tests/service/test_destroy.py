"""A released report is destroyed by two accounts, or by one that has waited seven days."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.helpers.fakes import Killed, Process
from tests.helpers.rooms import a_context, a_room, beside
from workshop.logs import configure_logs
from workshop.service.destroy import NotAsked, TooSoon, alone_from, ask, destroy, waits, withdraw
from workshop.service.report import release

DAY = 86_400


class Clock:
    """Late in the evening of 26 November, until somebody moves it."""

    now = datetime(2026, 11, 26, 23, 0, tzinfo=UTC).timestamp()

    def __call__(self):
        return self.now


@pytest.fixture
def filed():
    """(room, release, clock) of a session that was released."""
    clock = Clock()
    context = a_context(now=clock)
    context = replace(context, settings=replace(context.settings, zone="Europe/London"))
    room = a_room(context)
    room.facilitate("session.end")
    return room, release(context, room.id), clock


def is_there(room, made):
    record = room.context.record
    return bool(record.release(made.id)), bool(record.session(room.id))


def test_nobody_destroys_what_nobody_asked_for(filed):
    room, made, _ = filed
    with pytest.raises(NotAsked):
        destroy(room.context, made, "ada")
    assert is_there(room, made) == (True, True)


def test_a_second_account_confirms_at_once(filed):
    room, made, _ = filed
    ask(room.context, made, "ada")
    destroy(room.context, made, "bo")
    assert is_there(room, made) == (False, False)


@pytest.mark.parametrize(("days", "done"), [(0, False), (6, False), (7, True), (400, True)])
def test_one_account_alone_waits_seven_days(filed, days, done):
    room, made, clock = filed
    ask(room.context, made, "ada")
    clock.now += days * DAY
    if not done:
        with pytest.raises(TooSoon) as no:
            destroy(room.context, made, "ada")
        assert no.value.from_day == "2026-12-03"
    else:
        destroy(room.context, made, "ada")
    assert is_there(room, made) == (not done, not done)


def test_asking_again_neither_shortens_nor_takes_over_what_was_asked(filed):
    room, made, clock = filed
    ask(room.context, made, "ada")
    clock.now += 3 * DAY
    ask(room.context, made, "bo")
    asked = room.context.record.destruction(made.id)
    assert (asked.asked_by, alone_from(asked)) == ("ada", "2026-12-03")
    assert waits(room.context, made, asked, "ada") and not waits(room.context, made, asked, "bo")


def test_what_was_withdrawn_begins_anew(filed):
    room, made, clock = filed
    ask(room.context, made, "ada")
    clock.now += 6 * DAY
    withdraw(room.context, made, "bo")
    with pytest.raises(NotAsked):
        destroy(room.context, made, "bo")
    ask(room.context, made, "ada")
    clock.now += 2 * DAY
    with pytest.raises(TooSoon):
        destroy(room.context, made, "ada")


def test_a_request_that_was_withdrawn_just_now_destroys_nothing(filed):
    room, made, _ = filed
    ask(room.context, made, "ada")
    record = room.context.record
    look = record.destruction
    record.destruction = lambda id: (look(id), record.withdraw_destruction(id))[0]
    with pytest.raises(NotAsked):
        destroy(room.context, made, "bo")
    assert is_there(room, made) == (True, True)


def test_it_stands_after_a_restart_and_a_worker_killed_in_between_ends_it(filed):
    room, made, clock = filed
    ask(room.context, made, "ada")
    doomed = Process()
    other = beside(room, doomed)
    assert other.context.record.destruction(made.id).asked_on == "2026-11-26"
    doomed.dies_before = 2  # it is read which day it is there, and then deleted
    with pytest.raises(Killed):
        destroy(replace(other.context, now=clock), made, "bo")
    assert is_there(room, made) == (False, False)


def test_the_log_says_what_was_done_by_which_account_and_no_text(filed, capsys):
    room, made, _ = filed
    configure_logs("INFO")
    ask(room.context, made, "ada")
    withdraw(room.context, made, "bo")
    withdraw(room.context, made, "bo")
    ask(room.context, made, "bo")
    destroy(room.context, made, "cy")
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 4 and all(made.id in line and made.title not in line for line in lines)
    done = lines[-1]
    assert "report_destroyed" in done and "cy" in done and "two_accounts" in done
