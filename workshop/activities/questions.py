"""Asking what one never dared to ask: anonymous, batched, moderated without a trace on the asker's phone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from workshop.activities.base import (
    DELEGATE,
    FACILITATOR,
    Activity,
    Change,
    Command,
    Counter,
    Model,
    OneOf,
    Part,
    Read,
    Refused,
    ReleaseQuestions,
    Role,
    Seat,
    Situation,
    Slice,
    SliceRef,
    View,
)
from workshop.domain.live import Head
from workshop.domain.texts import TextRefused, clean

LONGEST, MOST, BATCH = 280, 200, 3
SHOWN = ("shown", "answered", "parked")
PARTS = frozenset({"questions"})


class Ask(Model):
    text: str


class Mark(Model):
    question: str = Field(min_length=1, max_length=40)
    state: Literal["inbox", "shown", "answered", "parked", "hidden"]


class Keep(Model):
    question: str = Field(min_length=1, max_length=40)
    kept: bool


class QuestionShown(Model):
    id: str
    text: str
    state: Annotated[str, OneOf(SHOWN)]


class QuestionAtDesk(Model):
    id: str
    text: str
    state: Annotated[str, OneOf(("inbox", *SHOWN, "hidden"))]
    kept: bool


class QuestionsPart(Model):
    shown: list[QuestionShown]
    inbox: list[QuestionAtDesk]
    held: bool


def _reads_counts(head: Head, body: Ask, seat: Seat) -> tuple[Read, ...]:
    return (Counter("held"), Counter("questions"))


def _ask(situation: Situation, body: Ask) -> Change | Refused:
    """Held until three have come or the room is at its questions, so that no asker can be told by the moment.

    Whether that is so is looked at after it lies there (`ready`): two who ask at once each see only those before them.
    """
    try:
        text = clean(body.text, LONGEST)
    except TextRefused as refused:
        return Refused(refused.code, str(refused))
    held = situation.counts.get("held", 0)
    if held + situation.counts.get("questions", 0) >= MOST:
        return Refused("full", "There are very many questions already. Ask out loud, or after the session.")
    return Change(
        put={SliceRef("questions.held", situation.new_id()): {"text": text}},
        count={"held": 1},
        parts=frozenset() if held else PARTS,  # the desk sees that some wait, and is not to count them
        then=(ReleaseQuestions(),),
    )


def ready(head: Head, held: int) -> bool:
    """Whether questions that wait may come to the desk."""
    return held >= BATCH or (held > 0 and head.step.activity == "questions")


def release(held: Mapping[str, Slice], new_id: Callable[[], str], shuffle: Callable[[list[Any]], None]) -> Change:
    """All held questions into the inbox, shuffled and under new ids."""
    texts = [q["text"] for q in held.values()]
    shuffle(texts)
    gone: dict[SliceRef, Slice | None] = {SliceRef("questions.held", key): None for key in held}
    come = {SliceRef("questions", new_id()): {"text": t, "state": "inbox", "kept": False} for t in texts}
    return Change(put={**gone, **come}, count={"held": -len(held), "questions": len(held)}, parts=PARTS)


def _reads_question(head: Head, body: Mark | Keep, seat: Seat) -> tuple[SliceRef]:
    return (SliceRef("questions", body.question),)


def _edit(situation: Situation, body: Mark | Keep, **changed: object) -> Change | Refused:
    (ref,) = _reads_question(situation.head, body, situation.seat)
    question = situation.slices[ref]
    if question is None:
        return Refused("not_now", "This question is not there any more.")
    return Change(put={ref: {**question, **changed}}, parts=PARTS)


def _mark(situation: Situation, body: Mark) -> Change | Refused:
    return _edit(situation, body, state=body.state)


def _keep(situation: Situation, body: Keep) -> Change | Refused:
    return _edit(situation, body, kept=body.kept)


def _part(view: View, role: Role) -> QuestionsPart:
    """In the order of random ids: never the order of arrival."""
    questions = sorted(view.collection("questions").items())
    desk = role == "facilitator"
    return QuestionsPart(
        shown=[QuestionShown(id=i, text=q["text"], state=q["state"]) for i, q in questions if q["state"] in SHOWN],
        inbox=[QuestionAtDesk(id=i, text=q["text"], state=q["state"], kept=q["kept"]) for i, q in questions if desk],
        held=desk and view.counts.get("held", 0) > 0,
    )


ACTIVITY = Activity(
    name="questions",
    commands=(
        Command("questions.ask", Ask, DELEGATE, _ask, reads=_reads_counts),
        Command("questions.mark", Mark, FACILITATOR, _mark, reads=_reads_question, durable=True),
        Command("questions.keep", Keep, FACILITATOR, _keep, reads=_reads_question, durable=True),
    ),
    parts=(Part("questions", QuestionsPart, _part, needs=lambda head: ("questions",)),),
)
