"""What confidence and reflection share: a round that opens with its step, one sheet a seat, and a plain close."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated

from pydantic import Field

from workshop.activities.base import (
    Change,
    CloseRound,
    Collection,
    DropRounds,
    FollowUp,
    Model,
    OneOf,
    Refused,
    Seat,
    Situation,
    Slice,
    SliceRef,
)
from workshop.activities.base_kept import RESULTS
from workshop.domain.live import Cause, Head, Round

NOT_CLOSED = Refused("not_now", "questionnaire.not_closed")
CLOSED = Refused("round_closed", "questionnaire.closed")
LETTER = "q"
"""Ids of such rounds begin with it."""
ANSWERS = Collection("answers", of="round", copied=True)
"""A seat's sheet of a round."""


State = Annotated[str, OneOf(("open", "closing", "closed"))]


class OneRound(Model):
    round: str = Field(min_length=1, max_length=20)


def open_on_entering(head: Head, kind: str, cause: Cause) -> Head:
    """The head with this step's round open; unchanged when it has one already, open or closed."""
    if head.round_here() is not None:
        return head
    return head.with_round(Round(head.next_round_id(LETTER), head.step.id, kind, cause))


def answered(found: Round, ref: SliceRef, before: Slice | None, after: Slice) -> Change:
    """A seat's sheet. Nothing moves that anybody could watch: how many have answered is told at fixed moments."""
    return Change(put={ref: after}, count={} if before is not None else {f"{found.id}:answered": 1})


def answered_here(head: Head) -> tuple[str, ...]:
    """The counter of this step's round."""
    here = head.round_here()
    return () if here is None or here.cards else (f"{here.id}:answered",)


def closing(kind: str, *also: FollowUp) -> Callable[[Situation, OneRound], Change | Refused]:
    """The rule that closes an open round of this kind (again, if an earlier close was interrupted), `also` with it."""

    def apply(situation: Situation, body: OneRound) -> Change | Refused:
        found = situation.head.rounds.get(body.round)
        if found is None or found.kind != kind or found.state not in ("open", "closing"):
            return Refused("not_now", "questionnaire.not_open")
        head = situation.head.with_round(replace(found, state="closing"))
        return Change(head=head, parts=frozenset({kind}), then=(CloseRound(found.id, reveal=False), *also))

    return apply


def reads_result(head: Head, body: OneRound, seat: Seat) -> tuple[SliceRef]:
    """What the round came to, which goes when it is opened again."""
    return (SliceRef(RESULTS, body.round),)


def nothing_was_told(result: Slice) -> None:
    """Of a confidence round nothing is told before the session ends, however many answered it."""


def reopening(
    kind: str, refusal: Callable[[Slice], Refused | None] = nothing_was_told
) -> Callable[[Situation, OneRound], Change | Refused]:
    """The rule that opens a closed round of this step again, as a new round that everybody answers anew.

    What the closed one came to is destroyed, unseen: two figures of one question would tell of whoever answered once.
    `refusal` says no where something of it has been told already.
    """

    def apply(situation: Situation, body: OneRound) -> Change | Refused:
        head, ref = situation.head, SliceRef(RESULTS, body.round)
        found = head.round_here()
        if found is None or (found.id, found.kind, found.state) != (body.round, kind, "closed"):
            return NOT_CLOSED
        if no := refusal(situation.slices[ref] or {}):
            return no
        opened = Round(head.next_round_id(LETTER), found.step, kind, found.cause)
        gone: dict[SliceRef, Slice | None] = {ref: None}
        then = (DropRounds((found.id,)),)
        return Change(head=head.with_round(opened), put=gone, parts=frozenset({kind}), then=then)

    return apply
