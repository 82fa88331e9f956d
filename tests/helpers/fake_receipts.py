"""Of the record in memory: for how long organisations keep things, and receipts of what was erased."""

from __future__ import annotations

from typing import Any

from tests.helpers.fake_receipt import receipt_of
from workshop.domain.days import ANYWHERE, days_after
from workshop.domain.retention import Keeping
from workshop.service.ports import Due, Receipt, Why


class FakeReceipts:
    """Mixed into FakeRecord."""

    shelves: Any
    process: Any
    session: Any
    _let_go: Any

    def keeping(self, organisation: str) -> Keeping:
        return self.shelves.keepings.get(organisation, Keeping())

    def keeping_of(self, session: str) -> Keeping:
        found = self.shelves.sessions.get(session)
        return self.keeping(found.organisation) if found else Keeping()

    def every_keeping(self) -> dict[str, Keeping]:
        known = {*self.shelves.organisations.values(), *(s.organisation for s in self.shelves.sessions.values())}
        return {organisation: self.keeping(organisation) for organisation in sorted(known)}

    def choose_keeping(self, organisation: str, keeping: Keeping) -> None:
        self.shelves.keepings[organisation] = keeping

    def unreleased_due(self, today: str, state: str, limit: int) -> list[Due]:
        filed = {r.session for r in self.shelves.releases.values()}
        mine = [s for s in self.shelves.sessions.values() if s.state == state and s.id not in filed]
        found = [Due(s.id, s.held_on, s.zone, self.keeping(s.organisation), s.title) for s in mine]
        return self._due("unreleased", found, today, limit)

    def released_due(self, today: str, limit: int, organisation: str | None = None) -> list[Due]:
        found = [
            Due(r.id, r.released_on, s.zone if s else ANYWHERE, self.keeping(r.organisation), r.title)
            for r in self.shelves.releases.values()
            for s in [self.shelves.sessions.get(r.session)]
            if organisation in (None, r.organisation)
        ]
        return self._due("released", found, today, limit)

    def _due(self, kind, found: list[Due], today: str, limit: int) -> list[Due]:
        newest = [(d, d.keeping.newest_that_may_go(kind, days_after(today, 1))) for d in found]
        return sorted((d for d, last in newest if last and d.day <= last), key=lambda d: (d.day, d.id))[:limit]

    def lapse(self, session: str, why: Why) -> bool:
        self.process.step("lapse")
        found = self.session(session)
        if found is None or found.state != "ended" or found.release:
            return False
        self._erase(session, None, why)
        return True

    def expire(self, release: str, why: Why) -> str | None:
        self.process.step("expire")
        found = self.shelves.releases.get(release)
        if found is not None:
            self._erase(found.session, release, why)
        return found.session if found else None

    def tidy_deleted(self) -> None:
        self.process.step("tidy_deleted")

    def _erase(self, session: str, release: str | None, why: Why | None) -> None:
        found, filed = self.shelves.sessions.get(session), self.shelves.releases.pop(release, None)
        if why and (filed or (found and not found.rehearsal and found.state != "draft")):
            rounds = sum(owner == session for owner, _ in self.shelves.rounds)
            made = receipt_of(found, filed, rounds, self.shelves.checkpoints.get(session), why)
            self.shelves.receipts[made.id] = made
        self.shelves.destructions.pop(release, None)
        if (figures := self.shelves.figures.pop(release, None)) is not None:
            self._let_go(figures)
        self._forget(session)

    def _forget(self, session: str) -> None:
        for of in (self.shelves.sessions, self.shelves.facilitators, self.shelves.checkpoints, self.shelves.cases):
            of.pop(session, None)
        self.shelves.rounds = {key: r for key, r in self.shelves.rounds.items() if key[0] != session}

    def receipts(self, organisation: str, start: int = 0, limit: int | None = None) -> list[Receipt]:
        mine = sorted((r for r in self.shelves.receipts.values() if r.organisation == organisation), key=lambda r: r.id)
        return sorted(mine, key=lambda r: (r.erased_on, r.held_on), reverse=True)[start:][:limit]

    def receipt(self, receipt: str) -> Receipt | None:
        return self.shelves.receipts.get(receipt)

    def held_of(self, organisation: str) -> tuple[list[str], list[str]]:
        filed = {r.session for r in self.shelves.releases.values()}
        mine = (s for s in self.shelves.sessions.values() if s.organisation == organisation and s.id not in filed)
        releases = (r.id for r in self.shelves.releases.values() if r.organisation == organisation)
        return sorted(s.id for s in mine), sorted(releases)
