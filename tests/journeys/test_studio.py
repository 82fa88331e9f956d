"""Six phones, a desk and a projector build one explanation, from what each wrote alone to what the report says."""

import json
import re

import pytest

from tests.journeys.people import DESK, PROJECTOR, Phone, axe, close, cookies_of, open_page
from workshop.service.support import APART

pytestmark = pytest.mark.tour

WROTE = (
    ("Why now?", "A friendship ended this term"),
    ("What happened and concerns", "Asked again after a no"),
    ("What keeps it going", "Others laugh along"),
    ("What helps", "One teacher is trusted"),
)
"""What four of the six write, and where; two write nothing."""
EFFECT, CAUSE = WROTE[1][1], WROTE[0][1]
OPENLY, BETTER, BESIDE = "Sits alone at break", "Sits alone at every break", "Is alone since the summer"
"""A note that one phone adds and changes, and what another would say instead."""
AREA, BEGUN, HALFWAY = WROTE[2][0], "Half a thought of the stairs", 5
"""Where one phone begins a note and what, when the room moves on."""
OFFERED = ("A friendship ended and nobody else was near.", "It was a way to belong.", "Nobody said stop.")
FITS = "It began in the term of the dare."
LEFT = "Why it began at night."
ON_ITS_WAY = 3_000
"""Milliseconds in which what a phone sent is stored."""


class Studio:
    """Everybody, at the explanation."""

    def __init__(self, workshop, facilitator, chromium) -> None:
        self.lead = facilitator
        code = facilitator.create("group-chat", "full", k=5)
        links = json.loads(facilitator.browser.get(f"/facilitate/{facilitator.session}/links"))
        self.report = f"{workshop.url}/facilitate/{facilitator.session}/report"
        cookies = cookies_of(facilitator)
        self.desk = open_page(chromium, f"{workshop.url}/facilitate/{facilitator.session}", DESK, cookies)
        self.screen = open_page(chromium, links["screen"], PROJECTOR)
        self.phones = [Phone(chromium, workshop.url, code).page for _ in range(6)]
        self.pages = (self.desk, self.screen, *self.phones)
        steps = facilitator.line.parts["agenda"]["steps"]
        facilitator.send("session.go", {"step": next(s["id"] for s in steps if s["activity"] == "formulation")})

    def phase(self, name) -> None:
        self.desk.locator(".phases").get_by_role("button", name=name).click()
        for page in self.phones:
            page.locator("#app").get_by_text(name).first.wait_for()

    def told(self, holds):
        return self.lead.line.wait_for(holds, 90)  # what comes too late for one count is in the next

    def press(self, name) -> None:
        """A button at the desk."""
        self.desk.get_by_role("button", name=name, exact=True).click()

    def at(self, name) -> None:
        """Every phone opens an area."""
        for page in self.phones:
            page.locator(".tabs button", has_text=name).click()


@pytest.fixture(scope="module")
def studio(workshop, facilitator, chromium):
    found = Studio(workshop, facilitator, chromium)
    yield found
    assert [fault for page in found.pages for fault in page.faults] == []
    close(*found.pages)
    facilitator.line.drop()


def test_what_each_wrote_alone_comes_at_once(studio):
    for page, (area, text) in zip(studio.phones, WROTE, strict=False):
        page.get_by_label("Area", exact=True).select_option(label=area)
        page.get_by_placeholder("").and_(page.locator("textarea")).fill(text)
        page.get_by_role("button", name="Keep note").click()
        page.get_by_text("1 note on this phone").wait_for()
    assert studio.lead.line.parts["formulation"]["notes"] == []
    begin_alone(studio.phones[HALFWAY])
    studio.phase("Gather")
    studio.press("Gather what was written since")
    studio.told(lambda parts: parts["formulation"]["gathering"]["state"] == "called")
    studio.desk.wait_for_timeout(3_000)  # “It takes a few seconds”
    studio.press("Show what was handed in")
    studio.told(lambda parts: len(parts["formulation"]["notes"]) == len(WROTE))
    for _, text in WROTE:
        studio.screen.get_by_text(text).first.wait_for()


