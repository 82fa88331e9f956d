"""A real phone's page on the wire: whatever is placed, what it sends and what it alone is sent is as long as ever."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.people import PATIENCE, PHONE, close, enter
from workshop.casebook import SHIPPED, Casebook
from workshop.realtime import wire
from workshop.realtime.heart import PACKETS
from workshop.realtime.wire import PROTOCOL
from workshop.rehearsal.facilitator import SimulatedFacilitator

pytestmark = pytest.mark.tour

BEAT = "4" + PACKETS["delegate"]
FIRST_FRAME = '42/delegate,["frame",{'


@dataclass
class Heard:
    """What a listener would see of one page, and what it cannot: the texts are here only to tell kinds apart."""

    sent: list[str] = field(default_factory=list)
    received: list[str] = field(default_factory=list)

    def commands(self) -> list[int]:
        return [len(text.encode()) for text in self.sent if text.startswith("42/delegate,") and text != BEAT]

    def beats(self) -> tuple[set[str], set[str]]:
        """What it sent and got by itself, for its heartbeat."""
        return tuple({text for text in texts if "beat" in text} for texts in (self.sent, self.received))  # type: ignore[return-value]

    def connects(self) -> list[int]:
        return [len(text.encode()) for text in self.sent if text.startswith("40/delegate,")]

    def acks(self) -> list[int]:
        return [len(text.encode()) for text in self.received if text.startswith("43/delegate,")]

    def own_frames(self) -> list[int]:
        """Full frames to this phone alone."""
        return [len(t.encode()) for t in self.received if t.startswith(FIRST_FRAME) and '"pad":"' in t]


def listening(browser: Browser, url: str, code: str) -> tuple[Page, Heard]:
    """A phone that has joined, with an ear on its socket from the first byte on."""
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page, heard = context.new_page(), Heard()

    def opened(socket) -> None:
        socket.on("framesent", lambda text: heard.sent.append(str(text)))
        socket.on("framereceived", lambda text: heard.received.append(str(text)))

    page.on("websocket", opened)
    page.goto(f"{url}/#{code}")
    enter(page)
    return page, heard


@pytest.fixture
def room(workshop, facilitator):
    """A facilitator at the first placing of the group chat, opened."""
    desk: SimulatedFacilitator = facilitator
    code = desk.create("group-chat", Casebook([SHIPPED]).get("group-chat").agendas[0].id, 5)
    step = [s for s in desk.line.parts["agenda"]["steps"] if s["activity"] == "board"][1]
    desk.send("session.go", {"step": step["id"]})
    desk.send("board.open", {})
    yield workshop.url, code
    desk.line.drop()


def say(page: Page, stage: int, more: int) -> None:
    """The card shown goes to a stage (from 0), off the line at -1, or is passed at -2; with so many reasons."""
    page.wait_for_selector("button.pick")
    if stage == -2:
        page.get_by_role("button", name="Skip").first.click()
        return
    picks = page.locator("button.pick")
    picks.nth(stage).click() if stage >= 0 else page.locator("button.know").click()
    chips = page.locator(".chips button")
    for n in range(more):
        chips.nth(n).click()
    if more and stage >= 0:
        page.locator(".one-to-five button, .one-to-five input, .one-to-five label").first.click()
    page.locator(".end .button").click()


def test_whatever_a_phone_places_it_sends_and_gets_the_same_lengths(chromium, room):
    url, code = room
    page, heard = listening(chromium, url, code)
    other, silent = listening(chromium, url, code)
    stages = page.locator("button.pick").count() or 4
    for number, stage in enumerate([*range(stages), -1, -2]):
        say(page, stage, more=number % 4)
    page.wait_for_function("() => !document.querySelector('.send.is-waiting')")
    page.wait_for_timeout(300)
    assert len(heard.commands()) >= stages + 2
    assert set(heard.commands()) == {wire.COMMAND} and set(heard.acks()) == {wire.ACK}
    assert len(heard.acks()) == len(heard.commands())
    said = {name for name in ("board.place", "board.skip") if any(f'"{name}"' in text for text in heard.sent)}
    assert said == {"board.place", "board.skip"}
    before = len(heard.own_frames()), len(silent.own_frames())
    for each in (page, other):  # coming back: one has said much, the other nothing
        each.reload()
        each.wait_for_selector(".always")
    assert (len(heard.own_frames()), len(silent.own_frames())) == (before[0] + 1, before[1] + 1)
    assert heard.own_frames()[-1] == silent.own_frames()[-1]
    assert len(set(heard.connects() + silent.connects())) == 1
    page.wait_for_timeout(3500)  # both are idle for as long as it takes to beat
    assert heard.beats() == silent.beats() == ({BEAT}, {BEAT})
    close(page, other)


def test_a_question_is_no_shorter_and_no_longer_than_a_tap(chromium, room):
    url, code = room
    page, heard = listening(chromium, url, code)
    say(page, 0, more=1)
    page.get_by_role("button", name="Ask", exact=True).click()
    page.locator("textarea").fill("What would have helped sooner, and who could have said so? " * 4)
    page.get_by_role("button", name="Send").click()
    page.wait_for_timeout(1500)
    assert any('"questions.ask"' in text for text in heard.sent)
    assert set(heard.commands()) == {wire.COMMAND} and set(heard.acks()) == {wire.ACK}
    close(page)


def test_who_has_nothing_to_ask_sends_what_one_does_who_asks(chromium, room, facilitator):
    """Also who is asked first whether the words may be recognised: an opinion, and then one message."""
    url, code = room
    step = next(s for s in facilitator.line.parts["agenda"]["steps"] if s["activity"] == "questions")
    facilitator.send("session.go", {"step": step["id"]})
    seen = []
    for words in ("", "What would have helped sooner?", "Is a boy called Kevin in it?"):
        page, heard = listening(chromium, url, code)
        posted: list[int] = []
        page.on(
            "request", lambda r, posted=posted: posted.append(len(r.post_data or "")) if r.method == "POST" else None
        )
        if words:
            page.locator("textarea").fill(words)
            page.get_by_role("button", name="Send").click()
            if "Kevin" in words:
                page.get_by_role("button", name="Send it all the same").click()
        else:
            page.get_by_role("button", name="Nothing to ask").click()
        page.wait_for_function("() => document.body.innerText.match(/waits with the others|You have answered/)")
        page.wait_for_timeout(300)
        seen.append((posted, heard.commands()))
        close(page)
    assert seen[0] == seen[1] == seen[2] == ([wire.COMMAND], [wire.COMMAND])


def test_a_server_of_another_version_is_noticed_after_all_was_sent(chromium, room):
    """The page is told of a newer server: it says so, sends what waits, and loads again once."""
    url, code = room
    page, _ = listening(chromium, url, code)
    loads: list[str] = []
    page.on("load", lambda loaded: loads.append(loaded.url))

    def newer(route) -> None:
        server, here, next_one = route.connect_to_server(), f'"protocol":{PROTOCOL}', f'"protocol":{PROTOCOL + 1}'
        server.on_message(lambda text: route.send(str(text).replace(here, next_one)))
        route.on_message(server.send)

    page.route_web_socket("**/socket.io/**", newer)
    page.reload()
    page.get_by_text("The workshop was updated.").wait_for()
    say(page, 0, more=0)
    page.wait_for_timeout(7000)
    assert len(loads) == 2, "ours, and its own one"
    page.get_by_text("The workshop was updated.").wait_for()
    close(page)
