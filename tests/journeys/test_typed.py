"""Nothing typed is lost and nothing is final on one key, in real browsers: two desks, a projector and a phone."""

import json
import re

import pytest

from tests.journeys.people import BOUNCE, DESK, PROJECTOR, Phone, close, cut_off, open_page
from workshop.rehearsal.company import Company

pytestmark = pytest.mark.tour

BECAUSE, KEPT = "We think it happened because…", "It kept going because…"
MOMENT = 25
"""Seconds until counts are told that stand in steps of time."""


class Room:
    """A session with six simulated delegates, two desks, a projector and one real phone."""

    def __init__(self, workshop, facilitator, chromium):
        self.lead = facilitator
        code = facilitator.create("group-chat", "half", k=5)
        links = json.loads(facilitator.browser.get(f"/facilitate/{facilitator.session}/links"))
        company = Company(workshop.url, code, size=6, seed=5)
        facilitator.start(company)
        self.company = company
        self.one, self.two = (open_page(chromium, links["desk"], DESK) for _ in range(2))
        self.screen = open_page(chromium, links["screen"], PROJECTOR)
        self.phone = Phone(chromium, workshop.url, code).page
        self.pages = (self.one, self.two, self.screen, self.phone)

    def go(self, activity):
        """To the first step of an activity, seen by everybody."""
        steps = self.lead.line.parts["agenda"]["steps"]
        step = next(s for s in steps if s["activity"] == activity)
        self.lead.send("session.go", {"step": step["id"]})
        if activity == "formulation":
            self.lead.send("formulation.phase", {"phase": "join"})  # notes are added one by one
        for desk in (self.one, self.two):
            desk.locator(".rail .now", has_text=step["title"]).wait_for()
        return step

    def told(self, name, holds):
        """A part, once it is so."""
        return self.lead.line.wait_for(lambda parts: parts.get(name) is not None and holds(parts[name]), MOMENT)[name]

    def explained(self, part, text):
        """What the room's explanation says."""
        self.told("formulation", lambda f: f["explanation"][part]["text"] == text)


@pytest.fixture(scope="module")
def room(workshop, facilitator, chromium):
    found = Room(workshop, facilitator, chromium)
    yield found
    assert [f for p in found.pages for f in p.faults if "ERR_" not in f] == []
    close(*found.pages)
    found.company.leave()
    facilitator.line.drop()


def test_one_stray_key_closes_nothing_and_what_was_closed_is_opened_again(room):
    room.go("confidence")
    room.told("confidence", lambda c: c["state"] == "open")
    close_it = room.one.get_by_role("button", name=re.compile("Close the answers"))
    close_it.wait_for()
    for key in ("Space", "PageDown"):
        room.one.locator("main").focus()
        room.one.keyboard.press(key)
        asked = room.one.get_by_role("dialog", name="Close it now?")
        asked.wait_for()
        room.one.keyboard.press("Space")
        asked.wait_for(state="detached")
    assert room.lead.line.parts["confidence"]["state"] == "open"
    room.one.get_by_role("button", name=re.compile("Close the answers")).click()
    room.one.get_by_role("button", name="Close it all the same").click()
    room.told("confidence", lambda c: c["state"] == "closed" and c["few"])
    room.one.get_by_text("No figures are told").wait_for()
    room.one.get_by_role("button", name="Open again").click()
    room.one.get_by_role("button", name="Open again").click()
    again = room.told("confidence", lambda c: c["state"] == "open")
    room.phone.get_by_text("Please answer once more").wait_for()
    room.company.join()
    room.company.wait_until(again["round"])
    room.told("confidence", lambda c: c["answered"] >= 5)
    room.one.get_by_role("button", name=re.compile("Close the answers")).wait_for()
    room.one.locator("main").focus()
    room.one.keyboard.press("Space")
    room.one.keyboard.press("Space")
    room.one.get_by_text("Press once more").wait_for()
    assert room.lead.line.parts["confidence"]["state"] == "open", "a key that bounces is one press"
    room.one.wait_for_timeout(BOUNCE)
    room.one.keyboard.press("Space")
    assert not room.told("confidence", lambda c: c["state"] == "closed")["few"]


def _last_phase(room):
    """After it comes the next step."""
    last = room.lead.line.parts["formulation"]["phases"][-1]
    room.lead.send("formulation.phase", {"phase": last})
    room.one.locator(".phases li:last-child [aria-current]").wait_for()


def test_the_shared_explanation_is_saved_as_one_types_and_a_step_takes_nothing_away(room):
    room.go("formulation")
    assert not room.one.get_by_role("button", name="Save").count()
    field = room.one.get_by_label(BECAUSE)
    field.press_sequentially("Nobody had said what counts")
    room.explained("because", "Nobody had said what counts")
    room.one.get_by_text("Saved", exact=True).first.wait_for()
    field.press_sequentially(" as consent")
    room.one.locator("main").focus()
    _last_phase(room)
    room.one.keyboard.press("PageDown")
    room.one.locator(".rail .now", has_text="Explanation").wait_for(state="detached")
    room.go("formulation")
    room.explained("because", "Nobody had said what counts as consent")
    assert room.one.get_by_label(BECAUSE).input_value() == "Nobody had said what counts as consent"


