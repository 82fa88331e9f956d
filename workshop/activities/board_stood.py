"""Where each card stands for the room: the picture told last, the one before it, and why a newer one is not told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workshop.activities.base import Slice
from workshop.activities.board_models import (
    BeforeShown,
    Camps,
    CampShown,
    CardShown,
    CertaintyShown,
    MovementShown,
    NextMoveShown,
    ReasonsShown,
    ResponseShown,
    ShownWhy,
    TopicCount,
    WhyCount,
)
from workshop.activities.codec import round_result
from workshop.domain.live import Head
from workshop.domain.next_moves import compared, next_move
from workshop.domain.results import Camp, CardResult, RoundResult

Placed = tuple[str, CardResult]
"""A card's result with the id of its round."""


@dataclass(frozen=True)
class Stood:
    """A card as the room sees it: the picture told last, the one told before it, and the newest placing's result.

    `response`: the same of its second question, where one was asked.
    """

    newest: CardResult
    picture: CardResult | None
    before: Placed | None
    response: Stood | None = None

    @property
    def shown(self) -> CardResult:
        """Whose figures are shown."""
        return self.picture or self.newest


def stood(head: Head, results: Mapping[str, Slice], until: str | None = None) -> dict[str, Stood]:
    """Each card of the case that was placed and shown. With `until`, as it stood when that round was shown."""
    cards: dict[str, list[Placed]] = {}
    responses: dict[str, list[Placed]] = {}
    for shown in revealed(head, results, until):
        for history, told in ((cards, shown.cards), (responses, shown.responses)):
            for card in told:
                history.setdefault(card.card, []).append((shown.round, card))
    return {card: newest_of(past, responses.get(card)) for card, past in cards.items()}


def newest_of(past: list[Placed], responses: list[Placed] | None = None) -> Stood:
    """Before and after are told of a newest placing that was itself told; else the picture simply stands."""
    told = [placed for placed in past if not placed[1].withheld]
    newest = past[-1][1]
    before = told[-2] if len(told) > 1 and not newest.withheld else None
    return Stood(newest, told[-1][1] if told else None, before, newest_of(responses) if responses else None)


def wanted(head: Head, results: Mapping[str, Slice], until: str | None = None) -> list[TopicCount]:
    """What the room asked for over all cards of the first placing that was shown last."""
    asked = [r.wanted for r in revealed(head, results, until) if not all(card.again for card in r.cards)]
    return [TopicCount(topic=t, n=n) for t, n in asked[-1]] if asked else []


def revealed(head: Head, results: Mapping[str, Slice], until: str | None = None) -> list[RoundResult]:
    """The shown placings of the case's cards, in order; with `until`, those up to that round."""
    placings = [r for r in head.placings if r.cause != "warm_up"]
    last = next((i for i, r in enumerate(placings) if r.id == until), len(placings))
    rounds = [r for r in placings[: last + 1] if r.state == "revealed"]
    return [round_result(results[r.id]) for r in rounds if r.id in results]


def card_shown(card: Stood) -> CardShown:
    """One card's frozen figures as the room sees them."""
    now, newest = card.shown, card.newest
    return CardShown(
        card=now.card,
        withheld=now.withheld,
        why=_why(newest, card.picture is not None),
        answered=newest.answered,
        placed=now.placed,
        need_to_know=now.need_to_know,
        tallies=None if now.tallies is None else list(now.tallies),
        median=now.median,
        agreement=now.agreement,
        label=now.label,
        missing=[TopicCount(topic=t, n=n) for t, n in now.missing],
        certainty=None if now.certainty is None else CertaintyShown(**vars(now.certainty)),
        camps=Camps(low=_camp(now.low), high=_camp(now.high)) if now.low and now.high else None,
        shared_reason=now.shared_reason,
        reasons=ReasonsShown(**{side: list(named) for side, named in vars(now.reasons).items()}),
        next=_next(now),
        before=_before(*card.before) if card.before else None,
        movement=None if now.movement is None else MovementShown(**vars(now.movement)),
        whys=[WhyCount(why=w, n=n) for w, n in now.whys],
        response=None if card.response is None else _response(card.response, now),
    )


def _response(card: Stood, stage: CardResult) -> ResponseShown:
    now = card.shown
    return ResponseShown(
        withheld=now.withheld,
        why=_why(card.newest, card.picture is not None),
        answered=card.newest.answered,
        placed=now.placed,
        need_to_know=now.need_to_know,
        tallies=None if now.tallies is None else list(now.tallies),
        label=now.label,
        before=_before(*card.before) if card.before else None,
        movement=None if now.movement is None else MovementShown(**vars(now.movement)),
        compared=compared(stage.label, now.label),
    )


def _why(newest: CardResult, is_told: bool) -> ShownWhy | None:
    """A picture that was never told cannot stand: then too few had placed the card, and that is what is said."""
    if newest.why in ("stands", "aside"):
        return newest.why if is_told else "few"
    return newest.why if newest.why in ("few", "unsure") else None


def _next(card: CardResult) -> NextMoveShown | None:
    move = next_move(card)
    return None if move is None else NextMoveShown(**vars(move))


def _camp(camp: Camp) -> CampShown:
    return CampShown(first=camp.first, last=camp.last, n=camp.n, reasons=list(camp.reasons))


def _before(round_id: str, older: CardResult) -> BeforeShown | None:
    if older.tallies is None:
        return None
    return BeforeShown(
        round=round_id,
        tallies=list(older.tallies),
        need_to_know=older.need_to_know or 0,
        median=older.median,
        agreement=older.agreement,
        label=older.label,
    )
