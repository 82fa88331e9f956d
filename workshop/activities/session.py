"""What is always there, whatever the step: the agenda, the timer, the lobby, the curtain, a word, the end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field

from workshop.activities.base import (
    DELEGATE,
    FACILITATOR,
    Activity,
    Change,
    Collection,
    Command,
    EndSession,
    Held,
    Model,
    Nothing,
    OneOf,
    Read,
    Refused,
    ReleaseQuestions,
    Seat,
    Situation,
    Slice,
    Whole,
)
from workshop.activities.base_kept import RESULTS, Lines
from workshop.activities.base_steps import Find
from workshop.activities.codes import NOT_NOW
from workshop.activities.desks import DESKS
from workshop.activities.desks import PART as DESKS_HERE
from workshop.activities.known import asks_everybody
from workshop.activities.questions import QUESTIONS, off_the_screen
from workshop.activities.session_ahead import ahead_part
from workshop.activities.session_care import CARE, MOMENT, OFFERED, TELL
from workshop.activities.session_care import COLLECTIONS as OF_CARE
from workshop.activities.session_care import COMMANDS as CARE_COMMANDS
from workshop.activities.session_case import CASE, SHOW_CASE
from workshop.activities.session_clock import clock_commands, clock_part
from workshop.activities.session_parts import AGENDA, NOTES, SESSION, TIMER
from workshop.domain import agenda, schedule
from workshop.domain.live import Head, Timer
from workshop.domain.scenario import Scenario

Enter = Callable[[Head, Scenario], Head]


def _seat(slice_: Slice) -> Lines:
    tapped = () if slice_.get("tap") is None else (("used", {"n": slice_["tap"]}),)
    return (("place", {}), *tapped)


SEATS = Collection("seats", of="seat", purpose="seat", copied=True, held=Held("seat", lines=_seat))
"""That a seat is taken, and in which turn it was tapped last."""
WORDS = Collection(
    "words",
    of="seat",
    purpose="word",
    held=Held("word", lines=lambda mark: (("word", {}),)),
)
"""That somebody would like a word; how many do stands until it is answered, also when a seat is given up."""
EVERYTHING = frozenset({"*"})
"""A change of step moves every part."""


class FromStep(Model):
    from_step: str = Field(max_length=20)


class ToStep(Model):
    step: str = Field(max_length=20)


class Lock(Model):
    locked: bool


class Curtain(Model):
    curtain: Literal["none", "blank", "pause"]


class SetTimer(Model):
    seconds: int | None = Field(ge=30, le=7200)


class Offer(Model):
    offer: Annotated[str, OneOf(("none", *OFFERED))]


def session_activity(enter: Enter, find: Find) -> Activity:
    """The commands that move the room. `enter` opens what a step opens by itself; `find`: a step's activity."""

    def go(situation: Situation, position: int | None) -> Change | Refused:
        return _go(enter, situation, position)

    def step_by(distance: int) -> Callable[[Situation, FromStep], Change | Refused]:
        def apply(situation: Situation, body: FromStep) -> Change | Refused:
            if situation.head.step.id != body.from_step:
                return Refused("not_now", "session.moved")
            return go(situation, situation.head.position + distance)

        return apply

    def anywhere(situation: Situation, body: ToStep) -> Change | Refused:
        return go(situation, agenda.position_of(situation.head, body.step))

    return Activity(
        name="session",
        commands=(
            Command("session.next", FromStep, FACILITATOR, step_by(1), NOT_NOW, reads=_reads_shown, durable=True),
            Command("session.back", FromStep, FACILITATOR, step_by(-1), NOT_NOW, reads=_reads_shown, durable=True),
            Command("session.go", ToStep, FACILITATOR, anywhere, NOT_NOW, reads=_reads_shown, durable=True),
            *clock_commands(find),
            Command("session.lock", Lock, FACILITATOR, _lock, durable=True),
            Command("session.curtain", Curtain, FACILITATOR, _curtain),
            SHOW_CASE,
            Command("session.timer", SetTimer, FACILITATOR, _timer),
            Command("session.offer", Offer, FACILITATOR, _offer),
            Command("session.word", Nothing, DELEGATE, _word, reads=_reads_word),
            *CARE_COMMANDS,
            Command("session.end", Nothing, FACILITATOR, _end, durable=True),
        ),
        parts=(SESSION, AGENDA, CASE, TIMER, NOTES, clock_part(find), ahead_part(find), DESKS_HERE, CARE),
        collections=(SEATS, WORDS, DESKS, *OF_CARE, Collection(RESULTS)),
        moments=(MOMENT,),
    )


def _go(enter: Enter, situation: Situation, position: int | None) -> Change | Refused:
    """To the step at this position, with what it opens, what it takes off the screen, and its place in the clock."""
    head = situation.head
    if position is None or not 0 <= position < len(head.steps):
        return Refused("not_now", "session.no_step")
    put = off_the_screen(situation.wholes.get(QUESTIONS.name, {}))
    there = enter(agenda.moved(head, position), situation.scenario)
    then = (*((ReleaseQuestions(over=True),) if asks_everybody(head) else ()), TELL)
    now = situation.now()
    timed = agenda.held(schedule.entered(head, there, now), now)
    return Change(head=timed, put=put, parts=EVERYTHING, then=then)


def _reads_shown(head: Head, body: FromStep | ToStep, seat: Seat) -> tuple[Read, ...]:
    """The questions step has its questions on the screen, which they leave with it."""
    return (Whole(QUESTIONS.name),) if head.step.activity == "questions" else ()


def _lock(situation: Situation, body: Lock) -> Change | Refused:
    return Change(head=replace(situation.head, locked=body.locked), parts=frozenset({"session"}))


def _curtain(situation: Situation, body: Curtain) -> Change | Refused:
    return Change(head=replace(situation.head, curtain=body.curtain), parts=frozenset({"session"}))


def _timer(situation: Situation, body: SetTimer) -> Change | Refused:
    timer = None if body.seconds is None else Timer(started=situation.now(), seconds=body.seconds)
    return Change(head=replace(situation.head, timer=timer), parts=frozenset({"timer"}))


def _offer(situation: Situation, body: Offer) -> Change | Refused:
    """Answered to the whole room: nothing is ever addressed to one phone."""
    words = situation.counts.get("word", 0)
    return Change(
        head=replace(situation.head, offer=body.offer),
        count={"word": -words} if words else {},
        wipe=(WORDS.name,),
        parts=frozenset({"session"}),
    )


def _reads_word(head: Head, body: Nothing, seat: Seat) -> tuple[Read, ...]:
    return (WORDS.ref(seat),)


def _word(situation: Situation, body: Nothing) -> Change | Refused:
    ref = WORDS.ref(situation.seat)
    if situation.slices[ref] is not None:
        return Change()
    return Change(put={ref: {}}, count={"word": 1}, parts=frozenset({"session"}))


def _end(situation: Situation, body: Nothing) -> Change | Refused:
    return Change(then=(EndSession(),))
