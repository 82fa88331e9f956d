"""One picture: the boxes that screen, console and report draw are the same, from their pages; words are large."""

import json

import pytest

from tests.helpers.output import checkpoint, rendered, told
from tests.journeys.people import DESK, PROJECTOR, cookies_of

pytestmark = pytest.mark.tour

SECTIONS = ("precipitating", "presenting", "perpetuating", "protective")
"""Those that the case study here and the one of the reports' tests both have, in the same order."""
BOXES = """svg => {
  const all = svg.getBoundingClientRect();
  const part = (r) => [r.x - all.x, r.y - all.y, r.width, r.height].map((n) => n / all.width);
  return [...svg.querySelectorAll('[data-note]')].map((e) => [e.dataset.note, ...part(e.getBoundingClientRect())]);
}"""
WORDS = """svg => Math.min(...[...svg.querySelectorAll('text')].map(
  (t) => parseFloat(t.getAttribute('font-size')) * svg.getBoundingClientRect().width / 1728 / innerHeight))"""
ONE_PERCENT, THREE_VH = 0.01, 0.03
DRAWN = 6_000
"""Milliseconds after which an order has been found: it is looked for every two seconds."""


@pytest.fixture(scope="module")
def room(facilitator, code):
    step = next(s for s in facilitator.line.parts["agenda"]["steps"] if s["activity"] == "formulation")
    facilitator.send("session.go", {"step": step["id"]})
    facilitator.line.wait_for(lambda parts: parts.get("formulation"), 30)
    return facilitator


def filled(room, many):
    """So many notes, each joined to one of the column before; as everybody has it when its order is found."""
    notes = {n["text"]: n["id"] for n in room.line.parts["formulation"]["notes"]}
    for number in range(len(notes), many):
        room.send("formulation.add", {"section": SECTIONS[number % 4], "text": f"Note {number:02} of them"})
    part = room.line.wait_for(lambda p: len(p["formulation"]["notes"]) == many, 30)["formulation"]
    notes = {n["text"]: n["id"] for n in part["notes"]}
    known = {(x["source"], x["target"]) for x in part["links"]}
    for number in range(1, many):
        pair = notes[f"Note {number:02} of them"], notes[f"Note {(number * 7) % number:02} of them"]
        if pair not in known and pair[0] != pair[1]:
            room.send("formulation.link", {"source": pair[0], "target": pair[1], "kind": "because"})
    return room


def anew(room, page):
    """Drawn whole: the step is left for the plan, and entered again."""
    steps = {s["activity"]: s["id"] for s in room.line.parts["agenda"]["steps"]}
    for activity in ("plan", "formulation"):
        room.send("session.go", {"step": steps[activity]})
        if activity == "formulation":
            room.send("formulation.phase", {"phase": "join"})
        page.wait_for_timeout(DRAWN)


def of_the_report(part, page):
    """Boxes of the HTML report of the same notes and links, by the ids of the room."""
    notes = {n["id"]: {"section": n["section"], "text": n["text"], "version": 1} for n in part["notes"]}
    session = told(kept=checkpoint(notes.items(), {x["id"]: x for x in part["links"]}.items()))
    page.set_content(rendered("html", session).decode())
    ids = {n["text"]: n["id"] for n in part["notes"]}
    named = {str(n.number): ids[n.text] for n in session.formulation.notes}
    return sorted((named[i], *box) for i, *box in page.locator(".drawing svg").evaluate(BOXES))


def boxes(page, many):
    """As a page draws them, once it has them all."""
    drawn = page.locator(".picture svg").first
    page.wait_for_function("n => document.querySelectorAll('.picture [data-note]').length >= n", arg=many)
    return sorted(map(tuple, drawn.evaluate(BOXES)))


def alike(one, two):
    assert [b[0] for b in one] == [b[0] for b in two]
    assert all(
        abs(a - b) <= ONE_PERCENT for x, y in zip(one, two, strict=True) for a, b in zip(x[1:], y[1:], strict=True)
    )


@pytest.mark.parametrize("many", [6, 20, 30])
def test_screen_console_and_report_draw_the_same_boxes(room, workshop, opens, many):
    links = json.loads(room.browser.get(f"/facilitate/{room.session}/links"))
    screen = opens(links["screen"], PROJECTOR)
    console = opens(f"{workshop.url}/facilitate/{room.session}", DESK, cookies_of(room))
    filled(room, many)
    least = many if many < 9 else 5
    anew(room, screen)
    part = room.line.parts["formulation"]
    alike(boxes(screen, least), boxes(console, least))
    assert screen.locator(".picture svg").evaluate(WORDS) >= THREE_VH
    listed = screen.locator(".picture-list .typed").all_text_contents()
    assert {n["text"] for n in part["notes"]} <= set(listed), "a screen reader gets every note"
    report = of_the_report(part, opens("about:blank", DESK))
    alike(boxes(screen, least), report)
