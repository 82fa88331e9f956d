"""What somebody takes with them, from a real phone: file, print and calendar entry, read as others would."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest
from playwright.sync_api import Download, Page, expect

from tests.journeys.people import Phone, axe, close
from tests.journeys.test_boxes import faults, look
from workshop.rehearsal.company import Company

pytestmark = pytest.mark.tour

WILL = "Ask our lead; about <b>images</b>"
HOSTILE = "</style><img src=x onerror=document.title='run'><script>document.title='run'</script>"
MINE = "Put my placings into the file and the print"
LONG = 3
"""Further actions of the plan: it is much longer than the explanation beside it, and both share the paper's columns."""
LOOKS = ((360, 640, 100), (320, 640, 100), (360, 640, 200), (640, 360, 100))
LARGE = "percent => { document.documentElement.style.fontSize = percent === 100 ? '' : `${percent}%` }"
KEPT = "Object.keys(localStorage).filter(k => k.startsWith('cw '))"


def printed_by(page: Page) -> tuple[int, str]:
    """How many pages of A4 it is on paper, and what can be read there."""
    with pymupdf.open(stream=page.pdf(prefer_css_page_size=True), filetype="pdf") as pdf:
        assert {tuple(round(side) for side in sheet.rect[2:]) for sheet in pdf} == {(595, 842)}
        return len(pdf), "\n".join(sheet.get_text() for sheet in pdf)


class End:
    """A phone at the end of a session: it placed cards twice, saw a plan and an explanation, and wrote one thing."""

    def __init__(self, workshop, facilitator, chromium) -> None:
        self.lead = facilitator
        self.code = facilitator.create("group-chat", "ninety", k=5)
        self.company = Company(workshop.url, self.code, size=6, seed=5)
        facilitator.start(self.company)
        self.company.join()
        self.phone = Phone(chromium, workshop.url, self.code)
        self.page: Page = self.phone.page
        self.shorts = self._place()
        self._make()

    def _step(self, activity: str, nth: int = 0) -> None:
        steps = [s for s in self.lead.line.parts["agenda"]["steps"] if s["activity"] == activity]
        self.lead.send("session.go", {"step": steps[nth]["id"]})

    def _place(self) -> list[str]:
        self._step("board", 1)
        self.lead.send("board.open", {})
        self.phone.place_all(lambda number: -1 if number == 1 else 2)
        self.lead.finish_round()
        cards = self.lead.line.parts["board"]["cards"]
        self.lead.send("board.reopen", {"cards": [cards[0]["id"]], "cause": "discussion"})
        self.phone.place_all(lambda number: 4)
        self.lead.finish_round()
        return [card["short"] for card in cards]

    def _make(self) -> None:
        self._step("formulation")
        said = {"part": "because", "text": f"It was a dare {HOSTILE}", "base": 0}
        self.lead.send("formulation.explain", said)
        self._remembers("It was a dare")
        self._step("plan")
        nothing = dict.fromkeys(("why", "who", "by_when", "review"), "")
        plan = {**nothing, "target": "safety", "action": f"Talk today {HOSTILE}", "note": None, "who": "Form tutor"}
        self.lead.send("plan.add", plan)
        for number in range(LONG):
            self.lead.send("plan.add", {**plan, "action": f"Say who does what, and by when, about the week {number}"})
        self._remembers("Talk today")
        self._remembers(f"the week {LONG - 1}")
        self._step("reflection")
        self.page.get_by_label("One thing I will do").fill(WILL)
        self.page.get_by_role("button", name="Send", exact=True).first.click()

    def _remembers(self, words: str) -> None:
        """Until it lies in this phone's memory."""
        self.page.wait_for_function(f"() => ({KEPT}).some(k => localStorage[k].includes('{words}'))")

    def save(self, name: str = "Save") -> str:
        """What the browser is given to save."""
        with self.page.expect_download() as coming:
            self.page.locator("main").get_by_role("button", name=name, exact=True).last.click()
        download: Download = coming.value
        self.name = download.suggested_filename
        return Path(download.path()).read_bytes().decode()


@pytest.fixture(scope="module")
def end(workshop, facilitator, chromium):
    found = End(workshop, facilitator, chromium)
    yield found
    found.company.leave()
    close(found.page)
    facilitator.line.drop()


