"""The server, or the live store, dies and comes back while a phone and two trainers type: nothing typed is lost."""

import re

import pytest

from tests.helpers.shop import Shop
from tests.journeys.people import DESK, Desk, Phone, close, open_page

pytestmark = pytest.mark.tour

BECAUSE, KEPT = "We think it happened because…", "It kept going because…"
NOTE, QUESTION = "Add a short note", "Your question"
BACK = 60_000
"""Milliseconds that pages are given to come back: they ask again at longer and longer intervals."""
HOLDS = "([label, words]) => [...document.querySelectorAll('textarea')].some(\
t => t.labels[0]?.innerText === label && t.value === words)"


class Room:
    """Two desks and a phone in the explanation, on a server and a live store that can be killed."""

    def __init__(self, shop, chromium):
        self.shop = shop
        lead = Desk(chromium, shop.workers[0].link)
        links = lead.create("The group chat", "90 minutes")
        self.one, self.two = lead.page, open_page(chromium, links["desk"], DESK)
        self.phone = Phone(chromium, shop.url, links["join"].partition("#")[2]).page
        self.pages = (self.one, self.two, self.phone)
        lead.next_step("Explanation")
        lead.page.locator(".phases button", has_text="Join up").click()  # notes are added one by one
        for page in self.pages:
            page.set_default_timeout(BACK)
        self.two.get_by_label(BECAUSE).wait_for()
        self.phone.get_by_role("button", name="Add", exact=True).wait_for()  # not the field of who writes alone

    @property
    def note(self):
        return self.phone.get_by_role("textbox", name=NOTE)

    def ask(self):
        """The phone's sheet with its question."""
        self.phone.get_by_role("button", name="Ask", exact=True).click()
        return self.phone.get_by_role("dialog").get_by_label(QUESTION)

    def dies(self, what):
        if what == "server":
            self.shop.workers[0].kill()
        else:
            self.shop.kill_live()

    def comes_back(self, what):
        if what == "server":
            self.shop.workers[0].start()
        else:
            self.shop.live.start()


@pytest.fixture(scope="module")
def room(tmp_path_factory, chromium):
    root = tmp_path_factory.mktemp("shop")
    with Shop(root, 1, f"sqlite:///{root / 'workshop.db'}") as shop:
        found = Room(shop, chromium)
        yield found
        faults = [f for page in found.pages for f in page.faults if not re.search("ERR_|WebSocket|status of 50", f)]
        close(*found.pages)
    assert faults == []


def type_on(field, words):
    """As a person does, key by key, behind what is there."""
    field.press("End")
    field.press_sequentially(words)


def emptied(room):
    for label in (BECAUSE, KEPT):
        room.one.get_by_label(label).fill("")
        room.two.wait_for_function(HOLDS, arg=[label, ""])


@pytest.mark.parametrize("what", ["server", "live store"])
def test_what_is_typed_across_a_restart_is_all_there_once(room, what):
    emptied(room)
    note, thought = f"A note across the {what}", f"A thought across the {what}"
    one, two = room.one.get_by_label(BECAUSE), room.two.get_by_label(KEPT)
    for field in (room.note, one, two):
        type_on(field, "Begun")
    type_on(room.ask(), "Begun")
    room.phone.keyboard.press("Escape")
    room.dies(what)
    type_on(room.note, f", {note}")
    type_on(one, f", {thought} one")
    type_on(two, f", {thought} two")
    question = room.ask()
    type_on(question, ", and asked")
    room.comes_back(what)
    type_on(question, " to the end")
    for page, label, words in ((room.two, BECAUSE, "one"), (room.one, KEPT, "two")):
        page.wait_for_function(HOLDS, arg=[label, f"Begun, {thought} {words}"])
    assert question.input_value() == "Begun, and asked to the end"
    question.fill("")
    room.phone.keyboard.press("Escape")
    assert room.note.input_value() == f"Begun, {note}"
    room.phone.get_by_role("button", name="Add", exact=True).click()
    for page in room.pages:
        noted(page, note).wait_for()
    assert room.note.input_value() == ""
    assert noted(room.one, note).count() == 1


def noted(page, note):
    """A note where it can be worked with: not in the list beside the picture."""
    return page.locator(".notes-list > li").filter(has_text=note)


@pytest.mark.parametrize("what", ["server", "live store"])
def test_what_a_phone_sends_meanwhile_comes_once(room, what):
    note = f"Sent without a {what}"
    room.dies(what)
    type_on(room.note, note)
    room.phone.get_by_role("button", name="Add", exact=True).click()
    room.phone.get_by_text("Waiting to be sent").wait_for()
    room.comes_back(what)
    for page in room.pages:
        noted(page, note).filter(has_not_text="Waiting").wait_for()
    assert noted(room.two, note).count() == 1


@pytest.mark.parametrize("what", ["server", "live store"])
def test_of_two_trainers_in_one_field_both_are_read(room, what):
    emptied(room)
    room.dies(what)
    mine, theirs = f"One without a {what}", f"Two without a {what}"
    type_on(room.one.get_by_label(BECAUSE), mine)
    type_on(room.two.get_by_label(BECAUSE), theirs)
    room.comes_back(what)
    later = behind(room)
    alert = later.get_by_role("alert").filter(has_text="Somebody else has changed this")
    kept = later.get_by_label(BECAUSE).input_value()
    assert {kept, theirs if kept == mine else mine} == {mine, theirs}
    assert (theirs if kept == mine else mine) in alert.inner_text()
    alert.get_by_role("button", name="Put both together").click()
    both = f"{theirs if kept == mine else mine} {kept}"
    for page in (room.one, room.two):
        page.wait_for_function(HOLDS, arg=[BECAUSE, both])


def behind(room):
    """The desk whose words came second, once it has been told so."""
    for _ in range(BACK // 200):
        for page in (room.one, room.two):
            if page.get_by_text("Somebody else has changed this").count():
                return page
        room.one.wait_for_timeout(200)
    raise AssertionError("neither desk was told of the other's words")
