"""The strip as an SVG string, for the HTML report: the same picture as in the browser.

It carries its own colours, so that it looks right wherever the report is opened, and it says nothing
by colour alone: stages have numbers, before is an outline, need to know more stands off the line.
All text is escaped; characters that XML does not allow are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from workshop.domain.texts import safe
from workshop.drawing.strip import layout
from workshop.drawing.strip_hatch import hatching
from workshop.drawing.strip_parts import SIZES, Bracket, Camp, Label, Point, Strip
from workshop.drawing.strip_words import in_words
from workshop.words import Words

RAMPS = {
    2: (("#DCEBEF", "#10262F"), ("#6EA4B9", "#10262F")),
    3: (("#DCEBEF", "#10262F"), ("#6EA4B9", "#10262F"), ("#113F57", "#FFFFFF")),
    4: (("#DCEBEF", "#10262F"), ("#93BBCB", "#10262F"), ("#3F7891", "#FFFFFF"), ("#113F57", "#FFFFFF")),
    5: (
        ("#DCEBEF", "#10262F"),
        ("#A8CBD7", "#10262F"),
        ("#6EA4B9", "#10262F"),
        ("#34708B", "#FFFFFF"),
        ("#113F57", "#FFFFFF"),
    ),
}
INK, SOFT, DOT, OFF, LANE, EDGE = "#1B2429", "#4A545A", "#1D4A5E", "#7B8286", "#F2F5F6", "#87929A"


def strip_svg(
    names: Sequence[str],
    tallies: Sequence[int] | None,
    need_to_know: int,
    *,
    words: Words,
    size: str = "report",
    width: float = 682,
    height: float | None = None,
    before: tuple[Sequence[int], int] | None = None,
    label: str | None = None,
    median: int | None = None,
    camps: tuple[Camp, Camp] | None = None,
    topics: Sequence[str] = (),
    among: Sequence[Sequence[int]] = (),
    levels: bool = False,
) -> str:
    """One strip as `<svg …>…</svg>`, named by the sentence that a screen reader hears; "" when withheld.

    The arguments are those of workshop.drawing.strip.layout; camps' reasons and topics are words, not ids. `levels`:
    not stages of the continuum but levels of response: outlined, hatched and lettered, so that neither is taken for
    the other.
    """
    if tallies is None:
        return ""
    strip = layout(
        tallies, need_to_know, width=width, size=size, height=height, names=names,
        lane_name=words.say("common.strip.level.lane" if levels else "common.strip.lane"), before=before,
        label=label, median=median, camps=camps, topics=topics, among=among,
        rtl=words.direction == "rtl",
    )  # fmt: skip
    if strip is None:
        return ""
    ends = [(camp.n, camp.reasons) for camp in camps or ()] if label == "split" else []
    spoken = in_words(names, tallies, need_to_know, label=label, before=before, camps=ends, words=words, levels=levels)
    share = words.say("common.strip.share", n=sum(tallies))
    line = _levels(strip, size, words.all("common.strip.level.letters")) if levels else _stages(strip, size)
    drawn = [_open(strip, spoken), *line, *_off_line(strip), *_piles(strip), *_words(strip, size, share)]
    return "".join([*drawn, "</svg>"])


def _open(strip: Strip, spoken: str) -> str:
    box = f"0 0 {_n(strip.width)} {_n(strip.height)}"
    return _tag(
        "svg", xmlns="http://www.w3.org/2000/svg", kind=f"strip of{len(strip.segments)}", role="img", aria_label=spoken,
        viewBox=box, width=strip.width, height=strip.height, text_anchor="middle",
    ).removesuffix("/>") + ">"  # fmt: skip


def _stages(strip: Strip, size: str) -> Iterator[str]:
    line, ramp = SIZES[size].line, RAMPS[len(strip.segments)]
    for lane in strip.lanes:
        yield _tag("rect", kind="lane", x=lane.x, y=0, width=lane.w, height=lane.h, rx=min(8, line * 0.3), fill=LANE)
    for at, box in enumerate(strip.segments):
        shape = {"x": box.x, "y": box.y, "width": box.w, "height": box.h, "rx": min(3, line / 4)}
        edge = {"stroke": EDGE} if at < 3 else {}
        yield _tag("rect", kind=f"seg seg{at + 1}", **shape, fill=ramp[at][0], **edge)
        if strip.names:
            text = strip.names[0].size
            number = Label((str(at + 1),), box.x + box.w / 2, box.y + box.h / 2 + 0.35 * text, text)
            yield from _lines(number, f"number on{at + 1}", ramp[at][1], 650)


def _levels(strip: Strip, size: str, letters: Sequence[str]) -> Iterator[str]:
    """No fill and no ramp: an outline with lines across it, closer from level to level, and a letter."""
    line = SIZES[size].line
    weight = max(1.0, 0.065 * line)
    for lane in strip.lanes:
        yield _tag("rect", kind="lane", x=lane.x, y=0, width=lane.w, height=lane.h, rx=min(8, line * 0.3),
                   fill="none", stroke=EDGE)  # fmt: skip
    for at, box in enumerate(strip.segments):
        shape = {"x": box.x, "y": box.y, "width": box.w, "height": box.h, "rx": min(5, line / 4)}
        yield _tag("rect", kind="level", **shape, fill="none", stroke=INK, stroke_width=weight)
        lines = "".join(f"M{_n(x)} {_n(y)}L{_n(u)} {_n(v)}" for x, y, u, v in hatching(box, at, line))
        if lines:
            yield _tag("path", kind="hatch", d=lines, stroke=INK, stroke_width=weight)
        if strip.names:
            text, x, y = strip.names[0].size, box.x + box.w / 2, box.y + box.h / 2
            yield _tag("circle", kind="badge", cx=x, cy=y, r=0.48 * box.h, fill="#FFFFFF")
            yield from _lines(Label((letters[at],), x, y + 0.35 * text, text), "number", INK, 650)


def _off_line(strip: Strip) -> Iterator[str]:
    thick, dotted = max(1.5, min(4.5, 0.2 * strip.r)), strip.dotted
    yield _tag(
        "line", kind="off-line", x1=dotted.x, x2=dotted.x + dotted.w, y1=dotted.y, y2=dotted.y, stroke=OFF,
        stroke_linecap="round", stroke_width=thick, stroke_dasharray=f"0.1 {_n(max(4.5, 2.75 * thick))}",
    )  # fmt: skip


def _piles(strip: Strip) -> Iterator[str]:
    r = 0.74 * strip.r if strip.kind == "pairs" else strip.r
    ring = 0.14 * strip.r
    if strip.kind == "shape":
        points = [point for pile in strip.piles if pile.stage >= 0 for point in pile.shape]
        yield _tag("path", kind="dot", d=_outline(points, strip.ground), fill=DOT)
    for pile in strip.piles:
        off, ink = (" off", OFF) if pile.stage < 0 else ("", DOT)
        for x, y in pile.was:
            yield _tag("circle", kind=f"was{off}", cx=x, cy=y, r=strip.r, fill="none", stroke=ink, stroke_width=ring)
        if off and pile.shape:
            yield _tag("path", kind="dot off", d=_outline(pile.shape, strip.ground), fill=OFF)
        for x, y in pile.now:
            yield _tag("circle", kind=f"dot{off}", cx=x, cy=y, r=r, fill=ink)
        if pile.count:
            yield from _lines(pile.count, "count soft" if off else "count", SOFT if off else INK, 650)


def _outline(shape: Sequence[Point], ground: float) -> str:
    points = [(shape[0][0], ground), *shape, (shape[-1][0], ground)]
    return f"M{'L'.join(f'{_n(x)} {_n(y)}' for x, y in points)}z"


def _words(strip: Strip, size: str, share: str) -> Iterator[str]:
    line = SIZES[size].line
    if strip.median:
        x, y = strip.median
        down, across = f"l{_n(0.55 * line)} {_n(0.8 * line)}", f"h{_n(-1.1 * line)}"
        yield _tag("path", kind="median", d=f"M{_n(x)} {_n(y)}{down}{across}z", fill=INK)
    for at, name in enumerate(strip.names):
        yield from _lines(name, "stage-name", INK if at < len(strip.segments) else SOFT, 500, 1.18)
    if strip.topics:
        yield from _lines(strip.topics, "soft", SOFT, 400, 1.18)
    for bracket in strip.brackets:
        yield from _bracket(bracket, max(2.0, 0.1 * line), share)


def _bracket(bracket: Bracket, weight: float, share: str) -> Iterator[str]:
    corner = min(bracket.tick / 2, bracket.w / 2)
    turn, drop = _n(corner), bracket.tick - corner
    left = f"M{_n(bracket.x)} {_n(bracket.y)}v{_n(drop)}q0 {turn} {turn} {turn}"
    right = f"H{_n(bracket.x + bracket.w - corner)}q{turn} 0 {turn} {_n(-corner)}v{_n(-drop)}"
    yield _tag("path", kind="bracket", d=left + right, fill="none", stroke=INK, stroke_width=weight,
               stroke_linecap="round", stroke_linejoin="round")  # fmt: skip
    at = bracket.share
    both = Label((f"{bracket.n} {share}",), at.x, at.y, at.size)
    yield from _lines(both, "share", INK, 600)
    yield from _lines(bracket.reasons, "reasons", INK, 400, 1.25)


def _lines(label: Label, kind: str, ink: str, weight: int, leading: float = 1.0) -> Iterator[str]:
    for at, line in enumerate(label.lines):
        y = label.y + at * leading * label.size
        opened = _tag("text", kind=kind, x=label.x, y=y, font_size=label.size, font_weight=weight, fill=ink)
        yield f"{opened.removesuffix('/>')}>{escape(safe(line))}</text>"


def _tag(name: str, *, kind: str = "", **attributes: float | str) -> str:
    """An empty element; `kind` is its class, and an underscore in a name stands for a hyphen."""
    given: dict[str, float | str] = ({"class": kind} if kind else {}) | attributes
    said = [f"{key.replace('_', '-')}={quoteattr(_value(value))}" for key, value in given.items()]
    return f"<{name} {' '.join(said)}/>"


def _value(value: float | str) -> str:
    return safe(value) if isinstance(value, str) else _n(value)


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
