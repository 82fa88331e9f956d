"""The words of a strip: stage names, topics, and the brackets of a split with their reasons."""

from __future__ import annotations

from dataclasses import replace

from workshop.drawing.strip_parts import Bracket, Camp, Label, Setting, Size, Strip
from workshop.drawing.strip_text import break_name, join_reasons, size_for, text_width


def with_words(
    strip: Strip,
    setting: Setting,
    names: list[str],
    lane_name: str,
    median: int | None,
    camps: tuple[Camp, Camp] | None,
    topics: list[str],
) -> Strip:
    size, bottom = setting.size, strip.segments[0].y + setting.size.line
    text = size_for([*((name, setting.band) for name in names), (lane_name, setting.lane)], size.text, size.floor)
    first = bottom + (size.line if median is not None else 0) + 1.3 * text
    widths = [setting.band] * len(names) + [setting.lane]
    labels = [
        Label(break_name(name, width, text), setting.centre(index), first, text)
        for index, (name, width) in enumerate(zip([*names, lane_name], widths, strict=True))
    ]
    named = _named_topics(labels[-1], topics, setting, text)
    last = first + 1.18 * text * (max(len(label.lines) for label in labels[:-1] or labels) - 1)
    brackets = _brackets(camps, setting, last + 0.37 * text) if camps else ()
    ends = [
        _bottom(label)
        for label in [
            *labels,
            *([named] if named else []),
            *(bracket.reasons for bracket in brackets),
            *(bracket.share for bracket in brackets),
        ]
    ]
    mark = (setting.centre(median), bottom + 0.18 * size.line) if median is not None else None
    return replace(strip, height=max(ends), median=mark, names=tuple(labels), topics=named, brackets=brackets)


def _named_topics(lane: Label, topics: list[str], setting: Setting, text: float) -> Label | None:
    """The commonest topics under the lane's name: two, or one where two do not fit."""
    for several in ([", ".join(topics[:2])] if len(topics) > 1 else []) + topics[:1]:
        if text_width(several, setting.size.topic) <= 1.15 * setting.lane or several == topics[0]:
            y = lane.y + 1.18 * text * (len(lane.lines) - 1) + 1.45 * setting.size.topic
            return Label(break_name(several, 1.15 * setting.lane, setting.size.topic), lane.x, y, setting.size.topic)
    return None


def _brackets(camps: tuple[Camp, Camp], setting: Setting, y: float) -> tuple[Bracket, ...]:
    inset = 0.06 * setting.band
    ends: list[tuple[Camp, float, float]] = []
    for camp in camps:
        occupied = [stage for stage in range(camp.first, camp.last + 1) if setting.piles[stage]] or [
            camp.first,
            camp.last,
        ]
        ends.append((camp, occupied[0] * setting.band + inset, (occupied[-1] + 1) * setting.band - inset))
    middle = (ends[0][2] + ends[1][1]) / 2
    sides = ((0.0, middle), (middle, setting.width))
    return tuple(
        _bracket(camp, left, right, side, setting.size, y)
        for (camp, left, right), side in zip(ends, sides, strict=True)
    )


def _bracket(camp: Camp, left: float, right: float, side: tuple[float, float], size: Size, y: float) -> Bracket:
    tick, room = 0.52 * size.line, side[1] - side[0]
    lines = join_reasons(camp.reasons, room, size.reason)
    half = max((text_width(line, size.reason) for line in lines), default=0.0) / 2
    centre = (left + right) / 2
    beside = min(max(centre, side[0] + half), side[1] - half) if 2 * half < room else (side[0] + side[1]) / 2
    share = Label((), centre, y + tick + 1.3 * size.share, size.share)
    return Bracket(
        left, right - left, y, tick, camp.n, share, Label(lines, beside, share.y + 1.5 * size.reason, size.reason)
    )


def _bottom(label: Label) -> float:
    return label.y + 1.25 * label.size * max(0, len(label.lines) - 1) + 0.3 * label.size
