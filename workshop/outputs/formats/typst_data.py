"""A report's blocks as plain values for `templates/report/report.typ`: every block with its type, pictures as SVG.

The template prints texts as they are and reads none of them as markup. A sign for which no shipped typeface has a shape
would break PDF/UA (ISO 14289-1, 7.21.7): □ stands in its place, and `Signs` counts how many did.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any, cast
from unicodedata import combining, normalize

from fontTools.ttLib import TTFont  # pyright: ignore[reportMissingTypeStubs]

from workshop.domain.texts import safe
from workshop.drawing.picture_svg import picture_svg
from workshop.outputs.blocks.model import Card, Drawing, Ranking, Report, Response, Strip
from workshop.outputs.formats import strips
from workshop.words import Words

FONTS = Path(__file__).parents[1] / "fonts"
FACES_AT: Any = [FONTS]
"""For `typst.compile`, which takes a path of either kind and says so for one of them only."""
FACES = ("Source Sans 3", "DejaVu Sans")
NAMED = ", ".join(f"'{face}'" for face in FACES)
NO_SHAPE = "□"
UNSEEN = frozenset("\u200c\u200d\u2060\u00ad" + "".join(map(chr, range(0xFE00, 0xFE10))))
"""What joins signs, or chooses among their shapes: no face here has such shapes, and each sign has one by itself."""
Plain = dict[str, Any]


@dataclass
class Signs:
    """Texts as they can be printed. `without`: how many signs had no shape so far.

    `single`: not even a sign of two (a letter with a mark that no letter has of its own, an emoji with a colour).
    """

    single: bool = False
    without: int = 0

    def shown(self, text: str) -> str:
        """The same with □ for every sign that no typeface has."""
        given = [c for c in normalize("NFC", safe(text)) if c not in UNSEEN]
        kept = [c if self._has_shape(c) else NO_SHAPE for c in given]
        self.without += sum(a == NO_SHAPE != b for a, b in zip(kept, given, strict=True))
        return "".join(kept)

    def _has_shape(self, sign: str) -> bool:
        return sign in "\n " or (ord(sign) in shapes() and not (self.single and combining(sign)))


@cache
def shapes() -> frozenset[int]:
    """Every code point that each weight can be printed with: the plain face's, or the one behind it."""
    found: set[int] = set()
    for face in sorted(FONTS.glob("*.ttf")):
        found.update(TTFont(face, lazy=True).getBestCmap() or ())
    return frozenset(found)


def data(report: Report, single: bool = False) -> Plain:
    """The report as dicts, lists, texts and numbers. `without`: the sentence on signs that have no shape, or ""."""
    signs = Signs(single)
    told = plain(report, signs)
    n = signs.without
    return told | {"without": report.words.say("report.signs", n=n) if n else ""}


def svg(drawing: str) -> str:
    """A picture whose words are set in the report's typeface."""
    return drawing.replace("<svg ", f'<svg font-family="{NAMED}" ', 1)


def plain(value: object, signs: Signs) -> Any:
    """A block, or anything made of dataclasses, tuples and texts, as the template reads it."""
    if isinstance(value, str):
        return signs.shown(value)
    if isinstance(value, int | float) or value is None:
        return value
    if isinstance(value, tuple):
        return [plain(v, signs) for v in cast(tuple[object, ...], value)]
    if isinstance(value, Strip):
        return _strip(value, signs)
    if isinstance(value, Drawing):
        return _drawing(value, signs)
    return {"type": type(value).__name__} | _fields(value, signs) | _more(value, signs)


def _fields(value: Any, signs: Signs) -> Plain:
    return {f.name: plain(getattr(value, f.name), signs) for f in fields(value) if f.type != Words.__name__}


def _more(value: object, signs: Signs) -> Plain:
    """What a large picture would say by itself, for a small one in its row."""
    if isinstance(value, Ranking):
        found = [strip for _, strip, _ in value.rows]
        return {"small": [_strip(s, signs, found) for s in found]}
    return {"pair": _pair(value.strip, signs)} if isinstance(value, Card | Response) and value.strip else {}


def _pair(strip: Strip, signs: Signs) -> list[Plain]:
    """A row's pictures: the one told before, where there is one, and the one that was told."""
    now = replace(strip, before=None)
    if strip.before is None:
        return [_strip(now, signs, (now, now))]
    before = replace(now, tallies=strip.before[0], need_to_know=strip.before[1], camps=None)
    both = (before, now)
    return [_strip(before, signs, both), _strip(now, signs, both) | {"alt": signs.shown(strips.sentence(strip))}]


def _strip(strip: Strip, signs: Signs, among: Sequence[Strip] = ()) -> Plain:
    stages, lane = strips.counts(strip)
    return {
        "type": "Strip",
        "wide": svg(signs.shown(strips.drawn(strip))),
        "small": svg(strips.drawn_small(strip, among)),
        "alt": signs.shown(strips.sentence(strip)),
        "heads": strips.numbers(strip),
        "lane": signs.shown(strip.lane),
        "counts": stages,
        "off": lane,
    }


def _drawing(drawing: Drawing, signs: Signs) -> Plain:
    texts = {note: signs.shown(text) for note, text in drawing.texts}
    name = signs.shown(drawing.words.say("common.picture.name"))
    return {"type": "Drawing", "svg": svg(picture_svg(drawing.picture, texts, drawing.words)), "alt": name}
