"""A phone, a console and a screen whose browsers translate: what is shown is what is sent, and what others see."""

import json
import re
import time

import pytest
from playwright.sync_api import expect

from tests.helpers.tree import ROOT
from tests.journeys.people import DESK, PROJECTOR, Phone, close, cookies_of, open_page
from workshop.rehearsal.company import Company

pytestmark = pytest.mark.tour

TRANSLATOR = (ROOT / "tests/journeys/translate.js").read_text("utf-8")
TOGETHER = 20.0
"""Seconds within which two pages say the same, when the room has come to rest."""
CLOCK = re.compile(r"\d+:\d\d|\d+ minutes? of|\d+ here")


class Room:
    """A translated phone among nine simulated people; a translated console and screen, and one of each beside them."""

    def __init__(self, workshop, facilitator, chromium):
        self.facilitator = facilitator
        self.code = code = facilitator.create("group-chat", "ninety", k=5)
        self.company = Company(workshop.url, code, size=9, seed=5)
        facilitator.start(self.company)
        self.company.join()
        self.phone = Phone(chromium, workshop.url, code, first=TRANSLATOR)
        self.sent = []
        self.phone.page.on("websocket", lambda socket: socket.on("framesent", self._heard))
        self.phone.page.reload()
        self.phone.page.wait_for_selector(".always")
        session, own = facilitator.session, cookies_of(facilitator)
        paths = {"console": (f"/facilitate/{session}", DESK), "screen": (f"/screen/{session}", PROJECTOR)}
        self.pages = {
            (name, first != ""): open_page(chromium, workshop.url + path, size, own, first)
            for name, (path, size) in paths.items()
            for first in ("", TRANSLATOR)
        }

    def _heard(self, frame):
        text = frame if isinstance(frame, str) else frame.decode()
        if text.startswith("42/delegate,") and '"command"' in text:
            self.sent.append(json.loads(text[text.index("[") :])[1])

    def last(self, name):
        """The newest command of this name that the phone sent."""
        return [message["body"] for message in self.sent if message["name"] == name][-1]

    def close(self):
        close(self.phone.page, *self.pages.values())
        self.company.leave()
        self.facilitator.line.drop()

    def board(self):
        return self.facilitator.line.wait_for(lambda parts: bool(parts.get("board")))["board"]


@pytest.fixture(scope="module")
def room(workshop, facilitator, chromium):
    found = Room(workshop, facilitator, chromium)
    yield found
    found.close()


def shown(page) -> str:
    """All that can be read on a page, as it was before it was translated; without clocks."""
    text = re.sub(r"[«»]", "", page.locator("main").last.inner_text())
    return CLOCK.sub("", " ".join(text.split()))


def names_on(page) -> str:
    """What is written in the pictures of a page."""
    return " ".join(page.locator("svg text").all_text_contents())


def same_as_others(room) -> None:
    """Console and screen say what an untranslated one says; the phone, what it says once it is loaded again.

    Two pages are never looked at in one moment: what is compared is what was read, and others may still be writing.
    """
    for name in ("console", "screen"):
        deadline = time.monotonic() + TOGETHER
        while (said := [shown(room.pages[name, translated]) for translated in (True, False)])[0] != said[1]:
            assert time.monotonic() < deadline, f"{name}: {said}"
            time.sleep(0.1)


def test_what_is_placed_is_the_card_and_the_stage_that_are_shown(room):
    room.facilitator.send("session.go", {"step": "s4"})
    room.facilitator.send("board.open", {})
    page = room.phone.page
    room.phone.wait_for_cards()
    board = room.board()
    texts = {card["text"]: card["id"] for card in board["cards"]}
    stages = {stage["name"]: stage["id"] for stage in board["scale"]["stages"]}
    assert len(texts) > 3
    for number in range(len(texts)):
        card = shown_words(page.get_by_role("heading", level=1))
        picks = page.get_by_role("radio")
        pick = picks.nth(number % len(stages))
        name = shown_words(pick.locator(".name"))
        pick.click()
        page.get_by_role("button", name="Change").wait_for()
        assert shown_words(page.locator(".cardline")) == card
        assert shown_words(page.locator(".is-chosen .name")) == name
        said = room.last("board.place")
        assert (said["card"], said["stage"]) == (texts[card], stages[name])
        page.get_by_role("button", name="Change").click()  # and placed anew, elsewhere
        other = picks.nth((number + 1) % len(stages))
        name = shown_words(other.locator(".name"))
        other.click()
        page.get_by_role("button", name="Change").wait_for()
        assert shown_words(page.locator(".is-chosen .name")) == name
        expect(page.locator(".state")).to_contain_text("Sent")
        assert (room.last("board.place")["card"], room.last("board.place")["stage"]) == (texts[card], stages[name])
        page.locator(".end .button").click()
    page.get_by_role("progressbar").or_(page.locator("progress")).wait_for()
    same_as_others(room)


def shown_words(found) -> str:
    return " ".join(re.sub(r"[«»]", "", found.inner_text()).split())


