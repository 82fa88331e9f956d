"""A facilitator's browser and six phones go through a whole session, from the printed link to the report.

One session, walked through once; the tests of this file look at it in the order in which it happens.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.people import PROJECTOR, Desk, Phone, axe, close, open_page

pytestmark = pytest.mark.tour

SIZE = 6
ENDS = (0, 0, 0, 4, 4, 4)
"""Where each phone places every card of the first round: a split of three and three."""


class Room:
    """The people of this file."""

    def __init__(self, workshop, chromium):
        self.chromium = chromium
        self.first = self.desk = Desk(chromium, workshop.link)
        self.links = self.desk.create("The group chat", "90 minutes")
        code = self.links["join"].partition("#")[2]
        self.phones = [Phone(chromium, workshop.url, code) for _ in range(SIZE)]
        self.screen = open_page(chromium, self.links["screen"], PROJECTOR)

    def everyone(self, act: Callable[[Phone], None]) -> None:
        for phone in self.phones:
            act(phone)

    def pages(self) -> dict[str, Page]:
        return {"console": self.desk.page, "phone": self.phones[0].page, "screen": self.screen}

    def all_accessible(self) -> None:
        """Console, phone and screen, as they are now."""
        found = {name: axe(page) for name, page in self.pages().items()}
        assert found == {"console": [], "phone": [], "screen": []}

    def faults(self) -> list[str]:
        said = [*self.desk.faults, *self.screen.faults]  # type: ignore[attr-defined]
        return said + [fault for phone in self.phones for fault in phone.faults]


@pytest.fixture(scope="module")
def room(workshop, chromium):
    found = Room(workshop, chromium)
    yield found
    close(found.desk.page, found.first.page, found.screen, *(phone.page for phone in found.phones))


def test_everybody_is_in_the_lobby(room):
    room.desk.page.get_by_text(f"{SIZE} devices have joined.").wait_for()
    room.everyone(lambda phone: phone.page.get_by_role("button", name="I agree").click())
    room.desk.page.get_by_text(f"At least {SIZE - SIZE % 5} have agreed.").wait_for()
    room.all_accessible()
    room.desk.next("Start")


def test_confidence_is_asked_in_private(room):
    def answer(phone: Phone) -> None:
        for _ in range(6):
            phone.page.locator("[role=radio][data-value='4']").click()
            phone.page.locator(".end .button").click()

    room.everyone(answer)
    room.desk.page.get_by_text(f"At least {SIZE - SIZE % 5} of {SIZE} have answered").wait_for()
    room.all_accessible()
    room.desk.next("Close the answers")
    room.desk.next("Next step")


def test_the_warm_up_is_placed_and_revealed(room):
    room.desk.next("Open the warm-up")
    room.everyone(lambda phone: phone.place_all(lambda card: card % 3))
    room.desk.next("Reveal")
    room.phones[0].page.locator(".stages, .upright, svg").first.wait_for()
    room.desk.next("Next step")


def test_nobody_sees_a_tally_before_the_reveal(room):
    room.desk.next("Open the cards")
    for phone, stage in zip(room.phones[:4], ENDS, strict=False):
        phone.place_all(lambda card, stage=stage: stage)
    button = room.desk.page.locator(".go button.big")
    assert button.get_attribute("aria-disabled") == "true"
    assert "Waits for more to finish" in button.inner_text()
    for page in (room.desk.page, room.screen):
        assert page.locator(".piles .dot").count() == 0
    room.all_accessible()


def test_the_reveal_shows_both_ends_on_every_screen(room):
    for number in (4, 5):
        room.phones[number].place_all(lambda card: 4)
    room.desk.next("Reveal")
    room.phones[0].page.get_by_text("Split").first.wait_for()
    room.desk.next("Next step")
    room.desk.next("First card")
    room.phones[0].page.get_by_text("You: Developmentally expected").wait_for()
    room.phones[5].page.get_by_text("You: Violent").wait_for()
    room.screen.locator(".piles .dot").first.wait_for()
    assert room.screen.locator(".piles .now .dot").count() == SIZE
    room.all_accessible()


def test_cards_are_placed_again_after_the_discussion(room):
    page = room.desk.page
    page.get_by_role("button", name="Place again").first.click()
    page.get_by_role("button", name="Open 1 card").click()
    room.phones[0].page.get_by_text("You, earlier").wait_for()
    room.everyone(lambda phone: phone.place_all(lambda card: 4))
    room.desk.next("Reveal")
    room.screen.get_by_text("moved").first.wait_for()
    room.all_accessible()


def test_new_information_is_read_before_it_is_placed(room):
    room.desk.next_step("New information")
    room.phones[0].page.get_by_text("New information").first.wait_for()
    room.desk.next("Open the cards")
    room.phones[0].wait_for_cards()
    room.all_accessible()
    room.everyone(lambda phone: phone.place_all(lambda card: 3))
    room.desk.next("Reveal")


def test_questions_arrive_without_a_name_and_are_shown(room):
    room.desk.next_step("Questions")

    def ask(phone: Phone) -> None:
        phone.page.get_by_label("Your question").fill(f"When is it right to ring somebody? {room.phones.index(phone)}")
        phone.page.get_by_role("button", name="Send").click()

    for phone in room.phones[:-1]:
        ask(phone)
    room.phones[-1].page.get_by_role("button", name="Nothing to ask").click()
    page = room.desk.page
    page.get_by_role("button", name="Gather").click()
    page.locator(".qs-wide").get_by_role("button", name="Show", exact=True).nth(2).wait_for()
    page.locator(".qs-wide").get_by_role("button", name="Show", exact=True).first.click()
    room.screen.get_by_text("When is it right").first.wait_for()
    room.phones[1].page.get_by_text("When is it right").first.wait_for()
    room.all_accessible()


def test_an_explanation_is_built_together(room):
    room.desk.next_step("Explanation")
    for number, phone in enumerate(room.phones[:3]):
        phone.page.get_by_placeholder("Add a short note").fill(f"Seen by staff number {number}")
        phone.page.get_by_role("button", name="Keep note", exact=True).click()
        phone.page.get_by_text("1 note on this phone").wait_for()
    room.screen.get_by_text("Writing. Nothing is shown yet.").wait_for()
    room.desk.next("Next phase")
    room.desk.next("Gather the notes")
    room.desk.page.get_by_text("Phones are handing in").wait_for()
    room.desk.page.wait_for_timeout(3000)
    room.desk.next("Show them")
    room.screen.get_by_text("Seen by staff number 2").first.wait_for()
    room.phones[0].page.get_by_text("1 note on this phone").wait_for(state="detached")
    room.desk.next("Next phase")
    note = room.phones[5].page.locator(".notes-list li:not(:has(li))", has_text="Seen by staff number 1")
    note.get_by_role("button", name="I see this too").click()
    expect(note.get_by_role("button", name="I see this too")).to_have_attribute("aria-pressed", "true")
    room.screen.get_by_text("Seen by staff number 2").first.wait_for()
    room.all_accessible()


def test_a_plan_is_made_of_actions_with_roles(room):
    room.desk.next_step("Plan")
    page = room.phones[2].page
    # A phone begins at the first place without an action: it must be there before there is one, to see it come.
    room.phones[3].page.get_by_role("button", name="Write one", exact=True).wait_for()
    page.get_by_role("button", name="Write one", exact=True).click()
    page.get_by_label("What will be done?").fill("Agree who is near whom at break")
    page.get_by_role("textbox", name="Who? A role, not a name").fill("Head of year")
    page.get_by_role("button", name="Send").click()
    room.phones[3].page.get_by_text("Agree who is near whom at break").wait_for()
    # The projector turns its pages every 24 seconds; the first is where the plan reaches.
    room.screen.get_by_text("Agree who is near whom at break").first.wait_for(timeout=60_000)
    room.phones[0].page.keyboard.press("End")  # so that no button lies half beneath the bar
    room.all_accessible()


def test_another_browser_takes_over_from_the_facilitator_s(room):
    room.first = room.desk
    room.first.page.close()
    room.desk = Desk(room.chromium, room.links["desk"])
    room.desk.page.wait_for_selector(".console")
    assert room.desk.step == "Plan"
    room.desk.page.keyboard.press("b")
    room.phones[0].page.get_by_text("A pause").first.wait_for()
    room.all_accessible()
    room.desk.next("Show again")
    room.phones[0].page.get_by_text("Agree who is near whom").first.wait_for()


def test_they_look_back_and_reflect(room):
    room.desk.next_step("Confidence again")
    room.phones[0].page.get_by_text("Looking back, at the start of today").wait_for()
    room.desk.next_step("Reflection")
    for number, phone in enumerate(room.phones):
        phone.page.get_by_label("One thing I will do").fill(f"Write down the reasons. {number}")
        phone.page.get_by_role("button", name="Send").first.click()
        phone.page.get_by_text("Sent", exact=True).first.wait_for()
    room.all_accessible()
    room.desk.next("Close the reflection")
    room.desk.page.get_by_text("Write down the reasons. 3").wait_for()


def test_the_end_clears_phones_and_leads_to_the_report(room):
    room.desk.next("End the session")
    room.desk.page.get_by_role("dialog").get_by_role("button", name="End the session").click()
    room.everyone(lambda phone: phone.page.get_by_text("This session has ended").wait_for())
    room.desk.page.get_by_text("You came by a link, which ended with the session.").wait_for()
    room.all_accessible()
    assert room.faults() == []


def test_whoever_opened_the_session_reads_its_report(room, workshop):
    page = room.first.again(f"{workshop.url}/facilitate")
    page.get_by_role("link", name="The group chat").first.click()
    report = page.frame_locator("iframe.report-frame")
    report.get_by_text("Agree who is near whom at break").first.wait_for()
    report.get_by_text("Seen by staff number 1").locator("visible=true").first.wait_for()
    assert axe(page) == []
    assert room.first.faults == []
