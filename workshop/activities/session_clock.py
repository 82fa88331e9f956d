"""The clock of the running order: started by a facilitator, the same at every desk, and fitted by one press.

The part holds when things began and never what time it is: each browser goes on from there by the workshop's now.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pydantic import Field

from workshop.activities.base import (
    FACILITATOR,
    Change,
    Command,
    Model,
    Nothing,
    Part,
    Refused,
    Role,
    Situation,
    View,
)
from workshop.activities.base_steps import Find
from workshop.activities.codes import NOT_NOW
from workshop.domain import schedule
from workshop.domain.live import Step

CLOCK = frozenset({"clock"})


class Fit(Model):
    from_step: str = Field(max_length=20)


class ClockPart(Model):
    """`began`: when the room came to its step, `due`: when it is to end; null while the clock stands. `spent`: seconds
    that steps took which it has left. `fit`: step → minutes, where it has others than its own. `keeps`: steps that keep
    theirs. `undo`: what was fitted last can be taken back.
    """

    began: float | None
    due: float | None
    spent: dict[str, float]
    fit: dict[str, int]
    keeps: list[str]
    undo: bool


def clock_part(find: Find) -> Part:
    """The part. `find`: a step's activity."""

    def build(view: View, role: Role) -> ClockPart:
        head = view.head
        return ClockPart(
            began=head.began,
            due=head.due,
            spent=dict(head.spent),
            fit=dict(head.fit),
            keeps=[s.id for s in head.steps if find(s).keeps_minutes],
            undo=head.unfit is not None,
        )

    return Part("clock", ClockPart, build, audiences=FACILITATOR)


def clock_commands(find: Find) -> tuple[Command, ...]:
    """What starts it, fits the rest to it, and takes that back."""
    return (
        Command("session.start", Nothing, FACILITATOR, _start, NOT_NOW, durable=True),
        Command("session.fit", Fit, FACILITATOR, _fit(lambda step: find(step).keeps_minutes), NOT_NOW, durable=True),
        Command("session.unfit", Nothing, FACILITATOR, _unfit, durable=True),
    )


def _start(situation: Situation, body: Nothing) -> Change | Refused:
    """In the first step also anew: somebody who was early is not behind for the rest of the day."""
    head = situation.head
    if head.due is not None and head.position > 0:
        return Refused("not_now", "session.clock_goes")
    return Change(head=schedule.started(head, situation.now()), parts=CLOCK)


def _fit(keeps: Callable[[Step], bool]) -> Callable[[Situation, Fit], Change | Refused]:
    def apply(situation: Situation, body: Fit) -> Change | Refused:
        """Twice is once: after the first there is nothing left to give."""
        head = situation.head
        if head.step.id != body.from_step:
            return Refused("not_now", "session.moved")
        fit = {**head.fit, **schedule.fitted(head, situation.now(), keeps)}
        changed = [s for s in head.steps if fit.get(s.id, s.minutes) != schedule.minutes(head, s)]
        return Change(head=replace(head, fit=fit, unfit=head.fit), parts=CLOCK) if changed else Change()

    return apply


def _unfit(situation: Situation, body: Nothing) -> Change | Refused:
    head = situation.head
    return Change() if head.unfit is None else Change(head=replace(head, fit=head.unfit, unfit=None), parts=CLOCK)
