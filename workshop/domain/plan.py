"""The plan: what will be done, for whom, for which need, by whom, by when; and where it does not reach yet.

Its grid is who it is for by the kinds of need that the case study names. A place of the grid has an action, has none
yet, or was set aside by hand: nothing is set aside by itself. Safety first, then those harmed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

TARGETS = ("safety", "harmed", "young_person", "family", "environment")
NUDGES = (*TARGETS, "loose", "review")
"""What may be lacking: an action for a target, a role or a date, a review."""
ASKING = ("needs", "harmed", "perpetuating", "environment", "risk_strengths")
"""Sections whose notes usually ask for an action: they are offered first when a need is marked."""
MOST_ASKED = 40
SIDES = {"up": 4, "down": 4, "review": 1}
"""Signs to step up, signs to step down, and when it is looked at again; how many of each there may be."""
State = Literal["filled", "open", "aside"]
STATES: tuple[State, ...] = ("filled", "open", "aside")


@dataclass(frozen=True)
class Action:
    """One line of the plan. `note`: the note that it answers, as it is called now; `kind`: of need, "" for none."""

    id: str
    target: str
    kind: str
    note: str | None
    who: str
    by_when: str
    review: str


@dataclass(frozen=True)
class Note:
    """A note of the formulation, as it may be marked. `support`: how many phones, as it was told."""

    id: str
    section: str
    text: str
    support: int = 0


@dataclass(frozen=True)
class Mark:
    """For whom a need is, and of which kind it is."""

    target: str
    kind: str


@dataclass(frozen=True)
class Cell:
    """One place of the grid, and how many actions stand in it."""

    target: str
    kind: str
    actions: int
    state: State


@dataclass(frozen=True)
class Coverage:
    """Where a plan reaches. `needs`: notes without an action; `loose`: actions without a need; `bare`: targets without
    anything, though not all of their places were set aside.
    """

    cells: tuple[Cell, ...]
    needs: tuple[str, ...]
    loose: tuple[str, ...]
    bare: tuple[str, ...]


def called_now(merged: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """What every note is called now. `merged`: note → the notes that went into it."""
    return {old: note for note, gone in merged.items() for old in (*gone, note)}


def needs_of(marks: Mapping[str, Mark], now: Mapping[str, str], kinds: Collection[str]) -> dict[str, Mark]:
    """The notes that are needs, of a kind that the case study has. A note's own mark goes before one it took over."""
    found: dict[str, Mark] = {}
    for note, mark in sorted(marks.items()):
        here = now.get(note)
        if here is not None and mark.kind in kinds and (here not in found or here == note):
            found[here] = mark
    return found


def kind_of(action: Action, needs: Mapping[str, Mark]) -> str:
    """The kind of need that an action meets: its own, else that of the need it answers, else ""."""
    need = needs.get(action.note) if action.note else None
    return action.kind or (need.kind if need else "")


def coverage(
    kinds: Sequence[str],
    needs: Mapping[str, Mark],
    actions: Sequence[Action],
    aside: Collection[tuple[str, str]],
) -> Coverage:
    """Where the plan reaches, row by row. `aside`: the places that were set aside."""
    places = [(a.target, kind_of(a, needs)) for a in actions]
    cells = tuple(_cell(target, kind, places.count((target, kind)), aside) for target in TARGETS for kind in kinds)
    met, used = {a.note for a in actions}, {a.target for a in actions}
    wanted = {c.target for c in cells if c.state != "aside"} if cells else set(TARGETS)
    return Coverage(
        cells=cells,
        needs=tuple(n for n in needs if n not in met),
        loose=tuple(a.id for a, (_, kind) in zip(actions, places, strict=True) if kind not in kinds),
        bare=tuple(t for t in TARGETS if t in wanted - used),
    )


def _cell(target: str, kind: str, actions: int, aside: Collection[tuple[str, str]]) -> Cell:
    state: State = "filled" if actions else "aside" if (target, kind) in aside else "open"
    return Cell(target, kind, actions, state)


def asked(notes: Iterable[Note], needs: Collection[str]) -> list[Note]:
    """Notes that may be marked as needs: of sections that usually ask for an action first, the best supported first."""
    free = [n for n in notes if n.id not in needs]
    return sorted(free, key=lambda n: (n.section not in ASKING, -n.support, n.text, n.id))[:MOST_ASKED]


def nudges(actions: Sequence[Action]) -> list[tuple[str, int]]:
    """What a plan usually lacks and this one does: which of NUDGES, and how many actions lack it (0: all there are)."""
    if not actions:
        return []
    used = {a.target for a in actions}
    missing = [(target, 0) for target in TARGETS if target not in used]
    loose = sum(1 for a in actions if not a.who or not a.by_when)
    if loose:
        missing.append(("loose", loose))
    if not any(a.review for a in actions):
        missing.append(("review", 0))
    return missing
