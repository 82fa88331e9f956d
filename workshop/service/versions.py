"""Keep a version of the explanation, as it was when the room moved on."""

from __future__ import annotations

from dataclasses import replace

from workshop.activities.base import Change, EndSession, Whole
from workshop.activities.formulation_traces import VERSIONS
from workshop.activities.formulation_versions import OF, keep
from workshop.activities.registry import BY_NAME
from workshop.domain.live import Head
from workshop.service.transact import Reading, Write

READ = tuple(Whole(name) for name in (*OF, VERSIONS.name))


def with_version(reading: Reading, write: Write) -> Write:
    """The same, and with it the version that is kept when the room moves so: both are committed, or neither is.

    What has not changed since is not kept again. Raises Unavailable.
    """
    before, after = write.loaded.head, moved_to(write.loaded.head, write.change)
    kept = [one for activity in BY_NAME.values() if after and (one := activity.keeps(before, after))]
    if not kept:
        return write
    more = keep(kept[0].cause, kept[0].information, reading.load(*READ).wholes)
    if more is None:
        return write
    change = write.change
    return replace(write, change=replace(change, put={**change.put, **more.put}, parts=change.parts | more.parts))


def moved_to(before: Head, change: Change) -> Head | None:
    """Where the room is after it; None where it does not move."""
    ends = any(isinstance(then, EndSession) for then in change.then)
    return replace(before, state="ended") if ends else change.head
