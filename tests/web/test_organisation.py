"""The organisation's desk: what was released to it, the same bytes for ever, and nothing else."""

import hashlib

import pytest

from workshop.service.report import formats


@pytest.fixture(scope="module")
def owner(site):
    return site.member("owner@here.test", "Here", "facilitator")


@pytest.fixture(scope="module")
def release(site, owner):
    return site.ended(owner)[1]


@pytest.fixture(scope="module")
def reviewer(site):
    return site.signed_in(site.member("reviewer@here.test", "Here", "reviewer"))


def test_released_reports_are_listed_and_others_are_not(site, owner, release, reviewer):
    unreleased, _ = site.ended(owner, released=False)
    running = site.session(owner, "Still running")
    page = reviewer.get("/organisation").text
    assert f"/organisation/reports/{release}" in page
    assert unreleased not in page and running not in page and "Still running" not in page


def test_a_report_is_the_same_bytes_for_everybody_and_for_ever(site, owner, release, reviewer):
    session = site.context.record.release(release).session
    people = [reviewer, site.signed_in(site.member("admin@here.test", "Here", "admin"))]
    for name in formats():
        got = {hashlib.sha256(p.get(f"/organisation/reports/{release}.{name}").data).hexdigest() for p in people * 3}
        got.add(hashlib.sha256(site.signed_in(owner).get(f"/facilitate/{session}/report.{name}").data).hexdigest())
        assert got == {site.context.record.release(release).digests[name]}


def test_a_format_that_there_is_not_is_not_there(release, reviewer):
    assert reviewer.get(f"/organisation/reports/{release}.exe").status_code == 404


def test_another_organisation_sees_an_empty_desk(site, release):
    stranger = site.signed_in(site.member("reviewer@elsewhere.test", "Elsewhere", "reviewer"))
    page = stranger.get("/organisation")
    assert page.status_code == 200 and release not in page.text
    assert stranger.get(f"/organisation/reports/{release}").status_code == 404


def test_a_facilitator_is_not_a_reviewer(site, release):
    person = site.signed_in(site.member("trainer@here.test", "Here", "facilitator"))
    assert person.get("/organisation").status_code == 403
    assert person.get(f"/organisation/reports/{release}").status_code == 404
