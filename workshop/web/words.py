"""How pages and scripts get their words: one language for a page, of which a script gets the areas that it says.

A template says `{{ say('office.home.title') }}`; what is not in the catalogue, and a value that is missing, is a fault
and no blank. A page names its module of words (`<html data-words>`), which its script imports before it draws
(`static/src/shared/ui/show.tsx`); it is one more file of assets.py: fingerprinted, compressed and kept for ever.
"""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import Any

from flask import Flask
from markupsafe import Markup, escape

from workshop.activities.registry import BY_NAME
from workshop.web.here import context
from workshop.words import Words, languages

ASKED = ("item_asked", "joined", "sentence", "quality", "holds", "holds_reason", "holds_yes", "holds_no")
LATER = (
    *(
        "sureness",
        "names.area",
        "names.need",
        "names.offered",
        "names.phase",
        "names.sure",
        "names.voice",
        "common.formulation",
        "common.note",
        *(f"names.{name}" for name in ASKED),
    ),
    *("common.aloud", "common.case", "common.compared", "common.next", "common.plan", "common.second", "common.told"),
    *("phone.agreed", "phone.back_in", "phone.break", "phone.debrief", "phone.formulation", "phone.out"),
    *(
        "phone.pace",
        "phone.plan",
        "phone.statement",
        "phone.takeaway",
        "refused.formulation",
        "refused.plan",
        "gentler",
    ),
)
"""What only the second file of a phone's page says: it comes with that file, after the first card."""
ELSEWHERE = ("common.changed", "common.picture", "common.sides")
"""What no phone says."""


def _names() -> tuple[str, ...]:
    """What a phone has names for: the rules that a body breaks, and what activities have."""
    named = {"rule", *(name for a in BY_NAME.values() for name in a.names)}
    return tuple(sorted({f"names.{name}" for name in named} - {*LATER}))


def _on_a_phone(area: str) -> tuple[str, ...]:
    """All of an area that the first file of a phone's page may say."""
    inside = (f"{area}.{name}" for name in Words.of("en").area(area)[area])
    return tuple(id for id in inside if id not in (*LATER, *ELSEWHERE))


def _refused() -> tuple[str, ...]:
    """What a phone may be refused: by any rule, and by those of activities in which it may send something."""
    said = Words.of("en").area("refused")["refused"]
    asked = [a.name for a in BY_NAME.values() if any("delegate" in c.roles for c in a.commands)]
    areas = ("any", "http", "questionnaire", "quota", "text", *(name for name in asked if name in said))
    return tuple(id for id in (f"refused.{name}" for name in areas) if id not in LATER)


SETUP = ("common.labels", "common.page", "refused.http", "refused.setup", "refused.text", "office.starting")
"""What a page says that begins a session."""
PAGES = MappingProxyType(
    {
        "join": ("common.labels", "common.page", "names.rule", "refused.http", "refused.join", "join"),
        "room": (*_on_a_phone("common"), *_names(), *_refused(), *_on_a_phone("phone")),
        "room-later": LATER,
        "screen": ("common", "names", "refused.any", "refused.http", "ledger", "sureness", "screen"),
        "console": ("common", "names", "refused", "ledger", "sureness", "console", "gentler"),
        "care": ("common", "names", "refused", "ledger", "sureness", "console", "gentler"),
        "home": (*SETUP, "office.home", "office.setup", "office.tour"),
        "setup": (*SETUP, "common.number", "names.rule", "office.setup"),
        "own-debrief": ("common.page", "office.debrief_page"),
        "report": ("common.labels", "common.page", "refused.http", "refused.report", "office.report", "gentler"),
    }
)
"""The areas that a page's script says, by the script's name."""
MARK = "\ue000"
"""Stands for a place in a message until it is escaped. Nobody writes it: it is of the area for private use."""


def init_words(app: Flask) -> None:
    """Register `say`, `say_all`, `words` (the language of the page) and filters for days, for every template."""
    app.jinja_env.globals["say"] = say
    app.jinja_env.globals["say_all"] = lambda id, **values: words_here().all(id, **values)
    app.jinja_env.globals["words"] = words_here
    app.jinja_env.filters["day"] = lambda iso: words_here().day(iso)
    app.jinja_env.filters["short_day"] = lambda iso: words_here().short_day(iso)
    app.jinja_env.filters["weekday"] = lambda iso: words_here().weekday(iso)


def words_here() -> Words:
    """The words of the language that pages are in."""
    return context().words


def say(id: str, **values: Any) -> Markup:
    """A message for a template: itself escaped, as its values are but for those that are markup already."""
    marks = {name: f"{MARK}{name}{MARK}" for name, value in values.items() if isinstance(value, Markup)}
    said = escape(words_here().say(id, **{**values, **marks}))
    for name, mark in marks.items():
        said = said.replace(mark, values[name])
    return said


def modules() -> dict[str, bytes]:
    """`words/<language>/<page>.js` → a module whose default is what the page's script says, for every language."""
    return {
        f"words/{language}/{page}.js": _module(Words.of(language).area(*areas))
        for language in languages()
        for page, areas in PAGES.items()
    }


def _module(area: dict[str, Any]) -> bytes:
    return f"export default {json.dumps(area, ensure_ascii=False, separators=(',', ':'))};\n".encode()
