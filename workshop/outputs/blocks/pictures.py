"""A card's picture, and what its colours and places mean, as blocks."""

from __future__ import annotations

from workshop.domain.results import Camp
from workshop.outputs.blocks.model import Movement, Strip
from workshop.outputs.blocks.phrases import Phrases
from workshop.outputs.model import AnonymisedSession, CardOutput, ResponseOutput, SecondOutput, Side

TOPICS = 3


def strip(session: AnonymisedSession, card: CardOutput, said: Phrases) -> Strip:
    """The picture of a card that is told."""
    assert card.tallies is not None
    return Strip(
        stages=tuple(s.name for s in session.stages),
        tallies=card.tallies,
        need_to_know=card.need_to_know or 0,
        before=_before(card),
        kind=card.label,
        median=next((i for i, s in enumerate(session.stages) if s.id == card.median), None),
        camps=(_camp(card.low), _camp(card.high)) if card.low and card.high else None,
        topics=card.missing[:TOPICS],
        lane=said.say("know_more"),
        words=said.words,
    )


def levels(second: SecondOutput, told: ResponseOutput, said: Phrases) -> Strip | None:
    """The picture of a second question; None where it is not told."""
    if told.tallies is None:
        return None
    return Strip(
        stages=tuple(s.name for s in second.stages),
        tallies=told.tallies,
        need_to_know=told.need_to_know or 0,
        before=_before(told),
        kind=told.kind,
        median=None,
        camps=None,
        topics=(),
        lane=said.say("figures.cannot"),
        words=said.words,
        levels=True,
    )


def movement(
    told: CardOutput | ResponseOutput, ends: tuple[str, str], said: Phrases, levels: bool = False
) -> Movement | None:
    """Who moved where; None when nobody answered before. `ends`: of its scale. `levels`: of what people would do."""
    if told.earlier is None:
        return None
    return Movement(said.moved(told, ends, levels), (said.say("key.before"), said.say("key.after")))


def _before(told: CardOutput | ResponseOutput) -> tuple[tuple[int, ...], int] | None:
    return (told.earlier.tallies, told.earlier.need_to_know) if told.earlier else None


def _camp(side: Side) -> Camp:
    return Camp(side.first, side.last, side.n, side.reasons)
