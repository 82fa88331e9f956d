"""What the use cases need of the record: sessions and where they stand, rounds, accounts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from workshop.domain.case_copy import CaseCopy
from workshop.domain.checkpoint import Checkpoint
from workshop.domain.days import ANYWHERE
from workshop.domain.results import Result
from workshop.service.case_ports import CaseCopies
from workshop.service.release_ports import Releases
from workshop.service.retention_ports import Retention, Why

SessionState = Literal["draft", "running", "ended"]


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
    held_on: str  # ISO date, in the session's zone: when it left its lobby; before, when it was made or is planned for
    delegates: int | None  # devices joined, known at the end; None before, and withheld below k
    release: str | None  # id of the release, if released
    links: str = ""  # random; passes that name another were called back
    zone: str = ANYWHERE  # of the room (IANA)
    rehearsal: bool = False  # with invented people, for ever: it is released in an organisation of test data alone


@dataclass(frozen=True)
class Ending:
    """What remains of a session when it ends, besides its rounds: shared work and approved texts."""

    checkpoint: Checkpoint
    delegates: int | None
    """The most who ever held a seat at once; None when that is not known."""


@dataclass(frozen=True)
class Access:
    """Who may be in a session besides its phones: whose passes name these links, and accounts that may run it.

    An account may while it facilitates the session and has the role in its organisation.
    """

    links: str
    facilitators: frozenset[str]


ROLES = ("admin", "facilitator", "reviewer")


@dataclass(frozen=True)
class Member:
    """One account in one organisation."""

    user: str
    email: str
    organisation: str
    organisation_name: str
    roles: frozenset[str]
    test: bool = False
    """Whether all that the organisation has is invented."""


class Accounts(Protocol):
    """Who has an account, and what it may do where. Every method may raise `Unavailable`."""

    def add_member(self, email: str, password_hash: str | None, organisation: str, roles: frozenset[str]) -> Member:
        """Raises ValueError for a role that there is not."""
        ...

    def add_test_organisation(self, name: str) -> str:
        """A new one, all of whose data are invented, for ever. Its id. Raises ValueError when the name is taken."""
        ...

    def is_test(self, organisation: str) -> bool:
        """Whether all that an organisation has is invented."""
        ...

    def set_password(self, email: str, password_hash: str) -> bool:
        """False when there is no such account."""
        ...

    def memberships(self, user: str) -> list[Member]:
        """Of one account, one for each organisation."""
        ...

    def members(self) -> list[Member]:
        """All of all organisations, by the organisation's name, then by address."""
        ...

    def use_link(self, token: str) -> bool:
        """True the first time a one-time link is used, False ever after."""
        ...

    def link_was_used(self, token: str) -> bool:
        """Whether it was, without using it."""
        ...


class Sessions(Protocol):
    """Sessions as they are listed, found by their code, and gone."""

    def add_session(
        self,
        session: SessionRecord,
        facilitators: tuple[str, ...],
        checkpoint: Checkpoint,
        case: CaseCopy | None = None,
    ) -> None:
        """In one transaction, with the copy of its case study, which is kept once for all sessions of the same.

        Raises ValueError for a session with real people in an organisation of test data."""
        ...

    def change_session(
        self, session: SessionRecord, of: SessionState, checkpoint: Checkpoint, case: CaseCopy | None = None
    ) -> bool:
        """How it is listed (but for its owner, links, and number of delegates), its checkpoint and its copy from now
        on, in one transaction. False, and nothing is changed, when it is not there in the state `of`."""
        ...

    def session(self, session: str) -> SessionRecord | None:
        """One by id."""
        ...

    def sessions_of(
        self, user: str, state: SessionState, start: int = 0, limit: int | None = None
    ) -> list[SessionRecord]:
        """Sessions of one state that this facilitator owns or co-facilitates; `limit` from the `start`th on.

        Drafts come with the next day first, others with the newest."""
        ...

    def facilitators(self, session: str) -> frozenset[str]:
        """Ids of the accounts that may run it."""
        ...

    def access(self, sessions: Collection[str]) -> Mapping[str, Access]:
        """Of all of them in one question; without those that are not there."""
        ...

    def add_facilitator(self, session: str, user: str) -> None:
        """One more; again is harmless."""
        ...

    def remove_facilitator(self, session: str, user: str) -> None:
        """One less; again is harmless."""
        ...

    def new_links(self, session: str, links: str) -> None:
        """From now on passes have to name these links; harmless when the session is gone."""
        ...

    def running_sessions(self) -> list[str]:
        """Ids of all that were opened and have not ended."""
        ...

    def session_of_code(self, code: str) -> str | None:
        """The session that has not ended and answers to a join code."""
        ...

    def end_session(self, session: str, ending: Ending) -> None:
        """Ended, once: its number of delegates is withheld below k. Again is harmless."""
        ...

    def forget(self, session: str, why: Why | None = None) -> bool:
        """Delete the session and all that hangs on it from the database and its write-ahead log; leave a receipt.

        No receipt is left of a draft or a rehearsal, and where no reason is given.
        False, and nothing is deleted, when its report has been released: `destroy` is for that.
        """
        ...


class Checkpoints(Protocol):
    """Where a session stands, so that its live state can be made again."""

    def save_checkpoint(self, session: str, checkpoint: Checkpoint) -> None:
        """Replace the checkpoint, in one transaction. Older heads (by version) never replace newer ones.

        After the end nothing does: what nobody kept must not come back."""
        ...

    def checkpoint(self, session: str) -> Checkpoint | None:
        """What was saved last."""
        ...


class Rounds(Protocol):
    """What closed rounds came to."""

    def save_round(self, session: str, result: Result) -> None:
        """One transaction; the second saving of a round changes nothing."""
        ...

    def reveal_round(self, session: str, round: str) -> None:
        """A round that was saved without having been shown has now been shown."""
        ...

    def drop_unseen(self, session: str, round: str) -> None:
        """Delete a round that was never shown; a placing round that was, or one that is not there, stays as it is."""
        ...

    def round(self, session: str, round: str) -> Result | None:
        """One by id."""
        ...

    def rounds(self, session: str) -> list[Result]:
        """All, in the order of their ids."""
        ...


class Record(Sessions, Checkpoints, Rounds, Accounts, Releases, Retention, CaseCopies, Protocol):
    """What lasts. Every method may raise `Unavailable`."""

    def ping(self) -> None:
        """Returns when the record answers, and has its tables."""
        ...
