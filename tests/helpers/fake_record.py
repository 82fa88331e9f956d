"""The record, by hand and in memory, for the use cases' tests. Several workers may share one `Shelves`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from tests.helpers.fake_accounts import FakeAccounts
from tests.helpers.fake_receipts import FakeReceipts
from tests.helpers.fake_reports import FakeReports
from tests.helpers.fakes import Process
from workshop.domain.case_copy import CaseCopy
from workshop.domain.checkpoint import Checkpoint
from workshop.domain.results import Result, RoundResult
from workshop.domain.retention import Keeping
from workshop.service.ports import (
    Access,
    Destruction,
    Ending,
    KeptFigures,
    KeptOverview,
    KeptPool,
    Receipt,
    Release,
    SessionRecord,
    UnknownSession,
    Why,
)


@dataclass
class Shelves:
    """What lasts."""

    sessions: dict[str, SessionRecord] = field(default_factory=dict)
    facilitators: dict[str, set[str]] = field(default_factory=dict)
    checkpoints: dict[str, Checkpoint] = field(default_factory=dict)
    cases: dict[str, CaseCopy] = field(default_factory=dict)
    copies: list[CaseCopy] = field(default_factory=list)
    rounds: dict[tuple[str, str], Result] = field(default_factory=dict)
    releases: dict[str, Release] = field(default_factory=dict)
    destructions: dict[str, Destruction] = field(default_factory=dict)
    pools: dict[str, KeptPool] = field(default_factory=dict)
    figures: dict[str, KeptFigures] = field(default_factory=dict)
    summed: dict[str, bool] = field(default_factory=dict)
    overviews: dict[tuple[str, str], KeptOverview] = field(default_factory=dict)
    users: dict[str, str] = field(default_factory=dict)
    passwords: dict[str, str | None] = field(default_factory=dict)
    organisations: dict[str, str] = field(default_factory=dict)
    roles: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    tests: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    keepings: dict[str, Keeping] = field(default_factory=dict)
    receipts: dict[str, Receipt] = field(default_factory=dict)


class FakeRecord(FakeAccounts, FakeReports, FakeReceipts):
    """One worker's way to what lasts."""

    def __init__(self, shelves: Shelves | None = None, process: Process | None = None) -> None:
        self.shelves = shelves or Shelves()
        self.process = process or Process()

    # ------------------------------------------------------------ sessions

    def add_session(self, session, facilitators, checkpoint, case=None) -> None:
        self.process.step("add_session")
        if self.is_test(session.organisation) and not session.rehearsal:
            raise ValueError("an organisation of test data has no real session")
        self.shelves.sessions[session.id] = session
        self.shelves.facilitators[session.id] = set(facilitators)
        self._save(session.id, checkpoint)
        if case is not None:
            self.shelves.cases[session.id] = case

    def pin_case(self, session: str, case: CaseCopy) -> CaseCopy:
        if session not in self.shelves.sessions:
            raise UnknownSession(session)
        return self.shelves.cases.setdefault(session, case)

    def case_copy(self, sha256: str) -> CaseCopy | None:
        return next((c for c in (*self.shelves.cases.values(), *self.shelves.copies) if c.sha256 == sha256), None)

    def keep_copy(self, case: CaseCopy) -> None:
        self.process.step("keep_copy")
        self.shelves.copies.append(case)

    def tidy_cases(self) -> None:
        self.shelves.copies.clear()

    def pinned_case(self, session: str) -> CaseCopy | None:
        return self.shelves.cases.get(session)

    def unpinned_sessions(self) -> list[str]:
        return sorted(self.shelves.sessions.keys() - self.shelves.cases.keys())

    def session(self, session: str) -> SessionRecord | None:
        self.process.step("session")
        found = self.shelves.sessions.get(session)
        release = next((r.id for r in self.shelves.releases.values() if r.session == session), None)
        return None if found is None else replace(found, release=release)

    def change_session(self, session, of, checkpoint, case=None) -> bool:
        self.process.step("change_session")
        before = self.shelves.sessions.get(session.id)
        if before is None or before.state != of:
            return False
        stays = {n: getattr(before, n) for n in ("organisation", "owner", "delegates", "links", "rehearsal")}
        self.shelves.sessions[session.id] = replace(session, **stays)
        if case is not None:
            self.shelves.cases[session.id] = case
        self._save(session.id, checkpoint)
        return True

    def sessions_of(self, user: str, state: str, start: int = 0, limit: int | None = None) -> list[SessionRecord]:
        mine = [s for s, who in self.shelves.facilitators.items() if user in who]
        found = [record for s in mine if (record := self.session(s)) and record.state == state]
        by_name = sorted(found, key=lambda r: (r.title, r.id))
        return sorted(by_name, key=lambda r: r.held_on, reverse=state != "draft")[start:][:limit]

    def facilitators(self, session: str) -> frozenset[str]:
        return frozenset(self.shelves.facilitators.get(session, ()))

    def access(self, sessions: Collection[str]) -> dict[str, Access]:
        here = {s: self.shelves.sessions[s] for s in sessions if s in self.shelves.sessions}
        may = {(m.user, m.organisation) for m in self.members() if "facilitator" in m.roles}
        return {
            s: Access(found.links, frozenset(u for u in self.facilitators(s) if (u, found.organisation) in may))
            for s, found in here.items()
        }

    def add_facilitator(self, session: str, user: str) -> None:
        self.shelves.facilitators[session].add(user)

    def remove_facilitator(self, session: str, user: str) -> None:
        self.shelves.facilitators[session].discard(user)

    def new_links(self, session: str, links: str) -> None:
        found = self.shelves.sessions.get(session)
        if found is not None:
            self.shelves.sessions[session] = replace(found, links=links)

    def save_checkpoint(self, session: str, checkpoint: Checkpoint) -> None:
        self.process.step("save_checkpoint")
        found = self.shelves.sessions.get(session)
        if found is not None and found.state == "running":
            self._save(session, checkpoint)

    def _save(self, session: str, checkpoint: Checkpoint) -> None:
        before = self.shelves.checkpoints.get(session)
        if before is None or not checkpoint.is_older_than(before):
            head = checkpoint.head.without_times()
            named = self.case_copy(head.case)
            if named is not None and session in self.shelves.cases:
                self.shelves.cases[session] = named
            self.shelves.checkpoints[session] = replace(checkpoint, head=head)
            found = self.shelves.sessions[session]
            self.shelves.sessions[session] = replace(found, held_on=head.held_on or found.held_on)

    def checkpoint(self, session: str) -> Checkpoint | None:
        self.process.step("checkpoint")
        return self.shelves.checkpoints.get(session)

    def end_session(self, session: str, ending: Ending) -> None:
        self.process.step("end_session")
        found = self.shelves.sessions.get(session)
        if found is not None and found.state != "ended":
            enough = ending.delegates is not None and ending.delegates >= found.k
            ended = replace(found, state="ended", delegates=ending.delegates if enough else None)
            self.shelves.sessions[session] = ended
            self._save(session, ending.checkpoint)

    def ping(self) -> None:
        self.process.step("ping_record")

    def running_sessions(self) -> list[str]:
        return sorted(s.id for s in self.shelves.sessions.values() if s.state == "running")

    def session_of_code(self, code: str) -> str | None:
        self.process.step("session_of_code")
        return next((s.id for s in self.shelves.sessions.values() if (s.code, s.state) == (code, "running")), None)

    def forget(self, session: str, why: Why | None = None) -> bool:
        self.process.step("forget_record")
        if any(r.session == session for r in self.shelves.releases.values()):
            return False
        self._erase(session, None, why)
        return True

    # ------------------------------------------------------------ rounds

    def save_round(self, session: str, result: Result) -> None:
        self.process.step("save_round")
        self.shelves.rounds.setdefault((session, result.round), result)

    def reveal_round(self, session: str, round: str) -> None:
        self.process.step("reveal_round")
        found = self.shelves.rounds.get((session, round))
        if isinstance(found, RoundResult):
            self.shelves.rounds[session, round] = replace(found, revealed=True)

    def drop_unseen(self, session: str, round: str) -> None:
        self.process.step("drop_unseen")
        found = self.shelves.rounds.get((session, round))
        if found is not None and not (isinstance(found, RoundResult) and found.revealed):
            del self.shelves.rounds[session, round]

    def round(self, session: str, round: str) -> Result | None:
        self.process.step("round")
        return self.shelves.rounds.get((session, round))

    def rounds(self, session: str) -> list[Result]:
        found = [r for (owner, _), r in self.shelves.rounds.items() if owner == session]
        return sorted(found, key=lambda r: (r.round[0], int(r.round[1:])))