def test_it_is_a_tap_away_at_the_end_and_everybody_can_read_it(end):
    page = end.page
    page.get_by_role("button", name="See what you take with you").click()
    page.get_by_role("heading", name="What you take with you").wait_for()
    page.get_by_text("moved two towards").wait_for()
    page.get_by_text("placed once").first.wait_for()
    assert WILL in page.locator(".do").inner_text()
    assert axe(page) == []
    for summary in page.locator("summary").all():
        summary.click()
    assert axe(page) == []
    wrong = {}
    for width, height, percent in LOOKS:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(LARGE, percent)
        page.wait_for_timeout(200)
        if found := faults(look(page)):
            wrong[width, height, percent] = found
    page.evaluate(LARGE, 100)
    page.set_viewport_size({"width": 360, "height": 640})
    assert wrong == {}


def test_it_needs_no_server(end):
    end.page.context.set_offline(True)
    html = end.save()
    end.page.context.set_offline(False)
    assert "Talk today" in html and "It was a dare" in html
    assert end.name == "takeaway.html"


def test_own_placings_are_in_the_file_only_when_they_are_ticked(end):
    page = end.page
    words = [*end.shorts, "moved two", "placed once"]
    html = end.save()
    assert [w for w in words if w in html] == []
    page.get_by_label(MINE).check()
    html = end.save()
    assert [w for w in words if w not in html] == []
    page.get_by_label(MINE).uncheck()


def test_a_saved_file_opens_by_itself_runs_nothing_and_names_no_room(end, chromium, workshop, tmp_path):
    end.page.get_by_label(MINE).check()
    html = end.save()
    end.page.get_by_label(MINE).uncheck()
    (tmp_path / "takeaway.html").write_text(html, "utf-8")
    for one in (end.code, end.lead.session, workshop.url, "cw_seat", "script src"):
        assert one not in html
    context = chromium.new_context(viewport={"width": 360, "height": 640})
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "takeaway.html").as_uri())
    assert [url for url in asked if not url.startswith("file:")] == [] and len(asked) == 1
    assert page.title() == "My takeaway"
    assert page.locator("img, script, link, iframe, a").count() == 0
    said = page.locator("main").inner_text()
    assert f"Talk today {HOSTILE}" in said and WILL in said
    assert page.locator(".strip .first-place").count() == 1
    for width in (320, 360, 800):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    pages, printed = printed_by(page)
    assert pages <= 2 and "My placings" in printed
    context.close()


def test_the_print_has_what_the_file_has(end):
    page = end.page
    bare = printed_by(page)
    page.get_by_label(MINE).check()
    own = printed_by(page)
    page.get_by_label(MINE).uncheck()
    for words in ("My placings", "moved two"):
        assert [words in text for _, text in (bare, own)] == [False, True]
    for pages, text in (bare, own):
        assert pages <= 2
        assert "My takeaway" in text and "Talk today" in text and "Step out" not in text


def test_the_calendar_entry_tells_of_no_case_and_no_room(end):
    bare = end.save("Calendar")
    assert end.name == "six-weeks-on.ics"
    assert "SUMMARY:Six weeks on\r\n" in bare and "DTSTART;VALUE=DATE:" in bare
    title = end.lead.line.parts["session"]["scenario_title"]
    for one in (end.code, title, "Ask our lead", "harm", "http"):
        assert one not in bare
    end.page.get_by_label("Put my words into the calendar entry").check()
    own = end.save("Calendar").replace("\r\n ", "")
    assert r"Ask our lead\; about <b>images</b>" in own


def test_after_the_end_it_is_there_until_the_page_is_loaded_again_or_the_phone_cleared(end):
    page = end.page
    page.get_by_role("button", name="Back").click()
    end.lead.send("session.end", {})
    page.get_by_text("This session has ended").wait_for()
    assert page.evaluate(KEPT) == []
    page.get_by_role("button", name="Your takeaway").click()
    page.get_by_text("moved two towards").wait_for()
    assert axe(page) == []
    assert WILL.replace("<", "&lt;").replace(">", "&gt;") in end.save()
    page.reload()
    page.get_by_role("button", name="Your takeaway").click()
    page.get_by_text("No card was placed on this phone.").wait_for()
    assert "Talk today" not in page.content() and WILL not in page.locator("main").first.inner_text()
    page.get_by_role("button", name="Leave, and clear this phone").click()
    page.get_by_role("button", name="Clear this phone").click()
    page.get_by_text("Session code").wait_for()
    page.go_back()
    expect(page.get_by_text("Talk today")).to_have_count(0)
    assert page.evaluate(KEPT) == []
    assert [f for f in end.phone.faults if "ERR_INTERNET_DISCONNECTED" not in f] == []
