"""The shape that every activity has: commands with rules, parts with builders.

A rule sees a `Situation` and answers with a `Change` or a `Refused`. It never writes: the service commits the
change if and only if the head and the slices that the rule read are unchanged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any, Literal, get_args

from workshop.activities.base_changes import Change as Change
from workshop.activities.base_changes import CloseRound as CloseRound
from workshop.activities.base_changes import DrawPicture as DrawPicture
from workshop.activities.base_changes import DropRounds as DropRounds
from workshop.activities.base_changes import EndSession as EndSession
from workshop.activities.base_changes import EraseLog as EraseLog
from workshop.activities.base_changes import FollowUp as FollowUp
from workshop.activities.base_changes import GatherSupport as GatherSupport
from workshop.activities.base_changes import HandOver as HandOver
from workshop.activities.base_changes import KeepVersion as KeepVersion
from workshop.activities.base_changes import Refused as Refused
from workshop.activities.base_changes import ReleaseQuestions as ReleaseQuestions
from workshop.activities.base_changes import Slice as Slice
from workshop.activities.base_changes import SliceRef as SliceRef
from workshop.activities.base_changes import TellCounts as TellCounts
from workshop.activities.base_changes import not_taken as not_taken
from workshop.activities.base_changes import said_no as said_no
from workshop.activities.base_kept import Collection as Collection
from workshop.activities.base_kept import Held as Held
from workshop.activities.base_kept import Moment as Moment
from workshop.activities.base_kept import Quota as Quota
from workshop.activities.base_models import Model as Model
from workshop.activities.base_models import NoSettings as NoSettings
from workshop.activities.base_models import Nothing as Nothing
from workshop.activities.base_models import OneOf as OneOf
from workshop.activities.base_reads import Counter as Counter
from workshop.activities.base_reads import NobodysSeat as NobodysSeat
from workshop.activities.base_reads import Read as Read
from workshop.activities.base_reads import Seat as Seat
from workshop.activities.base_reads import Whole as Whole
from workshop.activities.base_rounds import Answers as Answers
from workshop.activities.base_rounds import Made as Made
from workshop.activities.base_rounds import Rounds as Rounds
from workshop.activities.base_steps import Ahead as Ahead
from workshop.activities.base_steps import LooksAhead as LooksAhead
from workshop.activities.base_steps import Names as Names
from workshop.activities.codes import RuleCode
from workshop.domain.live import Head
from workshop.domain.scenario import Scenario

Role = Literal["delegate", "facilitator", "screen"]
ROLES: tuple[Role, ...] = get_args(Role)
ALL: frozenset[Role] = frozenset(ROLES)
DELEGATE: frozenset[Role] = frozenset({"delegate"})
FACILITATOR: frozenset[Role] = frozenset({"facilitator"})
BOTH: frozenset[Role] = DELEGATE | FACILITATOR


@dataclass(frozen=True)
class Situation:
    """All that a rule may see. `slices` holds what `reads` named, `wholes` the collections it named.

    `care`: it is asked from a desk that cannot move the room.
    """

    head: Head
    scenario: Scenario
    role: Role
    seat: Seat
    slices: Mapping[SliceRef, Slice | None]
    wholes: Mapping[str, Mapping[str, Slice]]
    counts: Mapping[str, int]
    new_id: Callable[[], str]
    now: Callable[[], float]
    care: bool = False

    def slice(self, collection: str, key: str) -> Slice | None:
        """One of the slices that the command's `reads` named."""
        return self.slices[SliceRef(collection, key)]


Reads = Callable[[Head, Any, Seat], tuple[Read, ...]]


def reads_nothing(head: Head, body: Any, seat: Seat) -> tuple[Read, ...]:
    """For commands that need only the head."""
    return ()


def head_scope(head: Head, body: Any) -> str:
    """Operation ids live as long as the scope: by default all session."""
    return "session"


def round_scope(head: Head, body: Any) -> str:
    """Operation ids of a round's answers go when the round closes."""
    return str(body.round)


Length = int | tuple[int, int]


@dataclass(frozen=True)
class Command:
    """One thing that somebody may ask for. `durable`: acked only when SQL holds the new checkpoint."""

    name: str
    body: type[Model]
    roles: frozenset[Role]
    apply: Callable[[Situation, Any], Change | Refused]
    refuses: tuple[RuleCode, ...] = ()
    """With which codes it may be refused, besides those of any command. What it is not, no rule may answer."""
    reads: Reads = reads_nothing
    scope: Callable[[Head, Any], str] = head_scope
    durable: bool = False
    costs: str = ""
    """The quota of what one phone may not do without end although no counter of the room rises."""
    care: bool = False
    """Whether a desk may give it that cannot move the room: a second trainer's, for welfare and questions."""
    texts: Mapping[str, Length] = field(default_factory=dict[str, Length])
    """Free text that the rule measures, not the body: field → most characters, or least and most."""


