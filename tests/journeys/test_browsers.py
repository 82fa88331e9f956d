"""Browsers as people have them: old, strict, without cookies or storage, with two tabs."""

import pytest
from playwright.sync_api import expect

from tests.journeys.people import Phone, close, cookies_of

pytestmark = pytest.mark.tour

NO_STORAGE = "delete window.localStorage; for (const name of ['localStorage', 'sessionStorage']) \
Object.defineProperty(window, name, {get() { throw new DOMException('refused', 'SecurityError'); }});"
FULL_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
NO_COOKIES = "Object.defineProperty(Document.prototype, 'cookie', {get: () => '', set() {}}); \
Object.defineProperty(Navigator.prototype, 'cookieEnabled', {get: () => false});"
NOT_STARTED = "This page has not started yet."
ENTER = "Enter the workshop"


# ---------------------------------------------------------------- a page that cannot start, or cannot be drawn


def test_a_page_whose_script_does_not_come_says_what_to_do(workshop, opens):
    page = opens("about:blank")
    page.route("**/static/built/*.js*", lambda route: route.abort())
    page.goto(f"{workshop.url}/")
    page.get_by_text(NOT_STARTED).wait_for()
    page.unroute_all()
    page.get_by_role("link", name="Load again").click()
    page.get_by_label("Session code").wait_for()


def test_a_phone_without_its_words_says_so_connects_to_nothing_and_starts_once_they_come(workshop, chromium, code):
    page = Phone(chromium, workshop.url, code).page
    lines = []
    page.on("websocket", lambda line: lines.append(line.url))
    page.route("**/static/words/**/room.js*", lambda route: route.abort())
    page.reload()
    page.get_by_text(NOT_STARTED).wait_for()
    assert lines == []
    page.unroute_all()
    page.wait_for_selector(".always")
    page.wait_for_function("() => document.querySelector('.always').innerText.includes('Connected')")
    assert len(lines) == 1
    expect(page.get_by_text(NOT_STARTED)).to_have_count(0)
    close(page)


def test_a_page_that_is_at_work_does_not_say_that_it_has_not_started(workshop, opens):
    page = opens(workshop.url)
    page.get_by_label("Session code").wait_for()
    page.wait_for_timeout(4500)
    expect(page.get_by_text(NOT_STARTED)).to_have_count(0)


@pytest.mark.parametrize("fault", ["Array.prototype.map", "String.prototype.replace", "JSON.parse"])
def test_a_fault_in_a_script_is_a_sentence_with_a_way_on(workshop, opens, fault):
    page = opens("about:blank")
    page.add_init_script(f"{fault} = () => {{ throw new Error('a fault'); }};")
    page.goto(f"{workshop.url}/#K7M4QX9P")
    page.get_by_text(NOT_STARTED).or_(page.get_by_role("heading", name="This page could not be drawn")).wait_for()
    way = page.get_by_role("link", name="Load again").or_(page.get_by_role("button", name="Load the page again"))
    expect(way.first).to_be_visible()


HOSTILE = ["/#%", "/#%E0%A4%A", "/#<svg onload=1>", "/?%=%&a[]=1#%00", "/#__proto__", "/room#%", f"/#{'%25' * 4000}"]


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path[:12])
def test_no_address_gives_a_blank_page(workshop, opens, path):
    page = opens(workshop.url + path)
    page.get_by_label("Session code").wait_for()
    assert page.faults == []


# ---------------------------------------------------------------- cookies and storage


def without_cookies(page, route):
    """The answer as a browser has it that keeps none of the cookies that came with it."""
    answer = route.fetch(max_redirects=0)
    page.context.clear_cookies()
    route.fulfill(response=answer, headers={n: v for n, v in answer.headers.items() if n.lower() != "set-cookie"})


def test_without_cookies_a_sentence_says_so_and_nothing_goes_round(workshop, opens, code):
    page = opens("about:blank", first=NO_COOKIES)
    loads = []
    page.on("framenavigated", lambda frame: loads.append(frame.url))
    page.route("**/*", lambda route: without_cookies(page, route))
    page.goto(workshop.url)
    expect(page.get_by_role("status")).to_contain_text("refuses cookies")
    page.get_by_label("Session code").fill(code)
    expect(page.get_by_role("status")).to_contain_text("sent no cookie")
    page.wait_for_timeout(300)
    assert len(loads) <= 2


