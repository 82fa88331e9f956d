"""Of an anonymised session, its placings: every card of every revealed round, and what moved the room."""

from __future__ import annotations

from dataclasses import dataclass

from workshop.domain.moved import Happened
from workshop.domain.results import Certainty, Movement, Why


@dataclass(frozen=True)
class Side:
    """One end of a split, in words: stages `first`..`last` (positions), how many, up to three reasons."""

    first: int
    last: int
    n: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Sides:
    """What people of a card without two ends named, in words: below its median stage, on it, above it; or by all."""

    below: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    all: tuple[str, ...] = ()


@dataclass(frozen=True)
class Earlier:
    """The same card's last told placing."""

    round: str
    tallies: tuple[int, ...]
    need_to_know: int
    label: str | None
    median: str | None


@dataclass(frozen=True)
class ResponseOutput:
    """A card's second question, told by itself: `tallies` by level of its scale; as of the card where it is not told.

    `compared`: its kind beside the card's (domain/next_moves.py). `earlier`, of one asked again: as it was told before.
    """

    why: Why | None
    answered: int | None
    placed: int | None
    need_to_know: int | None
    tallies: tuple[int, ...] | None
    median: str | None
    agreement: float | None
    kind: str | None
    movement: Movement | None
    compared: str | None
    earlier: Earlier | None = None


@dataclass(frozen=True)
class CardOutput:
    """One card of one revealed round. Withheld: every figure is None or empty, and `why` says for what reason.

    Of a re-placing the figures are the picture told: everybody who first placed it, where they stand now. `answered`:
    how many answered again, from k. `missing` (what people would need to know) and `whys` (why they moved or not) are
    named, commonest first, without counts. `movement` None: nobody was asked, or it would tell of one or two.
    """

    card: str
    text: str
    short: str
    withheld: bool
    why: Why | None
    answered: int | None
    placed: int | None
    need_to_know: int | None
    tallies: tuple[int, ...] | None
    median: str | None
    agreement: float | None
    label: str | None
    missing: tuple[str, ...]
    certainty: Certainty | None
    low: Side | None
    high: Side | None
    shared_reason: str | None
    movement: Movement | None
    whys: tuple[str, ...]
    earlier: Earlier | None
    reasons: Sides = Sides()
    response: ResponseOutput | None = None


@dataclass(frozen=True)
class WantedOutput:
    """What at least three phones want to know. `phones` None: how many is not told."""

    topic: str
    words: str
    phones: int | None


@dataclass(frozen=True)
class MovedOutput:
    """One card of one re-placing: what its author expected, and what happened (domain/moved.py)."""

    card: str
    short: str
    before: Earlier | None
    after: Earlier | None
    movement: Movement | None
    expected: str | None
    happened: Happened


@dataclass(frozen=True)
class LedgerOutput:
    """One re-placing: what caused it. `number` of the information, from 1 in the order of the case study; else 0."""

    round: str
    cause: str
    information: str | None
    number: int
    cards: tuple[MovedOutput, ...]


@dataclass(frozen=True)
class RoundOutput:
    """One revealed placing of the case's cards, in the order of the talk. `wanted`: over all its cards."""

    round: str
    cause: str
    information: str | None
    information_text: str
    cards: tuple[CardOutput, ...]
    wanted: tuple[WantedOutput, ...] = ()
