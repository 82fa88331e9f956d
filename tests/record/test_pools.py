"""The ledger in SQL: judged and written in one go, for one organisation, on both engines."""

from concurrent.futures import ThreadPoolExecutor

from tests.helpers.kept import opened
from workshop.domain.ledger import No, Pool, refusal
from workshop.service.ports import KeptPool, Unavailable


def kept(organisation, id, **people):
    return KeptPool(id, organisation, Pool(people, 5))


def test_a_pool_comes_back_as_it_was(any_record):
    ours = opened(any_record).organisation
    asked = kept(ours, "pool-1", a=24, b=18)
    assert any_record.add_pool(asked, refusal) == ("pool-1", None)
    assert any_record.pool("pool-1") == asked
    assert any_record.pool("pool-2") is None


def test_the_same_people_are_the_same_pool(any_record):
    ours = opened(any_record).organisation
    any_record.add_pool(kept(ours, "pool-1", a=24, b=18), refusal)
    assert any_record.add_pool(kept(ours, "pool-2", b=18, a=24), refusal) == ("pool-1", None)
    assert any_record.pool("pool-2") is None


def test_a_refused_pool_is_not_kept(any_record):
    ours = opened(any_record).organisation
    any_record.add_pool(kept(ours, "pool-1", a=24, b=18), refusal)
    id, why = any_record.add_pool(kept(ours, "pool-2", a=24, b=18, c=3), refusal)
    assert (id, why) == ("", No("office.reports.too_alike", {"n": 5}))
    assert any_record.pool("pool-2") is None


def test_another_organisations_pools_do_not_count(any_record):
    ours = opened(any_record, "session-1").organisation
    theirs = opened(any_record, "session-2", "Trust B", "bo@example.org").organisation
    any_record.add_pool(kept(theirs, "pool-1", a=24, b=18), refusal)
    assert any_record.add_pool(kept(ours, "pool-2", a=24, b=18, c=3), refusal) == ("pool-2", None)


def test_two_that_are_asked_for_at_once_see_each_other(any_record):
    ours = opened(any_record).organisation

    def ask(number):
        extra = {"c": 3} if number % 2 else {}
        for _ in range(20):
            try:
                return any_record.add_pool(kept(ours, f"pool-{number}", a=24, b=18, **extra), refusal)
            except Unavailable:
                continue  # the database was busy: nothing was promised, so the asker asks again
        raise AssertionError("always busy")

    with ThreadPoolExecutor(6) as several:
        answers = list(several.map(ask, range(12)))
    given = {id for id, why in answers if why is None}
    assert len(given) == 1
    assert sum(why is not None for _, why in answers) == 6
