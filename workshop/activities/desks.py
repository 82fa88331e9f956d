"""The desks that are open in a session, and by which of them the room was moved last. Other desks see it; nobody else.

A desk is whoever runs the session: an account, or who came by a link, which
may be one for care, that cannot move the room. In its name (`who`) is the kind, and a digest:
two windows of one account are one. A link's holder has no name here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from workshop.activities.base import FACILITATOR, Change, Collection, Model, OneOf, Part, Role, View
from workshop.domain.live import Head, Moved

KINDS = ("account", "link", "care")
DESKS = Collection("desks")
"""Who → the worker that they are connected to, and whether they were asked for a sign that they still are."""


class DeskShown(Model):
    who: str
    kind: Annotated[str, OneOf(KINDS)]


class MovedShown(Model):
    """`at`: seconds since the epoch, by the workshop's clock."""

    who: str
    at: float


class DesksPart(Model):
    """`moved`: null until somebody has moved the room, and after a restart from the record."""

    here: list[DeskShown]
    moved: MovedShown | None


def _part(view: View, role: Role) -> DesksPart:
    moved = view.head.moved
    return DesksPart(
        here=[DeskShown(who=who, kind=who.partition(" ")[0]) for who in sorted(view.collection(DESKS.name))],
        moved=None if moved is None else MovedShown(who=moved.who, at=moved.at),
    )


PART = Part("desks", DesksPart, _part, audiences=FACILITATOR, needs=lambda head: (DESKS.name,))


def moved_by(before: Head, change: Change, who: str, at: float) -> Change:
    """The change, with who made it, if the room sees another picture by it."""
    after = change.head
    if not who or after is None or _picture(before) == _picture(after):
        return change
    return replace(change, head=replace(after, moved=Moved(who, at)), parts=change.parts | {PART.name})


def _picture(head: Head) -> tuple[Any, ...]:
    """What moves the room: where it is, the curtain, what is pinned. A lock, a timer or an offer does not."""
    return *scene(head), head.curtain, head.pinned


def scene(head: Head) -> tuple[Any, ...]:
    """Where the room is: step, rounds, card, what is shown of it, prompt, section, phase."""
    rounds = tuple((r.id, r.state) for r in head.rounds.values())
    return head.position, rounds, head.focus, head.show, head.prompt, head.lane, head.phase, head.gather
