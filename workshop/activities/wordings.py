"""Words that somebody wrote over, which the facilitator can have back: of notes, the explanation and the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from workshop.activities.base import (
    FACILITATOR,
    Change,
    Collection,
    Model,
    OneOf,
    Part,
    Quota,
    Refused,
    Role,
    Situation,
    Slice,
    SliceRef,
    View,
)
from workshop.domain.wordings import BEFORE, rewritten, wording

GONE = Refused("not_now", "wordings.gone")
NOTES = Collection("notes", kept="all", counter="notes")
EXPLANATION = Collection("explanation", kept="all")
ACTIONS = Collection("actions", kept="all", counter="actions")
SIGNS = Collection("signs", kept="all")
TEXT = {NOTES.name: "text", EXPLANATION.name: "text", ACTIONS.name: "action", SIGNS.name: "text"}
COLLECTIONS = tuple(TEXT)
EDITS = Quota("edits", 60, a_minute=6)
"""What one phone writes over, the others can still read and mend."""


class Wording(Model):
    """An earlier version of something: of a note, a part of the explanation, an action, a sign."""

    version: int
    text: str


class Reworded(Model):
    """`of`: notes, explanation, actions or signs; `id`: which of them. `before`: the newest first."""

    of: Annotated[str, OneOf(COLLECTIONS)]
    id: str
    before: list[Wording]


class WordingsPart(Model):
    items: list[Reworded]


def restored(situation: Situation, ref: SliceRef, version: int, parts: frozenset[str]) -> Change | Refused:
    """What it said in an earlier version is what it says again; what it says now can be had back in its turn."""
    now = situation.slices[ref]
    words = None if now is None else wording(now, version)
    if now is None or words is None:
        return GONE
    return Change(put={ref: rewritten(now, words)}, parts=parts)


def _part(view: View, role: Role) -> WordingsPart:
    return WordingsPart(items=[w for of in COLLECTIONS for w in _reworded(of, view.collection(of))])


def _reworded(of: str, slices: Mapping[str, Slice]) -> Iterator[Reworded]:
    for id_, found in sorted(slices.items()):
        before: list[Mapping[str, Any]] = list(found.get(BEFORE, ()))
        if before:
            told = [Wording(version=w["version"], text=str(w["words"][TEXT[of]])) for w in reversed(before)]
            yield Reworded(of=of, id=id_, before=told)


WORDINGS = Part("wordings", WordingsPart, _part, audiences=FACILITATOR, needs=lambda head: COLLECTIONS)
