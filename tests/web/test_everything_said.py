"""Every page that the server draws, in a language whose every message stands in brackets: nothing outside has letters.

Outside stand names that people gave, the case study, and what is the same in every language, such as an address.
"""

import html
import re
from dataclasses import asdict
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from flask import template_rendered

from tests.helpers.site import Site
from tests.helpers.tree import ROOT, files
from workshop.service.forget import forget
from workshop.service.pool import give_out
from workshop.web.cookies import make_link
from workshop.web.sign_in import one_time_link

READ = re.compile(r"""(?:aria-label|title|placeholder|alt)="([^"]*)\"""")
UNSEEN = re.compile(r"<!--.*?-->|<(script|code|svg|time)\b.*?</\1>|<span class=\"run-code\".*?</span>", re.DOTALL)
"""Drawings, dates as the language writes them, and the codes of sessions."""
GIVEN = ("An ended session", "Given session", "Given house", "given@here.test")
DAY = re.compile(r"\d{1,2} \w+ \d{4}")
"""As the language writes it, by Unicode's tables."""
SHORT = 8
"""Characters: a shorter text is an id, and would hide letters that are part of a word."""
HELP = ("/help", "/guide", "/guide/facilitators")
PARTS = re.compile(r"(^|/)_|^layout\.html$")


@pytest.fixture(scope="module")
def site(valkey_server, tmp_path_factory):
    return Site(
        tmp_path_factory.mktemp("accents"), valkey_server.url.replace("db=0", "db=3"), WORKSHOP_LANGUAGE="en-XA"
    )


@pytest.fixture(scope="module")
def drawn(site):
    """Template → the page, of every template."""
    member = site.member("given@here.test", "Given house", "facilitator", "reviewer", "admin")
    forget(site.context, site.session(member))
    running, (ended, _) = site.session(member, "Given session"), site.ended(member)
    released = [site.worked(member, people, "An ended session") for people in (6, 12)]
    pool = give_out(site.context, member.organisation, released)
    desk, phone, visitor = site.signed_in(member), site.delegate(running), site.visitor()
    with site.app.test_request_context():
        other = make_link(running, "desk", site.links(running))
    link = urlsplit(one_time_link(site.context.record, site.context.secret, "http://localhost")).path
    ended_pages = [f"/facilitate/{ended}/{page}" for page in ("report", "correct", "debrief")]
    asked = [
        *(
            (visitor, path)
            for path in ("/", "/privacy", "/support", "/nowhere", "/account/sign-in", "/sign-in/x", link, *HELP)
        ),
        *((phone, path) for path in ("/room", "/held", f"/pass/{other}", "/account/sign-in")),
        *((desk, path) for path in ("/facilitate", "/facilitate/new", "/organisation", "/sign-out", *ended_pages)),
        *((desk, path) for path in (f"/facilitate/{running}", f"/screen/{running}", f"/facilitate/{running}/setup")),
        (desk, f"/facilitate/{running}/care"),
        *((desk, path) for path in ("/facilitate/cases", "/facilitate/cases/group-chat", "/help")),
        (desk, f"/facilitate/{running}/trainers"),
        *((desk, path) for path in (f"/organisation/reports/{released[0]}", f"/organisation/pools/{pool}")),
        (desk, f"/organisation/reports/{released[1]}/destroy"),
        (desk, f"/organisation/{member.organisation}/receipts"),
        *((desk, f"/organisation/{member.organisation}/{path}") for path in overviews(site, released)),
    ]
    found = {}

    def note(sender, template, context, **more):
        names.append(template.name)

    with template_rendered.connected_to(note, site.app):
        for person, path in asked:
            names = []
            page = person.get(path).text
            found[f"{names[-1]} {path}"] = page
    return found


def overviews(site, released):
    year, version = datetime.now(UTC).year, site.context.scenarios.get("group-chat").version
    beside = "&".join(f"release={one}" for one in released)
    yield from ("overview", "overview?as=print", f"overview/{year}/group-chat/{version}", f"side-by-side?{beside}")


@pytest.fixture(scope="module")
def given(site):
    """Texts of the case studies, and those of GIVEN."""
    scenarios = site.context.scenarios.list()
    of_cases = {text for s in scenarios for text in texts_of(asdict(s)) if len(text) > SHORT}
    of_cases |= {text.removeprefix("https://").rstrip("/") for text in of_cases}
    stages = {stage.name for s in scenarios for stage in s.scale.stages}
    titles = {title for s in scenarios for a in s.agendas for title in (a.title, *(step.title for step in a.steps))}
    people = {p.id.replace("-", " ").capitalize() for s in scenarios for p in s.people}
    shown = {c.short_text for s in scenarios for c in s.cards} | {
        r.url.removeprefix("https://") for s in scenarios for r in s.resources if r.url
    }
    return sorted({*GIVEN, *stages, *titles, *people, *shown, *of_cases}, key=len, reverse=True)


def texts_of(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts_of(inner)


def outside(text):
    """What stands in no bracket."""
    depth, kept = 0, []
    for char in text:
        depth += (char == "[") - (char == "]")
        assert depth >= 0, text
        kept.append(" " if depth or char == "]" else char)
    assert depth == 0, text
    return "".join(kept)


def left_behind(page, given):
    """Words of a page that are no message and that nobody gave."""
    seen = UNSEEN.sub(" ", page)
    said = " ".join([*READ.findall(seen), re.sub(r"<[^>]*>", " ", seen.partition("<title>")[2])])
    rest = DAY.sub(" ", outside(html.unescape(said)))
    for text in given:
        rest = re.sub(rf"(?<!\w){re.escape(text)}(?!\w)", " ", rest)
    return re.findall(r"[^\W\d_]{2,}", rest)


def test_every_page_says_messages_and_what_people_wrote_and_nothing_else(drawn, given):
    found = {name: left_behind(page, given) for name, page in drawn.items()}
    assert {name: words for name, words in found.items() if words} == {}


def test_every_template_of_a_page_was_drawn(drawn):
    every = {path.relative_to(ROOT / "templates").as_posix() for path in files(".html", under="templates")}
    pages = {name for name in every if not PARTS.search(name)}
    assert pages - {name.split()[0] for name in drawn} == set()


def test_what_is_left_behind_is_seen():
    assert left_behind('<title>[ţ]</title><p title="Bare">[Š {x}] Case [é [ñ] d]</p><code>run</code>', ["Case"]) == [
        "Bare"
    ]
    assert left_behind("<title>Plain</title>", []) == ["Plain"]