def test_what_was_typed_without_a_connection_survives_a_crash_and_goes_by_itself(room):
    room.go("formulation")
    cut_off(room.one)
    room.one.get_by_label(KEPT).press_sequentially("Everybody laughed")
    room.one.get_by_text("Not saved yet, will be sent").wait_for()
    url = room.one.url
    room.one.context.set_offline(False)
    room.one.route("**/socket.io/**", lambda route: route.abort())
    room.one.reload()  # the page dies before anything could go out
    room.one.close()
    room.one = again(room.one, url)
    room.explained("kept_going", "Everybody laughed")


def again(page, url):
    """The same browser, after its tab was closed."""
    new = page.context.new_page()
    new.faults = page.faults
    new.goto(url)
    new.wait_for_selector(".console")
    return new


def test_of_two_trainers_neither_writes_over_the_other_unseen(room):
    room.go("formulation")
    one, two = room.one.get_by_label(BECAUSE), room.two.get_by_label(BECAUSE)
    one.fill("First words")
    room.explained("because", "First words")
    two.wait_for()
    room.two.wait_for_function(
        "w => [...document.querySelectorAll('textarea')].some(t => t.value === w)", arg="First words"
    )
    cut_off(room.two)
    two.fill("The words of the second")
    one.fill("The words of the first")
    room.explained("because", "The words of the first")
    room.two.context.set_offline(False)
    alert = room.two.get_by_role("alert").filter(has_text="Somebody else has changed this")
    alert.wait_for()
    assert "The words of the first" in alert.inner_text() and two.input_value() == "The words of the second"
    alert.get_by_role("button", name="Put both together").click()
    room.explained("because", "The words of the first The words of the second")
    room.one.wait_for_function(
        "w => [...document.querySelectorAll('textarea')].some(t => t.value === w)",
        arg="The words of the first The words of the second",
    )


def test_a_question_on_the_screen_is_on_the_projector_whatever_the_step(room):
    step = room.go("questions")
    room.lead.work(step)
    question = next(q for q in room.lead.line.parts["questions"]["inbox"] if q["state"] != "hidden")
    for activity in ("formulation", "welcome"):
        room.go(activity)
        row = room.one.get_by_role("listitem").filter(has_text=question["text"])
        if not row.first.is_visible():
            room.one.get_by_text(re.compile("dealt with")).click()
        before = room.screen.locator("main").inner_text()
        row.get_by_role("button", name="Show", exact=True).click()
        room.screen.get_by_text(question["text"]).wait_for()
        row.get_by_text("On screen").wait_for()
        room.one.locator("main").focus()
        room.one.keyboard.press("Space")
        room.screen.get_by_text(question["text"]).wait_for(state="detached")
        assert room.screen.locator("main").inner_text() == before
        assert (
            room.lead.line.parts["agenda"]["steps"][room.lead.line.parts["agenda"]["position"]]["activity"] == activity
        )


def test_a_phones_words_outlast_the_step_and_the_connection(room):
    room.go("formulation")
    phone = room.phone
    phone.get_by_role("textbox", name="Add a short note").fill("Half a thought")
    phone.get_by_role("button", name="Ask", exact=True).click()
    phone.get_by_role("dialog").get_by_label("Your question").fill("Is this the right moment?")
    phone.keyboard.press("Escape")
    room.go("plan")
    phone.get_by_text("2 texts of yours are not sent").wait_for()
    phone.reload()
    phone.get_by_role("button", name="Look").click()
    sheet = phone.get_by_role("dialog", name="Not sent yet")
    note = sheet.get_by_role("listitem").filter(has_text="Half a thought")
    note.get_by_role("button", name="Send").click()
    note.wait_for(state="detached")
    question = sheet.get_by_role("listitem").filter(has_text="the right moment")
    question.get_by_role("button", name="Remove").click()
    question.get_by_role("button", name="Leave them").click()
    phone.get_by_role("button", name="Close").click()
    room.go("formulation")
    room.told("formulation", lambda f: any(n["text"] == "Half a thought" for n in f["notes"]))

    cut_off(phone)
    phone.get_by_role("textbox", name="Add a short note").fill("Typed in the lift")
    phone.get_by_role("button", name="Add", exact=True).click()
    waiting = phone.get_by_role("listitem").filter(has_text="Waiting to be sent")
    waiting.get_by_role("button", name="Take back").click()
    assert phone.get_by_role("textbox", name="Add a short note").input_value() == "Typed in the lift"
    phone.context.set_offline(False)
    phone.get_by_text(re.compile(r"\d here")).wait_for()


def test_what_was_being_typed_when_the_session_ends_can_be_copied(room):
    room.go("formulation")
    room.one.get_by_label("Add a note", exact=True).last.fill("The trainer's own thought")
    room.phone.get_by_role("button", name="Ask", exact=True).click()
    room.phone.get_by_role("dialog").get_by_label("Your question").fill("Begun too late")
    room.lead.send("session.end", {})
    room.phone.get_by_role("dialog").wait_for(state="detached")  # nothing can be sent from it any more
    for page, words in (
        (room.phone, "Typed in the lift"),
        (room.phone, "Begun too late"),
        (room.one, "The trainer's own thought"),
    ):
        row = page.get_by_role("listitem").filter(has_text=words)
        row.get_by_role("button", name="Copy").wait_for()
        assert not [k for k in page.evaluate("Object.keys(localStorage)") if "memory" in k or "desk" in k]
    room.phone.get_by_role("button", name="Clear this phone").click()
    room.phone.get_by_role("button", name="Not yet").click()
    room.phone.get_by_text("Typed in the lift").wait_for()
