"""What the report and the main pages look like, by boxes and computed styles: what an eye would see, and no pixels."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.helpers.output import rendered, told, written
from tests.helpers.tree import ROOT, text
from tests.journeys.people import DESK, PROJECTOR, Phone, close, cookies_of, open_page
from workshop.outputs.formats.html import STYLE
from workshop.outputs.formats.strips import NARROW, WIDE
from workshop.rehearsal.company import Company
from workshop.rehearsal.facilitator import SimulatedFacilitator

pytestmark = pytest.mark.tour

LOOK = text(ROOT / "tests/journeys/boxes.js").partition("\n() =>")[2]
TOKENS = text(ROOT / "static/css/tokens.css")
FACE = " ".join(re.search(r"--font:\s*([^;]+);", TOKENS)[1].replace("'", '"').split())
"""As a browser says it of an element."""
FAULTS = ("overlapping", "outside", "spilt", "cut", "broken", "scrolling", "tables")
REPORTS = {
    "a room in two minds, with everything that can be written": told(2, kept=written("Ask first, then write to them")),
    "a large room, drawn as shapes": told(5, 200),
    "a small room, in which much is withheld": told(3, 9),
    "long words": told(1, 24, kept=written("Donaudampfschifffahrtsgesellschaftskapitän " * 3)),
}
SHEETS = {"large": ((1280, 900), "screen"), "phone": ((390, 844), "screen"), "paper": ((680, 960), "print")}
"""Paper: A4 less its margins (report.css), at 96 pixels to the inch."""


def look(page: Any) -> dict[str, Any]:
    """What boxes.js sees on a page."""
    return page.evaluate("() =>" + LOOK)


def faults(seen: dict[str, Any]) -> dict[str, list[str]]:
    """What nobody would want to see."""
    return {kind: seen[kind] for kind in FAULTS if seen[kind]}


def rgb(colours: list[str]) -> set[str]:
    """#1B2429 as browsers say it: rgb(27, 36, 41)."""
    channels = [[int(c[at : at + 2], 16) for at in (1, 3, 5)] for c in colours]
    return {f"rgb({r}, {g}, {b})" for r, g, b in channels}


# ---------------------------------------------------------------- the report


@pytest.fixture(scope="module")
def blank(chromium):
    """A page to put a report on."""
    shown = chromium.new_page()
    yield shown
    shown.close()


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_seen_whole(blank, name, sheet):
    (width, height), media = SHEETS[sheet]
    blank.set_viewport_size({"width": width, "height": height})
    blank.emulate_media(media=media)
    blank.set_content(rendered("html", REPORTS[name]).decode())
    seen = look(blank)
    assert faults(seen) == {} and seen["lines"] > 250
    assert seen["faces"] == [FACE]
    assert {float(size.removesuffix("px")) for size in seen["sizes"]} <= declared_sizes()
    assert set(seen["colours"]) <= rgb(re.findall(r"#[0-9A-Fa-f]{6}", STYLE))
    strips = seen["strips"]
    assert len(strips) > 5 and not [s for s in strips if s["squeezed"] or s["outside"]]
    assert {round(s["width"] / min(s["room"], WIDE), 2) for s in strips if s["width"] > NARROW} == {1.0}


def declared_sizes() -> set[float]:
    """Sizes of type that report.css names, in CSS pixels."""
    found = re.findall(r"font-size: ([\d.]+)(px|pt)", STYLE)
    return {float(n) * (4 / 3 if unit == "pt" else 1) for n, unit in found}


# ---------------------------------------------------------------- the main pages


@pytest.fixture(scope="module")
def pages(workshop, chromium):
    """Phone, console and screen of a room that has just been shown its warm-up cards, each with its strips."""
    facilitator = SimulatedFacilitator(workshop.url, workshop.link)
    code = facilitator.create("group-chat", "ninety", k=5)
    company = Company(workshop.url, code, size=6, seed=5)
    facilitator.start(company)
    company.join()
    step = next(s for s in facilitator.line.parts["agenda"]["steps"] if s["activity"] == "board")
    facilitator.send("session.go", {"step": step["id"]})
    facilitator.send("board.open", {})
    facilitator.finish_round()
    phone = Phone(chromium, workshop.url, code)
    cookies = cookies_of(facilitator)
    console = open_page(chromium, f"{workshop.url}/facilitate/{facilitator.session}", DESK, cookies)
    screen = open_page(chromium, f"{workshop.url}/screen/{facilitator.session}", PROJECTOR, cookies)
    made = {"phone": phone.page, "console": console, "screen": screen}
    for page in made.values():
        page.locator(".strip").first.wait_for()
    yield made
    close(*made.values())
    company.leave()
    facilitator.line.drop()


IN_FULL = "Rehearsal · invented people"
SMALLEST = {"phone": 13, "console": 13, "screen": 32.4}
"""Pixels: tokens.css, --t-1 and --s-1 at 1080 lines."""


@pytest.mark.parametrize("name", ["phone", "console", "screen"])
def test_a_page_is_seen_whole(pages, name):
    seen = look(pages[name])
    assert faults(seen) == {} and seen["lines"] > 10
    assert seen["faces"] == [FACE]
    assert min(float(size.removesuffix("px")) for size in seen["sizes"]) >= SMALLEST[name]
    assert set(seen["colours"]) <= rgb(re.findall(r"#[0-9A-Fa-f]{6}", TOKENS))
    assert seen["strips"] and not [s for s in seen["strips"] if s["squeezed"] or s["outside"]]


@pytest.mark.parametrize(("name", "said"), [("phone", IN_FULL), ("console", "Rehearsal"), ("screen", IN_FULL)])
def test_a_rehearsal_says_so_in_the_head_of_every_page(pages, name, said):
    mark = pages[name].get_by_text(said, exact=True)
    assert mark.bounding_box()["y"] < 50


# ---------------------------------------------------------------- the eye sees what it should


WRONG = {
    "overlapping": '<p>One line of words</p><p style="margin-top:-28px">Another line of words</p>',
    "outside": '<p style="width:3000px">' + "wide " * 300 + "</p>",
    "spilt": '<p style="width:60px;white-space:nowrap">Neighbouring words</p>',
    "cut": '<p style="width:60px;white-space:nowrap;overflow:hidden">Neighbouring words</p>',
    "broken": '<p style="width:60px;overflow-wrap:anywhere">Neighbouring words</p>',
    "scrolling": '<nav style="display:flex;overflow-x:auto"><b style="flex:none;width:3000px">Words</b></nav>',
    "tables": "<table><tr><td>1</td><td>2</td></tr></table>",
}


@pytest.mark.parametrize("kind", WRONG)
def test_what_nobody_would_want_to_see_is_seen(blank, kind):
    blank.set_viewport_size({"width": 1280, "height": 900})
    blank.emulate_media(media="screen")
    blank.set_content(WRONG[kind])
    assert faults(look(blank))[kind]


def test_a_plain_page_has_no_fault_and_a_spoilt_strip_has(blank):
    strip = (
        '<svg class="strip" viewBox="0 0 100 50" width="{0}" height="50" preserveAspectRatio="none">'
        '<circle cx="{1}" cy="9" r="4"/></svg>'
    )
    blank.set_content(f"<p>Words</p><div>{strip.format(100, 9)}</div><div>{strip.format(300, 99)}</div>")
    seen = look(blank)
    assert faults(seen) == {}
    assert [(s["squeezed"], s["outside"]) for s in seen["strips"]] == [(False, 0), (True, 1)]