def begin_alone(page) -> None:
    """A note that its writer does not come to keep before the room moves on."""
    page.get_by_label("Area", exact=True).select_option(label=AREA)
    page.locator("textarea").fill(BEGUN)


def test_words_begun_alone_go_on_before_their_writers_eyes(studio):
    page = studio.phones[HALFWAY]
    assert page.locator("textarea").input_value() == BEGUN  # not gathered, and not gone
    studio.phase("Sort")
    tab = page.locator(".tabs button[aria-current=true]")
    assert tab.inner_text().startswith(AREA)
    box = tab.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= page.viewport_size["width"], "the tab is in sight"
    field = page.get_by_role("textbox", name="Add a short note")
    assert field.input_value() == BEGUN
    assert all(BEGUN not in n["text"] for n in studio.lead.line.parts["formulation"]["notes"])
    field.fill("")
    studio.phase("Gather")


def in_other_words(studio):
    """Whoever wrote a note changes it; from another phone other words come beside it."""
    one, two = studio.phones[:2]
    two.get_by_role("button", name="Add", exact=True).wait_for()  # it has arrived: what comes is news there
    one.get_by_placeholder("").and_(one.locator(".add-note textarea, .add-note input")).fill(OPENLY)
    one.get_by_role("button", name="Add", exact=True).click()
    one.locator(".notes-list").get_by_text(OPENLY).wait_for()
    for page, was, words, action in ((one, OPENLY, BETTER, "Change"), (two, BETTER, BESIDE, "Suggest other words")):
        fresh = page.get_by_role("button", name="new or changed note")
        if page is two:
            fresh.click()
        page.get_by_role("button", name=f"More for this note: {was}").click()
        page.get_by_role("dialog").get_by_role("button", name=action).click()
        page.get_by_role("dialog").get_by_label(action).fill(words)
        page.get_by_role("dialog").get_by_role("button", name="Send").click()
        page.locator(".notes-list").get_by_text(words).wait_for()
    found = studio.told(lambda parts: any(n["text"] == BESIDE for n in parts["formulation"]["notes"]))
    first = next(n for n in found["formulation"]["notes"] if n["text"] == BETTER)
    assert [n["beside"] for n in found["formulation"]["notes"] if n["text"] == BESIDE] == [first["id"]]
    assert axe(two) == []


def test_three_phones_see_the_same_and_join_the_same_two(studio):
    studio.phase("Sort")
    studio.at("What happened")
    for page in studio.phones[:4]:
        page.get_by_role("button", name="I see this too").click()
        page.locator("button.sup[aria-pressed=true]", has_text="I see this too").wait_for()
    studio.desk.wait_for_timeout(ON_ITS_WAY)  # a fourth who comes after the count of three would not be told alone
    studio.phase("Join up")
    studio.told(lambda parts: any(note["support"] for note in parts["formulation"]["notes"]))
    studio.at("What happened")
    for page in studio.phones[:3]:
        page.get_by_role("button", name="Join up").click()
        sheet = page.get_by_role("dialog")
        sheet.get_by_label(CAUSE).check()
        sheet.get_by_role("button", name="Join them").click()
        sheet.wait_for(state="detached")
    studio.told(lambda parts: len(parts["formulation"]["links"]) == 1)
    in_other_words(studio)
    studio.desk.wait_for_timeout(APART * 1000)  # a change of phase counts again when so long has gone by
    studio.phase("Say it")
    studio.told(lambda parts: parts["formulation"]["links"][0]["support"] == 3)