def test_what_the_round_shows_is_where_this_phone_is(room):
    focus = room.facilitator.finish_round()
    card = next(c for c in room.board()["cards"] if c["id"] == focus)
    page = room.phone.page
    page.get_by_role("heading", name=card["text"]).wait_for()
    said = [m["body"] for m in room.sent if m["name"] == "board.place" and m["body"]["card"] == focus][-1]
    stage = next(s["name"] for s in room.board()["scale"]["stages"] if s["id"] == said["stage"])
    assert stage in shown_words(page.locator(".yours").first)
    room.pages["screen", True].locator(".strip .dot").first.wait_for()
    drawn = [names_on(room.pages["screen", True]), names_on(room.pages["screen", False])]
    for s in room.board()["scale"]["stages"]:
        assert all(s["name"].split()[-1] in words for words in drawn), s["name"]
    same_as_others(room)
    room.facilitator.send("board.reopen", {"cards": [focus], "cause": "discussion", "information": None})
    room.phone.wait_for_cards()
    page.get_by_role("radio").nth(2).click()
    page.get_by_role("button", name="Change").wait_for()
    again = room.last("board.place")
    assert (again["card"], again["earlier"]) == (focus, said["stage"])
    page.locator(".end .button").click()
    page.locator("progress").wait_for()
    same_as_others(room)
    room.facilitator.finish_round()
    same_as_others(room)


def test_a_question_and_a_note_arrive_as_they_were_written(room):
    page = room.phone.page
    page.get_by_role("button", name="Ask").click()
    page.get_by_label("Your question").fill("When is it right to ring somebody?")
    page.get_by_role("dialog").get_by_role("button", name="Send").click()
    expect(page.get_by_label("Your question")).to_have_value("")
    assert room.last("questions.ask")["text"] == "When is it right to ring somebody?"
    page.get_by_role("button", name="Close").click()
    step = next(s for s in room.facilitator.line.parts["agenda"]["steps"] if s["activity"] == "formulation")
    room.facilitator.send("session.go", {"step": step["id"]})
    room.facilitator.send("formulation.phase", {"phase": "join"})
    for note in ("Wanted to belong", "Nobody said stop"):
        field = page.locator(".add-note input")
        field.fill(note)
        page.locator(".add-note button[type=submit]").click()
        expect(field).to_have_value("")
        page.locator(".notes-list").get_by_text(note).wait_for()
        assert room.last("formulation.add")["text"] == note
    same_as_others(room)


DONE_ON_ENTERING = {"welcome", "questions", "formulation", "plan", "break"}
"""Where simulated people write of themselves as soon as the room is there."""


def test_every_step_says_the_same_translated_or_not(room):
    page = room.phone.page
    for step in room.facilitator.line.parts["agenda"]["steps"]:
        room.facilitator.send("session.go", {"step": step["id"]})
        room.facilitator.line.wait_for(
            lambda parts, step=step: parts["agenda"]["steps"][parts["agenda"]["position"]]["id"] == step["id"]
        )
        for shown_on in (room.phone.page, *room.pages.values()):
            shown_on.locator(".sr", has_text=step["title"]).first.wait_for(state="attached")
        if step["activity"] in DONE_ON_ENTERING:
            room.company.wait_until(f"{step['id']} {step['activity']}")
        same_as_others(room)
        assert_same_once_loaded_again(page, step["title"])


def assert_same_once_loaded_again(page, title):
    """What others wrote a moment ago may still be on its way the first time; nobody writes anything any more."""
    for _ in range(2):
        before = shown(page)
        page.reload()
        page.wait_for_selector(".always")
        page.wait_for_selector("main:not([aria-busy])")
        page.wait_for_timeout(50)
        if shown(page) == before:
            return
    assert shown(page) == before, title


def left_alone(page, *words):
    """Each of these can be read, and no translator has taken it."""
    page.get_by_text(words[0]).first.wait_for()
    said = page.locator("body").inner_text()
    for word in words:
        assert word in said, word
        assert not re.search(rf"«[^»]*{re.escape(word)}", said), word


def test_codes_and_addresses_are_what_everybody_else_reads(room, workshop, opens):
    halves, address = (room.code[:4], room.code[4:]), workshop.url.removeprefix("http://")
    screen, console = room.pages["screen", True], room.pages["console", True]
    left_alone(console, " ".join(halves))
    console.get_by_role("button", name="Links").click()
    console.get_by_role("dialog").wait_for()
    left_alone(console, address, " ".join(halves))
    console.keyboard.press("Escape")
    room.facilitator.send("session.go", {"step": "s1"})
    left_alone(screen, address, *halves)
    room.facilitator.send("session.go", {"step": "s2"})
    screen.get_by_text("Joining now?").wait_for()
    left_alone(screen, address, " ".join(halves))
    join = opens(f"{workshop.url}/#{room.code}", first=TRANSLATOR)
    join.get_by_role("button", name="Enter the workshop").wait_for()
    assert "".join(join.locator(".code").inner_text().split()) == room.code


def test_nobody_s_browser_complained(room):
    assert room.phone.faults == []
    assert [fault for page in room.pages.values() for fault in page.faults] == []
