"""The head of a live session: where the room is, and nothing about anyone in it.

The head changes only by a facilitator (or by a round closing). What delegates send lives in slices, apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from workshop.domain.days import ANYWHERE

Cause = str
"""Why a round was opened, in a word of its activity's own."""
Gather = Literal["none", "called", "few", "shown"]
"""Of silent notes: whether phones were asked for their envelopes, and what came of it."""
RoundState = Literal["open", "closing", "closed", "revealed"]
COUNTING = ("open", "closing")


@dataclass(frozen=True)
class Step:
    """One activity of the agenda with its settings (a JSON-like dict that the activity has validated)."""

    id: str
    activity: str
    title: str
    minutes: int
    settings: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True)
class Round:
    """One asking of the room: a placing of cards, or one round of a questionnaire, which has no cards.

    `kind`: the activity whose round it is. `information` is the id of the new information that caused it, if any.
    `reveal` is what the facilitator asked for when the round began to close, so that an interrupted close ends as it
    was meant to.
    `again`: card → (newest round counted, round of the picture told last), for cards that were placed before; a phone
    says where it stood after the one, and which way it moved since the other.
    `second`: card → the same of its second question, for cards of which one is asked; None where it is asked first.
    `opened`: when, in seconds since the epoch; None when that is not known (the record keeps no such time).
    `quorum`: whether enough had finished when it began to close. Without it the round is never told.
    `asked`: what is asked in a round without cards that is told by a reveal, by id.
    """

    id: str
    step: str
    kind: str
    cause: Cause
    cards: tuple[str, ...] = ()
    information: str | None = None
    state: RoundState = "open"
    reveal: bool = False
    again: Mapping[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    second: Mapping[str, tuple[str, str] | None] = field(default_factory=dict[str, tuple[str, str] | None])
    opened: float | None = None
    quorum: bool = False
    asked: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """What a phone has finished with when it has answered all of it; empty where nobody finishes."""
        return self.cards or self.asked


@dataclass(frozen=True)
class Timer:
    """Counts up for everybody from `started` (seconds since the epoch) towards `seconds`."""

    started: float
    seconds: int


@dataclass(frozen=True)
class Moved:
    """By which desk (`workshop/activities/desks.py`) and when (seconds since the epoch) the room was moved last."""

    who: str
    at: float


@dataclass(frozen=True)
class Head:
    """The whole of what a facilitator has set. `version` rises by one with every change.

    `talk`: the room talks about cards and places none; `talked`: cards that were talked about so, in that order.
    `given`: new information that the room was told, in that order. `case_shown`: the case is on the screen.
    `panels`: cards of which the room was shown how practitioners reasoned, in that order. `pinned`: the key of what is
    on the screen of the jotter; "" for nothing.
    `phase`: where the room was led to last in making its explanation (`domain/phases.py`); "" before it was.
    `gathering`: how often notes were gathered; `gather`: what became of the newest; `gathered`: which were shown.
    `rehearsal`: its people are invented, since it was opened.
    `zone`: the time zone of the room. `held_on`: the day there (ISO 8601) on which the room left its lobby; "" before.
    `agenda`: the id of the template that the steps came from. `case`: the SHA-256 of the copy of the case study. Both
    are "" in heads of before. `rules`: ground rules of this session's own, besides those of the workshop.

    Of its clock (`domain/schedule.py`), in seconds since the epoch: `began`: when the room came to its step, and `due`:
    when it is to end; None before the clock was started, and after a restart from the record, which keeps no such time.
    `spent`: seconds that steps took which the room has left. `fit`: step → minutes, where it has others than its own;
    `unfit`: those before they were fitted last, None when there is nothing to take back.
    """

    session: str
    code: str
    title: str
    scenario: str
    scenario_version: int
    k: int
    steps: tuple[Step, ...]
    version: int = 0
    state: Literal["running", "ended"] = "running"
    position: int = 0
    rounds: Mapping[str, Round] = field(default_factory=dict[str, Round])
    focus: str | None = None
    show: Literal["all", "focus", "response", "shift", "wanted", "panel", "ledger"] = "all"
    prompt: str = ""
    lane: str = ""
    phase: str = ""
    gather: Gather = "none"
    gathering: int = 0
    gathered: tuple[int, ...] = ()
    timer: Timer | None = None
    began: float | None = None
    due: float | None = None
    spent: Mapping[str, float] = field(default_factory=dict[str, float])
    fit: Mapping[str, int] = field(default_factory=dict[str, int])
    unfit: Mapping[str, int] | None = None
    locked: bool = False
    curtain: Literal["none", "blank", "pause"] = "none"
    offer: str = "none"
    agenda: str = ""
    case: str = ""
    rules: tuple[str, ...] = ()
    rehearsal: bool = False
    zone: str = ANYWHERE
    held_on: str = ""
    moved: Moved | None = None
    talk: bool = False
    talked: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    case_shown: bool = False
    panels: tuple[str, ...] = ()
    pinned: str = ""

    @property
    def step(self) -> Step:
        """The step where the room is."""
        return self.steps[self.position]

    @property
    def placings(self) -> tuple[Round, ...]:
        """All rounds in which cards are placed, in the order in which they were opened."""
        return tuple(r for r in self.rounds.values() if r.cards)

    def round_here(self) -> Round | None:
        """The newest round that belongs to the current step, open or not."""
        here = [r for r in self.rounds.values() if r.step == self.step.id]
        return here[-1] if here else None

    def opened_again(self) -> Mapping[str, str]:
        """Questionnaires that were closed and opened again: newer round → the one of which nothing is kept."""
        before: dict[str, str] = {}
        again: dict[str, str] = {}
        for r in self.rounds.values():
            if not r.all:
                if r.step in before:
                    again[r.id] = before[r.step]
                before[r.step] = r.id
        return again

    @property
    def turn(self) -> int:
        """How many placing rounds were opened so far: the only clock by which phones count as active."""
        return len(self.placings)

    def without_times(self) -> Head:
        """As the record keeps it: with no time finer than a day."""
        rounds = {r.id: replace(r, opened=None) for r in self.rounds.values()}
        return replace(self, timer=None, began=None, due=None, spent={}, moved=None, rounds=rounds)

    def told(self, information: str | None) -> Head:
        """The head with new information that the room was told: once, where it was told first."""
        new = information is not None and information not in self.given
        return replace(self, given=(*self.given, information)) if new else self

    def with_round(self, changed: Round) -> Head:
        """The head with one round put in or replaced."""
        return replace(self, rounds={**self.rounds, changed.id: changed})

    def next_round_id(self, letter: str) -> str:
        """`r1`, `r2`… under one letter: opening order, nothing else. `w` warm-ups, `r` placings, `q` questionnaires."""
        taken = sum(1 for r in self.rounds if r.startswith(letter))
        return f"{letter}{taken + 1}"
