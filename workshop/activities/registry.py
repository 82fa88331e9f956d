"""Every activity, once. Commands and parts are found here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

from workshop.activities import (
    board,
    break_,
    confidence,
    discussion,
    formulation,
    plan,
    questions,
    reflection,
    session,
    welcome,
)
from workshop.activities.base import Activity, Command, OwnPart, Part, Role
from workshop.domain.live import Head
from workshop.domain.scenario import Scenario

ACTIVITIES: tuple[Activity, ...] = (
    welcome.ACTIVITY,
    confidence.ACTIVITY,
    board.ACTIVITY,
    discussion.ACTIVITY,
    questions.ACTIVITY,
    formulation.ACTIVITY,
    plan.ACTIVITY,
    reflection.ACTIVITY,
    break_.ACTIVITY,
)
BY_NAME: Mapping[str, Activity] = {a.name: a for a in ACTIVITIES}


def enter(head: Head, scenario: Scenario) -> Head:
    """The head after its current step's activity has opened what it opens by itself."""
    return BY_NAME[head.step.activity].enter(head, scenario)


SESSION = session.session_activity(enter)
ALWAYS: tuple[Part, ...] = (*SESSION.parts, *questions.ACTIVITY.parts)
"""Parts that every step has."""

COMMANDS: Mapping[str, Command] = {c.name: c for a in (SESSION, *ACTIVITIES) for c in a.commands}
PARTS: Mapping[str, Part] = {p.name: p for a in (SESSION, *ACTIVITIES) for p in a.parts}
OWN: tuple[OwnPart, ...] = tuple(o for a in ACTIVITIES for o in a.own)


def parts_here(head: Head, role: Role) -> tuple[Part, ...]:
    """The parts that a role has in the current step, always-there ones first, none twice."""
    here = {p.name: p for p in (*ALWAYS, *BY_NAME[head.step.activity].parts)}
    return tuple(p for p in here.values() if role in p.audiences)


def needs(head: Head) -> tuple[str, ...]:
    """The collections that the current step's parts are built from."""
    here = {p.name: p for p in (*ALWAYS, *BY_NAME[head.step.activity].parts)}
    return tuple(sorted({c for p in here.values() for c in p.needs(head)}))


def counted_here(head: Head) -> tuple[tuple[str, str], ...]:
    """(part, counter) of all that the current step tells in steps."""
    here = {p.name: p for p in (*ALWAYS, *BY_NAME[head.step.activity].parts)}
    return tuple((p.name, name) for p in here.values() for name in p.counts(head))


def tally_of(kind: str) -> Activity:
    """The activity that closes rounds of this kind."""
    return next(a for a in ACTIVITIES if a.rounds == kind)
