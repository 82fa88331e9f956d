"""Sessions by quarter: one block a session, as high as it had people; a dashed one of its own height says too few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT, BASE, GAP = 560.0, 262.0, 212.0, 2.0
TOP, FEW_HIGH, LETTERS = 8.0, 18.0, 16.0
MOST, LEAST_HIGH = 3.2, 60.0
"""Pixels a person at most, and the least height of the picture above its base: a few small rooms are no skyscraper, and
do not lie at the bottom of an empty picture either."""


@dataclass(frozen=True)
class BlockDrawn:
    """`people` None: too few. `shade`: 1 for the first version of a case study, 2 for the second, and so on."""

    people: int | None
    shade: int
    text: str


@dataclass(frozen=True)
class Column:
    """One quarter: its blocks from below, and two lines of words under it."""

    blocks: tuple[BlockDrawn, ...]
    words: tuple[str, str]


def quarters_svg(columns: Sequence[Column], name: str) -> str:
    """The picture; `name` is what a screen reader hears. Every word in it is escaped."""
    wide = WIDTH / max(len(columns), 1)
    scale = _scale(columns)
    highest, drawn = BASE - LEAST_HIGH, [f'<line class="base" x1="0" x2="{WIDTH:g}" y1="{BASE:g}" y2="{BASE:g}"/>']
    for at, column in enumerate(columns):
        left, broad = at * wide + 8, min(wide - 16, 130)
        y = BASE
        for block in column.blocks:
            high = FEW_HIGH if block.people is None else max(3.0, block.people * scale)
            y -= high
            drawn.append(_block(block, left, y, broad, high - GAP))
        highest = min(highest, y)
        drawn += [_text(left, BASE + 19 + 22 * n, line, "soft") for n, line in enumerate(column.words)]
    top = max(0.0, highest - TOP)
    box = f'viewBox="0 {top:g} {WIDTH:g} {HEIGHT - top:g}" role="img" aria-label="{escape(name)}"'
    return f'<svg class="quarters" {box}>{"".join(drawn)}</svg>'


def _scale(columns: Sequence[Column]) -> float:
    """Pixels a person, so that the highest column fits."""
    room = [
        (BASE - TOP - FEW_HIGH * sum(b.people is None for b in c.blocks)) / people
        for c in columns
        if (people := sum(b.people or 0 for b in c.blocks))
    ]
    return max(0.0, min([*room, MOST]))


def _block(block: BlockDrawn, x: float, y: float, wide: float, high: float) -> str:
    kind = "few" if block.people is None else f"shade{min(block.shade, 3)}"
    drawn = f'<rect class="{kind}" x="{x:g}" y="{y:.1f}" width="{wide:g}" height="{max(high, 1):.1f}" rx="3"/>'
    fits = high >= LETTERS
    return drawn + (_text(x + 9, y + high / 2 + 4.5, block.text, f"on-{kind}") if fits else "")


def _text(x: float, y: float, words: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x:g}" y="{y:.1f}">{escape(words)}</text>'
