"""A phone whose page was loaded from the version before goes through a whole session of this one.

One session, walked through once; the tests of this file look at it in the order in which it happens.
"""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from tests.journeys.old_page import OldPhone
from tests.journeys.people import close
from workshop.rehearsal.company import Company
from workshop.rehearsal.wire import Refusal

pytestmark = pytest.mark.tour

OTHERS = 5
STAGE = 1
NO_NEWS = "Nothing new here"
NAMES = ("Developmentally expected", "Inappropriate")
REFUSED = "This card was placed before. Reload the page and place it again."
STORED = "Object.entries(localStorage).filter(([key]) => key.startsWith('cw ')).map(([, value]) => value)"


class Room:
    """The people of this file: an old page that is loaded again in the middle, one that never is, and others."""

    def __init__(self, workshop, facilitator, chromium):
        self.desk = facilitator
        code = facilitator.create("group-chat", "ninety", k=5)
        self.company = Company(workshop.url, code, size=OTHERS, seed=8)
        facilitator.start(self.company)
        self.company.join()
        self.phone, self.stays = (OldPhone(chromium, workshop.url, code) for _ in range(2))
        self.phones = [self.phone, self.stays]

    def go(self, activity, after=""):
        """To the first step of an activity after a step."""
        steps = self.desk.line.parts["agenda"]["steps"]
        past = [s["id"] for s in steps].index(after) + 1 if after else 0
        step = next(s for s in steps[past:] if s["activity"] == activity)
        self.desk.send("session.go", {"step": step["id"]})
        if activity == "formulation":
            self.desk.send("formulation.phase", {"phase": "gather"})  # notes are added one by one
        self.desk.line.wait_for(lambda parts: parts["agenda"]["steps"][parts["agenda"]["position"]]["id"] == step["id"])
        return step["id"]

    def place(self, stage):
        """A round of cards, on every phone; and it is revealed."""
        self.desk.send("board.open", {})
        for phone in self.phones:
            phone.place_all(lambda card: stage)
        self.desk.finish_round()

    def show(self, text, phones=None):
        """Until they say so; and none says that it could not draw."""
        for phone in phones or self.phones:
            phone.page.get_by_text(text).first.wait_for()
            assert "could not be drawn" not in phone.say()

    def click(self, name, now=""):
        """`now`: what the present page calls it, where that is something else."""
        for phone in self.phones:
            buttons = (phone.page.get_by_role("button", name=words, exact=True) for words in (name, now or name))
            next(buttons).or_(next(buttons)).first.click()

    def write(self, label, text, press):
        """Words in a field of the page that stays, and sent."""
        page = self.stays.page
        page.get_by_label(label).or_(page.get_by_placeholder(label)).first.fill(text)
        if press:
            page.get_by_role("button", name=press, exact=True).first.click()


@pytest.fixture(scope="module")
def room(workshop, facilitator, chromium):
    found = Room(workshop, facilitator, chromium)
    yield found
    close(*(phone.page for phone in found.phones))
    found.company.leave()
    facilitator.line.drop()


def stored(phone):
    return [json.loads(value) for value in phone.page.evaluate(STORED)]


def test_it_joins_and_agrees(room):
    room.click("I agree")
    room.show("You have agreed")
    for phone in room.phones:
        assert {"room.html", "static/joined/room.js", "static/sheets/delegate.css"} <= phone.given


def test_it_rates(room):
    room.go("confidence")
    for phone in room.phones:
        for _ in range(6):
            phone.page.locator("[role=radio][data-value='4']").click()
            phone.page.locator(".end .button").click()
    room.show("Thank you")


def test_it_places_and_is_revealed(room):
    room.step = room.go("board")
    room.place(0)
    room.show("You:")
    room.step = room.go("board", after=room.step)
    room.place(STAGE)
    room.show(f"You: {NAMES[STAGE]}")


def test_what_it_places_again_is_refused_in_a_sentence_and_not_kept(room):
    room.step = room.go("discussion", after=room.step)
    room.card = room.desk.line.wait_for(lambda parts: parts["board"]["queue"])["board"]["queue"][0]
    room.desk.send("discussion.focus", {"card": room.card})
    room.desk.send("board.reopen", {"cards": [room.card], "cause": "discussion", "information": None})
    for phone in room.phones:
        phone.page.get_by_role("radio", name=re.compile("You, earlier")).wait_for()
        phone.page.locator("button.pick").first.click()
    room.show(REFUSED)
    room.round = room.desk.line.parts["board"]["round"]["id"]
    room.company.wait_until(room.round)
    with pytest.raises(Refusal, match=r"board\.too_few_finished"):
        room.desk.send("board.reveal", {"round": room.round})


def test_the_present_page_stands_where_the_old_one_stood_and_places_again(room):
    phone = room.phone
    assert stored(phone) and all("v" not in found for found in stored(phone))
    phone.renew()
    stood = phone.page.get_by_role("radio", name=re.compile("You, earlier"))
    expect(stood).to_have_accessible_name(re.compile(NAMES[STAGE]))
    phone.page.locator("button.pick").first.click()
    phone.page.locator(".end .button").click()
    phone.page.get_by_role("progressbar").wait_for()
    assert stored(phone) and all(found["v"] == 2 for found in stored(phone))


def test_the_page_that_stays_can_pass_and_sees_what_is_shown(room):
    page = room.stays.page
    page.get_by_role("button", name="Change", exact=True).click()
    page.get_by_role("button", name="Skip").click()
    page.locator("progress").wait_for()
    room.desk.send("board.reveal", {"round": room.round})
    shown = room.desk.line.wait_for(lambda parts: parts["board"]["results"])["board"]["results"]
    assert [r["answered"] for r in shown if r["card"] == room.card] == [OTHERS + 1]
    room.show("You:")


def test_it_asks_explains_plans_and_reflects(room):
    room.go("questions")
    room.write("Your question", "When is it right to ring somebody?", "Send")
    room.show("Your question is on its way", [room.stays])
    room.go("formulation")
    room.phone.page.get_by_role("button", name=NO_NEWS).wait_for()  # it has arrived: what comes is news there
    room.write("Add a short note…", "Nobody looked at break", "Add")
    room.show("Nobody looked at break", [room.stays])
    room.phone.page.get_by_role("button", name=re.compile("1 new")).click()  # it waits below what stands there
    room.show("Nobody looked at break")
    room.go("plan")
    room.click("Add an action", "Write one")
    room.write("What will be done?", "Agree who is near whom", "")
    room.write("Who? A role, not a name", "Head of year", "Send")
    room.show("Agree who is near whom")
    room.go("reflection")
    room.write("One thing I will do", "Write down the reasons", "Send")
    room.show("Write down the reasons", [room.stays])


def test_it_ends_and_keeps_nothing_without_a_fault(room):
    room.desk.send("session.end", {})
    room.show("This session has ended")
    assert [stored(phone) for phone in room.phones] == [[], []]
    assert [phone.faults for phone in room.phones] == [[], []]
