"""What the use cases need of the outside: a live store, a record, a casebook. Fakes in tests keep the same shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from workshop.activities.base import Change, Read, Seat, Slice
from workshop.domain.case_copy import CaseCopy
from workshop.domain.checkpoint import Checkpoint
from workshop.domain.live import Head
from workshop.domain.results import AnswersResult, RoundResult
from workshop.service.case_ports import CaseCopies
from workshop.service.case_ports import Scenarios as Scenarios
from workshop.service.live_ports import SENDING_AGAIN as SENDING_AGAIN
from workshop.service.live_ports import Committed as Committed
from workshop.service.live_ports import Conflict as Conflict
from workshop.service.live_ports import Left as Left
from workshop.service.live_ports import Loaded as Loaded
from workshop.service.live_ports import Operation as Operation
from workshop.service.live_ports import Reused as Reused
from workshop.service.live_ports import Snapshot as Snapshot
from workshop.service.release_ports import KeptPool as KeptPool
from workshop.service.release_ports import Release as Release
from workshop.service.release_ports import Releases


class Unavailable(Exception):
    """The live store or the record cannot be reached just now. Nothing is lost: the sender keeps and repeats."""


class UnknownSession(Exception):
    """No live session of this id."""


# ---------------------------------------------------------------- live


class LiveStore(Protocol):
    """The real-time state. Every method may raise `Unavailable`."""

    def create(
        self, head: Head, collections: Mapping[str, Mapping[str, Slice]], counts: Mapping[str, int], since: int = 0
    ) -> None:
        """Open (or rebuild) a live session under a new epoch. Does nothing when this run of the server has it.

        Of what an earlier run left, head, collections and counts that are named are replaced, and all else stays. Its
        revision is above `since` and above what lay there.
        """
        ...

    def left(self, session: str) -> Left | None:
        """What lies there, whichever run of the server it is of."""
        ...

    def sessions(self) -> list[str]:
        """Every session of which anything lies there."""
        ...

    def run(self) -> str:
        """Another one when a server was started again: what it may have lost is to be looked for."""
        ...

    def head(self, session: str, fresh: bool = False) -> Head:
        """The head; may be a worker's copy (a commit against an old one conflicts). Raises UnknownSession."""
        ...

    def seat(self, session: str, token: str) -> Seat:
        """A seat whose slots fit the head last read."""
        ...

    def load(self, head: Head, reads: tuple[Read, ...], all_counts: bool, warm: bool = False) -> Loaded:
        """What a rule named. `warm`: what this worker itself wrote last will do, for the commit compares it."""
        ...

    def commit(self, loaded: Loaded, change: Change, operation: Operation | None) -> Committed:
        """Write the change iff head and slices are as loaded. Raises Conflict, Reused."""
        ...

    def view(self, session: str, needs: Callable[[Head], tuple[str, ...]]) -> Snapshot: ...

    def revision(self, session: str) -> int: ...
    def did(self, session: str, operation: Operation) -> bool:
        """Whether this very operation was done before."""
        ...

    def find_code(self, code: str) -> str | None:
        """The running session that answers to a join code."""
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

    def lease(self, session: str, what: str, seconds: float) -> bool:
        """True when nobody else is at it."""
        ...

    def release_lease(self, session: str, what: str) -> None: ...
    def tick(self, what: str, seconds: int, by: int = 1) -> int:
        """Add to a counter of the whole installation that starts again every `seconds`; its figure. 0 only reads."""
        ...


# ---------------------------------------------------------------- record


SessionState = Literal["running", "ended"]


@dataclass(frozen=True)
class SessionRecord:
    """A session as it is listed: never with a time finer than a day."""

    id: str
    organisation: str
    owner: str
    title: str
    code: str
    scenario: str
    scenario_version: int
    scenario_title: str
    agenda: str
    k: int
    state: SessionState
    held_on: str  # ISO date
    delegates: int | None  # devices joined, known at the end; None before, and withheld below k
    release: str | None  # id of the release, if released
    links: str = ""  # random; passes that name another were called back


@dataclass(frozen=True)
class Ending:
    """What remains of a session when it ends, besides its rounds: shared work and approved texts."""

    checkpoint: Checkpoint
    delegates: int | None
    """The most who ever held a seat at once; None when that is not known."""


ROLES = ("admin", "facilitator", "reviewer")


@dataclass(frozen=True)
class Member:
    """One account in one organisation."""

    user: str
    email: str
    organisation: str
    organisation_name: str
    roles: frozenset[str]


class Accounts(Protocol):
    """Who has an account, and what it may do where. Every method may raise `Unavailable`."""

    def add_member(self, email: str, password_hash: str | None, organisation: str, roles: frozenset[str]) -> Member:
        """Raises ValueError for a role that there is not."""
        ...

    def set_password(self, email: str, password_hash: str) -> bool: ...
    def memberships(self, user: str) -> list[Member]: ...
    def members(self) -> list[Member]: ...
    def use_link(self, token: str) -> bool:
        """True the first time a one-time link is used, False ever after."""
        ...

    def link_was_used(self, token: str) -> bool: ...


class Record(Accounts, Releases, CaseCopies, Protocol):
    """What lasts. Every method may raise `Unavailable`."""

    def add_session(
        self,
        session: SessionRecord,
        facilitators: tuple[str, ...],
        checkpoint: Checkpoint,
        case: CaseCopy | None = None,
    ) -> None:
        """In one transaction, with the copy of its case study, which is kept once for all sessions of the same."""
        ...

    def session(self, session: str) -> SessionRecord | None: ...
    def sessions_of(self, user: str, start: int = 0, limit: int | None = None) -> list[SessionRecord]:
        """Sessions that this facilitator owns or co-facilitates, newest first; `limit` from the `start`th on."""
        ...

    def facilitators(self, session: str) -> frozenset[str]: ...
    def add_facilitator(self, session: str, user: str) -> None: ...
    def new_links(self, session: str, links: str) -> None:
        """From now on passes have to name these links; harmless when the session is gone."""
        ...

    def save_checkpoint(self, session: str, checkpoint: Checkpoint) -> None:
        """Replace the checkpoint, in one transaction. Older heads (by version) never replace newer ones.

        After the end nothing does: what nobody kept must not come back."""
        ...

    def checkpoint(self, session: str) -> Checkpoint | None: ...
    def save_round(self, session: str, result: RoundResult | AnswersResult) -> None:
        """One transaction; the second saving of a round changes nothing."""
        ...

    def reveal_round(self, session: str, round: str) -> None:
        """A round that was saved without having been shown has now been shown."""
        ...

    def drop_unseen(self, session: str, round: str) -> None:
        """Delete a placing round that was never shown; one that was shown, or is not there, stays as it is."""
        ...

    def round(self, session: str, round: str) -> RoundResult | AnswersResult | None: ...
    def rounds(self, session: str) -> list[RoundResult | AnswersResult]: ...
    def end_session(self, session: str, ending: Ending) -> None: ...
    def running_sessions(self) -> list[str]: ...
    def session_of_code(self, code: str) -> str | None:
        """The session that has not ended and answers to a join code."""
        ...

    def forget(self, session: str) -> None:
        """Delete the session and all that hangs on it from the database and its write-ahead log."""
        ...
