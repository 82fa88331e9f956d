"""The strip: one line, its stages, and the room as dots. Geometry only; nothing here draws.

`layout` says where everything goes. The browser, the HTML report, the Word report and the PDF draw
it. static/src/shared/strip/geometry.ts is the same code for the browser; both are tested against
tests/messages/strip/*.json. Lengths are in the drawing's own units, y grows downwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from workshop.drawing.strip_dots import Fit, filled, fit, places, shape, span
from workshop.drawing.strip_labels import with_words
from workshop.drawing.strip_parts import SIZES, Box, Camp, Label, Pile, Point, Setting, Strip, mirrored

__all__ = ["FEWEST", "MOST_DOTS", "Camp", "Strip", "layout"]

FEWEST, MOST_DOTS = 5, 150  # fewer: nothing is drawn; more: a shape instead of dots
LANE, LANE_GAP = 0.135, 0.03  # of the width: the lane *need to know more* and the gap before it


def layout(
    tallies: Sequence[int],
    need_to_know: int,
    *,
    width: float,
    size: str = "page",
    height: float | None = None,
    names: Sequence[str] = (),
    lane_name: str = "",
    before: tuple[Sequence[int], int] | None = None,
    label: str | None = None,
    median: int | None = None,
    camps: tuple[Camp, Camp] | None = None,
    topics: Sequence[str] = (),
    among: Sequence[Sequence[int]] = (),
    rtl: bool = False,
) -> Strip | None:
    """Where everything in a strip goes, or None below five placements (then nothing is drawn).

    tallies: placements by stage, in order. before: the earlier (tallies, need to know more).
    median: position of the median stage; never drawn on a split. camps: their brackets, only on a
    split. topics: what people would need to know. among: the piles (tallies, then the lane) of every
    strip in the same list, so that they share radius and columns.
    """
    if sum(tallies) < FEWEST or (before and sum(before[0]) < FEWEST):
        return None
    setting = _setting(list(tallies), need_to_know, width, size, height, before, among)
    strip = _line_and_piles(setting)
    if setting.size.text:
        median, camps = (None, camps) if label == "split" else (median, None)
        strip = with_words(strip, setting, list(names), lane_name, median, camps, list(topics))
    return mirrored(strip) if rtl else strip


def _setting(
    tallies: list[int],
    need_to_know: int,
    width: float,
    size: str,
    height: float | None,
    before: tuple[Sequence[int], int] | None,
    among: Sequence[Sequence[int]],
) -> Setting:
    sizes = SIZES[size]
    lane = LANE * width
    band = (width - lane - LANE_GAP * width) / len(tallies)
    piles = (*tallies, need_to_know)
    earlier = (*before[0], before[1]) if before else ()
    together = [piles, *([earlier] if earlier else []), *among]
    kind = "shape" if max(sum(pile) for pile in together) > MOST_DOTS else "pairs" if earlier else "dots"
    room = height if height is not None else sizes.height
    fitted = (
        Fit(0.46 * sizes.line, 1, 1, 0.0)
        if kind == "shape"
        else fit(together, band, lane, room, sizes.rmax, kind == "pairs")
    )
    used = room if kind == "shape" else max(_pile_height(pile, fitted) for pile in together)
    return Setting(
        sizes,
        width,
        band,
        lane,
        piles,
        earlier,
        kind,
        fitted,
        max(used, min(room, 2 * sizes.line)),
        max(max(pile) for pile in together),
    )


def _pile_height(pile: Sequence[int], fitted: Fit) -> float:
    rows = max(ceil(max(pile[:-1]) / fitted.columns), ceil(pile[-1] / fitted.lane_columns))
    return max(0.0, span(rows, fitted.gap) * fitted.r)


def _line_and_piles(setting: Setting) -> Strip:
    size, band = setting.size, setting.band
    apart = max(2.0, 0.18 * size.line)
    head = 1.35 * size.count if size.text else 2.0
    ground = head + setting.dots
    under = ground + 0.55 * setting.fit.r + 2
    top = under + apart if size.text else under
    boxes = [(index * band + apart / 2, band - apart) for index in range(len(setting.piles) - 1)]
    edge = min(4.0, 0.05 * setting.lane)
    return Strip(
        kind=setting.kind,
        width=setting.width,
        height=top + size.line + 2,
        r=setting.fit.r,
        columns=setting.fit.columns,
        ground=ground,
        lanes=tuple(Box(x, 0, w, under) for x, w in boxes) if size.text else (),
        segments=tuple(Box(x, top, w, size.line) for x, w in boxes),
        piles=tuple(_pile(setting, index, ground) for index in range(len(setting.piles))),
        dotted=Box(setting.width - setting.lane + edge, top + size.line / 2, setting.lane - 2 * edge, 0),
        median=None,
        names=(),
        topics=None,
        brackets=(),
    )


def _pile(setting: Setting, index: int, ground: float) -> Pile:
    stages, count = len(setting.piles) - 1, setting.piles[index]
    earlier = setting.earlier[index] if setting.earlier else 0
    fitted, x = setting.fit, setting.centre(index)
    stage, columns = (-1, fitted.lane_columns) if index == stages else (index, fitted.columns)
    if setting.kind == "shape":
        rise = setting.dots * count / setting.tallest
        outline = _outline(setting, index) if count or stage >= 0 else []
        points = tuple((px, ground - up) for px, up in outline)
        return Pile(stage, x, (), (), points, _count(setting, x, ground - rise, count, earlier))
    both = places(max(count, earlier), columns)

    def at(taken: Sequence[tuple[float, int]]) -> tuple[Point, ...]:
        pitch = fitted.r * (2 + fitted.gap)
        return tuple((x + step * pitch, ground - fitted.r - row * pitch) for step, row in taken)

    rows = ceil(max(count, earlier) / columns)
    top = ground - max(0.0, span(rows, fitted.gap) * fitted.r)
    return Pile(
        stage, x, at(filled(both, count)), at(filled(both, earlier)), (), _count(setting, x, top, count, earlier)
    )


def _outline(setting: Setting, index: int) -> list[Point]:
    stages = len(setting.piles) - 1
    ours, band = ([index], setting.lane) if index == stages else (range(stages), setting.band)
    bumps = [(setting.centre(at), setting.dots * setting.piles[at] / setting.tallest) for at in ours]
    return shape(setting.centre(index), band, bumps)


def _count(setting: Setting, x: float, top: float, count: int, earlier: int) -> Label | None:
    if not setting.size.text or not (count or earlier):
        return None
    changed = setting.earlier and count != earlier
    words = f"{earlier} → {count}" if changed else str(count)
    return Label((words,), x, top - 0.36 * setting.size.count, setting.size.count)
