"""The strip in words: the drawing's name for a screen reader, and the sentence of movement.

The words are the catalogue's (`common.strip`, `common.labels`); the rules are here. Mirrored by
static/src/shared/strip/words.ts; tested against tests/messages/strip/*.json.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from workshop.words import Words

FEW = 3  # a direction in which fewer than this many moved is never named alone


def in_words(
    names: Sequence[str],
    tallies: Sequence[int] | None,
    need_to_know: int,
    *,
    words: Words,
    label: str | None = None,
    before: tuple[Sequence[int], int] | None = None,
    own: int | None = None,
    camps: Sequence[tuple[int, Sequence[str]]] = (),
    levels: bool = False,
) -> str:
    """ "21 placed: 1 at developmentally expected, 9 at inappropriate; 3 need to know more. Split."

    tallies None, or fewer than five placements: a sentence without figures. own: the position of
    this phone's stage (-1: need to know more), known to the phone only. camps: how many, and their
    reasons, of each end of a split. levels: what people would do, and not where they placed a card.
    """
    if tallies is None or sum(tallies) < 5 or (before and sum(before[0]) < 5):
        return words.say("common.strip.too_few")
    area = "common.strip.level" if levels else "common.strip"
    now = _by_stage(names, tallies, need_to_know, words, area)
    if before:
        earlier = words.say("common.strip.before", stages=_by_stage(names, before[0], before[1], words, area))
        sentences = [earlier, words.say("common.strip.now", stages=now)]
    else:
        sentences = [words.say(f"{area}.placed", n=sum(tallies), stages=now)]
    if label and f"common.labels.{label}" in words:
        sentences.append(words.say(f"common.labels.{label}"))
    named = [_named(n, sum(tallies), reasons, words) for n, reasons in camps if reasons]
    if named:
        sentences.append("; ".join(named))
    return " ".join([". ".join(sentences) + ".", *_own(names, own, words)])


def _named(n: int, placed: int, reasons: Sequence[str], words: Words) -> str:
    return words.say("common.strip.named", n=n, placed=placed, reasons=commas([lowered(r) for r in reasons], words))


def _own(names: Sequence[str], own: int | None, words: Words) -> list[str]:
    if own is None:
        return []
    if own < 0:
        return [words.say("common.strip.yours_off")]
    return [words.say("common.strip.yours", stage=lowered(names[own]))]


def _by_stage(names: Sequence[str], tallies: Sequence[int], need_to_know: int, words: Words, area: str) -> str:
    at = [(n, lowered(name)) for n, name in zip(tallies, names, strict=True) if n]
    stages = commas([words.say("common.strip.at", n=n, stage=name) for n, name in at], words)
    return f"{stages}; {words.say(f'{area}.need_to_know', n=need_to_know)}" if need_to_know else stages


def commas(parts: Sequence[str], words: Words) -> str:
    """ "a, b, c"."""
    return reduce(lambda first, rest: words.say("common.comma", first=first, rest=rest), parts) if parts else ""


def lowered(name: str) -> str:
    """A name within a sentence: "Inappropriate" → "inappropriate", but "HSB" stays."""
    return name[:1].lower() + name[1:] if name[1:2].islower() or len(name) == 1 else name


@dataclass(frozen=True)
class Moved:
    """One part of the sentence of movement. side: "low", "same", "high", "any" or "off"; n None: not said."""

    side: str
    n: int | None
    text: str


def movement_parts(
    movement: Mapping[str, int | bool | None] | None, ends: Sequence[str], words: Words, levels: bool = False
) -> tuple[Moved, ...]:
    """The sentence of movement, left to right: "7 moved towards typical", "9 stayed", "5 moved towards harmful".

    movement: {typical, same, harmful, to_unsure, from_unsure}, each 0 or at least three; or, as reports of
    version 0.1.0 have it, {moved, same} or {few: true, same}. A direction of one or two people is joined
    with the other, and under three in all no number is said. levels: of what people would do.
    """
    area = "common.strip.level" if levels else "common.strip"
    if not movement:
        return ()
    low, high = int(movement.get("typical") or 0), int(movement.get("harmful") or 0)
    moved = int(movement.get("moved") or low + high)
    same = int(movement.get("same") or 0)
    stayed = (Moved("same", same, words.say("common.strip.stayed")),) if same else ()
    if movement.get("few") or 0 < moved < FEW:
        return (Moved("any", None, words.say("common.strip.few_moved")), *stayed)
    if movement.get("typical") is None or 0 < low < FEW or 0 < high < FEW:
        return (*((Moved("any", moved, words.say("common.strip.moved")),) if moved else ()), *stayed)
    parts = (
        Moved("low", low, words.say("common.strip.towards", end=ends[0])),
        *stayed,
        Moved("high", high, words.say("common.strip.towards", end=ends[1])),
        Moved("off", int(movement.get("to_unsure") or 0), words.say(f"{area}.to_unsure")),
        Moved("off", int(movement.get("from_unsure") or 0), words.say(f"{area}.from_unsure")),
    )
    return tuple(part for part in parts if part.n)
