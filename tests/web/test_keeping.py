"""For how long: who may choose, what everybody is told, what goes soon, and receipts."""

import re
import time
from dataclasses import replace
from html import unescape

import pytest

from workshop.domain.days import ANYWHERE, day_in, days_after
from workshop.domain.retention import WAIT, Keeping, Period
from workshop.service.forget import forget
from workshop.service.ports import Unavailable, Why


@pytest.fixture
def place(site, request):
    """(name, admin, reviewer, facilitator) of an organisation of its own."""
    name = re.sub(r"\W", "-", request.node.name)[-40:]
    found = [site.member(f"{role}@{name}.test", name, role) for role in ("admin", "reviewer", "facilitator")]
    return name, *found


@pytest.fixture(autouse=True)
def as_before(site):
    yield
    for organisation in site.context.record.every_keeping():
        site.context.record.choose_keeping(organisation, Keeping())


def read(person, path="/organisation"):
    return " ".join(unescape(person.get(path).text).split())


def choose(person, organisation, unreleased="30", released="24"):
    form = {"unreleased": unreleased, "released": released, "csrf_token": person.csrf()}
    return person.client.post(f"/organisation/{organisation}/keeping", data=form)


def today(days=0):
    return days_after(day_in(ANYWHERE, time.time()), days)


def test_an_admin_chooses_and_a_reviewer_reads_it(site, place):
    _, admin, reviewer, _ = place
    boss, other = site.signed_in(admin), site.signed_in(reviewer)
    assert "A released report is erased after 24 months, with its session." in read(boss)
    assert choose(boss, admin.organisation, "14", "36").status_code == 303
    kept = site.context.record.keeping(admin.organisation)
    assert kept == Keeping(Period(30, 14, today(WAIT)), Period(36, 36))
    for person in (boss, other):
        page = read(person)
        assert "lapses after 14 days." in page and "erased after 36 months" in page
        assert f"That begins on {site.context.words.day(today(WAIT))}." in page
    assert 'name="released"' in boss.get("/organisation").text
    assert 'name="released"' not in other.get("/organisation").text


def test_nobody_else_chooses(site, place):
    _, admin, reviewer, facilitator = place
    stranger = site.member("admin@elsewhere.test", "Elsewhere", "admin")
    for person in (reviewer, facilitator, stranger):
        assert choose(site.signed_in(person), admin.organisation, "7", "1").status_code == 404
    assert choose(site.visitor(), admin.organisation, "7", "1").status_code in (302, 400, 404)
    assert site.context.record.keeping(admin.organisation) == Keeping()


@pytest.mark.parametrize("given", [("6", "24"), ("30", "121"), ("", "24"), ("30", "0"), ("x", "24"), ("١٤", "24")])
def test_what_is_out_of_bounds_is_refused_in_a_sentence_and_changes_nothing(site, place, given):
    _, admin, *_ = place
    boss = site.signed_in(admin)
    answer = choose(boss, admin.organisation, *given)
    assert answer.status_code == 303
    assert "Choose 7 to 30 days and 1 to 120 months." in read(boss, answer.headers["Location"])
    assert site.context.record.keeping(admin.organisation) == Keeping()


def test_a_report_that_goes_soon_is_announced_where_it_is_read(site, place, monkeypatch):
    _, _, reviewer, facilitator = place
    session, release = site.ended(facilitator)
    person = site.signed_in(reviewer)
    assert "goes on" not in read(person) and "Here until" in read(person, f"/organisation/reports/{release}")
    later = replace(site.context, now=lambda: time.time() + 715 * 86400)
    monkeypatch.setitem(site.app.extensions, "context", later)
    assert "Reports whose period is over soon" in read(person) and "An ended session</a> goes on" in read(person)
    page = read(person, f"/organisation/reports/{release}")
    assert "their period is over then" in page and "Here until" not in page
    assert session


def test_delegates_are_told_before_they_enter_and_in_what_is_held_of_them(site, place):
    _, admin, _, facilitator = place
    session = site.session(facilitator)
    choose(site.signed_in(admin), admin.organisation, "21", "12")
    found = site.visitor().post("/join/look", {"code": site.code(session)}).json
    assert found["keeping"] == {"unreleased": 21, "released": 12}
    page = read(site.delegate(session), "/held")
    assert "lapses after 21 days." in page and "erased after 12 months" in page


def test_the_notice_tells_of_all_organisations_without_naming_them(site, place):
    name, admin, *_ = place
    assert "A session that nobody releases lapses after 30 days." in read(site.visitor(), "/privacy")
    choose(site.signed_in(admin), admin.organisation, "10", "60")
    page = read(site.visitor(), "/privacy")
    assert "after 10 to 30 days" in page and "after 24 to 60 months" in page and name not in page


def test_the_notice_is_there_while_the_record_is_away(site, monkeypatch):
    def away():
        raise Unavailable("the record cannot be reached")

    monkeypatch.setattr(site.context.record, "every_keeping", away)
    page = read(site.visitor(), "/privacy")
    assert "Your placements are counted, not recorded." in page and "lapses after" not in page


def test_receipts_are_listed_and_saved_and_name_neither_title_nor_session(site, place):
    _, admin, reviewer, facilitator = place
    session = site.session(facilitator, "A title that is told to nobody")
    forget(site.context, session)
    (receipt,) = site.context.record.receipts(admin.organisation)
    person = site.signed_in(reviewer)
    for path in ("/organisation", f"/organisation/{admin.organisation}/receipts"):
        page = read(person, path)
        assert "Its facilitator took it away" in page and f"/organisation/receipts/{receipt.id}.txt" in page
    answer = person.get(f"/organisation/receipts/{receipt.id}.txt")
    assert answer.content_type == "text/plain; charset=utf-8"
    assert "attachment" in answer.headers["Content-Disposition"]
    for line in (f"Receipt {receipt.id}, Continuum Workshop", "Rule: Its facilitator took it away", "Case study: "):
        assert line in answer.text
    assert "A title" not in answer.text and session not in answer.text


def test_the_receipt_of_a_report_has_the_hashes_of_its_files(site, place):
    _, admin, reviewer, facilitator = place
    session, release = site.ended(facilitator)
    made = site.context.record.release(release)
    site.context.record.expire(release, Why("period", today()))
    (receipt,) = site.context.record.receipts(admin.organisation)
    text = site.signed_in(reviewer).get(f"/organisation/receipts/{receipt.id}.txt").text
    assert all(f"SHA-256 of the file {name}: {digest}" in text for name, digest in made.digests.items())
    assert f"Files of the report: {len(made.files)}" in text and session not in text


def test_receipts_are_the_organisations_alone(site, place):
    _, admin, _, facilitator = place
    forget(site.context, site.session(facilitator))
    (receipt,) = site.context.record.receipts(admin.organisation)
    stranger = site.signed_in(site.member("reads@elsewhere.test", "Elsewhere", "reviewer"))
    for path in (f"/organisation/receipts/{receipt.id}.txt", f"/organisation/{admin.organisation}/receipts"):
        assert stranger.get(path).status_code == 404
        assert site.signed_in(facilitator).get(path).status_code == 404
        assert site.visitor().get(path).status_code == 302
    assert site.signed_in(admin).get("/organisation/receipts/none.txt").status_code == 404
