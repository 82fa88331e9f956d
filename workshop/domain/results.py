"""What a closed round leaves behind: whole-room figures, made once and frozen.

Stage figures are tuples in the order of the scale. `None` means withheld: fewer than k people, so nobody
may know more than that. These are the only figures that reach the screens, the record and the report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workshop.domain.live import Cause

Label = str  # "settled" | "neighbouring" | "spread" | "split"


@dataclass(frozen=True)
class Camp:
    """One end of a split: stages `first`..`last` (positions from 0), how many, and their commonest reasons."""

    first: int
    last: int
    n: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Movement:
    """How many moved since their own earlier placing, as the phones counted it.

    A direction of one or two people is never told apart: then `typical` and `harmful` are None and `moved`
    holds both; below three in all `few` is true and `moved` is None too.
    """

    same: int
    typical: int | None = None
    harmful: int | None = None
    moved: int | None = None
    few: bool = False


@dataclass(frozen=True)
class CardResult:
    """One card of one closed round. `withheld`: fewer than k placed it, so the stage figures are None."""

    card: str
    withheld: bool
    placed: int | None = None
    need_to_know: int | None = None
    tallies: tuple[int, ...] | None = None
    median: str | None = None
    agreement: float | None = None
    label: Label | None = None
    missing: tuple[tuple[str, int], ...] = ()
    certainty: tuple[int, ...] | None = None
    low: Camp | None = None
    high: Camp | None = None
    shared_reason: str | None = None
    movement: Movement | None = None
    whys: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class RoundResult:
    """A closed placing round. `revealed` false: it was frozen without being shown, so no output may show it."""

    round: str
    step: str
    cause: Cause
    information: str | None
    scale: str
    revealed: bool
    cards: tuple[CardResult, ...]


@dataclass(frozen=True)
class ItemResult:
    """Answers 0..10 to one confidence item. `counts` has eleven places; None when withheld."""

    item: str
    asked: str  # "now" | "looking_back"
    n: int | None
    counts: tuple[int, ...] | None
    median: int | None
    quartiles: tuple[int, int] | None


@dataclass(frozen=True)
class AnswersResult:
    """A closed questionnaire: confidence (items) or reflection (tags: need → n, named by three or more)."""

    round: str
    step: str
    kind: str
    cause: Cause
    answered: int | None
    items: tuple[ItemResult, ...] = ()
    tags: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Closing:
    """What a tally hands over: the result, and slices that it makes (collection → key → value): texts to approve."""

    result: RoundResult | AnswersResult
    slices: Mapping[str, Mapping[str, Mapping[str, object]]]
