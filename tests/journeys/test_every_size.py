"""Every step of phone, console and screen, and pages of the office, at many sizes: nothing is cut or beside the page.

With the words of a shipped case, and with words as long as every limit allows; with scroll bars that take room.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as TooLate

from tests.helpers.browser import launched_chromium
from tests.helpers.longest import word, write_longest
from tests.helpers.reading import all_kept
from tests.helpers.served import Served, served
from tests.journeys.people import close, cookies_of, open_page
from tests.journeys.test_boxes import faults, look
from workshop.rehearsal.company import Company
from workshop.rehearsal.facilitator import SimulatedFacilitator, here

pytestmark = pytest.mark.tour

Look = tuple[int, int, int]
"""Width and height of the window, and how large text is (percent)."""
PHONE, LAPTOP, OLDER, PROJECTOR = (360, 640, 100), (1280, 800, 100), (1024, 768, 100), (1920, 1080, 100)
SMALL: tuple[Look, ...] = ((320, 640, 100), PHONE, (360, 640, 200), (640, 360, 100), (640, 360, 200))
LOOKS: dict[str, tuple[Look, ...]] = {
    "phone": (*SMALL, OLDER, LAPTOP, PROJECTOR),
    "screen": (LAPTOP, OLDER, PROJECTOR),
    "console": (*SMALL, OLDER, LAPTOP, PROJECTOR),
    "office": (*SMALL, OLDER, LAPTOP, PROJECTOR),
}
HOMES = ["/facilitate", "/facilitate/new", "/facilitate/cases"]
SHEETS = ("Case", "Ask", "Support", "Step out")
"""What lies a tap away on every phone."""


@dataclass
class Everything:
    """Whoever looks, and what nobody would want to see: (where, size) → faults."""

    pages: dict[str, Page]
    seen: int = 0
    wrong: dict[str, dict[str, list[str]]] = field(default_factory=dict)

    def look(self, where: str, *names: str) -> None:
        """All sizes of these pages, or of the room's three."""
        for name in names or ("phone", "screen", "console"):
            page = self.pages[name]
            for width, height, percent in LOOKS[name]:
                page.set_viewport_size({"width": width, "height": height})
                page.evaluate(TEXT, percent)
                self.seen += 1
                if found := standing(page):
                    self.wrong[f"{where}, {name}, {width} × {height}, {percent} %"] = found
            page.evaluate(TEXT, 100)


def standing(page: Page) -> dict[str, list[str]]:
    """What is wrong with a page once it has settled: whatever is wrong is looked at again, for a second."""
    found: dict[str, list[str]] = {}
    for _ in range(SETTLES):
        page.wait_for_timeout(SETTLED)
        if not (found := faults(look(page))):
            break
    return found


