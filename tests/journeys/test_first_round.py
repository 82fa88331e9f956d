"""The shortest way through a room in real browsers, which bin/test takes; all other journeys are bin/tour's.

A console, the screen and a phone, among four simulated ones: they enter, agree, place the warm-up and see it.
"""

import json

import pytest
from playwright.sync_api import expect

from tests.journeys.people import PROJECTOR, Desk, Phone, axe, close, open_page
from workshop.rehearsal.company import Company

OTHERS = 4


class Room:
    """The people of this file."""

    def __init__(self, workshop, facilitator, chromium):
        code = facilitator.create("group-chat", "ninety", k=5)
        links = json.loads(facilitator.browser.get(f"/facilitate/{facilitator.session}/links"))
        self.company = Company(workshop.url, code, size=OTHERS, seed=5)
        facilitator.start(self.company)
        self.desk = Desk(chromium, links["desk"])
        self.screen = open_page(chromium, links["screen"], PROJECTOR)
        self.phone = Phone(chromium, workshop.url, code)


@pytest.fixture(scope="module")
def room(workshop, facilitator, chromium):
    found = Room(workshop, facilitator, chromium)
    yield found
    assert found.desk.faults + found.screen.faults + found.phone.faults == []
    close(found.desk.page, found.screen, found.phone.page)
    found.company.leave()
    facilitator.line.drop()


def test_a_phone_enters_and_agrees_among_others(room):
    room.company.join()
    room.desk.page.get_by_text(f"{OTHERS + 1} devices have joined.").wait_for()
    room.phone.page.get_by_role("button", name="I agree").click()
    room.desk.page.get_by_text(f"At least {OTHERS + 1} have agreed.").wait_for()


def test_it_places_every_card_and_nobody_sees_a_figure(room):
    room.desk.next_step("Warm-up")
    room.desk.next("Open the warm-up")
    room.phone.place_all(lambda card: card)
    room.desk.page.locator(".go button.big[aria-disabled='false']", has_text="Reveal").wait_for()
    for page in (room.desk.page, room.screen, room.phone.page):
        assert page.locator(".piles .dot").count() == 0


def test_it_is_shown_to_everybody_at_once(room):
    room.desk.next("Reveal")
    room.phone.page.get_by_text("All cards", exact=True).wait_for()  # not a button of the page before
    room.phone.page.get_by_role("main").get_by_role("button").first.click()
    expect(room.phone.page.get_by_text("You:").first).to_be_visible()
    expect(room.screen.get_by_role("img", name=f"{OTHERS + 1} placed").first).to_be_visible()
    assert [axe(page) for page in (room.desk.page, room.screen, room.phone.page)] == [[], [], []]
