"""A trainer alone before the day: a first look, a plan kept, changed and opened, a case read, a page printed."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.people import DESK, PHONE, axe, close, cookies_of, open_page

pytestmark = pytest.mark.tour

TABLET = (1024, 768)
NARROWEST = (320, 640)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PAGES = ("", "/new", "/cases", "/cases/group-chat", "/help", "/guide", "/guide/facilitators")
OF_ANYBODY = ("/help", "/guide", "/guide/facilitators")
FEW = 2
"""Draft rows on which the page of choices is looked at, too."""


@pytest.fixture(scope="module")
def desk(workshop, facilitator, chromium):
    page = open_page(chromium, f"{workshop.url}/facilitate", DESK, cookies_of(facilitator))
    page.get_by_role("heading", name="Your sessions").wait_for()
    yield page
    assert page.faults == []
    close(page)


def test_the_first_look_goes_round_once_and_escape_leaves_it_for_good(workshop, desk):
    bubble = desk.get_by_role("dialog")
    expect(bubble).to_contain_text("Rehearse first")
    assert axe(desk) == []
    desk.get_by_role("button", name="Next").click()
    expect(bubble).to_contain_text("Prepare today")
    named, over = (desk.locator(css).bounding_box() for css in (".is-named", ".bubble"))
    assert over["y"] >= named["y"] + named["height"], "beside what it names, and not over it"
    desk.keyboard.press("Escape")
    expect(bubble).to_have_count(0)
    desk.reload()
    desk.get_by_role("heading", name="Your sessions").wait_for()
    expect(bubble).to_have_count(0)
    desk.get_by_role("link", name="Help").click()
    desk.get_by_role("link", name="Take the tour again").click()
    expect(bubble).to_contain_text("Rehearse first")
    for _ in range(3):
        desk.get_by_role("button", name="Next").click()
    desk.get_by_role("button", name="Done").click()
    expect(bubble).to_have_count(0)


def test_a_session_is_planned_with_its_own_cards_and_rules_and_opened_another_day(workshop, desk):
    desk.goto(f"{workshop.url}/facilitate/new?case=group-chat")
    desk.get_by_text("90 minutes", exact=True).click()
    desk.locator("summary", has_text="Place the cards").click()
    group = desk.get_by_role("group", name="Cards of this step").first
    group.get_by_role("checkbox").nth(0).uncheck()
    group.get_by_role("checkbox").nth(9).check()
    expect(desk.locator("summary", has_text="Place the cards")).to_contain_text(re.compile(r"8 of \d+ cards"))
    desk.locator("summary", has_text="Ground rules").click()
    desk.get_by_role("button", name="Add a rule of your own").click()
    desk.get_by_role("textbox", name="Your own rule 1").fill("We begin on time.")
    desk.get_by_label("Name of the session").fill("A Thursday in January")
    desk.get_by_label("Planned for").fill("2027-01-14")
    assert axe(desk) == []
    desk.get_by_role("button", name="Plan it for later").click()
    row = desk.get_by_role("listitem").filter(has_text="A Thursday in January")
    expect(row).to_contain_text("14 Jan")
    row.get_by_role("link", name="Change").click()
    expect(desk.get_by_label("Name of the session")).to_have_value("A Thursday in January")
    desk.get_by_label("Name of the session").fill("A Friday in January")
    desk.get_by_role("button", name="Save the changes").click()
    row = desk.get_by_role("listitem").filter(has_text="A Friday in January")
    row.get_by_role("button", name="Open the lobby").click()
    asking = desk.get_by_role("dialog", name="Has anyone here placed this case before?")
    expect(asking).to_contain_text("Ask the room now.")
    assert axe(desk) == []
    desk.get_by_role("button", name="Yes, someone has").click()
    expect(asking).to_contain_text("Choose another case.")
    asking.get_by_role("button", name="Close").last.click()
    row.get_by_role("button", name="Open the lobby").click()
    desk.get_by_role("button", name="No, open the lobby").click()
    desk.wait_for_selector(".console")


def test_a_running_session_is_named_anew_and_takes_another_case_until_the_first_card(workshop, desk):
    second = desk.context.new_page()
    second.goto(desk.url)
    second.wait_for_selector(".console")
    desk.goto(f"{workshop.url}/facilitate")
    desk.get_by_role("button", name="Rename A Friday in January").click()
    desk.get_by_label("Name of the session").fill("Friday")
    desk.get_by_role("button", name="Save the name").click()
    running = desk.locator(".run-now", has_text="Friday")
    running.filter(has_not_text="January").wait_for()
    expect(running.get_by_role("link", name="Change")).to_be_visible()
    running.get_by_role("link", name="Back to the console").click()
    desk.get_by_role("link", name="Change the case or the plan").click()  # where the room is asked about the case
    desk.get_by_text("The gaming server", exact=True).first.click()
    desk.get_by_role("button", name="Save the changes").click()
    desk.get_by_role("button", name="No, change the case").click()
    desk.wait_for_selector(".console")
    for console in (desk, second):  # the other one loads itself again
        console.wait_for_function(
            "() => JSON.parse(document.getElementById('page-data').textContent).scenario[0].id === 'd01'"
        )
    second.close()


def test_a_plan_is_deleted_after_it_was_asked_about(workshop, desk):
    desk.goto(f"{workshop.url}/facilitate/new")
    desk.get_by_label("Name of the session").fill("Not this one")
    desk.get_by_role("button", name="Plan it for later").click()
    row = desk.get_by_role("listitem").filter(has_text="Not this one")
    row.get_by_role("link", name="Change").click()
    desk.get_by_role("button", name="Delete this plan").click()
    desk.get_by_role("button", name="Delete it", exact=True).click()
    desk.get_by_role("heading", name="Your sessions").wait_for()
    expect(row).to_have_count(0)


@pytest.mark.parametrize("size", [DESK, TABLET, PHONE, NARROWEST], ids=lambda size: f"{size[0]} by {size[1]}")
def test_nothing_scrolls_sideways_and_every_page_is_accessible(workshop, facilitator, chromium, size):
    page = open_page(chromium, f"{workshop.url}/facilitate", size, cookies_of(facilitator))
    drafts = [f"/{s}" for s in re.findall(r'href="/facilitate/([\w-]+)/setup"', page.content())[:FEW]]
    for path in (*PAGES, *(f"{draft}/setup" for draft in drafts)):
        where = path if path in OF_ANYBODY else f"/facilitate{path}"
        page.goto(f"{workshop.url}{where}")
        page.get_by_role("heading", level=1).wait_for()
        page.evaluate("document.querySelectorAll('details').forEach((closed) => { closed.open = true })")
        assert page.evaluate(SIDEWAYS) <= 0, where
        assert axe(page) == [], where
    assert page.faults == []
    close(page)


@pytest.mark.parametrize("path", ["/guide", "/guide/facilitators"])
def test_a_guide_is_one_sheet_of_paper(workshop, opens, path):
    page = opens(f"{workshop.url}{path}")
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") + printed.count(b"/Type/Page/") == 1
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 794, "height": 1123})
    assert page.evaluate("(m => m.scrollHeight - m.clientHeight)(document.querySelector('.a4'))") <= 0, "nothing is cut"
