"""The lobby: what is kept and what is not, ground rules agreed by a tap, devices joined."""

from __future__ import annotations

from collections.abc import Mapping

from workshop.activities.base import (
    DELEGATE,
    Activity,
    Change,
    Collection,
    Command,
    Held,
    Model,
    Nothing,
    OwnPart,
    Part,
    Read,
    Refused,
    Role,
    Seat,
    Situation,
    Slice,
    SliceRef,
    View,
)
from workshop.domain.disclosure_steps import told
from workshop.domain.live import Head


class WelcomePart(Model):
    agreed: int


class OwnWelcome(Model):
    agreed: bool


HELD = Held("rules", names=("field",))
AGREED = Collection("agreed", of="seat", counter="agreed")
"""That a seat has agreed to the ground rules."""


def _reads(head: Head, body: Nothing, seat: Seat) -> tuple[Read, ...]:
    return (AGREED.ref(seat),)


def _agree(situation: Situation, body: Nothing) -> Change | Refused:
    ref = AGREED.ref(situation.seat)
    if situation.slices[ref] is not None:
        return Change()
    return Change(put={ref: {}}, count={AGREED.counter: 1})


def _welcome(view: View, role: Role) -> WelcomePart:
    return WelcomePart(agreed=told(view.counts, AGREED.counter, view.head.k))


def _reads_own(head: Head, seat: Seat) -> tuple[SliceRef, ...]:
    return (AGREED.ref(seat),)


def _own(view: View, slices: Mapping[SliceRef, Slice | None]) -> OwnWelcome:
    return OwnWelcome(agreed=any(s is not None for s in slices.values()))


ACTIVITY = Activity(
    name="welcome",
    commands=(Command("welcome.agree", Nothing, DELEGATE, _agree, reads=_reads),),
    parts=(Part("welcome", WelcomePart, _welcome, counts=lambda head: (AGREED.counter,)),),
    own=(OwnPart("own_welcome", OwnWelcome, _reads_own, _own, lambda view: OwnWelcome(agreed=False), HELD),),
    collections=(AGREED,),
)
