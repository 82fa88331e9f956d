"""What a rule names to be read: slices, whole collections, counters; and the seat that knows where its slices lie."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from workshop.activities.base_changes import SliceRef


class Whole(NamedTuple):
    """A whole collection, for the few facilitators' commands that need one."""

    collection: str


class Counter(NamedTuple):
    """One counter that a delegate's command needs (a facilitator's command gets them all)."""

    name: str


Read = SliceRef | Whole | Counter


class Seat(Protocol):
    """A delegate's anonymous place: gives the key under which this seat's slice of a scope lies.

    The key of a scope that has been closed is "" (its salt is gone), and nothing lies there.
    """

    def slot(self, scope: str, purpose: str) -> str: ...


class NobodysSeat:
    """Stands where a facilitator has no seat. Asking it for a slot is a programming error."""

    def slot(self, scope: str, purpose: str) -> str:
        raise LookupError(f"a facilitator has no slot ({purpose} in {scope})")
