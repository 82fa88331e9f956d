"""A card as phones and the room get it: its words, and of one that was placed before, since when a phone goes by it."""

from __future__ import annotations

from collections.abc import Mapping

from workshop.activities.board_models import AgainShown, CardText, SecondAsked
from workshop.domain.live import Head, Round
from workshop.domain.scenario import Card


def card_text(card: Card, head: Head, here: Round | None) -> CardText:
    """A card of the round `here`, if one is."""
    asked = here if here is not None and here.state in ("open", "closing") else None
    again = asked.again.get(card.id) if asked else None
    return CardText(
        id=card.id,
        text=card.text,
        short=card.short_text,
        mode=card.mode,
        content_note=card.content_note,
        again=None if again is None else _again(head, card.id, *again, second=False),
        second=_second(head, card.id, asked) if asked and card.id in asked.second else None,
    )


def _second(head: Head, card: str, here: Round) -> SecondAsked:
    since = here.second[card]
    return SecondAsked(again=None if since is None else _again(head, card, *since, second=True))


def _again(head: Head, card: str, stood: str, told: str, second: bool) -> AgainShown:
    """A phone remembers what it said in every round; these are the ones by which it goes.

    Each round in which a card was placed again says since which one it was counted: so they lead back to its first
    placing. Not among them is what was closed and never shown, what was not whole, and what a server has lost.
    `second`: the same of its second question.
    """
    counted = [stood]
    while before := _since(head.rounds[counted[-1]], second).get(card):
        counted.append(before[0])
    placings = [r.id for r in head.placings]
    since = placings[placings.index(counted[-1]) : placings.index(stood)]
    asked = [r for r in since if card in (head.rounds[r].second if second else head.rounds[r].cards)]
    return AgainShown(first=counted[-1], stood=stood, told=told, uncounted=[r for r in asked if r not in counted])


def _since(of: Round, second: bool) -> Mapping[str, tuple[str, str] | None]:
    return of.second if second else of.again
