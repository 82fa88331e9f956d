"""Real browsers in a room: a phone, and the accessibility check that every page must pass."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from playwright.sync_api import Browser, Error, Page

from tests.helpers.tree import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"
PHONE, DESK, PROJECTOR = (360, 640), (1280, 800), (1920, 1080)
STEPS_OF_A_PHONE = 60
SETTLED = 400
"""Milliseconds after which no colour is on its way to another, where a machine is quick."""
STILL = """() => document.getAnimations().every((a) => a.playState !== 'running'
  || a.effect.getComputedTiming().endTime === Infinity)"""
ASKS_AGAIN = ("Reveal", "Close the answers", "Close the reflection")
BOUNCE = 700
"""Milliseconds between two presses that are two."""
PATIENCE = 15_000
"""Milliseconds until what a browser waits for has failed."""


def open_page(browser: Browser, url: str, size: tuple[int, int] = PHONE, cookies: Any = (), first: str = "") -> Page:
    """A page in a browser of its own, whose faults (`page.faults`) are collected. `first`: a script that runs first."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    context.add_cookies(list(cookies))
    if first:
        context.add_init_script(first)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.faults = faults  # type: ignore[attr-defined]
    page.goto(url)
    return page


def cut_off(page: Page) -> None:
    """Without a network, and it says so: by its sign, whose words may be of what waits to be sent."""
    page.context.set_offline(True)
    page.locator(".link.is-back").wait_for()


def cookies_of(facilitator: Any) -> list[dict[str, str]]:
    """A simulated facilitator's own, for a browser."""
    pairs = [pair.partition("=") for pair in facilitator.browser.cookies.split("; ")]
    return [{"name": name, "value": value, "url": facilitator.browser.url} for name, _, value in pairs]


def enter(page: Page) -> None:
    """Press Enter; read the case first, where the room has begun with it."""
    page.get_by_role("button", name="Enter the workshop").click()
    read = page.get_by_role("button", name="Join where the room is")
    page.wait_for_selector(".always")
    page.locator("main h1, main h2, main textarea, main button").first.wait_for()
    if read.count():
        read.click()


class Phone:
    """One delegate's real phone."""

    def __init__(self, browser: Browser, url: str, code: str, first: str = "") -> None:
        self.page = open_page(browser, f"{url}/#{code}", first=first)
        enter(self.page)

    @property
    def faults(self) -> list[str]:
        """What its browser complained of."""
        return self.page.faults  # type: ignore[attr-defined]

    def wait_for_cards(self) -> None:
        """Until a card can be placed."""
        self.page.wait_for_selector("button.pick")

    def place(self, stage: int) -> None:
        """The card shown goes to the `stage`th stage (from 0), or off the line at -1; then on to the next card."""
        picks = self.page.locator("button.pick")
        picks.nth(stage).click() if stage >= 0 else self.page.locator("button.know").click()
        self.page.locator(".end .button").click()

    def place_all(self, stage_of: Callable[[int], int]) -> None:
        """Every card of the open round; `stage_of(card's number)`."""
        self.wait_for_cards()
        for number in range(STEPS_OF_A_PHONE):
            if self.page.locator("progress").count():
                return
            self.place(stage_of(number))
        raise AssertionError("the round has more cards than a phone can place")

    def say(self) -> str:
        """All that can be read on it."""
        return self.page.locator("#app").inner_text()


def axe(page: Page) -> list[str]:
    """Every accessibility fault of WCAG 2.2 A and AA that axe finds on a page, one line each."""
    page.wait_for_timeout(SETTLED)
    page.wait_for_function(STILL)
    if page.evaluate("typeof window.axe === 'undefined'"):
        page.evaluate(AXE.read_text("utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    options = {"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"], "iframes": False}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [f"{v['id']}: {v['help']}: {n['html'][:160]}" for v in found for n in v["nodes"]]


def close(*pages: Page) -> None:
    """Put them away."""
    for page in pages:
        with suppress(Error):
            page.context.close()


class Desk:
    """The facilitator's real browser: signs in by the printed link, sets a session up, and leads it with Space."""

    def __init__(self, browser: Browser, link: str) -> None:
        self.page = open_page(browser, link, DESK)
        if "/sign-in/" in link:
            self.page.get_by_role("button", name="Sign in").click()
            self.page.wait_for_url("**/facilitate")

    @property
    def faults(self) -> list[str]:
        """What its browser complained of."""
        return self.page.faults  # type: ignore[attr-defined]

    def create(self, scenario: str, agenda: str) -> dict[str, str]:
        """A session by way of the set-up page. Returns its links (join, screen, desk, address)."""
        self.page.get_by_role("link", name="Set up").first.click()
        self.page.get_by_text(scenario, exact=True).first.click()
        self.page.get_by_text(agenda, exact=True).first.click()
        self.page.get_by_role("button", name="Open the lobby").click()
        self.page.get_by_role("button", name="No, open the lobby").click()
        self.page.wait_for_selector(".console")
        return self.page.evaluate("JSON.parse(document.getElementById('page-data').textContent).links")

    def again(self, url: str) -> Page:
        """The same browser, after its page was closed."""
        faults = self.faults
        self.page = self.page.context.new_page()
        self.page.faults = faults  # type: ignore[attr-defined]
        self.page.on("pageerror", lambda fault: faults.append(str(fault)))
        self.page.goto(url)
        return self.page

    @property
    def step(self) -> str:
        """The title of the step where the room is."""
        return self.page.locator(".rail .now").inner_text().split("\n")[0]

    def next(self, label: str) -> None:
        """Space, once the big button says `label` and means it; and whatever it asks first is answered with yes."""
        self.page.locator(".go button.big[aria-disabled='false']", has_text=label).wait_for()
        self.page.keyboard.press("Space")
        if label in ASKS_AGAIN:
            self._says_yes()

    def _says_yes(self) -> None:
        """A second press; or, while the desk has not been told that enough have answered, the button of the sheet."""
        few = self.page.get_by_role("dialog", name="Close it now?").locator(".button--second")
        few.or_(self.page.get_by_text("Press once more")).wait_for()
        if few.count():
            few.click()
            return
        self.page.wait_for_timeout(BOUNCE)
        self.page.keyboard.press("Space")

    def next_step(self, title: str) -> None:
        """On to the step of this title, whatever of the discussion is skipped."""
        self.page.locator(".rail li:not(.now):not(.phases li) button", has_text=title).first.click()
        self.page.get_by_role("button", name="Move the room here").click()
        self.page.locator(".rail .now", has_text=title).wait_for()