def test_wordings_come_from_phones_and_the_desk_takes_what_most_prefer(studio):
    for page, text in zip(studio.phones, OFFERED, strict=False):
        page.get_by_label("Your wording").fill(text)
        page.get_by_role("button", name="Offer").click()
        page.get_by_text("Your wording, on this phone until it is gathered:").wait_for()
    studio.press("Gather wordings")
    studio.told(lambda parts: parts["offers"]["state"] == "called")
    studio.desk.wait_for_timeout(3_000)
    studio.press("Show what was handed in")
    studio.told(lambda parts: parts["offers"]["choosing"])
    for page in studio.phones[:4]:
        page.get_by_role("button", name=OFFERED[0]).click()
        page.locator(".wording[aria-pressed=true]").wait_for()
    studio.desk.wait_for_timeout(ON_ITS_WAY)
    assert axe(studio.phones[0]) == []
    studio.press("Close and count")
    for page in studio.phones:
        page.get_by_text(re.compile(r"[34] would rather have this")).wait_for()
    studio.desk.get_by_role("button", name=f"Take this wording: {OFFERED[0]}").click()
    studio.told(lambda parts: parts["formulation"]["explanation"]["because"]["text"] == OFFERED[0])
    studio.screen.get_by_text(OFFERED[0]).first.wait_for()
    assert axe(studio.desk) == []


def test_the_other_explanation_is_as_large_and_what_each_leaves_open_is_asked(studio):
    studio.phase("Another explanation")
    studio.desk.get_by_label("Another explanation is…").fill("Older pupils set it up.")
    fields = studio.desk.locator(".explaining .explaining textarea")
    for at, text in enumerate((FITS, "They are in every chat.", LEFT, "Why it went on.", "Who began?")):
        fields.nth(at).fill(text)
    fields.nth(4).blur()
    for text in ("Older pupils set it up.", FITS, LEFT, "Who began?"):
        studio.screen.get_by_text(text).wait_for()
    boxes = [studio.screen.locator(".screen-both section").nth(n).bounding_box() for n in (0, 1)]
    assert (boxes[0]["width"], boxes[0]["height"]) == (boxes[1]["width"], boxes[1]["height"])


def test_what_changed_since_is_shown(studio):
    studio.phase("Where we differ")
    studio.desk.locator(".what-changed summary").click()
    studio.desk.locator(".what-changed button", has_text="screen").click()
    studio.screen.get_by_role("heading", name="What changed in our explanation").wait_for()
    studio.screen.get_by_text(LEFT).wait_for()
    assert axe(studio.screen) == [] and axe(studio.desk) == []
    studio.desk.locator(".what-changed button", has_text="screen").click()
    studio.screen.get_by_role("heading", name="Where we differ").wait_for()


def test_it_is_asked_what_holds_and_all_of_it_is_in_the_report(studio):
    studio.desk.locator(".sureness summary").click()
    for box in studio.desk.locator(".sureness input[type=checkbox]").all()[:2]:
        box.check()
    studio.desk.get_by_role("button", name="Ask these", exact=True).first.click()
    for page in studio.phones:
        for _ in range(2):
            page.locator(".holds button", has_text="Yes").click()
            page.locator(".end .button").click()
    studio.told(lambda parts: parts["progress"]["finished"] >= 5)
    studio.lead.send("formulation.reveal", {"round": studio.lead.line.parts["agreed"]["round"]})
    studio.told(lambda parts: parts["agreed"]["state"] == "revealed")
    studio.lead.send("session.end", {})
    report = json.loads(studio.lead.browser.get(f"/facilitate/{studio.lead.session}/report.json"))["formulation"]
    assert {note["text"] for note in report["notes"]} == {*(text for _, text in WROTE), BETTER, BESIDE}
    assert [link["support"] for link in report["links"]] == [3]
    told = report["explanation"]
    assert (told["because"], told["ours_fits"], told["ours_leaves"]) == (OFFERED[0], FITS, LEFT)
    assert [version["cause"] for version in report["versions"]] == [
        "said"
    ]  # the last one is what the explanation says itself
    assert report["agreement"]
