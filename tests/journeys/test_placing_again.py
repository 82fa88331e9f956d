"""Six real pages place, place again with one of them away, look on as a latecomer; and what their lines give away.

One session, walked through once; the tests of this file look at it in the order in which it happens.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.people import PROJECTOR, Desk, Phone, axe, close, enter, open_page

pytestmark = pytest.mark.tour

SIZE = 6
STAGES = ("Developmentally expected", "Inappropriate", "Problematic", "Abusive", "Violent")
KNOW = "Need to know more"
NOTHING_WAITS = """() => Object.keys(localStorage).filter(key => key.startsWith('cw outbox'))
    .every(key => !localStorage[key].includes('"waiting"'))"""
COMMAND = re.compile(r"^42/delegate,\d+(\[.*\])$", re.S)


class Watched(Phone):
    """A phone, and what goes out on its line: (command, its body)."""

    def __init__(self, browser: Any, url: str, code: str) -> None:
        self.sent: list[tuple[str, dict[str, Any]]] = []
        self.page = open_page(browser, "about:blank")
        self.page.on("websocket", lambda line: line.on("framesent", self._note))
        self.page.goto(f"{url}/#{code}")
        enter(self.page)

    def _note(self, frame: Any) -> None:
        found = COMMAND.match(frame if isinstance(frame, str) else "")
        if found:
            message = json.loads(found[1])[1]
            if message["name"] in ("board.place", "board.skip"):
                self.sent.append((message["name"], message["body"]))

    def target(self, place: str) -> Any:
        """A stage, or need to know more."""
        return self.page.get_by_role("radio", name=place)

    def on(self) -> None:
        """To the next card, or done."""
        self.page.get_by_role("button", name=re.compile("^(Next card|Done)$")).click()

    def answer(self, place: str, *chips: str) -> None:
        """One card: a tap, what is added to it, and on."""
        self.target(place).click()
        for chip in chips:
            role = "radio" if chip.isdigit() else "button"
            self.page.get_by_role(role, name=chip, exact=True).click()
        self.on()

    def skip_all(self) -> None:
        """Every card that is left in the round."""
        while self.page.get_by_role("radiogroup").count():
            title = self.page.get_by_role("heading", level=1).inner_text()
            self.page.get_by_role("button", name="Skip").click()
            expect(self.page.get_by_role("heading", level=1)).not_to_have_text(title)

    def settled(self) -> None:
        """Until nothing is left to be sent."""
        self.page.wait_for_function(NOTHING_WAITS)

    def messages(self) -> Counter[str]:
        """How many went out, card by card."""
        self.settled()
        return Counter(body["card"] for _, body in self.sent)


class Room:
    """The people of this file."""

    def __init__(self, workshop: Any, chromium: Any) -> None:
        self.url, self.chromium = workshop.url, chromium
        self.desk = Desk(chromium, workshop.link)
        self.links = self.desk.create("The group chat", "90 minutes")
        self.code = self.links["join"].partition("#")[2]
        self.phones = [Watched(chromium, self.url, self.code) for _ in range(SIZE)]
        self.screen = open_page(chromium, self.links["screen"], PROJECTOR)

    @property
    def pages(self) -> list[Page]:
        return [self.desk.page, self.screen, *(phone.page for phone in self.phones)]

    def again(self) -> None:
        """The card in focus is placed again."""
        expect(self.desk.page.get_by_text("On screen", exact=True)).to_be_visible()
        self.desk.page.get_by_role("button", name="Place again").first.click()
        self.desk.page.get_by_role("button", name="Open 1 card").click()


@pytest.fixture(scope="module")
def room(workshop, chromium):
    found = Room(workshop, chromium)
    yield found
    assert [fault for page in found.pages for fault in page.faults] == []  # type: ignore[attr-defined]
    close(*found.pages)


def test_before_the_first_placing_every_phone_says_how_many_are_in(room):
    expect(room.phones[0].page.get_by_text(f"{SIZE} devices are in. Look round")).to_be_visible()
    room.desk.next_step("Place the cards")
    room.desk.next("Open the cards")
    expect(room.phones[0].page.get_by_text(f"{SIZE} devices are in. Look round")).to_be_visible()
    room.phones[0].page.reload()
    expect(room.phones[0].page.get_by_text(f"{SIZE} devices are in. Look round")).to_be_visible()


def test_every_answer_takes_the_same_number_of_messages(room):
    """A tap and a leaving: for a stage, with or without reasons, for need to know more, and for a card passed over."""
    first, second = room.phones[:2]
    first.answer(STAGES[0])
    first.answer(STAGES[1], "Consent", "Secrecy", "4")
    first.answer(KNOW, "Consent")
    first.skip_all()
    second.answer(STAGES[0])
    second.skip_all()
    first.page.get_by_role("progressbar").wait_for()
    assert set(first.messages().values()) == set(second.messages().values()) == {2}
    assert first.messages().keys() == second.messages().keys()
    named = [body["reasons"] for name, body in first.sent if name == "board.place"]
    assert named == [[], [], [], ["consent", "secrecy"], [], []]


def test_the_button_waits_for_taps_and_says_so(room):
    for page in (room.desk.page, room.phones[0].page, room.screen):
        expect(page.get_by_text("The room waits for more to finish").first).to_be_visible()
    for phone, stage in zip(room.phones[2:], (0, 0, 1, 4), strict=True):
        phone.answer(STAGES[stage])
        phone.skip_all()
    room.desk.next("Reveal")
    room.desk.next_step("Discussion")
    room.desk.next("First card")


def test_staying_is_one_tap_on_the_same_page_and_takes_as_many_as_moving(room):
    """One moves, four stay, one is away: the picture stands."""
    room.again()
    mover, stayer = room.phones[5], room.phones[0]
    stayer.target(f"{STAGES[0]} You, earlier · stay here").wait_for()
    assert axe(stayer.page) == []
    before = {phone: len(phone.sent) for phone in room.phones}
    mover.answer(STAGES[3], "The new information")
    stayer.answer(STAGES[0])
    for phone, stage in zip(room.phones[1:4], (0, 0, 0), strict=True):
        phone.answer(STAGES[stage], "Not relevant to this card")
    for phone in (*room.phones[:4], mover):
        phone.page.get_by_role("progressbar").wait_for()
        phone.settled()
    taken = [phone.sent[before[phone] :] for phone in (mover, stayer, room.phones[1])]
    assert [len(sent) for sent in taken] == [2, 2, 2]
    assert [(sent[-1][1]["earlier"], sent[-1][1]["direction"]) for sent in taken[:2]] == [
        ("violent", "typical"),
        ("expected", "same"),
    ]
    assert taken[2][0][1]["why"] == [] and taken[2][1][1]["why"] == ["not_relevant"]


def test_the_picture_stands_on_every_screen(room):
    room.desk.next("Reveal")
    for page in (room.screen, room.phones[0].page, room.phones[4].page, room.desk.page):
        expect(page.get_by_text("Fewer than three moved; the picture stands.").first).to_be_visible()
        expect(page.get_by_text("5 answered again.").first).to_be_visible()
    assert room.screen.get_by_role("img", name=re.compile("6 placed")).count() == 1
    expect(room.phones[5].page.get_by_text("You: Abusive")).to_be_visible()
    assert axe(room.screen) == [] and axe(room.desk.page) == [] and axe(room.phones[0].page) == []


def test_a_latecomer_looks_on_with_the_same_number_of_messages(room):
    late = Watched(room.chromium, room.url, room.code)
    room.phones.append(late)
    room.again()
    expect(late.page.get_by_text("You came after this card was placed. Place it for yourself")).to_be_visible()
    assert axe(late.page) == []
    late.answer(STAGES[2])
    late.page.get_by_role("progressbar").wait_for()
    late.settled()
    assert [name for name, _ in late.sent] == ["board.skip", "board.skip"]
    late.page.get_by_role("button", name="Show my answers").click()
    expect(late.page.get_by_text("Problematic · not counted")).to_be_visible()


def test_closing_too_early_says_that_it_is_never_shown(room):
    page = room.desk.page
    page.get_by_role("button", name="Close without showing").click()
    expect(page.get_by_text("It will not be shown later; open its cards again to ask again.").first).to_be_visible()
    page.get_by_role("button", name="Close it", exact=True).click()
    expect(page.get_by_role("heading", name="Discussion queue")).to_be_visible()
    assert page.get_by_role("button", name="Show it now").count() == 0
    room.again()
    expect(room.phones[5].target(f"{STAGES[3]} You, earlier · stay here")).to_be_visible()
