"""The report as one self-contained page: no script, nothing loaded from anywhere, the same on paper and in grey."""

from __future__ import annotations

from pathlib import Path

from workshop.outputs.formats import html_figures as figures
from workshop.outputs.formats import html_front as front
from workshop.outputs.formats import html_rounds as rounds
from workshop.outputs.formats import html_together as together
from workshop.outputs.formats import html_words as words
from workshop.outputs.formats.markup import Markup, join, tag
from workshop.outputs.model import AnonymisedSession

AID = "A training aid, not an assessment tool."
STYLE = (Path(__file__).parent / "report.css").read_text("utf-8")
POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"


def render(session: AnonymisedSession) -> bytes:
    """UTF-8 HTML; the same session gives the same bytes."""
    html = tag("html", _head(session), tag("body", _page(session)), lang="en-GB")
    return f"<!doctype html>\n{html}\n".encode()


def _head(session: AnonymisedSession) -> Markup:
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="only light"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="robots", content="noindex, nofollow"),
        tag("title", f"{session.facts.title}, {words.day(session.facts.held_on)}"),
        tag("style", Markup(STYLE)),
    )


def _page(session: AnonymisedSession) -> Markup:
    return tag(
        "main",
        _masthead(session),
        front.differed_most(session),
        front.what_moved(session),
        tag("div", front.confidence(session), front.needs(session), kind="two"),
        rounds.story(session),
        rounds.rounds(session),
        together.explanation(session),
        together.plan(session),
        together.kept(session),
        together.method(session),
        together.resources(session),
        _foot(session),
    )


def _masthead(session: AnonymisedSession) -> Markup:
    facts = session.facts
    title = tag("p", facts.title, kind="session") if facts.title != facts.scenario_title else Markup("")
    unread = "" if facts.reviewed else "This case study has not yet been reviewed by a qualified trainer."
    return join(
        tag("header", tag("span", figures.MARK, "Continuum Workshop", kind="mark"), tag("span", AID, kind="faint")),
        title,
        tag("h1", "What the room saw, and what moved it"),
        tag("p", words.lead(session), kind="lead"),
        tag("p", tag("span", unread), kind="notice") if unread else Markup(""),
    )


def _foot(session: AnonymisedSession) -> Markup:
    said = f"{AID} A card that fewer than {words.least(session.facts)} people placed is not shown."
    return tag("footer", tag("span", said), tag("span", f"Held on {words.day(session.facts.held_on)}"))
