"""Blocks that are pictures elsewhere, as one text each: for formats whose cells hold words."""

from __future__ import annotations

from workshop.outputs.blocks.model import Card, Movement, Response, Strip
from workshop.outputs.blocks.phrases import DASH, dotted
from workshop.outputs.formats import strips


def figures(strip: Strip) -> str:
    """1: 5 · 2: 12 → 9 · more: 3. Stages in which nobody stands are left out."""
    stages, off = strips.counts(strip)
    told = zip([*strips.numbers(strip), strip.lane], [*stages, off], strict=True)
    return dotted(*(f"{name}: {n}" for name, n in told if n)) or DASH


def movement(block: Movement) -> str:
    """Who moved where, one part after the other."""
    return dotted(*(f"{n} {said}".strip() for n, said in block.parts))


def said(card: Card) -> str:
    """What moved and what was said about a card, a line each."""
    moved = [movement(card.movement)] if card.movement else []
    return "\n".join([*moved, *("".join(run.text for run in p.text) for p in card.said)])


def compared(response: Response) -> str:
    """The same of a card's second question."""
    moved = [movement(response.movement)] if response.movement else []
    return "\n".join([*moved, *filter(None, [response.compared])])
