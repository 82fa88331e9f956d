"""Two trainers in one session, in real browsers: each sees that the other is there and who moved the room, and whatever
both type at the same time, in every field that the console has, both texts are there afterwards.
"""

import json
import re

import pytest

from tests.journeys.people import DESK, PROJECTOR, Phone, close, cookies_of, cut_off, open_page

pytestmark = pytest.mark.tour

FIELDS = "main textarea, main input[type=text], main input:not([type]), dialog textarea, dialog input:not([type])"
EDIT = "Change"
EXPLAINED = ("because", "kept_going", "eased", "rival", "unsure")


class Two:
    """A session with a desk by an account, one by a link, a projector and a phone."""

    def __init__(self, workshop, facilitator, chromium) -> None:
        self.lead = facilitator
        code = facilitator.create("group-chat", "half", k=5)
        links = json.loads(facilitator.browser.get(f"/facilitate/{facilitator.session}/links"))
        there = f"{workshop.url}/facilitate/{facilitator.session}"
        self.one = open_page(chromium, there, DESK, cookies_of(facilitator))
        self.two = open_page(chromium, links["desk"], DESK)
        self.screen = open_page(chromium, links["screen"], PROJECTOR)
        self.phone = Phone(chromium, workshop.url, code).page
        self.desks, self.pages = (self.one, self.two), (self.one, self.two, self.screen, self.phone)

    def go(self, activity) -> None:
        steps = self.lead.line.parts["agenda"]["steps"]
        step = next(s for s in steps if s["activity"] == activity)
        self.lead.send("session.go", {"step": step["id"]})
        for desk in self.desks:
            desk.locator(".rail .now", has_text=re.compile(step["title"])).wait_for()  # not Ex-plan-ation

    def told(self, name, holds):
        return self.lead.line.wait_for(lambda parts: parts.get(name) is not None and holds(parts[name]), 20)[name]

    def offline(self, desk, is_offline) -> None:
        if is_offline:
            cut_off(desk)
        else:
            desk.context.set_offline(False)

    def note(self, text) -> None:
        self.lead.send("formulation.add", {"section": "known", "text": text})
        for desk in self.desks:
            desk.get_by_text(text).first.wait_for()


@pytest.fixture(scope="module")
def two(workshop, facilitator, chromium):
    found = Two(workshop, facilitator, chromium)
    yield found
    assert [f for p in found.pages for f in p.faults if "ERR_" not in f] == []
    close(*found.pages)
    facilitator.line.drop()


def test_each_sees_that_the_other_is_there_and_nobody_else_does(two):
    for desk, kind in ((two.one, "By a link."), (two.two, "With an account.")):
        desk.get_by_role("button", name="You and one more trainer").click()
        sheet = desk.get_by_role("dialog", name="Trainers here")
        sheet.get_by_text(kind).wait_for()
        desk.keyboard.press("Escape")
        sheet.wait_for(state="detached")
    for page in (two.screen, two.phone):
        assert "trainer" not in page.locator("body").inner_text().lower()


def test_who_moved_the_room_is_said_on_both_consoles_and_nowhere_else(two):
    two.two.locator("main").focus()
    two.two.keyboard.press("Space")
    two.one.get_by_role("button", name="Moved by the other trainer").wait_for()
    two.two.get_by_role("button", name="You moved the room").wait_for()
    for page in (two.screen, two.phone):
        assert "moved" not in page.locator("body").inner_text().lower()


def typed_fields(desk) -> int:
    return desk.locator(FIELDS).filter(visible=True).count()


