"""A worker's desks, on the list of the session: from when they connect until a moment after they have gone."""

import gevent
import pytest

from tests.helpers.real_rooms import make_context, make_room
from workshop.realtime import desks as module
from workshop.realtime.desks import Desks
from workshop.realtime.sockets import Connection, Sockets
from workshop.service import view
from workshop.service.ports import Unavailable

ADA, BO = "account ada", "account bo"


class Worker:
    """One worker's desks, in the room that all of them share."""

    def __init__(self, room) -> None:
        self.room, self.sockets = room, Sockets()
        self.desks = Desks(room.context, self.sockets)

    def comes(self, sid: str, who: str) -> None:
        connection = Connection(sid, self.room.session, "facilitator", who=who)
        self.sockets.add(connection)
        self.desks.arrived(connection)

    def goes(self, sid: str) -> None:
        self.desks.left(self.sockets.remove(sid))

    def looks(self) -> set[str]:
        seen = view.snapshot(self.room.context, self.room.session)
        self.desks.look(seen)
        return set(seen.collections["desks"])


@pytest.fixture
def room(valkey, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "GRACE", 0.05)
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    return make_room(make_context(valkey.client, tmp_path))


def until(holds) -> None:
    with gevent.Timeout(5, TimeoutError("it did not come about")):
        while not holds():
            gevent.sleep(0.01)


def test_who_connects_is_on_the_list_and_who_goes_is_off_it_a_moment_later(room):
    one = Worker(room)
    one.comes("a", ADA)
    one.comes("b", BO)
    assert one.looks() == {ADA, BO}
    one.goes("b")
    assert one.looks() == {ADA, BO}
    until(lambda: one.looks() == {ADA})


def test_a_page_that_is_loaded_anew_stays_on_the_list(room):
    one = Worker(room)
    one.comes("a", ADA)
    one.goes("a")
    one.comes("c", ADA)
    gevent.sleep(0.2)
    assert one.looks() == {ADA}


def test_two_workers_know_of_each_others_and_one_that_died_leaves_nobody_behind(room):
    one, two, dead = Worker(room), Worker(room), Worker(room)
    dead.comes("d", "account dead")
    one.comes("a", ADA)
    two.comes("b", BO)
    one.looks()
    until(lambda: two.looks() == {ADA, BO})


def test_phones_and_screens_are_no_desks(room):
    one = Worker(room)
    for sid, role in (("p", "delegate"), ("s", "screen")):
        connection = Connection(sid, room.session, role)
        one.sockets.add(connection)
        one.desks.arrived(connection)
        one.goes(sid)
    one.desks.left(None)
    gevent.sleep(0.2)
    assert one.looks() == set()


def test_a_store_that_is_away_keeps_nobody_out(room, monkeypatch):
    one = Worker(room)

    def away(*_, **__):
        raise Unavailable("away")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(room.context.live, "load", away)
        one.comes("a", ADA)
    one.looks()
    assert one.looks() == {ADA}


def test_however_often_somebody_comes_and_goes_one_timer_waits_for_a_desk_and_one_for_the_session(room, monkeypatch):
    monkeypatch.setattr(module, "GRACE", 0.3)
    one = Worker(room)
    for n in range(20):
        one.comes(f"a{n}", ADA)
        one.goes(f"a{n}")
    assert len(one.desks._waiting) == 2
    until(lambda: not one.desks._waiting and one.looks() == set())
