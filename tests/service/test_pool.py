"""Pooled figures: the ledger is asked first, and a forgotten report takes its pools with it."""

from dataclasses import replace

import pytest

from tests.helpers.rooms import a_context, a_room
from workshop.domain.ledger import Pool
from workshop.service.destroy import ask, destroy
from workshop.service.pool import CannotPool, figures, give_out
from workshop.service.ports import KeptPool
from workshop.service.report import Rehearsed, release


def released(context, people, k=5, rehearsal=False, organisation="organisation-1"):
    """The release of a session of so many, in which all placed one card."""
    room = a_room(context, k, rehearsal, organisation)
    room.join(people)
    round_id = room.open_board()
    room.everybody_places(round_id, ["expected"] * people)
    room.facilitate("board.reveal", round=round_id)
    room.facilitate("session.end")
    return release(context, room.id)


def destroyed(context, release):
    """By two."""
    ask(context, release, "user-1")
    destroy(context, release, "user-2")


@pytest.fixture
def context():
    return a_context()


def test_figures_over_released_reports(context):
    one, two = released(context, 6), released(context, 11)
    over = figures(context, context.record.pool(give_out(context, one.organisation, [one.id, two.id])))
    assert (over.sessions, over.people) == (2, 17)
    assert over.cases[0].cards[0].tallies == (17, 0, 0, 0, 0)


def test_the_same_again_is_the_same_pool(context):
    one, two = released(context, 6), released(context, 9)
    first = give_out(context, one.organisation, [one.id, two.id])
    assert give_out(context, one.organisation, [two.id, one.id, two.id]) == first


def test_a_pool_that_tells_of_few_is_refused_for_ever(context):
    one, two, strict = released(context, 9), released(context, 10, k=10), released(context, 6)
    give_out(context, one.organisation, [one.id, two.id])
    with pytest.raises(CannotPool, match="too_alike") as told:
        give_out(context, one.organisation, [one.id, two.id, strict.id])
    assert told.value.no.values == {"n": 10}
    assert [p.pool.k for p in context.record.shelves.pools.values()] == [10]


def test_one_report_or_one_without_people_is_no_pool(context):
    one, few = released(context, 6), released(context, 4)
    with pytest.raises(CannotPool, match="choose_two"):
        give_out(context, one.organisation, [one.id])
    with pytest.raises(CannotPool, match="no_figures"):
        give_out(context, one.organisation, [one.id, few.id])


def test_reports_of_another_organisation_are_not_there(context):
    one, two = released(context, 6), released(context, 9)
    with pytest.raises(KeyError):
        give_out(context, "another", [one.id, two.id])
    with pytest.raises(KeyError):
        give_out(context, one.organisation, [one.id, "nothing"])


def test_a_forgotten_report_takes_its_figures_along_but_not_the_ledger(context):
    one, two = released(context, 6), released(context, 9)
    kept = context.record.pool(give_out(context, one.organisation, [one.id, two.id]))
    destroyed(context, one)
    with pytest.raises(KeyError):
        figures(context, kept)
    assert kept == KeptPool(kept.id, one.organisation, Pool({one.id: 6, two.id: 9}, 5))
    assert context.record.pool(kept.id) == kept


def test_a_rehearsal_that_was_released_before_it_was_marked_is_in_no_pool(context):
    one, two, three = released(context, 6), released(context, 11), released(context, 20)
    kept = context.record.pool(give_out(context, one.organisation, [one.id, two.id]))
    shelf = context.record.shelves.sessions
    shelf[one.session] = replace(shelf[one.session], rehearsal=True)
    with pytest.raises(CannotPool, match="rehearsal"):
        give_out(context, one.organisation, [one.id, three.id])
    with pytest.raises(KeyError):  # figures that were given out are given out no more
        figures(context, kept)


def test_a_rehearsal_cannot_be_released_to_be_pooled_whoever_asks(context):
    with pytest.raises(Rehearsed):
        released(context, 6, rehearsal=True)


def test_test_data_are_added_up_with_each_other_and_with_nothing_else(context):
    place = context.record.add_test_organisation("Test data")
    made = [released(context, n, organisation=place) for n in (6, 11)]
    pool = context.record.pool(give_out(context, place, [r.id for r in made]))
    assert figures(context, pool).people == 17
    real = released(context, 9)
    with pytest.raises(KeyError):
        give_out(context, place, [made[0].id, real.id])
