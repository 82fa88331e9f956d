"""What the plan is to reach: notes marked as needs, places set aside by hand, and signs to do more or less."""

from __future__ import annotations

from workshop.activities.base import (
    Change,
    Collection,
    Read,
    Refused,
    Seat,
    Situation,
    Slice,
    SliceRef,
    Whole,
    not_taken,
)
from workshop.activities.plan_actions import GONE, PARTS, has_kind
from workshop.activities.plan_bodies import MarkNeed, SetAside, WriteSign
from workshop.activities.wordings import NOTES, SIGNS
from workshop.domain.live import Head
from workshop.domain.plan import SIDES
from workshop.domain.texts import TextRefused, clean, clean_or_empty
from workshop.domain.wordings import rewritten

MARKED = Collection("marked", kept="all")
"""Note → for whom it is a need, and of which kind. A note that went into another keeps its mark there."""
ASIDE = Collection("set_aside", kept="all")
"""Places of the grid that the room set aside: `<target>:<kind>`."""
SIGN, NOTICED = 100, 80
"""Most characters of a sign, and of who notices it and when."""
NO_KIND = Refused("invalid", "plan.no_kind")
SIGNS_FULL = Refused("full", "plan.signs_full")


def reads_need(head: Head, body: MarkNeed, seat: Seat) -> tuple[Read, ...]:
    """The note, and all marks: it may have taken over some."""
    return (SliceRef(NOTES.name, body.note), Whole(MARKED.name))


def need(situation: Situation, body: MarkNeed) -> Change | Refused:
    """A note is a need for somebody, of one kind; or is none."""
    note, marks = situation.slice(NOTES.name, body.note), situation.wholes[MARKED.name]
    if note is None:
        return GONE
    ref = SliceRef(MARKED.name, body.note)
    if not body.on:
        gone = [n for n in (body.note, *note.get("merged", ())) if n in marks]
        put: dict[SliceRef, Slice | None] = {SliceRef(MARKED.name, n): None for n in gone}
        return Change(put=put, parts=PARTS) if gone else Change()
    if not has_kind(situation, body.kind):
        return NO_KIND
    mark = {"target": body.target, "kind": body.kind}
    return Change() if marks.get(body.note) == mark else Change(put={ref: mark}, parts=PARTS)


def reads_aside(head: Head, body: SetAside, seat: Seat) -> tuple[Read, ...]:
    """The place."""
    return (_place(body),)


def set_aside(situation: Situation, body: SetAside) -> Change | Refused:
    """A place of the grid that asks for nothing, by somebody's hand; or does again."""
    if not has_kind(situation, body.kind):
        return NO_KIND
    ref = _place(body)
    if (situation.slices[ref] is not None) == body.on:
        return Change()
    return Change(put={ref: {"target": body.target, "kind": body.kind} if body.on else None}, parts=PARTS)


def reads_sign(head: Head, body: WriteSign, seat: Seat) -> tuple[Read, ...]:
    """All signs: there are few."""
    return (Whole(SIGNS.name),)


def sign(situation: Situation, body: WriteSign) -> Change | Refused:
    """A sign, with who notices it and when; new words for an older version become a sign of their own, if it has room.

    Where a side has no room, it is refused and the words stay where they were typed.
    """
    signs = situation.wholes[SIGNS.name]
    try:
        words = {"text": clean(body.text, SIGN), "who": clean_or_empty(body.who, NOTICED)}
    except TextRefused as refused:
        return not_taken(refused)
    before = signs.get(body.id) if body.id is not None else None
    if body.id is not None and before is not None and before["version"] == body.base:
        return Change(put={SliceRef(SIGNS.name, body.id): rewritten(before, words)}, parts=PARTS)
    if sum(s["side"] == body.side for s in signs.values()) >= SIDES[body.side]:
        return SIGNS_FULL
    written = {"side": body.side, **words, "version": 1}
    return Change(put={SliceRef(SIGNS.name, situation.new_id()): written}, parts=PARTS)


def _place(body: SetAside) -> SliceRef:
    return SliceRef(ASIDE.name, f"{body.target}:{body.kind}")
