"""Who is connected, and what they share."""

from __future__ import annotations

from workshop.realtime import sockets
from workshop.realtime.sockets import Connection, Sockets


def test_places_are_found_by_id_by_session_and_by_audience():
    here = Sockets()
    one, two = Connection("1", "s", "delegate"), Connection("2", "s", "screen")
    for connection in (one, two, Connection("3", "t", "delegate")):
        here.add(connection)
    assert here.get("1") is one
    assert here.of("s") == [one, two]
    assert here.audience("s", "screen") == [two]
    assert here.roles("s") == {"delegate", "screen"}
    assert set(here.sessions()) == {"s", "t"}
    assert here.count() == 3


def test_the_last_one_to_go_leaves_nothing_behind():
    here = Sockets()
    here.add(Connection("1", "s", "delegate"))
    assert here.remove("1") is not None
    assert here.remove("1") is None
    assert (here.of("s"), here.roles("s"), here.sessions(), here.count()) == ([], set(), [], 0)


def test_asking_for_a_session_that_nobody_is_in_does_not_make_one():
    here = Sockets()
    assert here.audience("s", "delegate") == []
    assert here.sessions() == []


def test_all_sockets_of_a_phone_share_one_allowance_and_a_new_one_does_not_renew_it():
    here = Sockets()
    one, two, other = (Connection(n, "s", "delegate", token=t) for n, t in (("1", "t"), ("2", "t"), ("3", "u")))
    assert here.allow(one) is here.allow(two) is two.allowance
    while one.allowance.take():
        pass
    assert not two.allowance.take() and here.allow(other).take()
    here.remove("1")
    assert not here.allow(Connection("4", "s", "delegate", token="t")).take()


def test_a_console_may_ask_for_more_and_not_at_a_phones_cost():
    here = Sockets()
    desk, phone = Connection("1", "s", "facilitator", user="a"), Connection("2", "s", "delegate", token="t")
    had = [sum(here.allow(connection).take(10) for _ in range(100)) for connection in (desk, phone)]
    assert had[0] == 4 * had[1]


def test_nothing_of_a_seat_is_in_its_repr():
    assert repr(Connection("CANARY-sid", "CANARY-session", "delegate", token="CANARY-token")) == "Connection(delegate)"


def test_a_connection_has_a_place_for_each_role_until_it_goes():
    here = Sockets()
    one, two = Connection("1", "s", "delegate", connection_id="a"), Connection("2", "s", "screen", connection_id="a")
    here.add(one)
    here.add(two)
    assert (
        here.on_connection("a", "delegate"),
        here.on_connection("a", "screen"),
        here.on_connection("a", "facilitator"),
    ) == (
        one,
        two,
        None,
    )
    here.remove("1")
    assert here.on_connection("a", "delegate") is None and here.on_connection("a", "screen") is two


def test_of_one_seats_sockets_the_oldest_are_too_many():
    here = Sockets()
    mine = [Connection(str(n), "s", "delegate", token="t") for n in range(sockets.MOST_OF_A_SEAT + 2)]
    for n, connection in enumerate(mine, 1):
        here.add(connection)
        assert len(here.too_many(connection)) == max(0, n - sockets.MOST_OF_A_SEAT)
    for other in (Connection("x", "s", "delegate", token="u"), Connection("y", "s", "facilitator")):
        here.add(other)
        assert here.too_many(other) == []
    assert here.too_many(mine[-1]) == mine[:2]
    for connection in mine:
        here.remove(connection.sid)
    assert here.too_many(mine[0]) == [] and len(here._seats) == 1
