"""Pooled figures: the ledger is asked first, and a forgotten report takes its pools with it."""

import pytest

from tests.helpers.rooms import a_house, a_room
from workshop.domain.ledger import Pool
from workshop.service.pool import CannotPool, figures, give_out
from workshop.service.ports import KeptPool
from workshop.service.report import release


def released(house, people, k=5):
    """The release of a session of so many, in which all placed one card."""
    room = a_room(house, k)
    room.join(people)
    round_id = room.open_board()
    room.everybody_places(round_id, ["expected"] * people)
    room.facilitate("board.reveal", round=round_id)
    room.facilitate("session.end")
    return release(house, room.id)


@pytest.fixture
def house():
    return a_house()


def test_figures_over_released_reports(house):
    one, two = released(house, 6), released(house, 11)
    over = figures(house, house.record.pool(give_out(house, one.organisation, [one.id, two.id])))
    assert (over.sessions, over.people) == (2, 17)
    assert over.cases[0].cards[0].tallies == (17, 0, 0, 0, 0)


def test_the_same_again_is_the_same_pool(house):
    one, two = released(house, 6), released(house, 9)
    first = give_out(house, one.organisation, [one.id, two.id])
    assert give_out(house, one.organisation, [two.id, one.id, two.id]) == first


def test_a_pool_that_tells_of_few_is_refused_for_ever(house):
    one, two, strict = released(house, 9), released(house, 10, k=10), released(house, 6)
    give_out(house, one.organisation, [one.id, two.id])
    with pytest.raises(CannotPool, match="too_alike") as told:
        give_out(house, one.organisation, [one.id, two.id, strict.id])
    assert told.value.no.values == {"n": 10}
    assert [p.pool.k for p in house.record.shelves.pools.values()] == [10]


def test_one_report_or_one_without_people_is_no_pool(house):
    one, few = released(house, 6), released(house, 4)
    with pytest.raises(CannotPool, match="choose_two"):
        give_out(house, one.organisation, [one.id])
    with pytest.raises(CannotPool, match="no_figures"):
        give_out(house, one.organisation, [one.id, few.id])


def test_reports_of_another_organisation_are_not_there(house):
    one, two = released(house, 6), released(house, 9)
    with pytest.raises(KeyError):
        give_out(house, "another", [one.id, two.id])
    with pytest.raises(KeyError):
        give_out(house, one.organisation, [one.id, "nothing"])


def test_a_forgotten_report_takes_its_figures_along_but_not_the_ledger(house):
    one, two = released(house, 6), released(house, 9)
    kept = house.record.pool(give_out(house, one.organisation, [one.id, two.id]))
    house.record.forget(one.session)
    with pytest.raises(KeyError):
        figures(house, kept)
    assert kept == KeptPool(kept.id, one.organisation, Pool({one.id: 6, two.id: 9}, 5))
    assert house.record.pool(kept.id) == kept
