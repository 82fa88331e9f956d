"""The reviewer's pages with figures in them: one report at a glance, and several together."""

import re

import pytest

from tests.helpers.kept import destroyed


@pytest.fixture(scope="module")
def owner(site):
    return site.member("pools@here.test", "Here", "facilitator")


@pytest.fixture(scope="module")
def reviewer(site):
    return site.signed_in(site.member("pool-reviewer@here.test", "Here", "reviewer"))


@pytest.fixture(scope="module")
def three(site, owner):
    return [site.worked(owner, n, f"Room of {n}") for n in (6, 8, 10)]


def choose(reviewer, releases):
    return reviewer.client.post("/organisation/pools", data={"release": releases, "csrf_token": token(reviewer)})


def token(reviewer):
    return re.search(r'name="csrf_token" value="([^"]+)"', reviewer.get("/organisation").text)[1]


def test_a_report_begins_with_its_downloads_and_one_picture(reviewer, three):
    page = reviewer.get(f"/organisation/reports/{three[2]}").text
    assert page.index('download="room-of-10-') < page.index("Where people differed most") < page.index("Method")
    assert 'aria-label="10 placed: 5 at developmentally expected, 5 at abusive. Split' in page
    assert re.search(r'href="/organisation/reports/[^"]+\.html#r1">All', page)


def test_files_are_named_after_the_session_whatever_it_is_called(site, owner, reviewer):
    named = site.worked(owner, 6, '"; rm -rf <b>Ünterricht & Co</b>')
    answer = reviewer.get(f"/organisation/reports/{named}.csv")
    wanted = r'attachment; filename="rm-rf-b-unterricht-co-b-\d{4}-\d\d-\d\d\.csv"'
    assert re.fullmatch(wanted, answer.headers["Content-Disposition"])
    page = reviewer.get(f"/organisation/reports/{named}").text
    assert "<b>Ünterricht" not in page and "&lt;b&gt;Ünterricht" in page


def test_several_reports_together(reviewer, three):
    answer = choose(reviewer, three[:2])
    assert answer.status_code == 303
    page = reviewer.get(answer.headers["Location"]).text
    assert "2 sessions together" in page and "14 people" in page
    assert "These rooms are so alike in size that only this is told" in page and "placed in 2 rooms" not in page
    assert choose(reviewer, three[:2]).headers["Location"] == answer.headers["Location"]


@pytest.mark.parametrize("many", [0, 1])
def test_one_or_none_is_refused_in_a_sentence(reviewer, three, many):
    answer = choose(reviewer, three[:many])
    assert answer.status_code == 400 and "Choose two reports or more." in answer.text


def test_nobody_elses_reports_can_be_chosen(site, reviewer, three):
    theirs = site.member("pools@elsewhere.test", "Elsewhere", "facilitator")
    foreign = site.worked(theirs, 6, "Theirs")
    assert choose(reviewer, [three[0], foreign]).status_code == 404
    assert choose(reviewer, [three[0], "nothing"]).status_code == 404


def test_figures_go_when_a_session_in_them_is_forgotten(site, owner, reviewer):
    releases = [site.worked(owner, n, f"To forget {n}") for n in (6, 8)]
    where = choose(reviewer, releases).headers["Location"]
    destroyed(site.context.record, releases[0])
    assert reviewer.get(where).status_code == 404


def test_a_file_that_was_changed_since_is_not_handed_out(site, owner, reviewer, monkeypatch):
    damaged = site.worked(owner, 6, "Damaged")
    found = site.context.record.release(damaged)
    found.files["csv"] += b"1"
    monkeypatch.setattr(type(site.context.record), "release", lambda self, release: found)
    assert reviewer.get(f"/organisation/reports/{damaged}.csv").status_code == 500
    assert reviewer.get(f"/organisation/reports/{damaged}.json").status_code == 200