def test_both_type_in_every_field_of_the_explanation_at_once_and_no_word_is_lost(two):
    two.go("formulation")
    assert typed_fields(two.one) == len(EXPLAINED) + 1, "a field that this journey does not know"
    two.offline(two.two, True)
    for part in EXPLAINED:
        two.one.locator(f"#explain-{part}").fill(f"One of {part}")
        two.two.locator(f"#explain-{part}").fill(f"Two of {part}")
    two.two.locator("#console-note").fill("A note of two")
    two.told("formulation", lambda f: all(f["explanation"][p]["text"] == f"One of {p}" for p in EXPLAINED))
    two.offline(two.two, False)
    for part in EXPLAINED:
        field = two.two.locator(".field").filter(has=two.two.locator(f"#explain-{part}"))
        field.get_by_text(f"One of {part}").wait_for()
        field.get_by_role("button", name="Put both together").click()
    two.told("formulation", lambda f: all(f["explanation"][p]["text"] == f"One of {p} Two of {p}" for p in EXPLAINED))
    two.one.locator("#console-note").fill("A note of one")
    for desk in two.desks:
        desk.get_by_role("button", name="Add", exact=True).last.click()
    wanted = {"A note of one", "A note of two"}
    two.told("formulation", lambda f: wanted <= {n["text"] for n in f["notes"]})


def test_both_note_what_the_room_says_at_once_and_no_word_is_lost(two):
    two.go("plan")
    two.offline(two.two, True)
    for desk, words in ((two.one, "One heard this"), (two.two, "Two heard that")):
        desk.locator(".jotter textarea").fill(words)
    two.told("jotter", lambda j: [n["text"] for n in j["jottings"]] == ["One heard this"])
    two.offline(two.two, False)
    jotter = two.two.locator(".jotter")
    jotter.get_by_text("One heard this").wait_for()
    jotter.get_by_role("button", name="Put both together").click()
    two.told("jotter", lambda j: [n["text"] for n in j["jottings"]] == ["One heard this Two heard that"])


def open_note(desk, text, what):
    desk.get_by_role("button", name=re.compile(f"^{what} {text}")).first.click()
    return desk.get_by_role("dialog").locator("textarea, input").filter(visible=True).first


def test_both_change_one_note_at_once_and_both_wordings_are_there(two):
    two.go("formulation")
    two.note("Both will change this")
    for desk, words in ((two.one, "As the first has it"), (two.two, "As the second has it")):
        open_note(desk, "Both will change this", EDIT).fill(words)
    for desk in two.desks:
        desk.get_by_role("dialog").get_by_role("button", name="Save").click()
        desk.get_by_role("dialog").wait_for(state="detached")
    wanted = {"As the first has it", "As the second has it"}
    two.told("formulation", lambda f: wanted <= {n["text"] for n in f["notes"]})


def test_both_fill_in_the_plan_at_once_and_both_actions_are_there(two):
    two.go("plan")
    assert typed_fields(two.one) == 0, "a field that this journey does not know"
    for desk, words in ((two.one, "Call the family"), (two.two, "Ask the school")):
        desk.get_by_role("button", name=re.compile("Add")).first.click()
        names = desk.locator("dialog input.input").evaluate_all("fields => fields.map(f => f.name)")
        assert names == ["action", "why", "who", "by_when", "known", "step_up", "step_down", "review"], (
            "a field that this journey does not know"
        )
        desk.locator("dialog summary").click()
        for name in names:
            desk.locator(f"#plan-{name}").fill(f"{words}: {name}")
    for desk in two.desks:
        desk.get_by_role("dialog").get_by_role("button", name=re.compile("Save|Add")).last.click()
        desk.get_by_role("dialog").wait_for(state="detached")
    plan = two.told("plan", lambda p: len(p["actions"]) == 2)
    assert {(a["action"], a["why"]) for a in plan["actions"]} == {
        (f"{w}: action", f"{w}: why") for w in ("Call the family", "Ask the school")
    }


def test_both_change_one_action_at_once_and_both_are_there(two):
    two.go("plan")
    for desk, words in ((two.one, "First"), (two.two, "Second")):
        desk.get_by_role("button", name="Change: Call the family: action").click()
        desk.locator("#plan-who").fill(words)
    for desk in two.desks:
        desk.get_by_role("dialog").get_by_role("button", name=re.compile("Save|Add")).last.click()
        desk.get_by_role("dialog").wait_for(state="detached")
    two.told("plan", lambda p: {"First", "Second"} <= {a["who"] for a in p["actions"]})


def test_a_desk_that_goes_is_not_there_any_more(two):
    close(two.two)
    two.one.get_by_role("button", name="You and one more trainer").wait_for(state="detached")
