"""What the use cases need of the live store: to read, to commit, to open and erase sessions, to keep others away."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from workshop.activities.base import Change, Read, Seat, Slice, SliceRef
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
    """The revision after the commit. `repeated`: this operation had been done before, nothing was written.

    `epoch`: the one in which it is there. Another one may have lost it.
    """

    rev: int
    repeated: bool = False
    epoch: str = ""


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
class Signs:
    """By what a worker knows that something happened in a session since it looked last, without reading it.

    `rev` moves with what people see. `writes` counts all that was committed, single answers with it: nobody is told.
    """

    epoch: str
    rev: int
    writes: int


@dataclass(frozen=True)
class Leftover:
    """What an earlier run of the live store's server left of a session: it may be older than what was acknowledged."""

    head: Head
    rev: int


SENDING_AGAIN = "sending-again"
"""The lease that is held while phones send again what the live store may have lost."""


class LiveReading(Protocol):
    """A session as it is now, or as this worker last saw it."""

    def head(self, session: str, fresh: bool = False) -> Head:
        """The head; may be a worker's copy (a commit against an old one conflicts). Raises UnknownSession."""
        ...

    def seat(self, session: str, token: str) -> Seat:
        """A seat whose slots fit the head last read. Raises UnknownSession."""
        ...

    def scope_is_open(self, session: str, scope: str) -> bool:
        """Whether seats still have slots in a scope ("session", or a round's id), as the head was read last: what they
        said in it can be found. Raises UnknownSession.
        """
        ...

    def load(self, head: Head, reads: tuple[Read, ...], all_counts: bool, warm: bool = False) -> Loaded:
        """What a rule named. `warm`: what this worker itself wrote last will do, for the commit compares it."""
        ...

    def view(self, session: str, needs: Callable[[Head], tuple[str, ...]]) -> Snapshot:
        """One consistent reading, with the collections that its head needs. Raises UnknownSession."""
        ...

    def revision(self, session: str) -> int:
        """The newest; 0 when there is no such session."""
        ...

    def signs(self, sessions: Collection[str]) -> Mapping[str, Signs]:
        """Of all of them in one round trip; without those that are not there, or not yet put right."""
        ...

    def find_code(self, code: str) -> str | None:
        """The running session that answers to a join code."""
        ...


class LiveWriting(Protocol):
    """The one way in which a live session changes."""

    def commit(self, loaded: Loaded, change: Change, operation: Operation | None) -> Committed:
        """Write the change iff head and slices are as loaded. Raises Conflict, Reused, UnknownSession.

        Use cases do not call it: `service/transact.py` does.
        """
        ...

    def was_done(self, session: str, operation: Operation) -> bool:
        """Whether this very operation was committed before, and its scope is still open."""
        ...


class LiveKeeping(Protocol):
    """How a session begins in the live store, comes back, and goes."""

    def create(
        self, head: Head, collections: Mapping[str, Mapping[str, Slice]], counts: Mapping[str, int], since: int = 0
    ) -> None:
        """Open (or rebuild) a live session under a new epoch. Does nothing when this run of the server has it.

        Of what an earlier run left, head, collections and counts that are named are replaced, and all else stays. Its
        revision is above `since` and above what lay there.
        """
        ...

    def leftover(self, session: str) -> Leftover | None:
        """What lies there, whichever run of the server it is of."""
        ...

    def sessions(self) -> list[str]:
        """Every session of which anything lies there."""
        ...

    def run_id(self) -> str:
        """Of the server: another one when it was started again, and what it may have lost is to be looked for."""
        ...

    def erase_scope(self, session: str, scope: str, collections: tuple[str, ...]) -> None:
        """Delete salt, operation ids and collections of a closed scope, and have the log on disk rewritten."""
        ...

    def retire(self, session: str, code: str) -> None:
        """After the end: keep only what tells late phones that it has ended, for a day."""
        ...

    def forget(self, session: str) -> None:
        """Delete every key of the session and rewrite the log on disk."""
        ...


class Leases(Protocol):
    """That one worker is at something, for a while: it saves work, and nothing depends on it."""

    def take_lease(self, session: str, what: str, seconds: float) -> bool:
        """True when nobody else is at it; then nobody else gets it for so long."""
        ...

    def is_leased(self, session: str, what: str) -> bool:
        """Whether somebody is at it."""
        ...

    def release_lease(self, session: str, what: str) -> None:
        """Let others at it before its time is over."""
        ...


class Counts(Protocol):
    """Counters of the whole installation. Each is one number that goes after its time, and names nobody."""

    def count(self, what: str, seconds: int) -> int:
        """One more; the figure with it. It starts again `seconds` after its first."""
        ...

    def counted(self, what: str) -> int:
        """The figure now."""
        ...

    def all_counted(self, whats: Collection[str]) -> Mapping[str, int]:
        """The figures of several, in one round trip."""
        ...


class LiveStore(LiveReading, LiveWriting, LiveKeeping, Leases, Counts, Protocol):
    """The real-time state. Every method may raise `Unavailable`."""

    def ping(self) -> None:
        """Returns when the store answers."""
        ...
