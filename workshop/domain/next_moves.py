"""What a room does next about a card: one question for each kind, from what was told and from nothing else.

Kinds and their questions: the five kinds of agreement.py. A question names at most what three phones of a side named;
where a name is missing, a question without names is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from workshop.domain import agreement
from workshop.domain.results import CardResult

Ask = Literal["answer", "both", "each", "one", "ends", "narrow", "stage", "easy"]
"""Which answer would let you place it · both sides named the same · each named something · one side named something ·
what would each end say · which fact would narrow it · what would move you one stage · what made it easy."""
ASKS: tuple[Ask, ...] = get_args(Ask)


@dataclass(frozen=True)
class NextMove:
    """The question `ask`; `low` and `high`: what the side nearer typical and the one nearer harmful named.

    `missing_first`: so many need to know more that it begins with what they lack.
    """

    ask: Ask
    low: str | None = None
    high: str | None = None
    missing_first: bool = False


Compared = Literal["agree_differ", "close_differ", "differ_less", "differ_both", "neither"]
"""Of a card's two questions, where it sits and what to do: settled · close, and not the other; the first only; both;
neither."""
COMPARED: tuple[Compared, ...] = get_args(Compared)
DIFFER = (agreement.SPLIT, agreement.SPREAD)


def compared(stage: str | None, response: str | None) -> Compared | None:
    """The kinds of both questions, side by side; None where one has none, or most need to know more."""
    if None in (stage, response) or agreement.UNSURE in (stage, response):
        return None
    if stage in DIFFER:
        return "differ_both" if response in DIFFER else "differ_less"
    if response in DIFFER:
        return "agree_differ" if stage == agreement.SETTLED else "close_differ"
    return "neither"


def next_move(card: CardResult) -> NextMove | None:
    """None where the card has no kind: then nothing was told of it."""
    if card.label is None:
        return None
    if card.label == agreement.UNSURE:
        return NextMove("answer", missing_first=True)
    first = 2 * (card.need_to_know or 0) >= (card.placed or 0)
    if card.label == agreement.SETTLED:
        return NextMove("easy", missing_first=first)
    if card.label == agreement.NEIGHBOURING:
        return NextMove("stage", missing_first=first)
    return _of_sides(card, first)


def _of_sides(card: CardResult, first: bool) -> NextMove:
    """Of a split or spread card: the commonest reason of both sides; else what only one of them named."""
    low, high = sides(card)
    shared = next((reason for reason in low if reason in high), None)
    if shared and (card.label == agreement.SPLIT or low[0] == high[0]):
        return NextMove("both", shared, shared, first)
    only_low, only_high = _first_without(low, high), _first_without(high, low)
    if only_low and only_high:
        return NextMove("each", only_low, only_high, first)
    if only_low or only_high:
        return NextMove("one", only_low, only_high, first)
    return NextMove("ends" if card.label == agreement.SPLIT else "narrow", missing_first=first)


def sides(card: CardResult) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What was named nearer typical, and nearer harmful: at the ends of a split, else below and above the median."""
    if card.low and card.high:
        return card.low.reasons, card.high.reasons
    return card.reasons.below, card.reasons.above


def _first_without(some: tuple[str, ...], others: tuple[str, ...]) -> str | None:
    return next((reason for reason in some if reason not in others), None)
