"""Correcting a released report: the page of a release over what left, what its organisation is told, who may not."""

import re

import pytest

from tests.helpers.reading import KEY
from tests.helpers.said import said

TITLE, OTHER = "An ended session", "A session that ended"
CONFIRMED = ["read", "nobody", "told"]


@pytest.fixture(scope="module")
def owner(site):
    return site.member("corrects@here.test", "Here", "facilitator")


@pytest.fixture(scope="module")
def reviewer(site):
    return site.member("reads-corrected@here.test", "Here", "reviewer")


@pytest.fixture
def desk(site, owner):
    return site.signed_in(owner)


@pytest.fixture
def filed(site, owner):
    """(session, release): a report whose only text is its title."""
    return site.ended(owner)


def answers(desk, session, **other):
    page = desk.get(f"/facilitate/{session}/correct").text
    (of,) = re.findall(r'"of": "([0-9a-f]{64})"', page)
    (title,) = KEY.findall(page)
    return {"of": of, "keep": [], "strike": [], "reword": {title: OTHER}, "confirmed": CONFIRMED} | other


def test_the_page_has_the_texts_that_left_and_what_was_told_and_says_what_it_does(desk, filed):
    session, _ = filed
    assert f'href="/facilitate/{session}/correct"' in desk.get(f"/facilitate/{session}/report").text
    page = desk.get(f"/facilitate/{session}/correct").text
    assert TITLE in page and " checked" not in page and 'id="forget"' not in page
    assert "figures stay" in page and "Copies of the earlier report may exist." in page
    made = desk.post(f"/facilitate/{session}/correct", answers(desk, session, summary="In <b>short</b>")).json
    assert made == {"ok": True, "next": f"/facilitate/{session}/report"}
    page = desk.get(f"/facilitate/{session}/correct").text
    assert OTHER in page and TITLE not in page and ">In &lt;b&gt;short&lt;/b&gt;</textarea>" in page


def row_of(reads, release):
    """A report's row in the list."""
    rows = reads.get("/organisation").text.split("<tr>")
    return next(row for row in rows if f"/organisation/reports/{release}" in row)


def test_the_organisation_is_told_that_when_and_both_hashes_and_not_which_text(site, desk, filed, reviewer):
    session, release = filed
    before, reads = site.context.record.release(release), site.signed_in(reviewer)
    assert "Corrected on" not in reads.get(f"/organisation/reports/{release}").text
    assert "Corrected" not in row_of(reads, release)
    assert desk.post(f"/facilitate/{session}/correct", answers(desk, session)).json["ok"]
    now = site.context.record.release(release)
    page = reads.get(f"/organisation/reports/{release}").text
    assert f"Corrected on {site.context.words.day(now.before[0].replaced_on)}" in page
    assert "Copies of the earlier report may exist." in page
    for digests in (before.digests, now.digests):
        assert all(digest in page for digest in digests.values())
    assert TITLE not in page and "<mark" not in page
    listed = reads.get("/organisation").text
    assert OTHER in listed and "Replaced by its correction" in listed
    row = row_of(reads, release)
    assert f"Corrected {site.context.words.day(now.before[-1].replaced_on)}" in row and TITLE not in row
    report = reads.get(f"/organisation/reports/{release}.html").text
    assert TITLE not in report and "replaces an earlier one" in report
    receipt, *_ = [r for r in site.context.record.receipts(now.organisation) if r.digests == before.digests]
    text = reads.get(f"/organisation/receipts/{receipt.id}.txt").text
    assert before.digests["pdf"] in text and "bytes" not in text and TITLE not in text


def test_what_is_no_correction_says_why_and_changes_nothing(site, desk, filed):
    session, release = filed
    before, given = site.context.record.release(release), answers(desk, session)
    (title,) = given["reword"]
    for wrong, why in (
        ({"of": "0" * 64}, "in another window meanwhile"),
        ({"confirmed": ["read"]}, "have to be ticked"),
        ({"reword": {}}, "no answer yet"),
        ({"reword": {}, "keep": [title]}, "No text is different"),
        ({"reword": {title: TITLE}}, "first words"),
        ({"reword": {title: "x" * 700}}, "600"),
    ):
        answer = desk.post(f"/facilitate/{session}/correct", given | wrong)
        assert answer.status_code == 409 and why in said(answer.json), wrong
    for body in ({}, given | {"of": 7}):
        assert desk.post(f"/facilitate/{session}/correct", body).status_code == 400
    assert site.context.record.release(release) == before


def test_of_two_windows_the_second_is_told_and_the_first_stands(site, desk, filed):
    session, release = filed
    given = answers(desk, session)
    (title,) = given["reword"]
    assert desk.post(f"/facilitate/{session}/correct", given).json["ok"]
    answer = desk.post(f"/facilitate/{session}/correct", given | {"reword": {title: "Something else"}})
    assert answer.status_code == 409 and "What you wrote is still here" in said(answer.json)
    assert site.context.record.release(release).title == OTHER


def test_somebody_elses_is_not_there_nor_is_one_that_was_not_released(site, desk, owner, filed, reviewer):
    session, _ = filed
    given = answers(desk, session)
    elsewhere = site.member("corrects@elsewhere.test", "Elsewhere", "facilitator")
    second = site.member("second-corrects@here.test", "Here", "facilitator")
    site.context.record.add_facilitator(session, second.user)
    for member in (elsewhere, second, reviewer):
        person = site.signed_in(member)
        assert person.get(f"/facilitate/{session}/correct").status_code == 404
        assert person.post(f"/facilitate/{session}/correct", given).status_code == 404
    waiting, _ = site.ended(owner, released=False)
    assert desk.get(f"/facilitate/{waiting}/correct").status_code == 302
    assert desk.post(f"/facilitate/{waiting}/correct", given).status_code == 409
    assert "/correct" not in desk.get(f"/facilitate/{waiting}/report").text
