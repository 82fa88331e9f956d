"""What everybody sees of the plan, and what a phone gets back of its own."""

from __future__ import annotations

from collections.abc import Mapping

from workshop.activities.base import Held, OwnPart, Part, Role, Seat, Slice, SliceRef, View
from workshop.activities.formulation_notes import SUPPORT
from workshop.activities.formulation_parts import ID
from workshop.activities.plan_actions import LIMITS, TAKEN, WOULD, whole, would_do
from workshop.activities.plan_bodies import (
    ActionShown,
    CellShown,
    KindShown,
    NeedShown,
    Nudge,
    OwnWould,
    PlanAskedShown,
    PlanPart,
    SignShown,
)
from workshop.activities.plan_needs import ASIDE, MARKED
from workshop.activities.wordings import ACTIONS, NOTES, SIGNS
from workshop.domain.disclosure_steps import told_support
from workshop.domain.live import Head
from workshop.domain.plan import (
    SIDES,
    TARGETS,
    Action,
    Mark,
    Note,
    asked,
    called_now,
    coverage,
    kind_of,
    needs_of,
    nudges,
)
from workshop.domain.wordings import without_wordings


def _part(view: View, role: Role) -> PlanPart:
    written = view.collection(NOTES.name)
    now = called_now({i: n.get("merged", ()) for i, n in written.items()})
    kinds = [k.id for k in view.scenario.needs]
    needs = needs_of({i: Mark(**m) for i, m in view.collection(MARKED.name).items()}, now, kinds)
    actions = _actions(view, now)
    reach = coverage(kinds, needs, actions, {(a["target"], a["kind"]) for a in view.collection(ASIDE.name).values()})
    return PlanPart(
        targets=list(TARGETS),
        kinds=[KindShown(id=k.id, name=k.name, prompt=k.prompt) for k in view.scenario.needs],
        actions=[_shown(view, a, needs) for a in actions],
        needs=_needs(view, needs, reach.needs),
        asked=[PlanAskedShown(note=n.id, text=n.text) for n in asked(_notes(view), needs)] if kinds else [],
        cells=[CellShown(target=c.target, kind=c.kind, actions=c.actions, state=c.state) for c in reach.cells],
        loose=list(reach.loose),
        bare=list(reach.bare),
        signs=_signs(view),
        nudges=[Nudge(id=i, n=n) for i, n in nudges(actions)],
    )


def _actions(view: View, now: Mapping[str, str]) -> list[Action]:
    """By id, which is random: nobody can tell from a place in the list who came when."""
    return [
        Action(i, a["target"], whole(a)["kind"], now.get(a["note"]), a["who"], a["by_when"], a["review"])
        for i, a in sorted(view.collection(ACTIONS.name).items())
    ]


def _shown(view: View, action: Action, needs: Mapping[str, Mark]) -> ActionShown:
    found = whole(view.collection(ACTIONS.name)[action.id])
    return ActionShown(
        id=action.id,
        target=action.target,
        kind=kind_of(action, needs),
        note=action.note,
        would=_told(view, action.id),
        version=found["version"],
        **{field: found[field] for field in LIMITS},
    )


def _told(view: View, id: str) -> int | None:
    return told_support(view.counts.get(SUPPORT + id, 0))


def _notes(view: View) -> list[Note]:
    notes = sorted(view.collection(NOTES.name).items())
    return [Note(i, n["section"], n["text"], _told(view, i) or 0) for i, n in notes]


def _needs(view: View, needs: Mapping[str, Mark], unmet: tuple[str, ...]) -> list[NeedShown]:
    """Those without an action first, the best supported first."""
    notes = {n.id: n for n in _notes(view)}
    order = sorted(needs, key=lambda i: (i not in unmet, -notes[i].support, notes[i].text, i))
    return [
        NeedShown(note=i, text=notes[i].text, target=needs[i].target, kind=needs[i].kind, met=i not in unmet)
        for i in order
    ]


def _signs(view: View) -> list[SignShown]:
    order, signs = list(SIDES), sorted(view.collection(SIGNS.name).items())
    shown = [SignShown(id=i, **without_wordings(s)) for i, s in signs]
    return sorted(shown, key=lambda s: order.index(s.side))


def _reads_own(head: Head, seat: Seat) -> tuple[SliceRef, ...]:
    return (WOULD.ref(seat),)


def _own(view: View, slices: Mapping[SliceRef, Slice | None]) -> OwnWould:
    return OwnWould(actions=[a for s in slices.values() for a in would_do(s)])


def _largest(view: View) -> OwnWould:
    """Every action that there ever was: a phone goes on naming what was removed since."""
    return OwnWould(actions=["x" * ID] * (view.counts.get(ACTIONS.counter, 0) + view.counts.get(TAKEN, 0)))


NEEDS = (ACTIONS.name, NOTES.name, MARKED.name, ASIDE.name, SIGNS.name)
PLAN = Part("plan", PlanPart, _part, needs=lambda head: NEEDS)
OWN_WOULD = OwnPart("own_would", OwnWould, _reads_own, _own, _largest, Held("would", names=("field",)))
