"""For how long, in a real browser: a reminder, a period that is chosen, what lapsed meanwhile, and its receipt."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from tests.helpers.reading import all_kept
from tests.helpers.served import served
from tests.journeys.people import DESK, PHONE, close, cookies_of, open_page
from workshop.rehearsal.facilitator import SimulatedFacilitator

pytestmark = pytest.mark.tour

TITLES = ("Lapses soon", "Lapsed", "Filed long ago")


@pytest.fixture(scope="module")
def later(tmp_path_factory, chromium):
    """A workshop that was off for a month: a session near its end, one past it, and a report in its last days."""
    data = tmp_path_factory.mktemp("keeping")
    with served(data) as before:
        made = SimulatedFacilitator(before.url, before.link)
        for title in TITLES:
            ended(made, title)
        made.line.drop()
    aged(data)
    with served(data) as running:
        made = SimulatedFacilitator(running.url, running.link)
        yield running, made


def ended(made, title):
    """Two notes in it, ended; the last one is released."""
    made.create("group-chat", "ninety", k=5, title=title, rehearsal=False)
    made.send("session.end", {})
    page = made.browser.get(f"/facilitate/{made.session}/report").decode()
    if title == TITLES[2]:
        assert made.browser.post(f"/facilitate/{made.session}/release", all_kept(page))["ok"]


def aged(data):
    """What was done today was done on these days, as the record says it."""
    today = datetime.now(UTC).date()
    days = {TITLES[0]: 26, TITLES[1]: 40, TITLES[2]: 715}
    with closing(sqlite3.connect(data / "workshop.sqlite3")) as record, record:
        for title, days_ago in days.items():
            day = (today - timedelta(days=days_ago)).isoformat()
            record.execute("UPDATE sessions SET held_on = ? WHERE title = ?", (day, title))
            record.execute("UPDATE releases SET released_on = ? WHERE title = ?", (day, title))


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def shows(request, later, chromium):
    """Opens a page of the office."""
    running, made = later
    opened = []

    def show(path):
        opened.append(open_page(chromium, f"{running.url}{path}", request.param, cookies_of(made)))
        return opened[-1]

    yield show
    for page in opened:
        assert page.faults == []  # type: ignore[attr-defined]
        wide = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide[0] <= wide[1], "nothing is cut off at the side"
    close(*opened)


def test_home_and_the_report_say_how_many_days_are_left(shows):
    home = shows("/facilitate")
    home.locator(".home-waits.banner--do").get_by_text("days left").wait_for()
    assert home.get_by_text(TITLES[1], exact=True).count() == 0, "what has lapsed is not there any more"
    home.locator("#ended ~ ol").get_by_role("link", name=f"Look at it {TITLES[0]}").click()
    banner = home.locator(".not-released.banner--do")
    assert "If nobody releases it, it lapses on" in banner.inner_text()


def test_the_organisation_sees_that_one_took_place_and_what_goes_soon(shows):
    page = shows("/organisation")
    page.get_by_text("Took place; not released in time").wait_for()
    assert page.get_by_role("link", name=TITLES[2], exact=True).is_visible()
    assert TITLES[1] not in page.content() and TITLES[0] not in page.content()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Download the receipt of").click()
    text = saved.value.path().read_text("utf-8")
    assert "Rule: Took place; not released in time" in text and TITLES[1] not in text
    page.get_by_role("link", name=TITLES[2], exact=True).click()
    page.get_by_text("their period is over then").wait_for()


def test_an_admin_chooses_and_everybody_is_told(shows, later):
    page = shows("/organisation")
    page.get_by_text("Change this").click()
    page.get_by_label("Days until an unreleased session lapses").fill("31")
    page.get_by_role("button", name="Save").click()
    assert page.get_by_label("Days until an unreleased session lapses").is_visible(), (
        "the browser asks for one in bounds"
    )
    page.get_by_label("Days until an unreleased session lapses").fill("20")
    page.get_by_label("Months that a released report stays").fill("36")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("A session that nobody releases lapses after 20 days. That begins on").wait_for()
    page.get_by_text("A released report is erased after 36 months").wait_for()
    notice = shows("/privacy")
    notice.get_by_text("A released report is erased after 36 months").wait_for()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_delegate_is_told_before_entering(later, chromium, size):
    running, made = later
    code = made.create("group-chat", "ninety", k=5)
    page = open_page(chromium, f"{running.url}/#{code}", size)
    page.get_by_text("For how long.").wait_for()
    assert "Unreleased, it lapses after" in page.locator(".promise").inner_text()
    made.line.drop()
    close(page)
