"""The parts of a strip, as `workshop.drawing.strip` lays them out; and the same parts for a right-to-left page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workshop.domain.results import Camp
from workshop.drawing.strip_dots import Fit
from workshop.drawing.strip_text import Lines

__all__ = ["SIZES", "Box", "Bracket", "Camp", "Label", "Pile", "Point", "Setting", "Size", "Strip", "mirrored"]

Point = tuple[float, float]


@dataclass(frozen=True)
class Size:
    """How large the parts of a strip are. A size without `text` is for lists: no counts, no names, no lanes."""

    line: float
    rmax: float
    height: float  # room for dots unless the caller says otherwise
    text: float = 0.0  # numbers and stage names
    floor: float = 0.0  # text never gets smaller than this
    count: float = 0.0
    share: float = 0.0
    reason: float = 0.0
    topic: float = 0.0


SIZES = {
    "screen": Size(line=46, rmax=28, height=200, text=34, floor=32.4, count=46, share=52, reason=40, topic=32.4),
    "page": Size(line=26, rmax=15, height=130, text=17, floor=13, count=19, share=20, reason=16, topic=15),
    "report": Size(line=19, rmax=15, height=100, text=12.5, floor=11.5, count=15, share=15, reason=12.5, topic=11.5),
    "rows": Size(line=12, rmax=8, height=60),
    "list": Size(line=6, rmax=4, height=24),
}


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Label:
    """Lines of text centred on x; y is the first baseline."""

    lines: Lines
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class Pile:
    """What stands over one stage (stage -1: the lane): dots now and before, or a shape; and its count."""

    stage: int
    x: float
    now: tuple[Point, ...]
    was: tuple[Point, ...]
    shape: tuple[Point, ...]
    count: Label | None


@dataclass(frozen=True)
class Bracket:
    x: float
    w: float
    y: float
    tick: float
    n: int
    share: Label
    reasons: Label


@dataclass(frozen=True)
class Strip:
    """kind "dots", "shape" or "pairs" (before and after). ground: y on which the dots stand."""

    kind: str
    width: float
    height: float
    r: float
    columns: int
    ground: float
    lanes: tuple[Box, ...]
    segments: tuple[Box, ...]
    piles: tuple[Pile, ...]
    dotted: Box
    median: Point | None
    names: tuple[Label, ...]
    topics: Label | None
    brackets: tuple[Bracket, ...]


@dataclass(frozen=True)
class Setting:
    """The measures that everything else follows from."""

    size: Size
    width: float
    band: float
    lane: float
    piles: tuple[int, ...]  # counts of the stages, then of the lane
    earlier: tuple[int, ...]  # the same before, or ()
    kind: str
    fit: Fit
    dots: float  # height of the tallest pile of the list
    tallest: int  # the largest count of the list

    def centre(self, index: int) -> float:
        stages = len(self.piles) - 1
        return self.width - self.lane / 2 if index == stages else (index + 0.5) * self.band


def mirrored(strip: Strip) -> Strip:
    """The same strip for a right-to-left page."""
    w = strip.width

    def point(p: Point) -> Point:
        return (w - p[0], p[1])

    def box(b: Box) -> Box:
        return replace(b, x=w - b.x - b.w)

    def label(found: Label) -> Label:
        return replace(found, x=w - found.x)

    def pile(p: Pile) -> Pile:
        now, was, shape = (tuple(map(point, group)) for group in (p.now, p.was, p.shape))
        return Pile(p.stage, w - p.x, now, was, shape, label(p.count) if p.count else None)

    def bracket(b: Bracket) -> Bracket:
        return replace(b, x=w - b.x - b.w, share=label(b.share), reasons=label(b.reasons))

    return replace(
        strip,
        lanes=tuple(map(box, strip.lanes)),
        segments=tuple(map(box, strip.segments)),
        piles=tuple(map(pile, strip.piles)),
        dotted=box(strip.dotted),
        median=point(strip.median) if strip.median else None,
        names=tuple(map(label, strip.names)),
        topics=label(strip.topics) if strip.topics else None,
        brackets=tuple(map(bracket, strip.brackets)),
    )
