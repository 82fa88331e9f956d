"""Care: stepping out and coming back, and what a second trainer who cannot move the room says to the lead.

A phone says that it is out, and that it is back: no part moves by it. How many are is told to trainers in steps of k,
and changes with the step or at whole ten minutes (docs/decisions/033). What a second trainer sends waits at the lead's
desk: it is a word between the two of them, and what comes of it the lead does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from workshop.activities.base import (
    DELEGATE,
    FACILITATOR,
    Change,
    Collection,
    Command,
    Held,
    Model,
    Moment,
    OneOf,
    Part,
    Read,
    Refused,
    Role,
    Seat,
    Situation,
    Slice,
    SliceRef,
    TellCounts,
    View,
    Whole,
)
from workshop.activities.codes import NOT_NOW
from workshop.domain.disclosure_steps import told
from workshop.domain.live import Head

WORDS = ("slow", "break_soon", "blank", "with_somebody")
"""What a second trainer says to the lead."""
OFFERED = ("break", "support", "quiet", "trainer", "procedure")
"""What may be offered to every phone."""
TO_THE_LEAD = (*WORDS, *OFFERED, "question", "park")
MOST_WAITING = 20
PARTS = frozenset({"care"})
OUT = Collection("out", of="seat", purpose="out", counter="out", held=Held("care", lines=lambda mark: (("out", {}),)))
"""Phones that are stepped out."""
BACK = Collection(
    "back", of="seat", purpose="back", counter="back", held=Held("care", lines=lambda mark: (("back", {}),))
)
"""Phones that were, and came back."""
SAID = Collection("to_the_lead")
"""What a second trainer said to the lead, by its id: kept in the live store, and nowhere else."""
TELL = TellCounts("care", (OUT.counter, BACK.counter))
MOMENT = Moment("care", 600, TELL)
GONE = Refused("not_now", "session.not_waiting")


class Away(Model):
    away: bool


class Tell(Model):
    """`question`: which one to show or to park, where it is a question; else ""."""

    what: Annotated[str, OneOf(TO_THE_LEAD)]
    question: str = Field(max_length=40)


class Seen(Model):
    id: str = Field(min_length=1, max_length=40)


class SaidShown(Model):
    """`seen`: the lead has answered it."""

    id: str
    what: Annotated[str, OneOf(TO_THE_LEAD)]
    question: str
    seen: bool


class CarePart(Model):
    """`out`, `back`: phones that are stepped out, and that came back; in steps of k, as at the last fixed moment."""

    out: int
    back: int
    said: list[SaidShown]


def _reads_away(head: Head, body: Away, seat: Seat) -> tuple[Read, ...]:
    return (OUT.ref(seat), BACK.ref(seat))


def _away(situation: Situation, body: Away) -> Change | Refused:
    """Twice is once; and what was told of the room does not move by it."""
    out, back = OUT.ref(situation.seat), BACK.ref(situation.seat)
    is_out, was_back = situation.slices[out] is not None, situation.slices[back] is not None
    if is_out == body.away:
        return Change()
    if body.away:
        return Change(put={out: {}}, count={OUT.counter: 1})
    came = {} if was_back else {BACK.counter: 1}
    return Change(put={out: None, back: {}}, count={OUT.counter: -1, **came})


def _reads_said(head: Head, body: Tell | Seen, seat: Seat) -> tuple[Read, ...]:
    return (Whole(SAID.name),)


def _tell(situation: Situation, body: Tell) -> Change | Refused:
    """The same again, while it waits, is the same. What was seen goes when more comes."""
    said = situation.wholes[SAID.name]
    waiting = {id: one for id, one in said.items() if not one["seen"]}
    if any((one["what"], one["question"]) == (body.what, body.question) for one in waiting.values()):
        return Change()
    if len(waiting) >= MOST_WAITING:
        return Refused("not_now", "session.too_many_waiting")
    gone: dict[SliceRef, Slice | None] = {SliceRef(SAID.name, id): None for id in said if id not in waiting}
    number = max((one["number"] for one in said.values()), default=0) + 1
    new = {"what": body.what, "question": body.question, "seen": False, "number": number}
    return Change(put={**gone, SliceRef(SAID.name, situation.new_id()): new}, parts=PARTS)


def _seen(situation: Situation, body: Seen) -> Change | Refused:
    one = situation.wholes[SAID.name].get(body.id)
    if one is None:
        return GONE
    return Change(put={SliceRef(SAID.name, body.id): {**one, "seen": True}}, parts=PARTS)


def _part(view: View, role: Role) -> CarePart:
    said: list[tuple[str, Mapping[str, object]]] = sorted(
        view.collection(SAID.name).items(), key=lambda item: item[1]["number"]
    )
    return CarePart(
        out=told(view.counts, OUT.counter, view.head.k),
        back=told(view.counts, BACK.counter, view.head.k),
        said=[SaidShown.model_validate({"id": id, **_without_number(one)}) for id, one in said],
    )


def _without_number(one: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in one.items() if name != "number"}


CARE = Part("care", CarePart, _part, audiences=FACILITATOR, needs=lambda head: (SAID.name,))
COMMANDS = (
    Command("session.away", Away, DELEGATE, _away, reads=_reads_away),
    Command("session.tell", Tell, FACILITATOR, _tell, NOT_NOW, reads=_reads_said, care=True),
    Command("session.seen", Seen, FACILITATOR, _seen, NOT_NOW, reads=_reads_said),
)
COLLECTIONS = (OUT, BACK, SAID)
