"""The watch closes whoever may not be here any more, and nobody else."""

import pytest

from tests.helpers.rooms import is_seated
from tests.helpers.site import Site
from workshop.realtime.sockets import Connection, Sockets
from workshop.realtime.watch import EVERY, Watch
from workshop.service.join import leave
from workshop.service.ports import Unavailable
from workshop.service.sessions import ensure_live


@pytest.fixture
def site(valkey, tmp_path):
    return Site(tmp_path, valkey.url)


class Room:
    """A session with sockets in it, watched; `closed` lists whom the watch has closed."""

    def __init__(self, site):
        self.site, self.sockets, self.closed, self.banned = site, Sockets(), [], set()
        self.session = site.session(site.member("watch@here.test", "Here", "facilitator"))
        self.watch = Watch(site.context, self.sockets, self.stay, self.close, site.context.live.signs)

    def stay(self, comers):
        return {(session, user) for session, user in comers if user not in self.banned}

    def close(self, connection):
        self.closed.append(connection.sid)
        self.sockets.remove(connection.sid)

    def phone(self, sid):
        connection = Connection(sid, self.session, "delegate", token=self.site.seat(self.session))
        self.sockets.add(connection)
        return connection

    def desk(self, sid, user, role="facilitator"):
        self.sockets.add(Connection(sid, self.session, role, user=user))


@pytest.fixture
def room(site):
    return Room(site)


def test_everybody_who_may_be_here_stays(room):
    phones = [room.phone(f"p{n}") for n in range(3)]
    room.desk("f", "ann")
    for _ in range(3):
        room.watch.round()
    assert room.closed == [] and len(phones) == 3


def test_a_role_that_was_lost_closes_every_socket_of_it(room):
    room.phone("p")
    room.desk("f1", "ann")
    room.desk("f2", "ann")
    room.desk("s", "ann", "screen")
    room.desk("other", "bob")
    room.watch.round()
    room.banned = {"ann"}
    room.watch.round()
    assert sorted(room.closed) == ["f1", "f2", "s"]


def test_a_seat_that_was_given_back_closes_its_sockets_only(room):
    first, second = room.phone("p1"), room.phone("p2")
    room.sockets.add(Connection("p1 again", room.session, "delegate", token=first.token))
    room.watch.round()
    leave(room.site.context, room.session, first.token)
    room.watch.round()
    assert sorted(room.closed) == ["p1", "p1 again"]
    assert room.sockets.get(second.sid) is second


def test_a_seat_that_is_given_back_before_anybody_looked_closes_its_socket_too(room):
    first, second = room.phone("p1"), room.phone("p2")
    leave(room.site.context, room.session, first.token)
    room.watch.round()
    assert room.closed == ["p1"] and room.sockets.get(second.sid) is second


def test_a_live_state_that_was_lost_gives_everybody_the_seat_back(room, valkey):
    phones = [room.phone(f"p{n}") for n in range(3)]
    room.watch.round()
    valkey.client.flushall()
    room.watch.round()  # while it is away
    ensure_live(room.site.context, room.session)
    assert not is_seated(room.site.context, room.session, phones[0].token)
    room.watch.round()
    assert room.closed == []
    assert all(is_seated(room.site.context, room.session, p.token) for p in phones)
    assert room.site.context.live.view(room.session, lambda head: ()).counts["devices"] == 3


def test_a_session_that_was_forgotten_closes_everybody(room):
    room.phone("p")
    room.desk("f", "ann")
    room.banned = {"ann", ""}
    room.watch.round()
    assert sorted(room.closed) == ["f", "p"]


def test_an_outage_closes_nobody(room):
    room.phone("p")
    room.desk("f", "ann")

    def away(_):
        raise Unavailable

    Watch(room.site.context, room.sockets, away, room.close, room.site.context.live.signs).round()
    Watch(room.site.context, room.sockets, room.stay, room.close, away).round()
    assert room.closed == []


def test_a_room_in_which_nothing_happened_is_not_read(room, monkeypatch):
    first = room.phone("p1")
    room.phone("p2")
    room.watch.round()
    read, live = [], room.site.context.live
    real = live.view
    monkeypatch.setattr(live, "view", lambda session, needs: read.append(session) or real(session, needs))
    for _ in range(3):
        room.watch.round()
    assert read == []
    leave(room.site.context, room.session, first.token)
    room.watch.round()
    assert read == [room.session] and room.closed == ["p1"]


def test_it_forgets_sessions_that_nobody_is_in(room):
    connection = room.phone("p")
    room.watch.round()
    assert room.session in room.watch._seen
    room.sockets.remove(connection.sid)
    room.watch.round()
    assert room.watch._seen == {}


def test_it_runs_until_it_is_told(room, monkeypatch):
    rounds, slept = [], []
    monkeypatch.setattr("workshop.realtime.watch.sleep", slept.append)
    monkeypatch.setattr(room.watch, "round", lambda: rounds.append(1))
    room.watch.run(lambda: len(rounds) < 3)
    assert len(rounds) == 3 and slept == [EVERY] * 3


def test_one_that_came_just_before_the_live_state_was_lost_keeps_its_place(room, valkey):
    """The watch had not looked yet, and the return of others looked as if this one had left."""
    here = room.phone("here")
    here.epoch = room.site.context.live.view(room.session, lambda head: ()).epoch
    valkey.client.flushall()
    room.watch.round()  # while it is away
    ensure_live(room.site.context, room.session)
    room.watch.round()
    others = room.phone("other")  # of another worker: it moves the part, and the watch sees that somebody came or went
    room.sockets.remove("other")
    room.watch.round()
    assert room.closed == []
    assert is_seated(room.site.context, room.session, here.token)
    leave(room.site.context, room.session, others.token)
    room.watch.round()
    assert room.closed == []
    leave(room.site.context, room.session, here.token)
    room.watch.round()
    assert room.closed == ["here"]
