"""The report as one self-contained page: no script, nothing loaded from anywhere, the same on paper and in grey.

It prints blocks by the templates of `outputs/templates/report/`. Whatever is no markup of ours is text, whoever
wrote it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from workshop.domain.texts import safe
from workshop.drawing.strip_svg import strip_svg
from workshop.outputs.blocks.model import Report, Strip

TEMPLATES = Path(__file__).parents[1] / "templates"
STYLE = (TEMPLATES / "report" / "report.css").read_text("utf-8")
POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
WIDE, HEIGHT, NARROW = 682, 64, 292
"""CSS pixels of a strip on paper and in large windows, of its dots there, and of a strip on phones and in lists."""


def render(report: Report) -> bytes:
    """UTF-8 HTML; the same report gives the same bytes."""
    return PAGE.render(report=report, style=Markup(STYLE), policy=POLICY).encode()  # noqa: S704 - our own file


def drawn(strip: Strip) -> Markup:
    """The whole picture: names, counts, both camps, and the earlier placing as outlines."""
    return _svg(
        strip,
        size="report",
        width=WIDE,
        height=HEIGHT,
        before=strip.before,
        median=strip.median,
        camps=strip.camps,
        topics=strip.topics,
    )


def drawn_small(strip: Strip, among: Sequence[Strip] = ()) -> Markup:
    """The same without words; in a list (`among`) piles compare over all of it, and nothing of before is drawn."""
    size, before = ("list", None) if len(among) > 1 else ("rows", strip.before)
    piles = [(*s.tallies, s.need_to_know) for s in among or (strip,)]
    return _svg(strip, size=size, width=NARROW, among=piles, before=before)


def numbers(strip: Strip) -> list[str]:
    """The numbers of its stages, or the letters of its levels."""
    if strip.levels:
        return strip.words.all("common.strip.level.letters")[: len(strip.stages)]
    return [strip.words.number(n) for n in range(1, len(strip.stages) + 1)]


def counts(strip: Strip) -> tuple[list[str], str]:
    """How many stand in each stage, and off the line: "", "7" or "9 → 7"."""
    now = (*strip.tallies, strip.need_to_know)
    before = (*strip.before[0], strip.before[1]) if strip.before else now
    *stages, lane = (_count(b, n, strip) for b, n in zip(before, now, strict=True))
    return stages, lane


def _count(before: int, now: int, strip: Strip) -> str:
    said = [strip.words.number(n) for n in dict.fromkeys((before, now))]
    return " → ".join(said) if before or now else ""


def _svg(strip: Strip, **options: Any) -> Markup:
    told = strip.stages, strip.tallies, strip.need_to_know
    drawing = strip_svg(*told, label=strip.kind, words=strip.words, levels=strip.levels, **options)
    return Markup(drawing)  # noqa: S704 - drawing/strip_svg.py escapes every word in it


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
    filters = {"drawn": drawn, "drawn_small": drawn_small, "numbers": numbers, "counts": counts, "type": _type}
    made.filters.update(filters)  # pyright: ignore[reportUnknownMemberType] - Jinja leaves its type open
    return made


PAGE = _environment().get_template("report/page.html")
