"""Real browsers in a room: a phone, and the accessibility check that every page must pass."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from playwright.sync_api import Browser, Error, Page

from tests.helpers.tree import ROOT

AXE = ROOT / "tests/vendor/axe.min.js"
PHONE, DESK, PROJECTOR = (360, 640), (1280, 800), (1920, 1080)
STEPS_OF_A_PHONE = 60


def open_page(browser: Browser, url: str, size: tuple[int, int] = PHONE, cookies: Any = ()) -> Page:
    """A page in a browser of its own, whose faults (`page.faults`) are collected."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
    context.add_cookies(list(cookies))
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.faults = faults  # type: ignore[attr-defined]
    page.goto(url)
    return page


class Phone:
    """One delegate's real phone."""

    def __init__(self, browser: Browser, url: str, code: str) -> None:
        self.page = open_page(browser, f"{url}/#{code}")
        self.page.get_by_role("button", name="Enter the workshop").click()
        self.page.wait_for_selector(".always")

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