@dataclass(frozen=True)
class View:
    """All that a part's builder may see: head, scenario, counters, and the collections that it named."""

    head: Head
    scenario: Scenario
    counts: Mapping[str, int]
    collections: Mapping[str, Mapping[str, Slice]]

    def collection(self, name: str) -> Mapping[str, Slice]:
        """One collection by name, empty when there is none yet."""
        return self.collections.get(name, {})


def needs_nothing(head: Head) -> tuple[str, ...]:
    """For parts built from head, scenario and counters alone; and for those that tell no counter in steps."""
    return ()


@dataclass(frozen=True)
class Part:
    """A named piece of the view, built from nothing for a role. Identical for everybody in that role, and for every
    role too unless it says that it `differs`.

    What those see who get it is said in the catalogue, by `office.held.seen.<name>`, and what a facilitator sees in it
    that others do not by `office.held.desk.<name>`.
    """

    name: str
    model: type[Model]
    build: Callable[[View, Role], Model | None]
    audiences: frozenset[Role] = ALL
    differs: bool = False
    """Whether `build` looks at the role."""
    needs: Callable[[Head], tuple[str, ...]] = needs_nothing
    counts: Callable[[Head], tuple[str, ...]] = needs_nothing
    """Counters of which it tells only how they stood at the last fixed moment (`domain/disclosure_steps.py`)."""
    every: float = 0.0
    """Seconds after which it is looked at while answers come in, whether or not anything moved it: no tap does."""
    tells_devices: bool = False
    """It moves when a phone comes or goes."""
    tells_rounds: bool = False
    """It moves when a round closes. An activity's parts do anyway: this is for those that are always there."""

    def built_for(self, role: Role) -> Role:
        """For whom `build` is asked when this role is to see it: what is the same for all is built once.

        Then it is for the one who may see least, so that a builder that forgot to say that it differs shows no more.
        """
        return role if self.differs else self._least

    @cached_property
    def _least(self) -> Role:
        return next(role for role in ROLES if role in self.audiences)


@dataclass(frozen=True)
class OwnPart:
    """What one phone gets back of its own, on connect and resync only.

    `largest(view)`: the longest that any phone could get at this moment, by what the whole room knows. What a phone
    gets is filled up to it, so that a frame's length does not tell what the phone has said.
    """

    name: str
    model: type[Model]
    reads: Callable[[Head, Seat], tuple[SliceRef, ...]]
    build: Callable[[View, Mapping[SliceRef, Slice | None]], Model | None]
    largest: Callable[[View], Model | None]
    held: Held
    """How it is told on the page of “what we hold about you”."""


Simulated = Callable[[Mapping[str, Any], Callable[..., Random]], Iterable[tuple[str, dict[str, Any]]]]
"""(the part as a phone has it, chance about something) → commands with their bodies."""


@dataclass(frozen=True)
class Activity:
    """One activity's manifest: all that any room knows of it.

    `enter(head)` returns the head with, for instance, a round opened; it must be idempotent. `settings`: of its step;
    `written` makes them of what an author wrote, or raises ValueError in a sentence; `needs_information` says of such
    whether they make sense only in a case with new information. `ahead`: what a step is about to bring.
    `kept_counts`: the beginning of counters that a checkpoint keeps, in its one table: one activity has such.
    `gathers`: every phone is asked for a question. `without_view`: audiences for which it has no view of its own, which
    then see the step's title alone. `names`: areas below `names` in the catalogue, with the ids that its steps name.
    `follows(before, after)`: what a head that a facilitator moved sets going, wherever the room was; `keeps`: which
    version of the explanation is kept in the same commit.
    `simulated`: what one simulated phone sends while the activity's round is open, by the part of its name and by
    chance, which the same seed gives again; without it, simulated phones know the activity or let it pass.
    """

    name: str
    commands: tuple[Command, ...] = ()
    parts: tuple[Part, ...] = ()
    own: tuple[OwnPart, ...] = ()
    settings: type[Model] = NoSettings
    written: Callable[[dict[str, Any], Names], dict[str, Any]] = lambda settings, names: settings
    needs_information: Callable[[Mapping[str, Any]], bool] = lambda settings: False
    enter: Callable[[Head, Scenario], Head] = lambda head, scenario: head
    rounds: Rounds | None = None
    collections: tuple[Collection, ...] = ()
    kept_counts: str = ""
    quotas: tuple[Quota, ...] = ()
    moments: tuple[Moment, ...] = ()
    gathers: bool = False
    keeps_minutes: bool = False
    ahead: LooksAhead = lambda steps, at, scenario: Ahead()
    without_view: frozenset[Role] = frozenset()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    simulated: Simulated | None = None
    follows: Callable[[Head, Head], tuple[FollowUp, ...]] = lambda before, after: ()
    keeps: Callable[[Head, Head], KeepVersion | None] = lambda before, after: None
