"""Asking what one never dared to ask: anonymous, at fixed moments, moderated without a trace on the asker's phone.

A question waits, and nothing shows that one does. Where everybody answers (`domain/asking.py`), each phone sends one
message of the same kind, with a question or with nothing, and all that waits comes when the facilitator gathers, or
when the step is over, if enough phones have answered. Elsewhere the clock hands them over, if k phones have asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from workshop.activities.base import (
    DELEGATE,
    FACILITATOR,
    Activity,
    Change,
    Collection,
    Command,
    Counter,
    HandOver,
    Held,
    Model,
    Moment,
    Nothing,
    OneOf,
    Part,
    Quota,
    Read,
    Refused,
    ReleaseQuestions,
    Role,
    Seat,
    Situation,
    Slice,
    SliceRef,
    View,
    not_taken,
)
from workshop.activities.codes import NOT_NOW, WRITTEN
from workshop.activities.known import asks_everybody
from workshop.domain.asking import EVERY, enough_answered
from workshop.domain.disclosure_steps import at_the_moment, told
from workshop.domain.live import Head
from workshop.domain.question_themes import THEMES
from workshop.domain.texts import TextRefused, clean_or_empty

LONGEST, MOST = 280, 200
SHOWN = ("shown", "answered", "parked")
PARTS = frozenset({"questions"})
HEARD = "questions:answered"
"""Counter of the phones that have answered in this step."""
WAIT = "held"
"""Counter of the questions that wait."""
QUESTIONS = Collection("questions", kept="chosen", counter="questions", counts=lambda q: q["state"] != "hidden")
"""One that is hidden takes no place."""
WAITING = Collection("questions.held")
ASKERS = Collection(
    "questions.askers",
    of="seat",
    purpose="asks",
    held=Held("questions", "asked", lines=lambda mark: (("waits", {}),)),
)
"""Phones of which a question waits."""
ANSWERED = Collection(
    "questions.answered",
    of="seat",
    purpose="has answered",
    counter=HEARD,
    held=Held("asked", "asked", lines=lambda mark: (("asked", {}),)),
)
"""Phones that have answered in this step."""
FULL = Refused("full", "questions.full")
MOVED_ON = Refused("empty", "questions.moved_on")
NOT_YOURS = Refused("not_now", "questions.not_yours")
NOT_ENOUGH = Refused("not_now", "questions.not_enough")


class Ask(Model):
    """`text` "" where everybody answers: nothing to ask."""

    text: str


class Mark(Model):
    question: str = Field(min_length=1, max_length=40)
    state: Literal["inbox", "shown", "answered", "parked", "hidden"]


class Keep(Model):
    """`theme`: what it is about, or "" for none; of a question that is not kept there is none."""

    question: str = Field(min_length=1, max_length=40)
    kept: bool
    theme: Annotated[str, OneOf(("", *THEMES))] = ""


class QuestionShown(Model):
    id: str
    text: str
    state: Annotated[str, OneOf(SHOWN)]


class QuestionAtDesk(Model):
    id: str
    text: str
    state: Annotated[str, OneOf(("inbox", *SHOWN, "hidden"))]
    kept: bool
    theme: Annotated[str, OneOf(("", *THEMES))]


class QuestionsPart(Model):
    """`asking`: which asking of everybody goes on, or "" where there is none. `answered`, `gather`: for the desk."""

    shown: list[QuestionShown]
    inbox: list[QuestionAtDesk]
    asking: str
    answered: int
    gather: bool


def asking(head: Head, counts: Any) -> str:
    """The asking of everybody that goes on now: another one after each gathering; "" where there is none."""
    return f"{head.step.id}.{counts.get('gathered', 0)}" if asks_everybody(head) else ""


def asker_refs(seat: Seat) -> tuple[SliceRef, SliceRef]:
    """Where it lies that a phone has a question waiting, and that it has answered in this step."""
    return ASKERS.ref(seat), ANSWERED.ref(seat)


def _reads_ask(head: Head, body: Ask, seat: Seat) -> tuple[Read, ...]:
    return (*asker_refs(seat), Counter(WAIT), Counter(QUESTIONS.counter))


def _ask(situation: Situation, body: Ask) -> Change | Refused:
    """It waits, and no part moves. A phone is one asker, however many questions it sends."""
    try:
        text = clean_or_empty(body.text, LONGEST)
    except TextRefused as refused:
        return not_taken(refused)
    everybody = asks_everybody(situation.head)
    if not text and not everybody:
        return MOVED_ON if not body.text else Refused("empty", "text.empty")
    if text and situation.counts.get(WAIT, 0) + situation.counts.get(QUESTIONS.counter, 0) >= MOST:
        return FULL
    asks, answered = asker_refs(situation.seat)
    put: dict[SliceRef, Slice | None] = {}
    if text:
        put |= {SliceRef(WAITING.name, situation.new_id()): {"text": text}, asks: {}}
    heard = everybody and situation.slices[answered] is None
    if heard:
        put[answered] = {}
    return Change(put=put, count={**({WAIT: 1} if text else {}), **({HEARD: 1} if heard else {})})


def _gather(situation: Situation, body: Nothing) -> Change | Refused:
    """Asked of the count at the last fixed moment: pressed again and again, the button does not tell of one tap."""
    head, counts = situation.head, situation.counts
    if not may_gather(head, counts):
        return NOT_ENOUGH
    return Change(then=(ReleaseQuestions(),))


def may_gather(head: Head, counts: Any) -> bool:
    """Whether what waits may come now, at somebody's word: by the last fixed moment, whoever has tapped since."""
    heard, devices = at_the_moment(counts, HEARD), counts.get("devices", 0)
    return bool(asking(head, counts)) and enough_answered(heard, devices, head.k)


