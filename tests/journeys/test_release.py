"""What would leave, in a real browser: every text is answered beside the page as it would leave, and then it leaves."""

import pytest
from playwright.sync_api import expect

from tests.journeys.people import DESK, cookies_of
from workshop.rehearsal.facilitator import SimulatedFacilitator

pytestmark = pytest.mark.tour

CAUTION = "Mrs Adeyemi asked who else in 9B had seen it"
PLAIN = ("The rules at home had changed", "Nobody told the younger ones where to go", "<img src=x onerror=alert(1)>")
SMALL = ".report-pages > ol > li > a"
"""A small page; the report's own links are within it."""
OTHER = "A teacher asked who else in the class had seen it"


@pytest.fixture(scope="module")
def ended(workshop):
    """A facilitator whose session has ended with four notes."""
    made = SimulatedFacilitator(workshop.url, workshop.link)
    made.create("group-chat", "ninety", k=5, rehearsal=False)
    steps = made.line.parts["agenda"]["steps"]
    made.send("session.go", {"step": next(s["id"] for s in steps if s["activity"] == "formulation")})
    made.send("formulation.phase", {"phase": "join"})
    for text in (CAUTION, *PLAIN):
        made.send("formulation.add", {"section": "known", "text": text})
    made.send("session.end", {})
    yield made
    made.line.drop()


@pytest.fixture
def page(workshop, ended, opens):
    found = opens(f"{workshop.url}/facilitate/{ended.session}/report", DESK, cookies_of(ended))
    found.locator(".which button[aria-pressed=true]").wait_for()
    return found


def row(page, text):
    return page.locator(".leaving li", has_text=text)


def beside(page):
    return page.frame_locator("iframe[name=as-it-leaves]")


def answer(page, text, named):
    row(page, text).get_by_label(named, exact=True).check()


def test_what_needs_a_look_comes_first_and_is_pointed_at_in_the_page_beside(page):
    assert page.locator(".leaving li:visible").count() == 1
    assert "a name" in row(page, CAUTION).locator(".caution").inner_text()
    answer(page, CAUTION, "Reword")
    words = row(page, CAUTION).get_by_label("Other words for it")
    words.fill(OTHER)
    words.blur()
    beside(page).locator("mark", has_text=OTHER).wait_for()
    assert beside(page).get_by_text(CAUTION).count() == 0


def line_beneath(page):
    return row(page, CAUTION).locator("mark").first.evaluate("(mark) => getComputedStyle(mark).textDecorationLine")


def test_the_words_that_a_caution_is_about_are_underlined_until_there_are_others(page):
    assert row(page, CAUTION).locator(".first-words mark").all_inner_texts() == ["Mrs Adeyemi", "9B"]
    assert line_beneath(page) == "underline"
    answer(page, CAUTION, "Reword")
    row(page, CAUTION).get_by_label("Other words for it").fill(OTHER)
    assert line_beneath(page) == "none"
    assert row(page, PLAIN[2]).locator("mark, img").count() == 0


def test_the_small_pages_are_the_reports_sections_and_the_ring_follows_the_text_in_focus(page):
    small = page.locator(SMALL)
    small.first.wait_for()
    said = beside(page).locator("h1, h2").all_inner_texts()
    assert small.all_inner_texts() == said, "one for the head, and one for each section"
    drawn = page.locator(".small-page")
    assert drawn.count() == len(said) and drawn.locator("img, script").count() == 0
    assert drawn.first.get_attribute("aria-hidden") == "true" and drawn.first.evaluate("(page) => page.inert")
    assert page.locator(".report-pages [aria-current]").count() == 0
    row(page, CAUTION).get_by_label("Keep", exact=True).focus()
    here = page.locator(".report-pages [aria-current]")
    here.wait_for()
    of = beside(page).locator("section", has=beside(page).locator("#here"))
    assert here.inner_text() == of.locator("h2").inner_text()
    answer(page, CAUTION, "Reword")
    words = row(page, CAUTION).get_by_label("Other words for it")
    words.fill(OTHER)
    words.blur()
    drawn.get_by_text(OTHER).first.wait_for()
    assert drawn.get_by_text(CAUTION).count() == 0 and here.inner_text() == of.locator("h2").inner_text()


def test_a_small_page_leads_to_its_section_in_the_page_beside(page):
    last = page.locator(SMALL).last
    last.click()
    section = beside(page).locator("section").last
    expect(section.locator("h2")).to_be_in_viewport()
    assert last.get_attribute("aria-current") == "true"


def test_nothing_typed_is_lost_by_a_reload_and_it_leaves_when_all_is_answered(page):
    answer(page, CAUTION, "Reword")
    row(page, CAUTION).get_by_label("Other words for it").fill(OTHER)
    page.get_by_label("Your reflection").fill("They slowed down.")
    page.reload()
    page.locator(".which button[aria-pressed=true]").wait_for()
    assert row(page, CAUTION).get_by_label("Other words for it").input_value() == OTHER
    page.get_by_role("button", name="All 4").click()
    assert page.locator(".leaving li:visible").count() == 4
    answer(page, PLAIN[0], "Strike")
    page.get_by_role("button", name="Keep the rest").click()
    page.get_by_text("All answered: 1 is struck.").wait_for()
    release = page.locator("#release")
    assert release.inner_text() == "Release when all three are ticked" and release.is_disabled()
    for box in page.locator(".before-it-goes input").all():
        box.check()
    release.click()
    page.get_by_role("button", name="Release it").click()
    page.get_by_role("heading", name="Released").wait_for()
    left = page.frame_locator("iframe")
    left.get_by_text(PLAIN[1]).first.wait_for()
    for gone in (CAUTION, PLAIN[0]):
        assert left.get_by_text(gone).count() == 0
    assert left.get_by_text(OTHER).count() and left.get_by_text("They slowed down.").count()
    assert left.locator("mark, img").count() == 0
    assert not [key for key in page.evaluate("Object.keys(localStorage)") if "leaving" in key]
