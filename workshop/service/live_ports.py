"""What passes between the use cases and the live store: readings, commits, what an earlier run has left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workshop.activities.base import Slice, SliceRef
from workshop.domain.live import Head


@dataclass(frozen=True)
class Operation:
    """An operation id with the scope in which it is remembered, and a digest of what was asked under it."""

    scope: str
    id: str
    asked: str = ""


@dataclass(frozen=True)
class Loaded:
    """What a rule is about to see. `raw` are the bytes that the commit compares with."""

    head: Head
    slices: Mapping[SliceRef, Slice | None]
    wholes: Mapping[str, Mapping[str, Slice]]
    counts: Mapping[str, int]
    raw: Mapping[SliceRef, bytes | None]
    epoch: str = ""
    """When given, the commit is for this epoch only: a rebuilt live state has other slots for the same seats."""


@dataclass(frozen=True)
class Committed:
    """The revision after the commit. `repeated`: this operation had been done before, nothing was written."""

    rev: int
    repeated: bool = False


class Reused(Exception):
    """This operation id was used for something else before. Nothing was written."""


class Conflict(Exception):
    """Head or slices changed since they were loaded. Load and try again."""


@dataclass(frozen=True)
class Snapshot:
    """One consistent reading of a live session, for building parts."""

    epoch: str
    rev: int
    head: Head
    parts: Mapping[str, int]
    counts: Mapping[str, int]
    collections: Mapping[str, Mapping[str, Slice]]


@dataclass(frozen=True)
class Left:
    """What an earlier run of the live store's server left of a session: it may be older than what was acknowledged."""

    head: Head
    rev: int


SENDING_AGAIN = "sending-again"
"""The lease that is held while phones send again what the live store may have lost."""
