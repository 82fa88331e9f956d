"""Where the room stands, card by card: from the live session's own slices, else from what was told.

The slices lie in the collection `standing` and nowhere else: after the live state was lost, a card stands as it was
told last, and moves that were not told yet are gone with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from workshop.activities.base import Collection, Slice, Whole
from workshop.activities.base_kept import RESULTS
from workshop.activities.codec import round_result
from workshop.domain.live import Head
from workshop.domain.results import RoundResult
from workshop.domain.standing import Standing, recovered

STANDING, UNSEEN = Collection("standing"), Collection("unseen")
"""Card → where the room stands. And of rounds that closed and were not shown: round → the same, until they are."""
READS = (Whole(STANDING.name), Whole(RESULTS))
"""What `standings` is made from."""
SECOND = "?"
"""Ends the key of a card's second question; no id has it."""
_STANDING: TypeAdapter[Standing] = TypeAdapter(Standing)


def standings(head: Head, standing: Mapping[str, Slice], results: Mapping[str, Slice]) -> dict[str, Standing]:
    """Card → where the room stands, for every card that was placed and told before; and `second_of` the card likewise.

    A slice that is older than a picture that was told since (its server lost it) is not gone by.
    """
    found = {card: _STANDING.validate_python(dict(value)) for card, value in standing.items()}
    order = [r.id for r in head.placings]
    for r in head.placings:
        if r.state == "revealed" and r.cause != "warm_up" and r.id in results:
            for key, standing_then in told(round_result(results[r.id])).items():
                known = found.get(key)
                if known is None or order.index(known.round) < order.index(r.id):
                    found[key] = standing_then
    return found


def second_of(card: str) -> str:
    """Under what a card's second question stands here."""
    return f"{card}{SECOND}"


def told(result: RoundResult) -> dict[str, Standing]:
    """Where the room stands by what a round told: of each card, and of each second question."""
    answered = [*((c.card, c) for c in result.cards), *((second_of(c.card), c) for c in result.responses)]
    return {
        key: recovered(result.round, (*c.tallies, c.need_to_know or 0)) for key, c in answered if c.tallies is not None
    }


def as_slice(standing: Standing) -> dict[str, Any]:
    """For the collection."""
    return _STANDING.dump_python(standing, mode="json")
