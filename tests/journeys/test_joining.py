"""One browser, one seat: however joining is repeated, interrupted or answered late, a real browser is one device."""

import pytest
from playwright.sync_api import expect

from tests.journeys.people import close, open_page

pytestmark = pytest.mark.tour

ENTER = "Enter the workshop"
ELSEWHERE = "The workshop is open in another tab"


@pytest.fixture
def code(facilitator):
    """A session of its own."""
    found = facilitator.create("group-chat", "ninety", k=5)
    yield found
    facilitator.line.drop()


def devices(facilitator, many: int) -> None:
    """The room is told of so many devices, and stays so."""
    facilitator.line.wait_for(lambda parts: parts["session"]["devices"] == many)


def entered(page):
    page.get_by_role("button", name=ENTER).click()
    page.wait_for_selector(".always")


@pytest.fixture
def phone(workshop, chromium, code):
    """A phone that scanned the code."""
    page = open_page(chromium, f"{workshop.url}/#{code}")
    yield page
    close(page)


def test_a_phone_that_goes_back_or_scans_again_is_led_back(workshop, facilitator, code, phone):
    entered(phone)
    devices(facilitator, 1)
    assert "1 device is in. Look round" in phone.locator("#app").inner_text()
    phone.go_back()
    expect(phone.get_by_role("heading", name="This phone is in")).to_be_visible()
    phone.get_by_role("link", name="Back to the room").click()
    phone.wait_for_selector(".always")
    for locked in (False, True):
        facilitator.send("session.lock", {"locked": locked})
        phone.goto(f"{workshop.url}/#{code}")
        phone.get_by_role("link", name="Back to the room").click()
        phone.wait_for_selector(".always")
        phone.reload()
        phone.wait_for_selector(".always")
    devices(facilitator, 1)


def test_scanning_while_the_first_page_is_open_finds_the_code(workshop, facilitator, code, phone):
    phone.goto(workshop.url)
    phone.evaluate("code => { location.hash = `#${code}`; }", code)
    entered(phone)
    devices(facilitator, 1)


def test_offline_with_its_answer_lost_and_by_a_double_tap_it_is_one_device(facilitator, phone):
    enter = phone.get_by_role("button", name=ENTER)
    enter.wait_for()
    phone.context.set_offline(True)
    enter.click()
    expect(phone.get_by_role("alert")).to_contain_text("cannot be reached")
    phone.context.set_offline(False)

    lost: list[int] = []

    def lose_the_answer(route):
        lost.append(route.fetch(max_redirects=0).status)
        route.abort()

    phone.route("**/join", lose_the_answer)
    enter.click()
    while not lost:
        phone.wait_for_timeout(50)
    assert lost == [200]
    devices(facilitator, 1)
    expect(enter).to_be_enabled()
    phone.context.clear_cookies(name="cw_seat")  # what `fetch` may have kept for the browser was lost on the way
    phone.unroute("**/join")
    enter.dblclick()
    phone.wait_for_selector(".always")
    devices(facilitator, 1)
    kept = phone.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('cw join'))")
    assert kept == [], "the room takes the key out of reach of scripts"


def test_two_tabs_at_the_same_moment_are_one_device(workshop, facilitator, code, phone):
    other = phone.context.new_page()
    other.goto(f"{workshop.url}/#{code}")
    for page in (phone, other):
        page.get_by_role("button", name=ENTER).wait_for()
    for page in (phone, other):
        page.evaluate("document.querySelector('main button.button--wide').click()")
    devices(facilitator, 1)
    for page in (phone, other):
        page.get_by_role("heading", name=ELSEWHERE).or_(page.locator(".always")).wait_for()
    older, newer = (phone, other) if other.locator(".always").count() else (other, phone)
    older.get_by_role("button", name="Go on in this tab").click()
    older.wait_for_selector(".always")
    newer.get_by_role("heading", name=ELSEWHERE).wait_for()
    devices(facilitator, 1)


def test_where_nothing_may_be_stored_the_cookie_decides(workshop, facilitator, code, chromium):
    page = open_page(chromium, "about:blank")
    page.context.add_init_script(
        "delete window.localStorage; Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
    )
    page.goto(f"{workshop.url}/#{code}")
    entered(page)
    page.goto(f"{workshop.url}/#{code}")
    page.get_by_role("link", name="Back to the room").click()
    page.wait_for_selector(".always")
    devices(facilitator, 1)
    close(page)


def test_back_closes_what_lies_over_the_page_first(facilitator, phone):
    phone.get_by_role("button", name="Ground rules").click()
    phone.get_by_role("dialog").wait_for()
    phone.go_back()
    expect(phone.get_by_role("dialog")).to_have_count(0)
    entered(phone)
    for opener in ("Ask", "Support"):
        phone.get_by_role("button", name=opener, exact=True).click()
        phone.get_by_role("dialog").wait_for()
        phone.go_back()
        expect(phone.get_by_role("dialog")).to_have_count(0)
        phone.wait_for_selector(".always")
    phone.get_by_role("button", name="Step out").click()
    phone.get_by_role("heading", name="You have stepped out").wait_for()
    phone.go_back()
    expect(phone.get_by_role("heading", name="You have stepped out")).to_have_count(0)
    assert phone.url.endswith("/room")
    devices(facilitator, 1)


def test_only_leave_for_good_leaves_and_it_asks_first(facilitator, phone):
    entered(phone)
    phone.get_by_role("button", name="Step out").click()
    phone.get_by_role("button", name="Leave for good").click()
    expect(phone.get_by_role("heading", name="Leave for good?")).to_be_visible()
    assert "go with your seat" in phone.locator("main").inner_text()
    phone.get_by_role("button", name="Stay").click()
    devices(facilitator, 1)
    phone.get_by_role("button", name="Step out").click()
    phone.get_by_role("button", name="Leave for good").click()
    phone.get_by_role("heading", name="Leave for good?").wait_for()
    phone.get_by_role("button", name="Leave for good").click()
    phone.get_by_label("Session code").wait_for()
    devices(facilitator, 0)


def test_a_code_can_be_pasted_spoken_and_typed_slowly(workshop, facilitator, code, phone):
    phone.goto(workshop.url)
    field = phone.get_by_label("Session code")
    for written in (f"{code[:4]} {code[4:]}".lower(), f"{code[:4]}-{code[4:]}", f"{workshop.url}/#{code}"):
        field.fill("")
        field.fill(written)
        expect(phone.get_by_role("button", name=ENTER)).to_be_visible()
    field.fill("")
    field.press_sequentially(code.lower(), delay=20)
    entered(phone)
    devices(facilitator, 1)