def off_the_screen(questions: Mapping[str, Slice]) -> dict[SliceRef, Slice | None]:
    """Questions that are on the screen, parked: the room goes on to another picture, and they wait."""
    shown = {i: q for i, q in questions.items() if q["state"] == "shown"}
    return {SliceRef(QUESTIONS.name, i): {**q, "state": "parked"} for i, q in shown.items()}


def _reads_question(head: Head, body: Mark | Keep, seat: Seat) -> tuple[SliceRef]:
    return (SliceRef(QUESTIONS.name, body.question),)


def _edit(situation: Situation, body: Mark | Keep, **changed: object) -> Change | Refused:
    (ref,) = _reads_question(situation.head, body, situation.seat)
    question = situation.slices[ref]
    if question is None:
        return Refused("not_now", "questions.gone")
    after = {**question, **changed}
    taken = (after["state"] != "hidden") - (question["state"] != "hidden")
    return Change(put={ref: after}, count={QUESTIONS.counter: taken} if taken else {}, parts=PARTS)


def _mark(situation: Situation, body: Mark) -> Change | Refused:
    """A question that is hidden takes no place, so that nobody can fill the room with what has to be hidden.

    A desk that cannot move the room hides what nobody is shown, and brings it back; what phones show is the lead's.
    """
    (ref,) = _reads_question(situation.head, body, situation.seat)
    question = situation.slices[ref] or {}
    if situation.care and (body.state in SHOWN or question.get("state") in SHOWN):
        return NOT_YOURS
    return _edit(situation, body, state=body.state)


def _keep(situation: Situation, body: Keep) -> Change | Refused:
    return _edit(situation, body, kept=body.kept, theme=body.theme if body.kept else "")


def _part(view: View, role: Role) -> QuestionsPart:
    """In the order of random ids: never the order of arrival. Nothing in it tells whether any question waits."""
    questions = sorted(view.collection(QUESTIONS.name).items())
    desk = role == "facilitator"
    return QuestionsPart(
        shown=[QuestionShown(id=i, text=q["text"], state=q["state"]) for i, q in questions if q["state"] in SHOWN],
        inbox=[_at_desk(i, q) for i, q in questions if desk],
        asking=asking(view.head, view.counts),
        answered=told(view.counts, HEARD, view.head.k) if desk else 0,
        gather=desk and may_gather(view.head, view.counts),
    )


def _at_desk(id_: str, q: Slice) -> QuestionAtDesk:
    return QuestionAtDesk(id=id_, text=q["text"], state=q["state"], kept=q["kept"], theme=q.get("theme", ""))


def _counts(head: Head) -> tuple[str, ...]:
    return (HEARD,) if asks_everybody(head) else ()


ACTIVITY = Activity(
    name="questions",
    commands=(
        Command("questions.ask", Ask, DELEGATE, _ask, WRITTEN, reads=_reads_ask, texts={"text": LONGEST}),
        Command("questions.gather", Nothing, FACILITATOR, _gather, NOT_NOW),
        Command("questions.mark", Mark, FACILITATOR, _mark, NOT_NOW, reads=_reads_question, durable=True, care=True),
        Command("questions.keep", Keep, FACILITATOR, _keep, NOT_NOW, reads=_reads_question, durable=True, care=True),
    ),
    parts=(
        Part("questions", QuestionsPart, _part, differs=True, needs=lambda head: (QUESTIONS.name,), counts=_counts),
    ),
    collections=(QUESTIONS, WAITING, ASKERS, ANSWERED),
    quotas=(Quota(WAIT, 30),),
    moments=(Moment("questions", EVERY, HandOver()),),
    gathers=True,
    names={"theme": THEMES},
)
