"""The plan as it may leave: numbers instead of ids, canonical order, how many would do an action from three."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop.domain.checkpoint import Checkpoint
from workshop.domain.disclosure_steps import told_support
from workshop.domain.plan import TARGETS, Action, Mark, called_now, coverage, kind_of, needs_of
from workshop.domain.scenario import Scenario
from workshop.outputs.model import NoteOutput
from workshop.outputs.model_plan import ActionOutput, NeededOutput, PlanOutput, SignOutput


def plan_told(scenario: Scenario, kept: Checkpoint, notes: Mapping[str, NoteOutput]) -> PlanOutput:
    """All of it. What an earlier version of the workshop kept has no kinds, no needs and no signs, and is told too."""
    now = called_now({id: n.get("merged", ()) for id, n in kept.collections.get("notes", {}).items()})
    kinds = [k.id for k in scenario.needs]
    needs = needs_of({i: Mark(**m) for i, m in kept.collections.get("marked", {}).items()}, now, kinds)
    found, written = _in_order(kept), kept.collections.get("actions", {})
    actions = [_action(id, written[id], now) for id in found]
    number = {id: n for n, id in enumerate(found, 1)}
    places = kept.collections.get("set_aside", {}).values()
    reach = coverage(kinds, needs, actions, {(p["target"], p["kind"]) for p in places})
    return PlanOutput(
        actions=tuple(_told(a, written[a.id], kind_of(a, needs), notes, kept, number[a.id]) for a in actions),
        needs=_needs(needs, notes, reach.needs),
        kinds=tuple((k.id, k.name) for k in scenario.needs),
        cells=reach.cells,
        loose=tuple(number[id] for id in reach.loose),
        bare=reach.bare,
        up=_signs(kept, "up"),
        down=_signs(kept, "down"),
        review=next(iter(_signs(kept, "review")), None),
    )


def _in_order(kept: Checkpoint) -> list[str]:
    actions, order = kept.collections.get("actions", {}), list(TARGETS)
    return sorted(actions, key=lambda i: (order.index(actions[i]["target"]), actions[i]["action"], actions[i]["why"]))


def _action(id: str, a: Mapping[str, Any], now: Mapping[str, str]) -> Action:
    return Action(id, a["target"], a.get("kind", ""), now.get(a["note"]), a["who"], a["by_when"], a["review"])


def _told(
    action: Action, a: Mapping[str, Any], kind: str, notes: Mapping[str, NoteOutput], kept: Checkpoint, number: int
) -> ActionOutput:
    return ActionOutput(
        action.target,
        a["action"],
        a["why"],
        notes[action.note].number if action.note and action.note in notes else None,
        a["who"],
        a["by_when"],
        a["review"],
        kind=kind,
        known=a.get("known", ""),
        step_up=a.get("step_up", ""),
        step_down=a.get("step_down", ""),
        would=told_support(kept.support.get(action.id, 0)),
        number=number,
    )


def _needs(
    needs: Mapping[str, Mark], notes: Mapping[str, NoteOutput], unmet: tuple[str, ...]
) -> tuple[NeededOutput, ...]:
    found = (
        NeededOutput(notes[i].number, notes[i].text, m.target, m.kind, i not in unmet)
        for i, m in needs.items()
        if i in notes
    )
    return tuple(sorted(found, key=lambda n: n.note))


def _signs(kept: Checkpoint, side: str) -> tuple[SignOutput, ...]:
    signs = (s for s in kept.collections.get("signs", {}).values() if s["side"] == side)
    return tuple(sorted((SignOutput(s["text"], s["who"]) for s in signs), key=lambda s: (s.text, s.who)))
