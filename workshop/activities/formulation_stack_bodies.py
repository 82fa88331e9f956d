"""What stacks of notes and undoing carry and hold. Types only."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from workshop.activities.base import Model
from workshop.activities.formulation_bodies import Id, Kind, Version
from workshop.domain.alike import MOST

Done = Literal["move", "edit", "merge", "fold", "unlink"]
Notes = Field(min_length=2, max_length=MOST)


class OneIdea(Model):
    """`stack`: the name of these notes in the words in which they were read."""

    stack: str = Id
    notes: list[str] = Notes
    on: bool


class FoldNotes(Model):
    stack: str = Id
    notes: list[str] = Notes


class Unfold(Model):
    note: str = Id


class Undo(Model):
    """`base`: the version of the list that was seen, so that two desks do not undo twice."""

    base: int = Version


class StackShown(Model):
    """Notes of one area that may say the same."""

    id: str
    notes: list[str]


class BeneathShown(Model):
    id: str
    text: str


class FoldShown(Model):
    """A note that stands for others. `said`: how many phones said so, from three; null by the facilitator's word."""

    note: str
    said: int | None
    beneath: list[BeneathShown]


class StacksPart(Model):
    offered: list[StackShown]
    folded: list[FoldShown]


class OwnIdeas(Model):
    stacks: list[str]


class UndoShown(Model):
    """One thing that was done. `text`: the note that it was done to; `other`: where it is now (a section's title),
    what it said before, the words that went into it, or the note that it was joined to, of a `kind`.
    """

    what: Done
    text: str
    other: str
    kind: Kind | None


class UndoPart(Model):
    """What can be undone, the newest first."""

    version: int
    items: list[UndoShown]
