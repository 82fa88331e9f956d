"""The report as one self-contained page: no script, nothing loaded from anywhere, the same on paper and in grey.

It prints blocks by the templates of `outputs/templates/report/`. Whatever is no markup of ours is text, whoever
wrote it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from workshop.domain.texts import safe
from workshop.drawing.picture_svg import picture_svg
from workshop.outputs.blocks.model import Drawing, Report, Strip
from workshop.outputs.formats import strips

TEMPLATES = Path(__file__).parents[1] / "templates"
STYLE = (TEMPLATES / "report" / "report.css").read_text("utf-8")
POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"


def render(report: Report) -> bytes:
    """UTF-8 HTML; the same report gives the same bytes."""
    return PAGE.render(report=report, style=Markup(STYLE), policy=POLICY).encode()  # noqa: S704 - our own file


def drawn(strip: Strip) -> Markup:
    """The whole picture of a strip."""
    return _ours(strips.drawn(strip))


def drawn_small(strip: Strip, among: Sequence[Strip] = ()) -> Markup:
    """Its picture without words."""
    return _ours(strips.drawn_small(strip, among))


def pictured(drawing: Drawing) -> Markup:
    """The picture of the explanation, in the numbers that the screen drew."""
    return _ours(picture_svg(drawing.picture, dict(drawing.texts), drawing.words))


def _ours(drawing: str) -> Markup:
    return Markup(drawing)  # noqa: S704 - workshop/drawing escapes every word in a picture


def _shown(value: object) -> object:
    """What stands on the page for a value: markup of ours as it is, everything else as text that harms nobody."""
    return value if isinstance(value, Markup) else safe(str(value))


def _type(block: object) -> str:
    return type(block).__name__


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    filters = {
        "drawn": drawn,
        "drawn_small": drawn_small,
        "numbers": strips.numbers,
        "counts": strips.counts,
        "type": _type,
        "pictured": pictured,
    }
    made.filters.update(filters)  # pyright: ignore[reportUnknownMemberType] - Jinja leaves its type open
    return made


ENVIRONMENT = _environment()
PAGE = ENVIRONMENT.get_template("report/page.html")
