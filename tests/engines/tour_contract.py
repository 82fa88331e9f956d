"""Each adapter does what a journey relies on, and each fault that a tour looks for is noticed in each engine."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.engines.page import NotSeen, Page

POLICY = "default-src 'none'; script-src 'self'"
PAGES = {
    "/faulty": '<!doctype html><title>Faulty</title><script src="/faulty.js"></script><script>inline()</script>',
    "/faulty.js": "console.error('a sentence'); console.warn('fine'); setTimeout(() => { throw Error('uncaught') });",
    "/wide": '<!doctype html><title>Wide</title><main style="width: 500px">Too wide</main>',
    "/buttons": """<!doctype html><title>Buttons</title>
        <button onclick="told.textContent = event.isTrusted ? 'trusted' : 'made up'">Press me</button>
        <button disabled>Shut</button> <button aria-disabled="true">Not yet</button> <button hidden>Hidden</button>
        <div style="position: relative"><button>Below</button><b style="position: absolute; inset: 0">Above</b></div>
        <label>Your words <textarea></textarea></label> <input aria-label="A code"> <input placeholder="A note">
        <label><input type="radio" style="position: absolute; opacity: 0">One choice</label>
        <button aria-label="Close the sheet">×</button> <div style="height: 3000px"></div> <a href="/wide">Far down</a>
        <p id="told"></p>""",
    "/restless": """<!doctype html><title>Restless</title><div style="height: 3000px"></div>
        <button onclick="told.textContent = 'pressed'">Down here</button><p id="told"></p><script>
        const centred = Element.prototype.scrollIntoView; let times = 0;
        Element.prototype.scrollIntoView = function (how) {
          centred.call(this, how); scrollBy(0, times++ % 2 ? 1 : -1);
        };
        </script>""",
}  # fmt: skip
SMALL = (320, 640)
SOON = 1.5
"""Seconds, where something is expected not to happen."""


class Answers(BaseHTTPRequestHandler):
    """Serves PAGES; /faulty under a policy that allows nothing inline."""

    def do_GET(self):
        found = PAGES.get(self.path)
        self.send_response(200 if found else 204)
        if self.path.startswith("/faulty"):
            self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Content-Type", "text/javascript" if self.path.endswith(".js") else "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write((found or "").encode())

    def log_message(self, *_):
        """Says nothing."""


@pytest.fixture(scope="module")
def url():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def page(browser):
    found = Page(browser, SMALL)
    yield found
    found.close()


def test_what_a_page_complains_of_is_heard_and_nothing_else(browser, url):
    page = Page(browser, SMALL)
    page.go(f"{url}/faulty")
    page._until("the faults are told", lambda: len(page.window.faults()) >= 3)
    told = page.window.faults()
    page.close()
    assert [sum(words in fault for fault in told) > 0 for words in ("a sentence", "uncaught", "Content")] == [True] * 3
    assert not [fault for fault in told if "fine" in fault]


def test_a_page_that_is_wider_than_its_window_is_noticed(page, url):
    page.go(f"{url}/wide")
    assert page.sideways() > 150
    assert "main" in page.widest()
    page.go(f"{url}/buttons")
    assert page.sideways() == 0


def test_a_button_is_really_pressed_and_a_field_really_typed_in(page, url):
    page.go(f"{url}/buttons")
    page.tap("button", "Press me", exact=True)
    page.see("trusted")
    for field in ("Your words", "A code", "A note"):
        page.fill(field, "“Why?” – they asked")
    page.tap("radio", "One choice")
    page.pressed("radio", "One choice")
    page.tap("link", "Far down")
    page.see("Too wide")


def test_a_page_that_centres_by_a_pixel_now_here_now_there_is_pressed_all_the_same(page, url):
    page.go(f"{url}/restless")
    page.tap("button", "Down here")
    page.see("pressed")


def test_what_a_person_cannot_press_is_not_pressed(page, url):
    page.go(f"{url}/buttons")
    page.patience, patient = SOON, page.patience
    for name, why in {
        "Below": "lies under <b",
        "Shut": "disabled",
        "Not yet": "disabled",
        "Hidden": "no button",
    }.items():
        with pytest.raises(NotSeen, match=why):
            page.tap("button", name)
    with pytest.raises(NotSeen, match="The page says: Press me"):
        page.see("these words are nowhere")
    page.patience = patient
    assert page.count("button", "Close the sheet") == 1


def test_a_window_has_the_size_that_it_is_given_and_moves_little(page, url):
    page.go(f"{url}/buttons")
    for size in ((320, 640), (360, 640), (1024, 768), (1920, 1080)):
        with page.as_large_as(size):
            assert page.window.ask("[innerWidth, innerHeight]") == list(size)
    assert page.window.ask("matchMedia('(prefers-reduced-motion: reduce)').matches") is True
    with page.as_large_as(SMALL, 200):
        assert page.window.ask("getComputedStyle(document.documentElement).fontSize") == "32px"


def test_two_people_share_no_cookies_and_no_storage(browser, page, url):
    page.go(f"{url}/buttons")
    page.window.ask("(document.cookie = 'mine=1; path=/', localStorage.setItem('mine', '1'), 1)")
    other = Page(browser, SMALL)
    other.go(f"{url}/buttons")
    assert other.window.ask("document.cookie + (localStorage.getItem('mine') || '')") == ""
    other.close()
    page.go(f"{url}/buttons")
    assert page.window.ask("document.cookie + localStorage.getItem('mine')") == "mine=11"
