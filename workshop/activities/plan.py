"""The plan grid: actions by target, each with why, who, by when and review. Roles, not names."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from workshop.activities.base import (
    BOTH,
    FACILITATOR,
    Activity,
    Change,
    Command,
    Counter,
    Model,
    OneOf,
    Part,
    Quota,
    Read,
    Refused,
    Role,
    Seat,
    Situation,
    SliceRef,
    View,
    not_taken,
)
from workshop.activities.codes import NOT_NOW, WRITTEN
from workshop.activities.formulation_notes import SUPPORT
from workshop.activities.wordings import ACTIONS, EDITS, NOTES, WORDINGS, restored
from workshop.domain.disclosure_steps import told_support
from workshop.domain.live import Head
from workshop.domain.plan import NUDGES, TARGETS, Action, Need, nudges, unmet
from workshop.domain.texts import TextRefused, clean, clean_or_empty
from workshop.domain.wordings import rewritten, without_wordings

MOST = 100
LIMITS = {"action": 200, "why": 200, "who": 60, "by_when": 60, "review": 60}
PARTS = frozenset({"plan", "wordings"})
FULL = Refused("full", "plan.full")


Target = Annotated[str, OneOf(TARGETS)]


class AddAction(Model):
    target: Literal["safety", "harmed", "young_person", "family", "environment"]
    action: str
    why: str
    note: str | None = Field(max_length=40)
    who: str
    by_when: str
    review: str


class EditAction(AddAction):
    id: str = Field(min_length=1, max_length=40)
    base: int = Field(ge=0)


class RemoveAction(Model):
    id: str = Field(min_length=1, max_length=40)


class RestoreAction(RemoveAction):
    version: int = Field(ge=0)


class ActionShown(Model):
    id: str
    target: Target
    action: str
    why: str
    note: str | None
    who: str
    by_when: str
    review: str
    version: int


class NeedShown(Model):
    note: str
    text: str


class Nudge(Model):
    """What the plan lacks: an action for this target, a role or a date in `n` actions, a review."""

    id: Annotated[str, OneOf(NUDGES)]
    n: int


class PlanPart(Model):
    targets: list[Target]
    actions: list[ActionShown]
    needs: list[NeedShown]
    nudges: list[Nudge]


def _cleaned(situation: Situation, body: AddAction) -> dict[str, Any] | Refused:
    """The action's words, cleaned. Only the action itself must be there; the rest may come later.

    A note that has gone meanwhile is let go of, the words are kept.
    """
    try:
        words = {f: (clean if f == "action" else clean_or_empty)(getattr(body, f), n) for f, n in LIMITS.items()}
    except TextRefused as refused:
        return not_taken(refused)
    known = body.note is not None and situation.slice(NOTES.name, body.note) is not None
    return {"target": body.target, "note": body.note if known else None, **words}


def _add(situation: Situation, body: AddAction) -> Change | Refused:
    words = _cleaned(situation, body)
    return words if isinstance(words, Refused) else _new(situation, words)


def _new(situation: Situation, words: dict[str, Any]) -> Change | Refused:
    if situation.counts.get(ACTIONS.counter, 0) >= MOST:
        return FULL
    ref = SliceRef(ACTIONS.name, situation.new_id())
    return Change(put={ref: {**words, "version": 1}}, count={ACTIONS.counter: 1}, parts=PARTS)


def _edit(situation: Situation, body: EditAction) -> Change | Refused:
    """An edit of an older version becomes an action of its own: nobody's words vanish."""
    words, ref = _cleaned(situation, body), SliceRef(ACTIONS.name, body.id)
    if isinstance(words, Refused):
        return words
    before = situation.slices[ref]
    if before is None or before["version"] != body.base:
        return _new(situation, words)
    target = {"target": words.pop("target"), "note": words.pop("note")}
    return Change(put={ref: {**rewritten(before, words), **target}}, parts=PARTS)


def _restore(situation: Situation, body: RestoreAction) -> Change | Refused:
    return restored(situation, SliceRef(ACTIONS.name, body.id), body.version, PARTS)


def _remove(situation: Situation, body: RemoveAction) -> Change | Refused:
    ref = SliceRef(ACTIONS.name, body.id)
    if situation.slices[ref] is None:
        return Change()
    return Change(put={ref: None}, count={ACTIONS.counter: -1}, parts=PARTS)


def _reads_add(head: Head, body: AddAction, seat: Seat) -> tuple[Read, ...]:
    return (Counter(ACTIONS.counter), *([SliceRef(NOTES.name, body.note)] if body.note is not None else []))


def _reads_edit(head: Head, body: EditAction, seat: Seat) -> tuple[Read, ...]:
    return (SliceRef(ACTIONS.name, body.id), *_reads_add(head, body, seat))


def _reads_remove(head: Head, body: RemoveAction, seat: Seat) -> tuple[Read, ...]:
    return (SliceRef(ACTIONS.name, body.id),)


def _part(view: View, role: Role) -> PlanPart:
    shown = [ActionShown(id=i, **without_wordings(a)) for i, a in sorted(view.collection(ACTIONS.name).items())]
    actions = [Action(**a.model_dump(exclude={"version"})) for a in shown]
    needs = (
        Need(i, n["text"], n["section"], told_support(view.counts.get(SUPPORT + i, 0)) or 0)
        for i, n in sorted(view.collection(NOTES.name).items())
    )
    return PlanPart(
        targets=list(TARGETS),
        actions=shown,
        needs=[NeedShown(note=n.note, text=n.text) for n in unmet(needs, actions)],
        nudges=[Nudge(id=i, n=n) for i, n in nudges(actions)],
    )


TEXTS = {**LIMITS, "action": (1, LIMITS["action"])}
ACTIVITY = Activity(
    name="plan",
    commands=(
        Command("plan.add", AddAction, BOTH, _add, WRITTEN, reads=_reads_add, texts=TEXTS),
        Command("plan.edit", EditAction, BOTH, _edit, WRITTEN, reads=_reads_edit, costs=EDITS.name, texts=TEXTS),
        Command("plan.restore", RestoreAction, FACILITATOR, _restore, NOT_NOW, reads=_reads_remove, durable=True),
        Command("plan.remove", RemoveAction, FACILITATOR, _remove, reads=_reads_remove, durable=True),
    ),
    parts=(
        Part("plan", PlanPart, _part, needs=lambda head: (ACTIONS.name, NOTES.name)),
        WORDINGS,
    ),
    collections=(ACTIONS,),
    names={"target": TARGETS},
    quotas=(Quota(ACTIONS.counter, 40), EDITS),
)
