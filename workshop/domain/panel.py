"""Reasons that practitioners wrote for a card, beside what this room named of it. Reasons, never an answer."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.domain.live import Head
from workshop.domain.results import CardResult
from workshop.domain.scenario import Card, PanelReason


def may_be_shown(head: Head, card: Card | None) -> bool:
    """Whether a card has such reasons, and the room's own placing of it was shown."""
    shown = (r for r in head.placings if r.state == "revealed" and r.cause != "warm_up")
    return card is not None and bool(card.panel) and any(card.id in r.cards for r in shown)


def differed(card: Card) -> bool:
    """Whether its practitioners placed it nearer different ends."""
    return len({reason.end for reason in card.panel if reason.end}) > 1


def in_columns(card: Card) -> tuple[PanelReason, ...]:
    """Its reasons in the author's order; where they differed, those nearer the lower end first."""
    return tuple(sorted(card.panel, key=lambda reason: reason.end == "high")) if differed(card) else card.panel


def named_here(told: Iterable[CardResult]) -> frozenset[str]:
    """What the room was told that it named, as a reason for the card or as what it needs to know of it.

    `told`: all shown results of one card. Nothing is reckoned anew: what three did not name is in none of them.
    """
    return frozenset(topic for result in told for topic in _named(result))


def _named(result: CardResult) -> Iterable[str]:
    for camp in (result.low, result.high):
        yield from camp.reasons if camp else ()
    for side in vars(result.reasons).values():
        yield from side
    yield from (topic for topic, _ in result.missing)
