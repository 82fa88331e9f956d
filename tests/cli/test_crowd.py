"""Strangers have a limit, known browsers have not."""

from types import SimpleNamespace

import pytest

from workshop.cli import crowd
from workshop.cli.crowd import LEAST, MOST, MOST_OF_ONE, Crowd, most_strangers


class Socket:
    def __init__(self) -> None:
        self.ended = False

    def shutdown(self, how: int) -> None:
        self.ended = True


class Visit:
    def __init__(self) -> None:
        self.socket = Socket()


def visits(here: Crowd, many: int, who: str = "") -> list[Visit]:
    made = [Visit() for _ in range(many)]
    for visit in made:
        here.enter(visit)
        here.shows(visit, who)
    return made


def gone(found: list[Visit]) -> int:
    return sum(visit.socket.ended for visit in found)


def test_of_too_many_strangers_the_one_goes_that_has_waited_longest_and_no_known_one():
    here = Crowd(10)
    known = [visits(here, 1, f"seat {n}")[0] for n in range(60)]
    first = visits(here, 10)
    here.shows(first[0], "")  # it has asked for something again
    more = visits(here, 3)
    assert [visit.socket.ended for visit in first[:5]] == [False, True, True, True, False]
    assert (gone(known), gone(more), here.strangers(), here.known()) == (0, 0, 10, 60)


def test_another_that_stands_for_a_connection_counts_as_it_did():
    here = Crowd(2)
    seat, stranger = visits(here, 1, "a seat") + visits(here, 1)
    sockets = Visit(), Visit()
    for before, after in zip((seat, stranger), sockets, strict=True):
        here.passes(before, after)
        here.leave(before)
    assert (here.known(), here.strangers()) == (1, 1)
    visits(here, 2)
    assert [visit.socket.ended for visit in (seat, stranger, *sockets)] == [False, False, False, True]
    here.leave(sockets[0])
    here.passes(seat, stranger)
    assert (here.known(), here.strangers()) == (0, 2)


def test_a_room_that_comes_at_once_while_strangers_fill_the_place():
    here = Crowd(100)
    for _ in range(5):
        visits(here, 100)
        assert gone(visits(here, 1, "new seat")) == 0
    assert 99 <= here.strangers() <= 100 and here.known() == 5


def test_what_one_browser_has_beyond_its_share_counts_as_a_strangers():
    here = Crowd(10)
    mine = visits(here, MOST_OF_ONE + 30, "one seat")
    assert (here.known(), here.strangers(), gone(mine)) == (MOST_OF_ONE, 10, 20)
    for visit in mine:
        here.leave(visit)
    assert (here.known(), here.strangers(), here._counts) == (0, 0, {})


def test_a_connection_is_what_its_last_request_showed():
    here = Crowd(10)
    (visit,) = visits(here, 1)
    for who in ("a", "a", "b", "", "c"):
        here.shows(visit, who)
        assert (here.known(), here.strangers()) == ((1, 0) if who else (0, 1))
    here.leave(visit)
    here.leave(visit)
    assert (here.known(), here.strangers()) == (0, 0)


@pytest.mark.parametrize(
    ("soft", "wanted"), [(256, LEAST), (1_024, 256), (4_096, 1_024), (1_000_000, MOST), (-1, MOST)]
)
def test_strangers_get_a_quarter_of_the_descriptors(monkeypatch, soft, wanted):
    asked = []
    fake = SimpleNamespace(
        RLIMIT_NOFILE=7, RLIM_INFINITY=-1, getrlimit=lambda _: (soft, soft), setrlimit=lambda *a: asked.append(a)
    )
    monkeypatch.setattr(crowd, "resource", fake)
    assert most_strangers() == wanted and asked == []


def test_as_many_descriptors_are_asked_for_as_are_allowed(monkeypatch):
    have = [1_024, 6_000]
    fake = SimpleNamespace(
        RLIMIT_NOFILE=7,
        RLIM_INFINITY=-1,
        getrlimit=lambda _: tuple(have),
        setrlimit=lambda _, limits: have.__setitem__(0, limits[0]),
    )
    monkeypatch.setattr(crowd, "resource", fake)
    assert most_strangers() == 1_500
