"""What a rule answers with: a change, with what follows from it, or a refusal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from workshop.activities.codes import Code, PageCode
from workshop.domain.live import Head
from workshop.domain.texts import TextRefused

Slice = Mapping[str, Any]


class SliceRef(NamedTuple):
    """One slice: a field of a collection."""

    collection: str
    key: str

    @property
    def name(self) -> str:
        """The collection's own name, without the round that it is of."""
        return self.collection.partition(".")[0]


@dataclass(frozen=True)
class CloseRound:
    """Follow-up: close this round (tally, record, erase what links) and show it if `reveal`."""

    round: str
    reveal: bool


@dataclass(frozen=True)
class DropRounds:
    """Follow-up: destroy what was frozen of these rounds and never shown."""

    rounds: tuple[str, ...]


@dataclass(frozen=True)
class ReleaseQuestions:
    """Follow-up: hand over all questions that wait, shuffled, if enough phones have answered.

    `over`: the step in which everybody answers is over, and whoever had nothing to ask is asked anew in the next one.
    """

    over: bool = False


@dataclass(frozen=True)
class HandOver:
    """Follow-up: hand over all questions that wait, where not everybody is asked, if enough phones have one."""


@dataclass(frozen=True)
class GatherSupport:
    """Follow-up: tell how many support each note."""


@dataclass(frozen=True)
class TellCounts:
    """Follow-up: tell what stands in these counters now, in a part."""

    part: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class DrawPicture:
    """Follow-up: find the order in which the notes of the picture stand."""


@dataclass(frozen=True)
class KeepVersion:
    """With a head that moves: keep the explanation as it was, for this cause; `information`: before which it was."""

    cause: str
    information: str


@dataclass(frozen=True)
class EndSession:
    """Follow-up: close every open round, keep the record, end the live session."""


@dataclass(frozen=True)
class EraseLog:
    """Follow-up: what was taken out of a collection goes from the log on disk; `whole`: so does what is still in it."""

    collection: str
    whole: bool = False


FollowUp = (
    CloseRound
    | DropRounds
    | ReleaseQuestions
    | HandOver
    | GatherSupport
    | TellCounts
    | DrawPicture
    | EraseLog
    | EndSession
)


@dataclass(frozen=True)
class Change:
    """What a rule wants written: a new head, slices (None deletes), counters, parts that moved, follow-ups."""

    head: Head | None = None
    put: Mapping[SliceRef, Slice | None] = field(default_factory=dict[SliceRef, Slice | None])
    count: Mapping[str, int] = field(default_factory=dict[str, int])
    parts: frozenset[str] = frozenset()
    wipe: tuple[str, ...] = ()
    then: tuple[FollowUp, ...] = ()


@dataclass(frozen=True)
class Refused:
    """A normal no. `code` is for machines; `why` is the id, below `refused` in the catalogue, of one plain sentence
    that says what to do, and `values` are what that sentence names.
    """

    code: Code | PageCode
    why: str
    values: Mapping[str, str | int] = field(default_factory=dict[str, str | int])


def said_no(refused: Refused) -> dict[str, Any]:
    """A refusal as it goes over the wire."""
    return {"ok": False, "code": refused.code, "why": refused.why, "values": dict(refused.values)}


def not_taken(text: TextRefused) -> Refused:
    """The refusal of a text."""
    return Refused(text.code, text.why, text.values)
