"""Leading from the desk by keyboard alone: a look ahead, one clock, the sheet of keys, the whole screen."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.people import DESK, close, cookies_of, open_page

pytestmark = pytest.mark.tour

SECONDS = re.compile(r"^(\d+):(\d\d)$")


@pytest.fixture
def second(workshop, facilitator, chromium):
    """A second desk of the same session."""
    page = open_page(chromium, f"{workshop.url}/facilitate/{facilitator.session}", DESK, cookies_of(facilitator))
    page.wait_for_selector(".console")
    yield page
    close(page)


def look(console, title):
    """By the arrows, as somebody without a mouse goes through the agenda."""
    row = console.locator(".rail li button")
    row.first.focus()
    for _ in range(row.count()):
        if title in console.evaluate("document.activeElement.textContent"):
            break
        console.keyboard.press("ArrowDown")
    console.keyboard.press("Enter")
    expect(console.locator("#ahead-title")).to_be_focused()


def test_a_look_ahead_moves_nobody_and_each_desk_looks_for_itself(facilitator, console, second):
    before = facilitator.line.parts["agenda"]["position"]
    look(console, "Place the cards")
    console.locator(".ahead-cards summary").first.press("Enter")
    console.get_by_text("Ask", exact=True).first.wait_for()
    look(second, "Plan")
    assert console.locator("#ahead-title").inner_text() == "Place the cards"
    assert facilitator.line.parts["agenda"]["position"] == before
    console.keyboard.press("Escape")
    expect(console.locator(".ahead")).to_have_count(0)
    expect(second.locator(".ahead")).to_have_count(1)


def test_the_room_is_moved_by_a_button_of_its_own_that_says_what_it_passes_over(facilitator, console):
    facilitator.send("session.go", {"step": "s1"})
    look(console, "Warm-up")
    expect(console.locator("#ahead-skips")).to_contain_text("Passes over: Confidence now.")
    console.get_by_role("button", name="Move the room here").press("Enter")
    facilitator.line.wait_for(lambda parts: parts["agenda"]["position"] == 2)
    expect(console.locator(".ahead")).to_have_count(0)
    expect(console.locator(".rail .now")).to_contain_text("Warm-up")


def steps_of(parts):
    """The step in which the room is."""
    return parts["agenda"]["steps"][parts["agenda"]["position"]]


def test_two_desks_have_one_clock(facilitator, console, second):
    facilitator.send("session.go", {"step": "s4"})
    facilitator.line.wait_for(lambda parts: steps_of(parts)["id"] == "s4")
    for page in (console, second):
        expect(page.locator(".rail .now")).to_contain_text(steps_of(facilitator.line.parts)["title"])
        page.wait_for_function("() => /^0:(0[2-9]|[1-5]\\d)$/.test(document.querySelector('.clock').innerText)")
    times = [SECONDS.findall(page.locator(".clock").inner_text()) for page in (console, second)]
    one, other = (60 * int(minutes) + int(seconds) for ((minutes, seconds),) in times)
    assert 2 <= one <= 60 and abs(one - other) <= 1
    assert console.get_by_text("Ends about").inner_text() == second.get_by_text("Ends about").inner_text()


def test_a_question_mark_lists_the_keys_and_f_takes_the_whole_screen(workshop, facilitator, console, opens):
    console.evaluate("document.activeElement.blur()")
    console.keyboard.press("?")
    expect(console.get_by_role("dialog", name="Keys")).to_contain_text("Page Down")
    console.keyboard.press("Escape")
    screen = opens(f"{workshop.url}/screen/{facilitator.session}", cookies=cookies_of(facilitator))
    screen.get_by_role("button", name="Whole screen").wait_for()
    for page in (console, screen):
        page.keyboard.press("f")
        page.wait_for_function("() => document.fullscreenElement !== null")
        page.keyboard.press("f")
        page.wait_for_function("() => document.fullscreenElement === null")