def test_a_browser_that_does_not_keep_its_seat_is_told_before_it_goes_round(workshop, opens, code):
    page = opens("about:blank")

    def without_the_seat(route):
        answer = route.fetch()
        page.context.clear_cookies(name="cw_seat")
        route.fulfill(response=answer, headers={n: v for n, v in answer.headers.items() if n.lower() != "set-cookie"})

    page.route("**/join", without_the_seat)
    page.goto(f"{workshop.url}/#{code}")
    page.get_by_role("button", name=ENTER).click()
    expect(page.get_by_role("alert")).to_contain_text("refuses cookies")
    assert page.url.rstrip("/") == workshop.url


@pytest.mark.parametrize("storage", [NO_STORAGE, FULL_STORAGE], ids=["refused", "full"])
def test_without_storage_a_phone_takes_part(workshop, facilitator, chromium, code, storage):
    facilitator.send("session.go", {"step": "s1"})
    phone = Phone(chromium, workshop.url, code, first=storage)
    phone.page.get_by_role("button", name="I agree").click()
    phone.page.get_by_text("You have agreed").wait_for()
    assert phone.faults == []
    close(phone.page)


# ---------------------------------------------------------------- tabs, and pages that come back


def test_of_two_tabs_the_one_that_came_last_takes_part_and_the_other_can_have_it_back(workshop, chromium, code):
    phone = Phone(chromium, workshop.url, code)
    other = phone.page.context.new_page()
    other.goto(f"{workshop.url}/room")
    other.wait_for_selector(".always")
    phone.page.get_by_role("heading", name="open in another tab").wait_for()
    phone.page.get_by_role("button", name="Go on in this tab").click()
    phone.page.wait_for_selector(".always")
    other.get_by_role("heading", name="open in another tab").wait_for()
    close(phone.page)


def test_two_tabs_of_a_console_say_the_same_and_both_can_act(workshop, facilitator, console, code):
    other = console.context.new_page()
    other.goto(console.url)
    other.wait_for_selector(".console")
    for page, back in ((other, console), (console, other)):
        page.get_by_role("button", name="Blank all screens").click()
        back.get_by_role("button", name="Show again").last.wait_for()
        back.get_by_role("button", name="Show again").last.click()
        page.get_by_role("button", name="Blank all screens").wait_for()
    other.close()


PERSISTED = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"


def test_a_page_out_of_the_browser_s_memory_has_its_line_again_and_shows_what_is_so(
    workshop, facilitator, chromium, code
):
    facilitator.send("session.go", {"step": "s1"})
    phone = Phone(chromium, workshop.url, code)
    sockets = []
    phone.page.on("websocket", lambda socket: sockets.append(socket.url))
    phone.page.evaluate(PERSISTED)
    phone.page.wait_for_timeout(1000)
    assert sockets, "a line that the browser cut without a word is not trusted"
    facilitator.send("session.go", {"step": "s2"})
    title = next(s["title"] for s in facilitator.line.parts["agenda"]["steps"] if s["id"] == "s2")
    phone.page.locator(".sr", has_text=title).first.wait_for(state="attached")
    close(phone.page)


def test_the_start_page_out_of_the_browser_s_memory_is_loaded_again(workshop, opens):
    page = opens(workshop.url)
    page.get_by_label("Session code").wait_for()
    with page.expect_navigation():
        page.evaluate(PERSISTED)
    page.get_by_label("Session code").wait_for()


def test_a_set_up_that_comes_back_out_of_the_browser_s_memory_can_be_used_again(workshop, facilitator, opens):
    page = opens(f"{workshop.url}/facilitate/new", cookies=cookies_of(facilitator))
    page.evaluate("void (fetch = () => new Promise(() => {}))")  # on its way, and the page was left
    page.get_by_role("button", name="Open the lobby").click()
    page.get_by_role("button", name="No, open the lobby").click()
    expect(page.get_by_role("button", name="Opening…")).to_be_disabled()
    page.evaluate(PERSISTED)
    expect(page.get_by_role("button", name="No, open the lobby")).to_be_enabled()


LEFT = "dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))"


def test_what_is_added_once_a_page_has_come_back_is_said_when_it_is_left_again(workshop, facilitator, chromium, code):
    facilitator.send("session.go", {"step": "s4"})
    facilitator.send("board.open", {})
    phone, sent = Phone(chromium, workshop.url, code), []
    phone.page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(str(frame))))
    phone.wait_for_cards()
    phone.page.get_by_role("radio").first.click()
    phone.page.get_by_text("Sent").first.wait_for()
    phone.page.evaluate(LEFT)
    phone.page.evaluate(PERSISTED)
    phone.page.get_by_role("button", name="Consent", exact=True).click()
    phone.page.evaluate(LEFT)
    for _ in range(100):
        if any('"consent"' in frame for frame in sent):
            break
        phone.page.wait_for_timeout(100)
    assert any('"consent"' in frame for frame in sent), "the reason never went out"
    close(phone.page)
