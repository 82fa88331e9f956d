"""Where a seat’s answers of a placing lie, and what a phone gets back of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop.activities.base import Collection, Held, Seat, Slice, SliceRef, View
from workshop.activities.board_bodies import (
    CardInRound,
    OwnBoard,
    OwnPlacement,
    Place,
)
from workshop.activities.board_second import own_response
from workshop.domain.live import Head

AGAIN = (
    Collection("placements", of="round", copied=True),
    Collection("earlier", of="round", copied=True),
    Collection("moves", of="round", copied=True),
)
"""Where the three things lie that a card placed again is made of; one that is placed first is in the first alone."""
SECOND = (
    Collection("responses", of="round", copied=True),
    Collection("responses_earlier", of="round", copied=True),
    Collection("responses_moves", of="round", copied=True),
)
"""The same of second questions, under slots of their own: what one would do never lies beside where one placed."""
HELD = Held(
    "placements",
    "round",
    names=("topic", "reason", "why", "direction"),
    plain=frozenset({"stage", "reasons", "direction", "why", "level"}),
)


def slots(head: Head, round_id: str, seat: Seat) -> tuple[SliceRef, ...]:
    """Where this seat's answers of a round lie: in one place, or in three when cards are placed again in it; as many
    for second questions."""
    found = head.rounds.get(round_id)
    if found is None:
        return (AGAIN[0].ref(seat, round_id),)
    places = [*(AGAIN if found.again else AGAIN[:1])]
    if found.second:
        places += SECOND if any(found.second.values()) else SECOND[:1]
    return tuple(place.ref(seat, round_id) for place in places)


def reads_slots(head: Head, body: Place | CardInRound, seat: Seat) -> tuple[SliceRef, ...]:
    """All that a seat has answered in the round that a command names."""
    return slots(head, body.round, seat)


def reads_own(head: Head, seat: Seat) -> tuple[SliceRef, ...]:
    """The same of the round that is open here; nothing when none is."""
    here = head.round_here()
    if here is None or here.kind != "board" or here.state != "open":
        return ()
    return slots(head, here.id, seat)


def own(view: View, slices: Mapping[SliceRef, Slice | None]) -> OwnBoard | None:
    """What this phone has answered, put together again for it alone."""
    here = view.head.round_here()
    if here is None or not slices:
        return None
    sheets = {ref.name: value or {} for ref, value in slices.items()}
    found = {card: _own_placement(sheets, card, placed) for card, placed in sheets["placements"].items()}
    return OwnBoard(round=here.id, placements=found)


def _own_placement(sheets: Mapping[str, Slice], card: str, placed: Mapping[str, Any]) -> OwnPlacement:
    response, moved = own_response(sheets, card), sheets.get("moves", {}).get(card)
    if moved is None:
        return OwnPlacement(**placed, response=response)
    return OwnPlacement(**placed, earlier=sheets["earlier"][card]["stage"], **moved, response=response)
