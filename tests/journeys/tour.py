"""A tour of a whole session in a real browser: screenshots of every step on phone, laptop, console and projector.

    python -m tests.journeys.tour DIRECTORY [agenda]

A simulated company fills the room; one more phone and one more laptop are real pages, and so are console and screen.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.helpers.browser import launched_chromium
from tests.helpers.served import served
from tests.journeys.people import axe
from workshop.casebook import SHIPPED, Casebook
from workshop.rehearsal.company import Company
from workshop.rehearsal.facilitator import SimulatedFacilitator, here

SIZES = {"phone": (360, 640), "laptop": (1280, 800), "console": (1280, 800), "screen": (1920, 1080)}


class Tour:
    """Pages, and where their pictures go."""

    def __init__(self, browser: Browser, out: Path) -> None:
        self.browser, self.out, self.number = browser, out, 0
        self.pages: dict[str, Page] = {}
        self.errors: list[str] = []
        out.mkdir(parents=True, exist_ok=True)

    def open(self, name: str, url: str, cookies: list[dict] | None = None) -> Page:
        width, height = SIZES[name.split("-")[0]]
        context = self.browser.new_context(viewport={"width": width, "height": height})
        if cookies:
            context.add_cookies(cookies)
        page = context.new_page()
        page.on("console", lambda m: self.errors.append(f"{name}: {m.text}") if m.type == "error" else None)
        page.on("pageerror", lambda e: self.errors.append(f"{name}: {e}"))
        page.goto(url)
        self.pages[name] = page
        return page

    def shoot(self, what: str, only: tuple[str, ...] = ()) -> None:
        self.number += 1
        for name, page in self.pages.items():
            if not only or name in only:
                page.wait_for_timeout(700)
                page.screenshot(path=self.out / f"{self.number:02d}-{what}-{name}.png")
                self.errors += [f"{name}, {what}: {fault}" for fault in axe(page)]


def cookies_of(facilitator: SimulatedFacilitator, url: str) -> list[dict]:
    """The facilitator's sign-in, for a real browser."""
    pairs = [c.split("=", 1) for c in facilitator.browser.cookies.split("; ")]
    return [{"name": n, "value": v, "url": url} for n, v in pairs]


def place_all(page: Page) -> None:
    """A real phone places every card of the open round, the second stage each time."""
    for _ in range(40):
        if page.locator("progress").count():
            return
        if page.locator("button.pick, button.tabb").count():
            page.locator("button.pick, button.tabb").nth(1).click()
        elif page.locator(".end .button").count():
            page.locator(".end .button").first.click()
        page.wait_for_timeout(60)


def tour(out: Path, agenda: str) -> list[str]:
    """Take it. Returns what the browsers' consoles complained of."""
    with tempfile.TemporaryDirectory() as scratch, launched_chromium() as browser:
        at = Tour(browser, out)
        with served(Path(scratch) / "data") as workshop:
            try:
                _walk(at, workshop.url, workshop.link, agenda)
            finally:
                for error in dict.fromkeys(at.errors):
                    print(error)
        return at.errors


def _walk(at: Tour, url: str, link: str, agenda: str) -> None:
    facilitator = SimulatedFacilitator(url, link)
    scenario = Casebook([SHIPPED]).get("group-chat")
    cookies = cookies_of(facilitator, url)
    home = at.open("console", f"{url}/facilitate", cookies)
    at.shoot("home")
    home.goto(f"{url}/facilitate/new")
    at.shoot("setup")
    code = facilitator.create("group-chat", agenda, k=5)
    home.goto(f"{url}/facilitate/{facilitator.session}")
    at.open("screen", f"{url}/screen/{facilitator.session}", cookies)
    phone = at.open("phone", f"{url}/#{code}")
    at.shoot("join")
    phone.get_by_role("button", name="Enter the workshop").click()
    phone.wait_for_selector(".always")
    laptop = at.open("laptop", f"{url}/#{code}")
    laptop.get_by_role("button", name="Enter the workshop").click()
    company = Company(url, code, 22, 7, {i.id: dict(i.effects) for i in scenario.information})
    facilitator.start(company)
    company.join()
    while True:
        step = here(facilitator.line.parts)
        _step(at, facilitator, step)
        steps = facilitator.line.parts["agenda"]["steps"]
        if step["id"] == steps[-1]["id"]:
            break
        facilitator.next(step["id"])
    facilitator.send("session.end", {})
    at.shoot("ended")
    home.goto(f"{url}/facilitate/{facilitator.session}")
    at.shoot("report", only=("console",))


def _step(at: Tour, facilitator: SimulatedFacilitator, step: dict) -> None:
    name = f"{step['id']}-{step['activity']}"
    if step["activity"] == "board":
        at.shoot(f"{name}-ready")
        facilitator.send("board.open", {})
        at.pages["phone"].wait_for_selector(".pick")
        at.shoot(f"{name}-open")
        at.pages["phone"].locator("button.pick").nth(1).click()
        at.shoot(f"{name}-why", only=("phone",))
        for page in ("phone", "laptop"):
            place_all(at.pages[page])
        at.shoot(f"{name}-wait")
        facilitator.finish_round()
    elif step["activity"] == "discussion":
        at.shoot(name)
        facilitator.work(step)
    else:
        at.shoot(f"{name}-before")
        facilitator.work(step)
    at.shoot(f"{name}-done")


if __name__ == "__main__":
    sys.exit(1 if tour(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "ninety") else 0)
