"""The strip in words: the drawing's name for a screen reader, and the sentence of movement.

The words themselves come from the catalogue as `Words`; the rules are here. Mirrored by
static/src/shared/strip/words.ts; tested against tests/messages/strip/*.json.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

FEW = 3  # a direction in which fewer than this many moved is never named alone


def _english_labels() -> dict[str, str]:
    return {"settled": "Settled", "neighbouring": "Neighbouring", "spread": "Spread", "split": "Split"}


@dataclass(frozen=True)
class Words:
    """Sentences with gaps for str.format. English is the default; a catalogue gives the others."""

    placed: str = "{n} placed: {stages}"
    at: str = "{n} at {stage}"
    need_to_know: str = "{n} need to know more"
    before: str = "Before: {stages}"
    now: str = "Now: {stages}"
    yours: str = "You placed it at {stage}."
    yours_off: str = "You need to know more."
    named: str = "{n} of {placed} named {reasons}"
    too_few: str = "Fewer than five have placed this card. It cannot be shown yet."
    towards: str = "moved towards {end}"
    moved: str = "moved"
    stayed: str = "stayed"
    to_unsure: str = "now need to know more"
    from_unsure: str = "no longer need to know more"
    few_moved: str = "fewer than three moved"
    lane: str = "Need to know more"
    share: str = "of {n}"
    labels: Mapping[str, str] = field(default_factory=_english_labels)


ENGLISH = Words()


def in_words(
    names: Sequence[str],
    tallies: Sequence[int] | None,
    need_to_know: int,
    *,
    label: str | None = None,
    before: tuple[Sequence[int], int] | None = None,
    own: int | None = None,
    camps: Sequence[tuple[int, Sequence[str]]] = (),
    words: Words = ENGLISH,
) -> str:
    """ "21 placed: 1 at developmentally expected, 9 at inappropriate; 3 need to know more. Split."

    tallies None, or fewer than five placements: a sentence without figures. own: the position of
    this phone's stage (-1: need to know more), known to the phone only. camps: how many, and their
    reasons, of each end of a split.
    """
    if tallies is None or sum(tallies) < 5 or (before and sum(before[0]) < 5):
        return words.too_few
    if before:
        earlier = words.before.format(stages=_by_stage(names, before[0], before[1], words))
        sentences = [earlier, words.now.format(stages=_by_stage(names, tallies, need_to_know, words))]
    else:
        sentences = [words.placed.format(n=sum(tallies), stages=_by_stage(names, tallies, need_to_know, words))]
    if label and label in words.labels:
        sentences.append(words.labels[label])
    named = [
        words.named.format(n=n, placed=sum(tallies), reasons=", ".join(map(lowered, reasons)))
        for n, reasons in camps
        if reasons
    ]
    if named:
        sentences.append("; ".join(named))
    return " ".join([". ".join(sentences) + ".", *_own(names, own, words)])


def _own(names: Sequence[str], own: int | None, words: Words) -> list[str]:
    if own is None:
        return []
    return [words.yours.format(stage=lowered(names[own])) if own >= 0 else words.yours_off]


def _by_stage(names: Sequence[str], tallies: Sequence[int], need_to_know: int, words: Words) -> str:
    stages = ", ".join(words.at.format(n=n, stage=lowered(name)) for name, n in zip(names, tallies, strict=True) if n)
    return f"{stages}; {words.need_to_know.format(n=need_to_know)}" if need_to_know else stages


def lowered(name: str) -> str:
    """A stage's name inside a sentence: "Inappropriate" → "inappropriate", but "HSB" stays."""
    return name[:1].lower() + name[1:] if name[1:2].islower() or len(name) == 1 else name


@dataclass(frozen=True)
class Moved:
    """One part of the sentence of movement. side: "low", "same", "high", "any" or "off"; n None: not said."""

    side: str
    n: int | None
    text: str


def movement_parts(
    movement: Mapping[str, int | bool | None] | None, ends: Sequence[str], words: Words = ENGLISH
) -> tuple[Moved, ...]:
    """The sentence of movement, left to right: "7 moved towards typical", "9 stayed", "5 moved towards harmful".

    movement: {typical, same, harmful, to_unsure, from_unsure}, each 0 or at least three; or, as reports of
    version 0.1.0 have it, {moved, same} or {few: true, same}. A direction of one or two people is joined
    with the other, and under three in all no number is said.
    """
    if not movement:
        return ()
    low, high = int(movement.get("typical") or 0), int(movement.get("harmful") or 0)
    moved = int(movement.get("moved") or low + high)
    same = int(movement.get("same") or 0)
    stayed = (Moved("same", same, words.stayed),) if same else ()
    if movement.get("few") or 0 < moved < FEW:
        return (Moved("any", None, words.few_moved), *stayed)
    if movement.get("typical") is None or 0 < low < FEW or 0 < high < FEW:
        return (*((Moved("any", moved, words.moved),) if moved else ()), *stayed)
    parts = (
        Moved("low", low, words.towards.format(end=ends[0])),
        *stayed,
        Moved("high", high, words.towards.format(end=ends[1])),
        Moved("off", int(movement.get("to_unsure") or 0), words.to_unsure),
        Moved("off", int(movement.get("from_unsure") or 0), words.from_unsure),
    )
    return tuple(part for part in parts if part.n)
