"""The picture of an explanation as an SVG string, for the HTML report: the same numbers as in the browser.

It carries its own colours and reads in grey: solid is because, dotted is eases, dashed is or else. All text is escaped;
the same in words stands beside it in the report, so that it is an image with a name and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from workshop.domain.picture import HEIGHT, WIDTH, Box, Bundle, Column, Line, Picture
from workshop.domain.texts import safe
from workshop.drawing.picture_text import SIZE, baselines, broken, room_for
from workshop.words import Words

INK, SOFT, LINE, PALE, DEEP = "#1B2429", "#4A545A", "#87929A", "#F2F5F6", "#34708B"
DASHES = {"because": "none", "else": "9 8"}
PAD, HEAD, PATH, COUNTED = 16, 13, 8, 44


def picture_svg(picture: Picture, texts: Mapping[str, str], words: Words) -> str:
    """`<svg …>…</svg>`. `texts`: note → its words."""
    area = {i: c.area for c in picture.columns for i in c.notes}
    few = picture.size == "few"
    told = {b.note for b in picture.words}
    parts = [
        *(_curve(x, few, (4 if few else 2) + x.strength - 1) for x in picture.lines),
        *(_arc(b) for b in picture.bundles),
        *(_many(b, words) for b in picture.bundles if b.n > 1),
        *(part for c in picture.columns for part in _title(c, picture, words)),
        *_band(picture, words),
        *(_bar(b, b.note in told) for b in picture.bars),
        *(_curve(x, True, PATH) for x in picture.path),
        *(_words(b, texts.get(b.note, ""), area.get(b.note, ""), few) for b in picture.words),
    ]
    name = quoteattr(words.say("common.picture.name"))
    opened = f'<svg xmlns="http://www.w3.org/2000/svg" class="picture" role="img" aria-label={name}'
    return f'{opened} viewBox="0 0 {WIDTH} {HEIGHT}">{"".join(parts)}</svg>'


def _curve(line: Line, head: bool, thick: int) -> str:
    way = -1 if line.x2 < line.bend else 1
    x, y = line.x2, line.y2
    shape = f"M{line.x1} {line.y1}C{line.bend} {line.y1} {line.bend} {y} {x} {y}"
    pointed = f"M{x - HEAD * way} {y - HEAD}L{x} {y}L{x - HEAD * way} {y + HEAD}" if head else ""
    return _drawn(shape, pointed, line.verb, thick)


def _arc(bundle: Bundle) -> str:
    low = bundle.y + round(bundle.depth / 0.75)
    x, y = bundle.x2, bundle.y
    shape = f"M{bundle.x1} {y}C{bundle.x1} {low} {x} {low} {x} {y + 8}"
    return _drawn(shape, f"M{x - 9} {y + 12}L{x} {y}L{x + 9} {y + 12}", bundle.verb, min(9, 3 + bundle.n))


def _many(bundle: Bundle, words: Words) -> str:
    """How many links an arc holds, over all arcs."""
    middle, y = (bundle.x1 + bundle.x2) // 2, bundle.y
    circle = f'<circle cx="{middle}" cy="{y + bundle.depth}" r="21" fill="#FFFFFF" stroke="{LINE}"/>'
    count = words.say("common.picture.count", n=bundle.n)
    return circle + _text(middle, y + bundle.depth + 12, count, INK, "middle", 650)


def _drawn(shape: str, pointed: str, verb: str, thick: int) -> str:
    ink = DEEP if verb == "because" else SOFT
    given = f'fill="none" stroke="{ink}" stroke-linecap="round"'
    head = f'<path d="{pointed}" {given} stroke-width="4" stroke-linejoin="round"/>' if pointed else ""
    return f'<path d="{shape}" {given} stroke-width="{thick}" stroke-dasharray="{_dashes(verb, thick)}"/>{head}'


def _dashes(verb: str, thick: int) -> str:
    return DASHES.get(verb, f"0.1 {max(9, 2 * thick)}")


def _title(column: Column, picture: Picture, words: Words) -> Iterator[str]:
    lines = broken(words.say(f"names.area.{column.area}"), column.w - COUNTED, 2)
    for at, line in enumerate(lines):
        yield _text(column.x, 80 - 40 * (len(lines) - 1 - at), line, SOFT, weight=600)
    count = words.say("common.picture.count", n=len(column.notes))
    yield _text(column.x + column.w, 80, count, SOFT, "end")
    if column.more:
        here = [b for b in (*picture.words, *picture.bars) if b.note in column.notes]
        last = max((b.y + b.h for b in here), default=0)
        yield _text(column.x, last + 36, words.say("common.picture.more", n=column.more), SOFT)


def _band(picture: Picture, words: Words) -> Iterator[str]:
    band = picture.band
    if band is None or picture.size == "few":
        return
    (base,) = baselines(1, band.y, band.h)
    yield f'<rect y="{band.y}" width="{WIDTH}" height="{band.h}" rx="14" fill="none" stroke="{LINE}" stroke-width="2"/>'
    yield _text(24, base, words.say("names.area.around"), SOFT, weight=600)
    up = words.say("common.picture.up", notes=len(band.notes), n=band.links)
    yield _text(WIDTH - 24, base, up, SOFT, "end")


def _bar(box: Box, told: bool) -> str:
    ink = DEEP if told else LINE
    slot = f'<rect data-note={quoteattr(box.note)} {_at(box)} rx="5" fill="{PALE}"/>'
    return f'{slot}<rect x="{box.x + 12}" y="{box.middle - 3}" width="{box.bar}" height="6" rx="3" fill="{ink}"/>'


def _words(box: Box, text: str, area: str, few: bool) -> str:
    lines = broken(text, box.w - 2 * PAD, room_for(box.h))
    at = baselines(len(lines), box.y, box.h)
    dashes = _dashes("eases" if area == "helps" else "because", 3)
    edge = "none" if not area and not few else LINE
    shape = f'rx="14" fill="{PALE if area == "happened" else "none"}" stroke="{edge}" stroke-width="3"'
    rect = (
        f'<rect data-note={quoteattr(box.note)} {_at(box)} {shape} stroke-dasharray="{dashes}" stroke-linecap="round"/>'
    )
    return rect + "".join(_text(box.x + PAD, y, line, INK, weight=500) for y, line in zip(at, lines, strict=True))


def _at(box: Box) -> str:
    return f'x="{box.x}" y="{box.y}" width="{box.w}" height="{box.h}"'


def _text(x: int, y: int, text: str, ink: str, anchor: str = "start", weight: int = 400) -> str:
    given = f'font-size="{SIZE}" font-weight="{weight}" text-anchor="{anchor}" fill="{ink}"'
    return f'<text x="{x}" y="{y}" {given}>{escape(safe(text))}</text>'
