"""What an activity says to the other rooms of what it keeps: where it lies, how long, how much of it, in which words.

The live store asks what it may copy, the checkpoint what it keeps, leaving and "what we hold about you" what is a
seat's, the quotas how much one phone may write. None of them knows a collection by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from workshop.activities.base_changes import FollowUp, Slice, SliceRef
from workshop.activities.base_reads import Seat

Lines = tuple[tuple[str, Mapping[str, str | int]], ...]
"""Lines of what is held, by id below `office.held.lines`, each with its values."""
SESSION_SCOPE = "session"
"""The scope of what a seat leaves for as long as the session runs."""
RESULTS = "results"
"""Collection: round → what it came to, once it has closed."""


Until = Literal["session", "round", "asked", "gathered"]


@dataclass(frozen=True)
class Held:
    """A row of “what we hold about you”: its title by id, and `until` when it is held, as `office.held` says both.

    `names`: areas of the catalogue, below `names`, with words for ids among what is held.
    `plain`: fields whose value needs no word before it.
    `lines`: slice → what is told of it, where no own part does.
    """

    title: str
    until: Until = "session"
    names: tuple[str, ...] = ()
    plain: frozenset[str] = frozenset()
    lines: Callable[[Slice], Lines] = lambda slice_: ()


@dataclass(frozen=True)
class Collection:
    """A collection of slices.

    `of`: "room" for shared work, which has no owner; "seat" for one slice a seat, while the session runs; "round" for
    one slice a seat in `<name>.<round>`, erased when the round closes. `purpose`: of the seat's slot, else the name.
    `kept`: "all" of it is in the checkpoint and outlives the session; "chosen": there only what has `kept`.
    `counter`: tells how many slices there are (of those that `counts`): made anew when the live state is rebuilt, and
    one less when a seat gives its slice up. Of a "round", the first collection is counted as `<round>:answered`.
    `copied`: its slices are written by one phone each, so that what a worker wrote last is what lies there.
    `held`: how it is told, where the seat gets no own part of it.
    """

    name: str
    of: Literal["room", "seat", "round"] = "room"
    purpose: str = ""
    kept: Literal["", "all", "chosen"] = ""
    counter: str = ""
    counts: Callable[[Slice], bool] = lambda slice_: True
    copied: bool = False
    held: Held | None = None

    def ref(self, seat: Seat, round_id: str = "") -> SliceRef:
        """Where a seat's slice lies: of the session, or of one round."""
        slot = seat.slot(round_id or SESSION_SCOPE, self.purpose or self.name)
        return SliceRef(self.of_round(round_id) if round_id else self.name, slot)

    def of_round(self, round_id: str) -> str:
        """The collection's name in one round."""
        return f"{self.name}.{round_id}"


@dataclass(frozen=True)
class Quota:
    """How much one phone may do in a session: `most` steps upwards of a counter, or uses of commands that cost `name`.

    `a_minute`: of these, so many in a minute; 0 sets no such limit.
    """

    name: str
    most: int
    a_minute: int = 0


@dataclass(frozen=True)
class Moment:
    """What is done at whole multiples of `every` seconds of the server's clock, whoever taps.

    `where`: activities in whose steps there is something to do; in other steps nobody is asked. Empty: in all.
    """

    name: str
    every: int
    then: FollowUp
    where: frozenset[str] = frozenset()
