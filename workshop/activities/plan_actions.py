"""Actions of the plan: written, changed, moved, removed, had back. Nobody's words vanish."""

from __future__ import annotations

from typing import Any

from workshop.activities.base import (
    Change,
    Collection,
    Counter,
    Read,
    Refused,
    Seat,
    Situation,
    Slice,
    SliceRef,
    not_taken,
)
from workshop.activities.formulation_notes import SUPPORT
from workshop.activities.plan_bodies import AddAction, EditAction, MoveAction, RemoveAction, RestoreAction, WouldDo
from workshop.activities.wordings import ACTIONS, NOTES, SIGNS, restored
from workshop.domain.live import Head
from workshop.domain.texts import TextRefused, clean, clean_or_empty
from workshop.domain.wordings import rewritten

MOST = 100
LIMITS = {
    "action": 200,
    "why": 200,
    "who": 60,
    "by_when": 60,
    "review": 60,
    "known": 120,
    "step_up": 120,
    "step_down": 120,
}
LATER = {"kind": "", "known": "", "step_up": "", "step_down": ""}
"""What an action of an earlier version has not."""
PARTS = frozenset({"plan", "wordings", "keepsake"})
TAKEN = "actions:taken"
"""Counter of the actions that were removed."""
WOULD = Collection("would.session", of="seat", purpose="would")
"""Of which actions a phone said that it would do them: slot → actions. Told as the support of a note is."""
FULL = Refused("full", "plan.full")
GONE = Refused("not_now", "plan.gone")


def has_kind(situation: Situation, kind: str) -> bool:
    """Whether this case study names such a kind of need."""
    return any(n.id == kind for n in situation.scenario.needs)


def whole(action: Slice) -> dict[str, Any]:
    """An action with all its fields, whichever version wrote it."""
    return {**LATER, **action}


def reads_add(head: Head, body: AddAction, seat: Seat) -> tuple[Read, ...]:
    """How many there are, and the note that it answers."""
    return (Counter(ACTIONS.counter), *([SliceRef(NOTES.name, body.note)] if body.note is not None else []))


def add(situation: Situation, body: AddAction) -> Change | Refused:
    """A new action."""
    words = _cleaned(situation, body)
    return words if isinstance(words, Refused) else _new(situation, words)


def reads_edit(head: Head, body: EditAction, seat: Seat) -> tuple[Read, ...]:
    """The action, and what a new one needs: an edit may become one."""
    return (SliceRef(ACTIONS.name, body.id), *reads_add(head, body, seat))


def edit(situation: Situation, body: EditAction) -> Change | Refused:
    """An edit of an older version becomes an action of its own: nobody's words vanish."""
    words, ref = _cleaned(situation, body), SliceRef(ACTIONS.name, body.id)
    if isinstance(words, Refused):
        return words
    before = situation.slices[ref]
    if before is None or before["version"] != body.base:
        return _new(situation, words)
    where = {field: words.pop(field) for field in ("target", "kind", "note")}
    return Change(put={ref: {**rewritten(whole(before), words), **where}}, parts=PARTS)


def reads_move(head: Head, body: MoveAction, seat: Seat) -> tuple[Read, ...]:
    """The action."""
    return (SliceRef(ACTIONS.name, body.id),)


def move(situation: Situation, body: MoveAction) -> Change | Refused:
    """An action into another place of the grid; its words and their version stay."""
    ref = SliceRef(ACTIONS.name, body.id)
    action = situation.slices[ref]
    if action is None:
        return GONE
    kind = body.kind if has_kind(situation, body.kind) else ""
    return Change(put={ref: {**whole(action), "target": body.target, "kind": kind}}, parts=PARTS)


def reads_either(head: Head, body: RemoveAction, seat: Seat) -> tuple[Read, ...]:
    """The action or sign of this id, and what was told of how many would do it."""
    return (*_either(body.id), Counter(SUPPORT + body.id))


def remove(situation: Situation, body: RemoveAction) -> Change | Refused:
    """Gone at once: an action, or a sign."""
    action, sign = _either(body.id)
    if situation.slices[action] is not None:
        told = situation.counts.get(SUPPORT + body.id, 0)
        count = {ACTIONS.counter: -1, TAKEN: 1} | ({SUPPORT + body.id: -told} if told else {})
        return Change(put={action: None}, count=count, parts=PARTS)
    return Change() if situation.slices[sign] is None else Change(put={sign: None}, parts=PARTS)


def restore(situation: Situation, body: RestoreAction) -> Change | Refused:
    """What an action or a sign said before somebody wrote over it."""
    action, sign = _either(body.id)
    return restored(situation, sign if situation.slices[action] is None else action, body.version, PARTS)


def reads_would(head: Head, body: WouldDo, seat: Seat) -> tuple[Read, ...]:
    """What this phone would do, and the action."""
    return (WOULD.ref(seat), SliceRef(ACTIONS.name, body.id))


def would_do(sheet: Slice | None) -> list[str]:
    """The actions that one phone would do."""
    return list(sheet["actions"]) if sheet else []


def would(situation: Situation, body: WouldDo) -> Change | Refused:
    """This phone's own set; how many there are is told at fixed moments (`service/support.py`), and no part moves."""
    ref = WOULD.ref(situation.seat)
    if situation.slice(ACTIONS.name, body.id) is None:
        return GONE
    mine = set(would_do(situation.slices[ref]))
    after = mine | {body.id} if body.on else mine - {body.id}
    return Change() if after == mine else Change(put={ref: {"actions": sorted(after)}})


def _either(id: str) -> tuple[SliceRef, SliceRef]:
    return SliceRef(ACTIONS.name, id), SliceRef(SIGNS.name, id)


def _cleaned(situation: Situation, body: AddAction) -> dict[str, Any] | Refused:
    """The action's words, cleaned. Only the action itself must be there; the rest may come later.

    A note that has gone meanwhile, or a kind that the case study does not have, is let go of; the words are kept.
    """
    try:
        words = {f: (clean if f == "action" else clean_or_empty)(getattr(body, f), n) for f, n in LIMITS.items()}
    except TextRefused as refused:
        return not_taken(refused)
    known = body.note is not None and situation.slice(NOTES.name, body.note) is not None
    kind = body.kind if has_kind(situation, body.kind) else ""
    return {"target": body.target, "kind": kind, "note": body.note if known else None, **words}


def _new(situation: Situation, words: dict[str, Any]) -> Change | Refused:
    if situation.counts.get(ACTIONS.counter, 0) >= MOST:
        return FULL
    ref = SliceRef(ACTIONS.name, situation.new_id())
    return Change(put={ref: {**words, "version": 1}}, count={ACTIONS.counter: 1}, parts=PARTS)
