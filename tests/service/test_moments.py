"""Fixed moments of the server's clock: what is due is done once, whoever taps and however many workers there are."""

from dataclasses import replace

import pytest

from tests.helpers.rooms import Room, a_context
from workshop.activities.base import Change
from workshop.service import moments as subject
from workshop.service.moments import Moments
from workshop.service.sessions import create_session

START = 1_700_000_100.0
"""A whole number of five minutes."""


@pytest.fixture
def clock():
    return [START]


@pytest.fixture
def room(clock):
    context = a_context(now=lambda: clock[0])
    return Room(context, create_session(context, "user-1", "organisation-1", "test-case", "all", 5))


@pytest.fixture
def done(monkeypatch):
    """What was done, in place of doing it."""
    found: list[str] = []

    def noting(name):
        return lambda context, session: not found.append(name)

    at = {name: replace(due, act=noting(name)) for name, due in subject.at().items()}
    monkeypatch.setattr(subject, "at", lambda: at)
    return found


def signs(room):
    return room.context.live.signs([room.id])[room.id]


def happens(room):
    """Something is committed."""
    live = room.context.live
    live.commit(live.load(live.head(room.id, True), (), False), Change(count={"x": 1}), None)


def test_between_two_moments_nothing_is_done(room, clock, done):
    moments = Moments(room.context, room.id)
    for _ in range(5):
        clock[0] += 1.5
        happens(room)
        moments.run(signs(room))
    assert done == []


def test_each_thing_has_its_own_moments(room, clock, done):
    moments = Moments(room.context, room.id)
    for _ in range(60):
        clock[0] += 5
        happens(room)
        moments.run(signs(room))
    assert [done.count(name) for name in ("counts", "support", "questions")] == [30, 5, 1]


def test_a_moment_comes_once_for_what_happened_before_it(room, clock, done):
    moments = Moments(room.context, room.id)
    for _ in range(6):
        clock[0] += 10
        assert moments.are_due(signs(room)) == (done.count("counts") == 0 or clock[0] % 60 == 0)
        moments.run(signs(room))
    assert done == ["counts", "support"]
    clock[0] += 10
    assert not moments.are_due(signs(room))
    happens(room)
    assert moments.are_due(signs(room))


def test_a_second_worker_does_not_do_it_again(room, clock, done):
    one, other = Moments(room.context, room.id), Moments(room.context, room.id)  # the lease lies in the live store
    clock[0] += 10
    one.run(signs(room))
    other.run(signs(room))
    assert done == ["counts"]


def test_what_another_worker_did_is_looked_at_once_more_for_it_may_have_come_before(room, clock, done):
    one, other = Moments(room.context, room.id), Moments(room.context, room.id)
    clock[0] += 10
    one.run(signs(room))
    happens(room)  # after the one had looked
    other.run(signs(room))
    clock[0] += 10
    assert other.are_due(signs(room)), "the one may have died"
    other.run(signs(room))
    assert done == ["counts", "counts"]
    clock[0] += 10
    assert not other.are_due(signs(room))


def test_starting_in_the_middle_does_not_do_what_was_due_before(room, clock, done):
    clock[0] += 7
    moments = Moments(room.context, room.id)
    moments.run(signs(room))
    assert done == []


def test_what_has_nothing_to_do_in_this_step_is_not_done_and_asks_for_no_lease(room, clock, done, monkeypatch):
    """The picture has a moment every two seconds, and is there in two steps only."""
    leases: list[str] = []
    take = room.context.live.take_lease
    monkeypatch.setattr(
        room.context.live,
        "take_lease",
        lambda session, what, seconds: (leases.append(what), take(session, what, seconds))[1],
    )
    moments = Moments(room.context, room.id)
    for step in ("board", "formulation", "board"):
        room.go(step)
        clock[0] += 2
        moments.run(signs(room))
        assert not moments.are_due(signs(room))
    assert done == ["picture"] and [lease.partition("-")[0] for lease in leases] == ["picture"]
