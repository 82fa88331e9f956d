"""Overviews of fixed periods: reckoned once, quick with ten thousand reports, and no two of them tell of a few."""

import random
import time
from dataclasses import replace

import pytest

from tests.helpers.many import fill
from tests.helpers.rooms import a_context
from tests.service.test_pool import destroyed, released
from workshop.domain.ledger import Pool, refusal
from workshop.domain.periods import quarters_of
from workshop.record.engine import make_engine, transaction
from workshop.record.migrate import upgrade
from workshop.record.repository import SqlRecord
from workshop.record.tables import Organisation
from workshop.service.overview import catch_up, overview_of, periods, refresh
from workshop.service.report import figures_for


@pytest.fixture
def context():
    return a_context()


def year(context, organisation="organisation-1"):
    return next(iter(periods(context, organisation)))


def test_it_is_of_released_reports_and_reckoned_once(context, monkeypatch):
    one = released(context, 6)
    released(context, 11)
    refresh(context, one)
    over = overview_of(context, "organisation-1", year(context))
    assert (over.sessions, over.people) == (2, 17) and over.cases[0].cards[0].tallies == (17, 0, 0, 0, 0)
    monkeypatch.setattr(context.record, "figures_of", None)
    assert overview_of(context, "organisation-1", year(context)) == over


def test_a_report_that_comes_or_goes_makes_it_anew(context):
    one = released(context, 6)
    assert overview_of(context, "organisation-1", year(context)).people == 6
    released(context, 11)
    assert overview_of(context, "organisation-1", year(context)).people == 17
    destroyed(context, one)
    assert overview_of(context, "organisation-1", year(context)).people == 11


def test_of_another_organisation_and_of_no_period_there_is_nothing(context):
    released(context, 6)
    assert periods(context, "another") == {} and overview_of(context, "another", year(context)).sessions == 0
    with pytest.raises(ValueError):
        overview_of(context, "organisation-1", "2026-02")
    found = periods(context, "organisation-1")
    assert len(found) == 2 and set(quarters_of(year(context))) & set(found)


def test_reports_of_before_are_read_once_and_rehearsals_of_then_are_in_nothing(context):
    releases = [released(context, n) for n in (6, 11, 20)]
    context.record.shelves.figures.clear()
    rehearsed = releases[1].session
    shelf = context.record.shelves.sessions
    shelf[rehearsed] = replace(shelf[rehearsed], rehearsal=True)
    broken = releases[2].id
    context.record.shelves.releases[broken] = replace(releases[2], digests=dict.fromkeys(releases[2].digests, "0"))
    assert catch_up(context) == 1 == catch_up(context)
    assert overview_of(context, "organisation-1", year(context)).people == 6


def test_rehearsals_count_in_an_organisation_of_test_data(context):
    place = context.record.add_test_organisation("Test data")
    released(context, 6, organisation=place)
    assert overview_of(context, place, year(context, place)).people == 6
    assert figures_for(released(context, 11, organisation=place)).people == 11


def test_no_two_states_of_fixed_periods_tell_of_a_few():
    """Whatever is added to and taken from them: whole rooms, each of at least its own k."""
    for seed in range(40):
        chance = random.Random(seed)
        rooms = {f"r{n}": (chance.randint(1, 4), chance.randint(5, 30)) for n in range(chance.randint(2, 9))}
        given: list[Pool] = []
        for n in range(2, len(rooms) + 1):
            here = dict(list(rooms.items())[:n])
            asked = [{r: p for r, (q, p) in here.items() if quarter in (None, q)} for quarter in (None, 1, 2, 3, 4)]
            for people in asked:
                pool = Pool(people, 5)
                no = refusal(pool, given)
                assert no is None or no.why == "office.reports.choose_two", (seed, no)
                given += [pool] if no is None else []


# ---------------------------------------------------------------- ten thousand


MANY = 10_000


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """A record in which one organisation has ten thousand reports over ten years, and one in which it has a hundred."""
    return [_of(tmp_path_factory.mktemp("town"), many) for many in (100, MANY)]


def _of(folder, many):
    engine = make_engine(f"sqlite:///{folder}/record.sqlite3")
    upgrade(engine)
    with transaction(engine) as db:
        db.add(Organisation(id="o", name="Town"))
    fill(engine, "o", many)
    return a_context(record=SqlRecord(engine))


def seconds(act):
    """The least of three: what else the machine does is no part of it."""
    taken = []
    for _ in range(3):
        before = time.perf_counter()
        act()
        taken.append(time.perf_counter() - before)
    return min(taken)


def test_a_page_of_ten_thousand_reports_costs_little_more_than_one_of_a_hundred(town):
    few, many = town
    for context in town:
        for period in periods(context, "o"):
            overview_of(context, "o", period)  # as a release does
    assert overview_of(many, "o", "2020").sessions == MANY / 10

    def opened(context):
        return lambda: (periods(context, "o"), overview_of(context, "o", "2020"))

    assert seconds(opened(many)) < 0.5
    assert seconds(opened(many)) < 20 * seconds(opened(few)) + 0.1


def test_a_year_of_a_thousand_reports_is_reckoned_within_a_second(town):
    _, many = town

    def anew():
        many.record.save_overview(replace(many.record.overview("o", "2020"), reports=-1))
        overview_of(many, "o", "2020")

    overview_of(many, "o", "2020")
    assert seconds(anew) < 1
