"""What browsers make of our style sheets: a declaration that they cannot read is dropped without a word, all of it."""

import re

import pytest

from tests.helpers.output import rendered, told, written
from tests.helpers.tree import ROOT

pytestmark = pytest.mark.tour

REPORT = ROOT / "workshop/outputs/templates/report/report.css"
SHEETS = sorted((ROOT / "static/built").glob("*.css"))
COMMENT = re.compile(r"/\*.*?\*/|@font-face\s*\{[^}]*\}", re.DOTALL)
"""And the description of a typeface, which has no properties."""
BLOCK = re.compile(r"\{([^{}]*)\}")
FACES = "elements => [...new Set(elements.map(e => getComputedStyle(e).fontFamily))]"
UNREAD = """declarations => declarations.filter(([name, value]) => !CSS.supports(name, value))"""
OF_OTHER_ENGINES = re.compile(r"-moz-|text-size-adjust$|^line-clamp$|^-webkit-hyphens$")
"""What is meant for another browser, and harmless in this one."""


@pytest.fixture(scope="module")
def page(chromium):
    shown = chromium.new_page()
    yield shown
    shown.close()


def declared(css: str) -> list[tuple[str, str]]:
    """(property, value) of every declaration, as written."""
    blocks = BLOCK.findall(COMMENT.sub("", css))
    pairs = [d.partition(":") for block in blocks for d in re.split(r""";(?=(?:[^"]*"[^"]*")*[^"]*$)""", block)]
    found = [(name.strip(), value.strip()) for name, colon, value in pairs if colon]
    return [(name, value) for name, value in found if not OF_OTHER_ENGINES.search(name)]


def unread(page, css: str) -> list[tuple[str, str]]:
    """What Chromium understands nothing of."""
    return page.evaluate(UNREAD, [[name, value.removesuffix("!important").strip()] for name, value in declared(css)])


def test_every_word_of_a_report_is_in_the_typeface_that_we_name(page):
    page.set_content(rendered("html", told(kept=written("Ask first"))).decode())
    faces = page.eval_on_selector_all("body, body *", FACES)
    assert len(faces) == 1 and faces[0].startswith("-apple-system") and faces[0].endswith("sans-serif"), faces
    assert '"Helvetica Neue", Arial, wide' in faces[0]


@pytest.mark.parametrize("css", [REPORT, *SHEETS], ids=lambda css: css.stem)
def test_a_browser_understands_every_declaration(page, css):
    text = css.read_text("utf-8")
    assert len(declared(text)) > 100
    assert not unread(page, text)


@pytest.mark.parametrize("void", ['p{font-family:"Helvetica\n  Neue",Arial}', "p{colour:red}", "p{width:12 px}"])
def test_what_a_browser_drops_is_seen(page, void):
    assert unread(page, void)


AWAY = """(main) => {
  const see = [...main.querySelectorAll('h2')].find((h) => h.textContent === 'What the room sees');
  const left = main.getBoundingClientRect().left + parseFloat(getComputedStyle(main).paddingLeft);
  return see.getBoundingClientRect().left - left;
}"""


def test_what_the_room_sees_stands_first_on_the_console(facilitator, console):
    for step in facilitator.line.parts["agenda"]["steps"]:
        facilitator.send("session.go", {"step": step["id"]})
        console.locator(".rail .now", has_text=step["title"]).wait_for()
        assert console.locator("#main").evaluate(AWAY) < 2, step["title"]
