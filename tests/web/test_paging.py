"""Long lists in pages, also with ten years of sessions."""

import time
from datetime import date, timedelta

import pytest
from flask import Flask

from workshop.record import tables as t
from workshop.record.engine import transaction
from workshop.web.paging import PAGE, page_of

ITEMS = list(range(250))
MANY = 10_000


def page(query):
    with Flask(__name__).test_request_context(f"/?{query}"):
        return page_of(lambda start, limit: ITEMS[start : start + limit])


def test_the_first_page_has_an_older_one_and_the_last_a_newer_one():
    first, last = page(""), page("from=200")
    assert (first.items, first.newer, first.older) == (ITEMS[:PAGE], None, PAGE)
    assert (last.items, last.newer, last.older) == (ITEMS[200:], 100, None)


def test_pages_follow_each_other_without_a_gap():
    found, at = [], 0
    while at is not None:
        shown = page(f"from={at}")
        found, at = found + shown.items, shown.older
    assert found == ITEMS


@pytest.mark.parametrize("wanted", ["-1", "x", "1e3", "²", "9" * 50, "%00", "1.5", "0x10"])
def test_nonsense_is_the_first_page(wanted):
    assert page(f"from={wanted}").items == ITEMS[:PAGE]


def quickest(person, path, tries=5):
    """Seconds, of the quickest of a few: the machine may be busy with something else."""
    taken = []
    for _ in range(tries):
        began = time.perf_counter()
        assert person.get(path).status_code == 200
        taken.append(time.perf_counter() - began)
    return min(taken)


def test_with_ten_years_of_sessions_the_pages_answer_as_with_a_hundred(site):
    owner = site.member("busy@example.org", "Ten years", "facilitator", "reviewer")
    person = site.signed_in(owner)
    _fill(site, owner, 0, PAGE + 1)
    few = {path: quickest(person, path) for path in ("/facilitate", "/organisation")}
    _fill(site, owner, PAGE + 1, MANY)
    for path, before in few.items():
        assert quickest(person, path) < 4 * before + 0.05
    assert "S 9999" not in person.get("/facilitate?from=5000").text
    assert person.get("/facilitate?from=9900").text.count("<time ") == PAGE


def _fill(site, owner, first, last):
    common = {"organisation": owner.organisation, "scenario_title": "The group chat"}
    held = {"owner": owner.user, "scenario": "test-case", "scenario_version": 1, "agenda": "full", "k": 5}
    sessions, seats, releases = [], [], []
    for n in range(first, last):
        day = date(2016, 1, 1) + timedelta(days=n % 3650)
        told = {"title": f"S {n}", **common}
        sessions.append(
            {"id": f"s{n}", "code": f"C{n}", "state": "ended", "held_on": day, "delegates": 20} | held | told
        )
        seats.append({"session": f"s{n}", "user": owner.user})
        releases.append({"id": f"r{n}", "session": f"s{n}", "released_on": day, **told})
    with transaction(site.context.record.engine) as db:
        for table, rows in ((t.Session, sessions), (t.SessionFacilitator, seats), (t.SavedRelease, releases)):
            db.execute(table.__table__.insert(), rows)
