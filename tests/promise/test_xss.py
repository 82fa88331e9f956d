"""Hostile words in every field where people type, in a real Chromium: on phone, console, screen and report.

Nothing of them runs, nothing of them becomes an element, nothing is fetched from elsewhere, and the pages' own policy
has nothing to complain of: not of them, and not of our scripts under Trusted Types.
"""

import time
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.helpers.reading import all_kept
from tests.promise.people import Room
from workshop.casebook import SHIPPED, Casebook
from workshop.rehearsal.wire import Refusal

RUN = "top.__ran=1"
PAYLOADS = (
    f"<script>{RUN}</script>",
    f'"><img src=//evil.test/x onerror="{RUN}">',
    f"'><svg/onload={RUN}>",
    f"<xss-mark onclick={RUN}>x",
    f"javascript:{RUN}",
    f'<a href="javascript:{RUN}">x</a>',
    f"{{{{constructor.constructor('{RUN}')()}}}}",
    f"${{{RUN}}}`${{{RUN}}}`",
    f"</script><script>{RUN}</script>",
    f"]]>--><iframe srcdoc='<script>{RUN}</script>'>",
    f"<style>@import '//evil.test/x'</style><math><mi xlink:href='javascript:{RUN}'>",
    "<form><input name=innerHTML><base href=//evil.test/>",
)
HAS_RUN = "() => { try { return window.__ran || window.top.__ran || 0 } catch { return window.__ran || 0 } }"
TITLE = f'A</title><img src=x onerror="{RUN}">'
WATCH = """
window.__violations = [];
document.addEventListener('securitypolicyviolation', (e) =>
  window.__violations.push(`${e.violatedDirective}: ${e.blockedURI} ${e.sample}`));
"""
FOREIGN = (
    "xss-mark, iframe:not([src^='/screen'], [src*='/report.html']), base, input[name=innerHTML], img[src*='evil'],"
    "[onerror], [onload], [onclick], math, main script, #app script, #app style, a[href^='javascript']"
)
"""What is in no page of ours."""
ELEMENTS = "css => [...document.querySelectorAll(css)].map(e => e.outerHTML.slice(0, 120))"


