"""The brief as a page and as a tagged PDF (PDF/UA-1, PDF/A-2a): the same bytes for the same report on every machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pikepdf
import typst
from markupsafe import Markup

from workshop.outputs.brief import brief
from workshop.outputs.formats import html
from workshop.outputs.formats.pdf import set_in
from workshop.outputs.formats.typst_data import Signs, plain
from workshop.words import Words

TEMPLATES = Path(__file__).parents[1] / "templates" / "report"
SHEET = (TEMPLATES / "brief.typ").read_bytes()
STYLE = (TEMPLATES / "brief.css").read_text("utf-8")
PAGE = html.ENVIRONMENT.get_template("report/brief.html")
SHARES = (1, 0.85, 0.7, 0.55, 0.4, 0.25, 0.12)
"""Of the length of texts: each is tried until all is on one page."""


def page(content: bytes, words: Words, released: bool) -> bytes:
    """UTF-8 HTML. `content`: the report's data."""
    told = brief(content, words, released)
    return PAGE.render(brief=told, style=Markup(STYLE), policy=html.POLICY).encode()  # noqa: S704 - our own file


def sheet(content: bytes, words: Words, released: bool) -> bytes:
    """The PDF: one page. Texts are cut shorter until they fit."""
    made = b""
    for share in SHARES:
        told = brief(content, words, released, share)
        try:
            made = set_in(SHEET, "brief", plain(told, Signs()))
        except typst.TypstError:  # marks that pile up on a letter, as in a report
            made = set_in(SHEET, "brief", plain(told, Signs(single=True)))
        with pikepdf.open(BytesIO(made)) as file:
            if len(file.pages) == 1:
                break
    return made


BRIEFS: Mapping[str, tuple[str, Callable[[bytes, Words, bool], bytes]]] = {
    "brief.pdf": ("application/pdf", sheet),
    "brief.html": ("text/html; charset=utf-8", page),
}
"""How a file's name ends → as what it travels, and how it is made of the report's data."""
