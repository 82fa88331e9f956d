"""What the group made that a phone may take along: the plan, its signs and the sentences, as they stand at the end.

A phone keeps what it was shown. One that was away when a text was hidden, or was put in other words, would keep what
nobody else has any more; so each is told once more before it leaves, and one that came late is told it at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, TypeVar

from workshop.activities.base import Collection, Model, OneOf, Part, Role, Slice, View
from workshop.activities.plan_actions import whole
from workshop.activities.plan_bodies import Side, Target
from workshop.activities.wordings import ACTIONS, EXPLANATION, SIGNS
from workshop.domain.formulation import SAID
from workshop.domain.plan import SIDES

M = TypeVar("M", bound=Model)


class ActionKept(Model):
    target: Target
    action: str
    who: str
    by_when: str


class SignKept(Model):
    side: Side
    text: str
    who: str


class SentenceKept(Model):
    part: Annotated[str, OneOf(SAID)]
    text: str


class KeepsakePart(Model):
    """Without ids, authors and numbers: nothing of it is answered."""

    actions: list[ActionKept]
    signs: list[SignKept]
    sentences: list[SentenceKept]


def _part(view: View, role: Role) -> KeepsakePart:
    """By random id, as they stand in the plan itself; signs by side, sentences as they are read out."""
    written, sides = view.collection(EXPLANATION.name), list(SIDES)
    return KeepsakePart(
        actions=_kept(ActionKept, map(whole, _by_id(view, ACTIONS))),
        signs=_kept(SignKept, sorted(_by_id(view, SIGNS), key=lambda s: sides.index(s["side"]))),
        sentences=[SentenceKept(part=p, text=written[p]["text"]) for p in SAID if p in written and written[p]["text"]],
    )


def _by_id(view: View, collection: Collection) -> list[Slice]:
    return [slice_ for _, slice_ in sorted(view.collection(collection.name).items())]


def _kept(model: type[M], slices: Iterable[Slice]) -> list[M]:
    return [model(**{field: slice_[field] for field in model.model_fields}) for slice_ in slices]


COLLECTIONS = (ACTIONS.name, SIGNS.name, EXPLANATION.name)
KEEPSAKE = Part("keepsake", KeepsakePart, _part, needs=lambda head: COLLECTIONS)