TEXT = "percent => { document.documentElement.style.fontSize = percent === 100 ? '' : `${percent}%` }"
SETTLED, SETTLES = 60, 16
"""Milliseconds until a page has heard of its size. One that nobody looks at draws no frames, and none is waited for."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """With scroll bars."""
    with launched_chromium(scroll_bars=True) as found:
        yield found


@pytest.fixture(scope="module", params=["ordinary", "longest"])
def words(request, tmp_path_factory) -> Iterator[tuple[Served, str, str]]:
    """A workshop, a case study, and how its session is called."""
    folder = tmp_path_factory.mktemp("cases")
    ordinary = request.param == "ordinary"
    case, title = ("group-chat", "Autumn course") if ordinary else (write_longest(folder), word(80))
    with served(tmp_path_factory.mktemp("sizes") / "data", WORKSHOP_SCENARIOS=str(folder)) as running:
        yield running, case, title


@pytest.fixture(scope="module")
def everything(words, browser) -> Iterator[Everything]:
    """Taken through a half day, looked at wherever something new is shown."""
    running, case, title = words
    facilitator = SimulatedFacilitator(running.url, running.link)
    code = facilitator.create(case, "half", 5, title, rehearsal=False)
    cookies = cookies_of(facilitator)
    of_session = f"{running.url}/facilitate/{facilitator.session}"
    found = Everything(
        {
            "phone": open_page(browser, f"{running.url}/#{code}"),
            "console": open_page(browser, of_session, LAPTOP[:2], cookies),
            "screen": open_page(browser, f"{running.url}/screen/{facilitator.session}", PROJECTOR[:2], cookies),
            "office": open_page(browser, f"{running.url}/facilitate", LAPTOP[:2], cookies),
        }
    )
    joined(found)
    company = Company(running.url, code, size=6, seed=5)
    facilitator.start(company)
    for step in facilitator.line.parts["agenda"]["steps"]:
        worked(found, facilitator, step)
    found.pages["office"].goto(f"{of_session}/care")
    found.pages["office"].get_by_role("heading", name="Welfare").wait_for()
    found.look("care", "office")
    facilitator.send("session.end", {})
    found.pages["phone"].get_by_role("heading", name="This session has ended").wait_for()
    found.look("ended", "phone", "screen")
    in_the_office(found, running, facilitator)
    yield found
    close(*found.pages.values())
    company.leave()


def joined(found: Everything) -> None:
    """The code, the promise, the room; and what lies a tap away."""
    phone = found.pages["phone"]
    enter = phone.get_by_role("button", name="Enter the workshop")
    enter.wait_for()
    found.look("join", "phone")
    for width, height, _ in SMALL[:2]:
        phone.set_viewport_size({"width": width, "height": height})
        phone.evaluate("scrollTo(0, 0)")
        in_sight(phone, "Enter the workshop")
    enter.click()
    phone.wait_for_selector(".always")
    for width, height, _ in SMALL[:2]:
        phone.set_viewport_size({"width": width, "height": height})
        phone.evaluate("scrollTo(0, 0)")
        in_sight(phone, "I agree")
    for name in SHEETS:
        phone.locator(".always").get_by_role("button", name=name).click()
        found.look(f"sheet {name}", "phone")
        phone.go_back()


LIES_OVER = """(button) => {
  const box = button.getBoundingClientRect();
  const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return box.bottom <= innerHeight && button.contains(at) ? '' : `${box.bottom}: ${at?.outerHTML.slice(0, 200)}`;
}"""
"""What keeps a button from being pressed without scrolling: where it ends, what lies over its middle. "": nothing."""


def in_sight(page: Page, name: str) -> None:
    """Until a button can be pressed without scrolling. On a busy machine one was not at once, in one run of five."""
    button = page.get_by_role("button", name=name).element_handle()
    try:
        page.wait_for_function(f"(button) => !({LIES_OVER})(button)", arg=button)
    except TooLate:
        raise AssertionError((name, page.viewport_size, button.evaluate(LIES_OVER))) from None


def worked(found: Everything, facilitator: SimulatedFacilitator, step: dict[str, Any]) -> None:
    """A step as it opens, and once everybody has done what is asked there."""
    activity = step["activity"]
    if activity == "board":
        facilitator.send("board.open", {})
    arrived(found, facilitator, step)
    found.look(f"{step['title'][:20]} {activity}")
    if activity == "board":
        facilitator.finish_round()
        found.pages["screen"].locator(".strip").first.wait_for()
    else:
        facilitator.work(step)
    found.look(f"{step['title'][:20]} {activity}, worked")
    if step["id"] != facilitator.line.parts["agenda"]["steps"][-1]["id"]:
        facilitator.next(step["id"])


def arrived(found: Everything, facilitator: SimulatedFacilitator, step: dict[str, Any]) -> None:
    """Until console and screen show the step."""
    assert here(facilitator.line.parts)["id"] == step["id"]
    found.pages["console"].locator(".rail .now", has_text=step["title"]).wait_for()
    found.pages["phone"].locator("#main").wait_for()


def in_the_office(found: Everything, running: Served, facilitator: SimulatedFacilitator) -> None:
    """What is left of it: lists, the texts that would leave, the report, the desk, and the pages for anybody."""
    office, session = found.pages["office"], f"/facilitate/{facilitator.session}"
    answers = all_kept(facilitator.browser.get(f"{session}/report").decode())
    at_home(found, running)
    paths = [f"{session}/debrief", f"{session}/report", "/privacy", "/support", "/nowhere"]
    looked(found, running, paths)
    release = facilitator.browser.post(f"{session}/release", answers)["release"]
    desk = f"/organisation/reports/{release}"
    looked(found, running, [f"{session}/report", desk, f"{desk}/destroy", f"{desk}.html"])
    office.goto(f"{running.url}{desk}/destroy")


def at_home(found: Everything, running: Served) -> None:
    """Home, without the first look that lies over it, setting up, and the shelf."""
    office = found.pages["office"]
    office.goto(f"{running.url}/facilitate")
    leave = office.get_by_role("button", name="Leave the tour")
    leave.click()
    leave.wait_for(state="detached")
    looked(found, running, HOMES)


def looked(found: Everything, running: Served, paths: list[str]) -> None:
    for path in paths:
        found.pages["office"].goto(running.url + path)
        found.look(path.rpartition("/")[2] or path, "office")


def test_everything_is_seen_whole_at_every_size(everything):
    assert everything.seen > 30
    assert everything.wrong == {}, "\n".join(f"@@{k}: {v}" for k, v in everything.wrong.items())


def test_no_browser_complains(everything):
    assert [f for name in ("phone", "console", "screen") for f in everything.pages[name].faults] == []
