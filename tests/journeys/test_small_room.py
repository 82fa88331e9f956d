"""Four people and a trainer who presses the big button: from the lobby to the end there is a next thing to do."""

import json
import re

import pytest

from tests.journeys.people import BOUNCE, DESK, PROJECTOR, Phone, axe, close, cookies_of, open_page

pytestmark = pytest.mark.tour

PRESSES = 120
SMALL = "This group is small, so nothing is placed on phones"


class Small:
    """A session with a desk, a projector and four phones."""

    def __init__(self, workshop, facilitator, chromium) -> None:
        self.lead = facilitator
        code = facilitator.create("group-chat", "ninety", k=5)
        links = json.loads(facilitator.browser.get(f"/facilitate/{facilitator.session}/links"))
        there = f"{workshop.url}/facilitate/{facilitator.session}"
        self.desk = open_page(chromium, there, DESK, cookies_of(facilitator))
        self.screen = open_page(chromium, links["screen"], PROJECTOR)
        self.phones = [Phone(chromium, workshop.url, code).page for _ in range(4)]
        self.pages = (self.desk, self.screen, *self.phones)

    def press(self) -> str:
        """The big button, once it can be pressed, and whatever it asks first answered with yes; what it said."""
        self.desk.locator(".go button.big[aria-disabled='false']").wait_for()
        label = self.desk.locator(".go button.big").inner_text().split("\n")[0].strip()
        self.desk.locator(".go button.big").click()
        self.desk.wait_for_timeout(BOUNCE)
        few = self.desk.get_by_role("dialog", name="Close it now?").locator(".button--second")
        if few.count():
            few.click()
        elif self.desk.get_by_text("Press once more").count():
            self.desk.locator(".go button.big").click()
        return label


@pytest.fixture(scope="module")
def small(workshop, facilitator, chromium):
    found = Small(workshop, facilitator, chromium)
    yield found
    assert [f for p in found.pages for f in p.faults] == []
    close(*found.pages)
    facilitator.line.drop()


def test_the_lobby_says_what_will_not_be_shown_and_offers_a_way(small):
    desk = small.desk
    desk.get_by_text("Fewer than five devices are in.").wait_for()
    desk.get_by_text("has anyone here placed this case before?").wait_for()
    for _ in range(2):
        desk.get_by_role("button", name="Talk without figures").click()
    desk.get_by_text("You talk without figures.").wait_for()
    for phone in small.phones:
        phone.get_by_text(SMALL).wait_for()
    desk.get_by_role("button", name="Place on phones after all").click()
    for phone in small.phones:
        phone.get_by_text(SMALL).wait_for(state="detached")


def test_the_big_button_leads_from_the_lobby_to_the_end_and_no_figure_is_on_the_way(small):
    said, seen = [], set()
    for _ in range(PRESSES):
        said.append(small.press())
        if said[-1].startswith("End"):
            break
        board = small.lead.line.parts.get("board")
        assert board is None or board["results"] is None, "no figures"
        if board and board["talk"] and board["focus"] not in seen:
            seen.add(board["focus"])
            for page in (small.screen, small.phones[0]):
                page.get_by_text(re.compile("without figures")).first.wait_for()
            if len(seen) == 2:
                small.phones[0].get_by_text(SMALL).wait_for()
                assert [axe(page) for page in (small.desk, small.screen, small.phones[0])] == [[], [], []]
    assert said[-1].startswith("End") and "Talk about the cards" in said and said.count("Next card") > 5
    small.desk.get_by_role("button", name="End the session").last.click()
    small.desk.get_by_text("This session has ended").wait_for()
