"""A released report is corrected, in a real browser: the page of a release again, and another report in its place."""

import pytest

from tests.helpers.reading import all_kept
from tests.journeys.people import DESK, cookies_of
from workshop.rehearsal.facilitator import SimulatedFacilitator

pytestmark = pytest.mark.tour

NAMED, PLAIN = "Mrs Adeyemi asked who else had seen it", "The rules at home had changed"
OTHER, ANOTHER = "A teacher asked who else had seen it", "Somebody asked who else had seen it"


@pytest.fixture(scope="module")
def released(workshop):
    """A facilitator whose report was released with a name in it."""
    made = SimulatedFacilitator(workshop.url, workshop.link)
    made.create("group-chat", "ninety", k=5, rehearsal=False)
    steps = made.line.parts["agenda"]["steps"]
    made.send("session.go", {"step": next(s["id"] for s in steps if s["activity"] == "formulation")})
    made.send("formulation.phase", {"phase": "join"})
    for text in (NAMED, PLAIN):
        made.send("formulation.add", {"section": "known", "text": text})
    made.send("session.end", {})
    answers = all_kept(made.browser.get(f"/facilitate/{made.session}/report").decode())
    assert made.browser.post(f"/facilitate/{made.session}/release", answers)["ok"]
    yield made
    made.line.drop()


@pytest.fixture
def correcting(workshop, released, opens):
    """Opens its page, in a window of its own each time."""

    def opened(size=DESK):
        found = opens(f"{workshop.url}/facilitate/{released.session}/correct", size, cookies_of(released))
        found.locator(".which button[aria-pressed=true]").wait_for()
        found.get_by_role("button", name="All 2").click()
        return found

    return opened


def row(page, text):
    return page.locator(".leaving ol li", has_text=text)


def reword(page, text, words):
    row(page, text).get_by_label("Reword", exact=True).check()
    row(page, text).get_by_label("Other words for it").fill(words)


def send(page):
    for answer in page.locator(".leaving ol li").all():
        if not answer.locator("input:checked").count():
            answer.get_by_label("Keep", exact=True).check()
    for box in page.locator(".before-it-goes input").all():
        box.check()
    button = page.locator("#release")
    assert button.inner_text() == "Release the corrected report"
    button.click()
    page.get_by_role("button", name="Release it").click()


def test_one_of_two_windows_wins_and_the_other_loses_nothing_that_was_typed(workshop, released, correcting):
    first, second = correcting(), correcting()
    reword(second, NAMED, ANOTHER)
    second.get_by_label("Your summary").fill("In short.")
    reword(first, NAMED, OTHER)
    first.frame_locator("iframe").get_by_text(NAMED).first.wait_for()
    send(first)
    first.get_by_role("heading", name="Released").wait_for()
    report = first.frame_locator("iframe")
    report.get_by_text(OTHER).first.wait_for()
    assert report.get_by_text(NAMED).count() == 0 and report.locator("mark").count() == 0
    assert not [key for key in first.evaluate("Object.keys(localStorage)") if "correcting" in key]
    send(second)
    second.get_by_text("in another window meanwhile").wait_for()
    assert row(second, NAMED).get_by_label("Other words for it").input_value() == ANOTHER
    second.reload()
    second.get_by_role("button", name="All 2").click()
    assert second.locator(".left-over li").all_inner_texts() == [ANOTHER]
    assert second.get_by_label("Your summary").input_value() == "In short."
    assert row(second, OTHER).count() == 1


def test_what_was_told_in_the_released_report_stands_there_to_be_changed(correcting):
    page = correcting()
    assert row(page, OTHER).count() == 1 and row(page, NAMED).count() == 0
    page.get_by_label("Your summary").fill("A name was in it.")
    send(page)
    page.get_by_role("heading", name="Released").wait_for()
    assert correcting().get_by_label("Your summary").input_value() == "A name was in it."
