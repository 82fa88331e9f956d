"""A strip in a report: its picture in the sizes of paper, its sentence, and the figures that stand beneath it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workshop.drawing.strip_svg import strip_svg
from workshop.drawing.strip_words import in_words
from workshop.outputs.blocks.model import Strip

WIDE, HEIGHT, NARROW = 682, 64, 292
"""CSS pixels of a strip on paper and in large windows, of its dots there, and of a strip on phones and in lists."""


def drawn(strip: Strip) -> str:
    """The whole picture as SVG: names, counts, both camps, and the earlier placing as outlines."""
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


def drawn_small(strip: Strip, among: Sequence[Strip] = ()) -> str:
    """The same without words; in a list (`among`) piles compare over all of it, and nothing of before is drawn."""
    size, before = ("list", None) if len(among) > 1 else ("rows", strip.before)
    piles = [(*s.tallies, s.need_to_know) for s in among or (strip,)]
    return _svg(strip, size=size, width=NARROW, among=piles, before=before)


def sentence(strip: Strip) -> str:
    """What the picture says, in words: what a screen reader hears in its place."""
    camps = [(c.n, c.reasons) for c in strip.camps or ()] if strip.kind == "split" else []
    return in_words(
        strip.stages,
        strip.tallies,
        strip.need_to_know,
        label=strip.kind,
        before=strip.before,
        camps=camps,
        words=strip.words,
        levels=strip.levels,
    )


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


def _svg(strip: Strip, **options: Any) -> str:
    told = strip.stages, strip.tallies, strip.need_to_know
    return strip_svg(*told, label=strip.kind, words=strip.words, levels=strip.levels, **options)
