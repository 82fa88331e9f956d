"""Every activity, once. What any room asks of commands, parts and collections is found here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from workshop.activities import (
    board,
    break_,
    confidence,
    debrief,
    discussion,
    formulation,
    jotter,
    known,
    pace,
    plan,
    questions,
    reflection,
    session,
    welcome,
)
from workshop.activities.base import Activity, Collection, Command, OwnPart, Part, Quota, Role, Rounds
from workshop.domain.live import Head
from workshop.domain.results import AnswersResult, Result, Told
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
    pace.ACTIVITY,
    debrief.ACTIVITY,
)
BY_NAME: dict[str, Activity] = {}
COMMANDS: dict[str, Command] = {}
PARTS: dict[str, Part] = {}
OWN: list[OwnPart] = []
COLLECTIONS: dict[str, Collection] = {}
QUOTAS: dict[str, Quota] = {}


def register(activity: Activity) -> None:
    """Take in an activity that a step can have. Raises ValueError for a second one with counters that are kept."""
    if activity.kept_counts and any(a.kept_counts for a in BY_NAME.values()):
        raise ValueError("a checkpoint has one table of counts, by what they count")
    BY_NAME[activity.name] = activity
    known.NAMES.append(activity.name)
    if activity.gathers:
        known.GATHERING.append(activity.name)
    _take_in(activity)


def _take_in(activity: Activity) -> None:
    COMMANDS.update((c.name, c) for c in activity.commands)
    PARTS.update((p.name, p) for p in activity.parts)
    OWN.extend(activity.own)
    COLLECTIONS.update((c.name, c) for c in activity.collections)
    QUOTAS.update((q.name, q) for q in activity.quotas)


def enter(head: Head, scenario: Scenario) -> Head:
    """The head after its current step's activity has opened what it opens by itself."""
    return BY_NAME[head.step.activity].enter(head, scenario)


SESSION = session.session_activity(enter, lambda step: BY_NAME[step.activity])
APART: tuple[Activity, ...] = (SESSION, jotter.JOTTER)
"""What no step is: it is there in every step."""
EVERY: tuple[Activity, ...] = (*APART, *ACTIVITIES)
ALWAYS: tuple[Part, ...] = (*(p for a in APART for p in a.parts), *questions.ACTIVITY.parts)
"""Parts that every step has."""
for _activity in APART:
    _take_in(_activity)
for _activity in ACTIVITIES:
    register(_activity)


# ---------------------------------------------------------------- parts


def _here(head: Head) -> Iterable[Part]:
    """The parts of the current step, always-there ones first, none twice."""
    return {p.name: p for p in (*ALWAYS, *BY_NAME[head.step.activity].parts)}.values()


def parts_here(head: Head, role: Role) -> tuple[Part, ...]:
    """The parts that a role has in the current step."""
    return tuple(p for p in _here(head) if role in p.audiences)


def needs(head: Head) -> tuple[str, ...]:
    """The collections that the current step's parts are built from."""
    return tuple(sorted({c for p in _here(head) for c in p.needs(head)}))


def counted_here(head: Head) -> tuple[tuple[str, str], ...]:
    """(part, counter) of all that the current step tells in steps."""
    return tuple((p.name, name) for p in _here(head) for name in p.counts(head))


def parts_of_devices() -> frozenset[str]:
    """What moves when a phone comes or goes."""
    return frozenset(p.name for p in PARTS.values() if p.tells_devices)


def parts_of_rounds() -> frozenset[str]:
    """What moves when a round closes: every activity's parts, whoever's round it is."""
    always = {p.name for a in APART for p in a.parts if not p.tells_rounds}
    return frozenset(PARTS.keys() - always)


def parts_of_kept_work() -> frozenset[str]:
    """What moves when something moves that a checkpoint keeps; not what moves with every phone that comes."""
    keeping = (a for a in (*APART, *BY_NAME.values()) if any(c.kept for c in a.collections))
    return frozenset(p.name for a in keeping for p in a.parts if not p.every)


# ---------------------------------------------------------------- what is kept, and where


def kept() -> tuple[Collection, ...]:
    """What a checkpoint keeps, by name."""
    return tuple(sorted((c for c in COLLECTIONS.values() if c.kept), key=lambda c: c.name))


def kept_counts() -> str:
    """The beginning of the counters that a checkpoint keeps besides, of the one activity that has such; "" for none."""
    return next((a.kept_counts for a in BY_NAME.values() if a.kept_counts), "")


def of_seats() -> tuple[Collection, ...]:
    """Where a seat's slices lie for as long as the session runs."""
    return tuple(c for c in COLLECTIONS.values() if c.of == "seat")


def of_round(kind: str) -> tuple[Collection, ...]:
    """Where the seats' answers in rounds of a kind lie: the sheets that are counted, then what lies apart from them."""
    return tuple(c for c in BY_NAME[kind].collections if c.of == "round")


def is_copied(collection: str) -> bool:
    """Whether a worker may take what it wrote last there for what lies there. A round's is called `<name>.<round>`."""
    found = COLLECTIONS.get(collection) or COLLECTIONS.get(collection.rpartition(".")[0])
    return found is not None and found.copied


# ---------------------------------------------------------------- rounds


def rounds_of(kind: str) -> Rounds:
    """How rounds of a kind are closed. Raises LookupError for an activity that has none."""
    found = BY_NAME[kind].rounds
    if found is None:
        raise LookupError(f"{kind} has no rounds")
    return found


def kind_of(result: Result) -> str:
    """The activity whose round came to this."""
    if isinstance(result, AnswersResult):
        return result.kind
    return next(a.name for a in BY_NAME.values() if a.rounds and a.rounds.result is type(result))


def result_of(kind: str, value: Mapping[str, Any]) -> Result:
    """A result as it comes back from the record."""
    return rounds_of(kind).read(value)


def told(result: Result) -> Told | None:
    """What leaves with the report of a round for which the report has no chapter of its own."""
    return rounds_of(result.kind).tells(result) if isinstance(result, AnswersResult) else None