class Eyes:
    """One person's browser, and everything suspicious that it saw."""

    def __init__(self, chromium, url: str, cookies: list) -> None:
        self.context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        self.context.add_init_script(WATCH)
        self.context.add_cookies(cookies)
        self.context.set_default_timeout(15_000)
        self.host, self.faults = urlsplit(url).netloc, []
        self.page = self.open(url)

    def open(self, url: str) -> Page:
        page = self.context.new_page()
        page.on("pageerror", lambda fault: self.faults.append(f"error: {fault}"))
        page.on("dialog", lambda dialog: self.faults.append(f"dialog: {dialog.message}"))
        page.on("console", lambda said: self.faults.append(f"console: {said.text}") if said.type == "error" else None)
        page.on("request", self._requested)
        page.goto(url)
        return page

    def _requested(self, request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob", "about") and parts.netloc != self.host:
            self.faults.append(f"request: {request.url}")

    def look(self) -> list[str]:
        """Everything wrong on every page that is open, in every frame."""
        found = list(self.faults)
        for page in self.context.pages:
            for frame in page.frames:
                where = urlsplit(frame.url).path
                found += [f"{where}: ran"] if frame.evaluate(HAS_RUN) else []
                found += [f"{where}: {v}" for v in frame.evaluate("window.__violations || []")]
                found += [f"{where}: element {e}" for e in frame.evaluate(ELEMENTS, FOREIGN)]
        return found


def jar(browser) -> list[dict]:
    """Cookies of a simulated person, for a real browser."""
    return [{"name": c.name, "value": c.value, "url": browser.url} for c in browser._jar]


class Scene:
    """A room whose words are all hostile; a real phone, console and screen look at it all the time."""

    def __init__(self, chromium, running) -> None:
        self.room = Room(running.url, running.link)
        made = self.room.facilitator.create("group-chat", agenda(), 5, TITLE, rehearsal=False)
        self.room.code, self.room.steps = made, self.room.facilitator.line.parts["agenda"]["steps"]
        self.phones = [self.room.phone() for _ in range(6)]
        cookies, session = jar(self.room.facilitator.browser), self.room.session
        self.eyes = {
            "phone": Eyes(chromium, f"{running.url}/room", jar(self.room.browsers[5])),
            "console": Eyes(chromium, f"{running.url}/facilitate/{session}", cookies),
            "screen": Eyes(chromium, f"{running.url}/screen/{session}", cookies),
        }

    def send(self, number: int, name: str, **body: object) -> None:
        self.phones[number % 5].command(name, body)

    def desk(self, name: str, **body: object) -> None:
        self.room.facilitator.send(name, body)

    @property
    def parts(self) -> dict:
        return self.room.facilitator.line.parts

    def reads(self, who: str, text: str) -> bool:
        """Whether a page shows these words as words."""
        page = self.eyes[who].page
        try:
            page.wait_for_function("t => document.body.innerText.includes(t)", arg=text, timeout=6000)
        except Exception:
            return False
        return True

    def wrong(self) -> list[str]:
        time.sleep(1.0)
        return [f"{who} {what}" for who, eyes in self.eyes.items() for what in eyes.look()]


def agenda() -> str:
    return Casebook([SHIPPED]).get("group-chat").agendas[0].id


@pytest.fixture(scope="module")
def scene(chromium, running):
    found = Scene(chromium, running)
    yield found
    for eyes in found.eyes.values():
        eyes.context.close()
    found.room.close()


def test_our_own_pages_run_under_trusted_types(scene):
    """The policy is in force, and no script of ours (nor a library's) trips over it."""
    for who, eyes in scene.eyes.items():
        eyes.page.wait_for_selector("#app > *")
        assert (
            eyes.page.evaluate(
                "() => { try { document.body.innerHTML = '<b>x</b>'; return 'set' } catch (e) { return e.name } }"
            )
            == "TypeError"
        ), who
        eyes.page.evaluate("() => { window.__violations.length = 0 }")
        eyes.faults.clear()
    assert scene.wrong() == []


def test_the_title_of_a_session(scene):
    assert scene.wrong() == []
    assert scene.reads("console", TITLE[:20])


def test_questions(scene):
    for number, text in enumerate(PAYLOADS):
        scene.send(number, "questions.ask", text=text)
    inbox = scene.room.gather()
    assert len(inbox) == len(PAYLOADS)
    for question in inbox:
        scene.desk("questions.mark", question=question["id"], state="shown")
        scene.desk("questions.keep", question=question["id"], kept=True)
    assert scene.reads("phone", PAYLOADS[0]) and scene.reads("console", PAYLOADS[1])
    assert scene.wrong() == []


def test_notes_links_and_the_explanation(scene):
    scene.room.go("formulation")
    sections = [s["id"] for s in scene.parts["formulation"]["sections"]]
    for number, text in enumerate(PAYLOADS):
        scene.send(number, "formulation.add", section=sections[number % len(sections)], text=text)
    notes = scene.room.facilitator.line.wait_for(lambda p: len(p["formulation"]["notes"]) == len(PAYLOADS))
    ids = [n["id"] for n in notes["formulation"]["notes"]]
    scene.desk("formulation.link", source=ids[0], target=ids[1], kind="because")
    scene.send(0, "formulation.edit", note=ids[2], text=PAYLOADS[0] + " edited", base=1)
    for number, part in enumerate(("because", "kept_going", "eased", "rival", "unsure")):
        base = scene.parts["formulation"]["explanation"][part]["version"]
        scene.desk("formulation.explain", part=part, text=" ".join(PAYLOADS[number * 2 : number * 2 + 3]), base=base)
    assert scene.reads("console", PAYLOADS[1]) or scene.reads("phone", PAYLOADS[1])
    for lane in ("", *sections):
        scene.desk("formulation.lane", section=lane)
        time.sleep(0.25)
    assert scene.wrong() == []


def test_what_the_facilitator_notes_of_the_talk(scene):
    step = scene.parts["agenda"]["steps"][scene.parts["agenda"]["position"]]["id"]
    about = {"about": "step", "id": step}
    for number, text in enumerate(reversed(PAYLOADS)):
        scene.desk("jotter.write", **about, text=text, base=number)
        scene.desk("jotter.pin", **about, pinned=True)
    scene.desk("jotter.keep", **about, kept=True)
    assert scene.reads("screen", PAYLOADS[0])
    assert scene.wrong() == []


def test_the_plan(scene):
    scene.room.go("plan")
    targets = scene.room.facilitator.line.wait_for(lambda p: p.get("plan"))["plan"]["targets"]
    for number, text in enumerate(PAYLOADS):
        short = dict.fromkeys(("who", "by_when", "review"), text[:60])
        body = {"target": targets[number % len(targets)], "action": text, "why": text, "note": None, **short}
        scene.send(number, "plan.add", **body)
    scene.room.facilitator.line.wait_for(lambda p: len(p["plan"]["actions"]) == len(PAYLOADS))
    assert scene.reads("phone", PAYLOADS[0]) or scene.reads("console", PAYLOADS[0])
    assert scene.wrong() == []


def test_words_at_the_end(scene):
    scene.room.go("reflection")
    found = scene.room.facilitator.line.wait_for(lambda p: p.get("reflection"))["reflection"]
    for number, text in enumerate(PAYLOADS[:10]):
        field = "will_do" if number < 5 else "still_need"
        scene.send(number, "reflection.say", round=found["round"], field=field, text=text)
    scene.desk("reflection.close", round=found["round"])
    texts = scene.room.facilitator.line.wait_for(lambda p: p["reflection"]["texts"])["reflection"]["texts"]
    for text in texts:
        scene.desk("reflection.keep", text=text["id"], kept=True)
    assert scene.wrong() == []


def test_what_is_held_for_the_phone(scene):
    scene.eyes["phone"].open(f"{scene.room.url}/held")
    assert scene.wrong() == []


@pytest.mark.parametrize("path", ["/facilitate", "/facilitate/{session}/report", "/facilitate/{session}/report.html",
                                  "/organisation", "/organisation/reports/{release}",
                                  "/organisation/reports/{release}.html"])  # fmt: skip
def test_reports_and_lists_after_the_end(scene, path):
    session = scene.room.session
    try:
        scene.desk("session.end")
    except Refusal as refused:
        assert refused.code == "ended"
    browser = scene.room.facilitator.browser
    answers = all_kept(browser.get(f"/facilitate/{session}/report").decode())
    release = browser.post(f"/facilitate/{session}/release", answers)["release"]
    page = scene.eyes["console"].open(scene.room.url + path.format(session=session, release=release))
    if "report" in path:
        frames = " ".join(frame.locator("body").inner_text() for frame in page.frames)
        assert PAYLOADS[0] in frames or path.startswith("/organisation") or "html" not in path
    assert scene.wrong() == []
