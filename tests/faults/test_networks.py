"""Networks that fail and lie, and real pages on them: whatever becomes of a WebSocket, a phone comes into the room and
stays there; silence is noticed; and where nothing helps, a sentence says what to do.
"""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from tests.helpers.liar import Liar
from tests.journeys.people import DESK, PROJECTOR, close, open_page
from workshop.rehearsal.facilitator import SimulatedFacilitator

pytestmark = pytest.mark.tour

WITHIN = 30_000
"""Milliseconds until a page is in the room by another way; of which it takes five on a machine that has time."""
NOTICED = 8_000
SLACK = 1_500
"""Milliseconds by the page's own clock: what is promised, and what a busy machine may add."""
WAYS = ("swallow", "mute", "502", "cut")
LINK = "nav[aria-label='Always there'] span:first-child"
WATCH = """words => {
  const at = () => document.querySelector("nav[aria-label='Always there'] > span")?.textContent.includes(words);
  return new Promise((done) => { const look = () => (at() ? done(performance.now()) : setTimeout(look, 50)); look(); });
}"""


@pytest.fixture(scope="module")
def desk(workshop):
    found = SimulatedFacilitator(workshop.url, workshop.link)
    found.create("group-chat", "ninety", k=5)
    yield found
    found.line.drop()


@pytest.fixture(scope="module")
def lie(workshop):
    """Networks of which each lies in a way of its own: `lie(sockets="swallow")`."""
    with ExitStack() as stack:
        yield lambda **how: stack.enter_context(Liar(int(workshop.url.rsplit(":", 1)[1]), **how))


def enter(browser, url, desk, **context):
    """A phone that presses Enter, whatever comes of it."""
    page = open_page(browser, f"{url}/#{desk.line.parts['session']['code']}", **context)
    page.get_by_role("button", name="Enter the workshop").click()
    return page


def is_in(page) -> None:
    page.get_by_role("button", name="Step out").wait_for(timeout=WITHIN)
    page.locator(LINK).get_by_text("Connected").wait_for(state="attached", timeout=WITHIN)


@pytest.fixture(scope="module")
def polling(chromium, lie, desk):
    """Phones whose network swallows, mutes, refuses or cuts every WebSocket, and their networks; in the room by now."""
    found = {way: (lie(sockets=way),) for way in WAYS}
    found = {way: (liar, enter(chromium, liar.url, desk)) for way, (liar,) in found.items()}
    for _, page in found.values():
        is_in(page)
    yield found
    close(*(page for _, page in found.values()))


@pytest.mark.parametrize("way", WAYS)
def test_whatever_becomes_of_a_websocket_the_phone_is_in_the_room(polling, desk, way):
    liar, page = polling[way]
    assert liar.asked["socket"] >= 1, "it came first"
    page.get_by_role("button", name="Ask", exact=True).click()
    page.get_by_role("textbox").fill("What would have helped?")
    page.get_by_role("button", name="Send").click()
    page.get_by_role("textbox").wait_for(state="visible")
    page.wait_for_function("() => !document.querySelector('textarea').value")
    page.get_by_role("button", name="Close").first.click()


def test_silence_in_any_direction_is_noticed_within_eight_seconds_and_the_person_is_told_why(chromium, lie, desk):
    networks = [(lie(), {"up", "down"}), (lie(), {"up"}), (lie(), {"down"})]
    pages = [enter(chromium, liar.url, desk) for liar, _ in networks]
    began = []
    for (liar, silent), page in zip(networks, pages, strict=True):
        is_in(page)
        page.evaluate(f"words => {{ window.noticed = ({WATCH})(words); }}", "Reconnecting")
        liar.silent = frozenset(silent)
        began.append(page.evaluate("performance.now()"))
    for (liar, _), page, since in zip(networks, pages, began, strict=True):
        assert page.evaluate("window.noticed") - since < NOTICED + SLACK
        liar.silent = frozenset()
    for page in pages[1:]:
        is_in(page)
    hotel = networks[0][0]
    is_in(pages[0])
    hotel.sockets, hotel.pages, hotel.silent = "502", "portal", frozenset({"down"})
    pages[0].get_by_text("Another page answers in the workshop’s place").wait_for(timeout=WITHIN)
    hotel.sockets, hotel.pages, hotel.silent = "pass", "pass", frozenset()
    is_in(pages[0])
    assert not pages[0].get_by_text("Another page answers").count()
    close(*pages)


def test_when_the_network_lets_websockets_through_again_the_phone_goes_back_to_one(polling):
    liar, page = polling["swallow"]
    tried = liar.asked["socket"]
    liar.sockets = "pass"
    page.evaluate("dispatchEvent(new Event('online'))")  # or by itself before: either way it polls no more
    for _ in range(WITHIN // 4000):
        pages = liar.asked["page"]
        page.wait_for_timeout(4000)
        if liar.asked["page"] == pages:
            break
    assert liar.asked["page"] == pages
    assert liar.asked["socket"] > tried
    is_in(page)


def test_console_and_screen_come_in_by_polling_too(chromium, lie, desk, workshop):
    liar = lie(sockets="swallow")
    cookies = [dict(zip(("name", "value"), c.split("=", 1), strict=True)) for c in desk.browser.cookies.split("; ")]
    given = [{**cookie, "url": liar.url} for cookie in cookies]
    console = open_page(chromium, f"{liar.url}/facilitate/{desk.session}", DESK, given)
    screen = open_page(chromium, f"{liar.url}/screen/{desk.session}", PROJECTOR, given)
    console.get_by_role("status").get_by_text("Connected").wait_for(timeout=WITHIN)
    screen.get_by_text("Join on your phone").wait_for(timeout=WITHIN)
    assert console.get_by_text("No phone reaches this address.").count(), "this test's workshop listens here alone"
    assert screen.get_by_text("Phones do not reach this address yet.").count()
    assert not screen.get_by_role("img", name="QR code").count()
    close(console, screen)


def test_reached_by_a_name_of_the_local_network_page_and_socket_work(chromium, desk, workshop):
    page = enter(chromium, workshop.url.replace("127.0.0.1", "name.local"), desk)
    is_in(page)
    assert not [fault for fault in page.faults if "socket" in fault.lower()]
    close(page)
