"""Keyboards and colours as people have them: composing, without a mouse, with a clicker, in high contrast."""

import pytest
from playwright.sync_api import expect

from tests.journeys.people import Phone, close, cookies_of
from workshop.rehearsal.company import Company

pytestmark = pytest.mark.tour

ENTER = "Enter the workshop"


def step_of(facilitator):
    agenda = facilitator.line.parts["agenda"]
    return agenda["steps"][agenda["position"]]["id"]


def at(facilitator, step):
    facilitator.line.wait_for(lambda parts: step_of(facilitator) == step)


def composing(page, text):
    """As keyboards that compose do it: the field holds what is being composed, and then all of it at once."""
    cdp = page.context.new_cdp_session(page)
    for end in range(1, len(text) + 1):
        cdp.send("Input.imeSetComposition", {"text": text[:end], "selectionStart": end, "selectionEnd": end})
    cdp.send("Input.insertText", {"text": text})


@pytest.mark.parametrize("typed", [str.lower, lambda c: " ".join(c), lambda c: f" {c[:4]} - {c[4:]} ", lambda c: c])
def test_a_code_is_taken_from_a_keyboard_that_composes(workshop, opens, code, typed):
    page = opens(workshop.url)
    field = page.get_by_label("Session code")
    field.click()
    composing(page, typed(code))
    page.get_by_role("button", name=ENTER).wait_for()
    assert field.input_value() == typed(code), "what somebody types is left as it is"


def test_from_card_to_card_by_keyboard_it_is_one_tab_and_arrows(workshop, facilitator, chromium, code):
    facilitator.send("session.go", {"step": "s4"})
    facilitator.send("board.open", {})
    phone = Phone(chromium, workshop.url, code)
    page = phone.page
    phone.wait_for_cards()
    seen = []
    page.locator("main").focus()
    for _ in range(3):
        seen.append(page.get_by_role("heading", level=1).inner_text())
        page.keyboard.press("Tab")
        expect(page.get_by_role("radio").first).to_be_focused()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Space")
        expect(page.locator("main")).to_be_focused()
        page.keyboard.press("ArrowRight")
        expect(page.locator("main")).to_be_focused()
    assert len(set(seen)) == 3
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.get_by_role("heading", level=1).inner_text() not in seen
    page.keyboard.press("ArrowLeft")
    page.get_by_role("radio").first.wait_for()
    close(page)


def test_chips_and_stages_are_one_tab_stop_each(workshop, facilitator, chromium, code):
    phone = Phone(chromium, workshop.url, code)
    page = phone.page
    phone.wait_for_cards()
    page.get_by_role("radio").first.click()
    change = page.get_by_role("button", name="Change")
    change.focus()
    stops = 0
    while not page.locator(".end .button").evaluate("button => button === document.activeElement"):
        page.keyboard.press("Tab")
        stops += 1
        assert stops <= 3, "the chips, the figures, the next card"
    close(page)


@pytest.mark.parametrize("on", ["ArrowRight", "PageDown", "Enter", "Space", "ArrowDown"])
@pytest.mark.parametrize("back", ["ArrowLeft", "PageUp"])
def test_any_clicker_moves_the_room_on_and_back(facilitator, console, on, back):
    facilitator.send("session.go", {"step": "s1"})
    console.locator(".rail .now", has_text="Welcome").wait_for()
    console.locator(".go button.big[aria-disabled='false']").wait_for()
    console.evaluate("document.activeElement.blur()")
    console.keyboard.press(on)
    at(facilitator, "s2")
    console.locator(".rail .now", has_text="Confidence").wait_for()
    console.keyboard.press(back)
    at(facilitator, "s1")


@pytest.mark.parametrize("key", ["b", "."])
def test_any_clicker_blanks_the_screens(facilitator, console, key):
    console.get_by_role("button", name="Blank all screens").wait_for()
    console.keyboard.press(key)
    facilitator.line.wait_for(lambda parts: parts["session"]["curtain"] == "blank")
    console.get_by_role("button", name="Show again").last.wait_for()
    console.keyboard.press(key)
    facilitator.line.wait_for(lambda parts: parts["session"]["curtain"] == "none")


# ---------------------------------------------------------------- colours of their own


SEEN = """dots => dots.map((dot) => {
  const style = getComputedStyle(dot);
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  return [style.backgroundColor, style.borderTopWidth !== '0px' && style.borderTopColor, style.fill, style.stroke]
    .some((colour) => colour && !['none', ground, 'rgba(0, 0, 0, 0)', 'transparent'].includes(colour));
})"""


def test_in_high_contrast_dots_and_bars_are_there(workshop, facilitator, code, chromium):
    company = Company(workshop.url, code, size=6, seed=5)
    facilitator.start(company)
    company.join()
    facilitator.send("session.go", {"step": "s3"})
    facilitator.send("board.open", {})
    facilitator.finish_round()
    context = chromium.new_context(forced_colors="active", color_scheme="dark", viewport={"width": 1280, "height": 800})
    context.add_cookies(cookies_of(facilitator))
    for path, dots in (
        (f"/facilitate/{facilitator.session}", ".rail i, .link i, .queue .strip .dot"),
        (f"/screen/{facilitator.session}", ".strip .dot"),
    ):
        page = context.new_page()
        page.goto(workshop.url + path)
        page.locator(".strip .dot").first.wait_for(state="attached")
        found = page.eval_on_selector_all(dots, SEEN)
        assert len(found) > 5 and all(found), (path, found)
    context.close()
    company.leave()
