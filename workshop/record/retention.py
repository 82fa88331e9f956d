"""For how long organisations keep things, what is due, and receipts of what was erased."""

from __future__ import annotations

from datetime import date
from typing import cast

from sqlalchemy import Engine, ScalarResult, Select, exists, select, update
from sqlalchemy.orm import Session as Db

from workshop.domain.days import ANYWHERE, days_after
from workshop.domain.retention import Keeping
from workshop.record import tables as t
from workshop.record.engine import transaction
from workshop.record.erasing import erase
from workshop.record.sessions import Sessions
from workshop.service.retention_ports import Due, Receipt, Rule, Why

FILED = exists().where(t.SavedRelease.session == t.Session.id)


class Retention(Sessions):
    """Mixed into SqlRecord."""

    engine: Engine

    def keeping(self, organisation: str) -> Keeping:
        """What it has chosen; the defaults, when that is nothing."""
        with transaction(self.engine) as db:
            row = db.get(t.Organisation, organisation)
            return Keeping.from_json(row.keeping if row else None)

    def keeping_of(self, session: str) -> Keeping:
        """Of a session's organisation, in one question: every phone at the door asks it."""
        ours = select(t.Organisation.keeping).join(t.Session, t.Session.organisation == t.Organisation.id)
        with transaction(self.engine) as db:
            return Keeping.from_json(db.scalars(ours.where(t.Session.id == session)).one_or_none())

    def every_keeping(self) -> dict[str, Keeping]:
        """Of every organisation, by its id."""
        with transaction(self.engine) as db:
            rows = db.execute(select(t.Organisation.id, t.Organisation.keeping).order_by(t.Organisation.id))
            return {organisation: Keeping.from_json(kept) for organisation, kept in rows}

    def choose_keeping(self, organisation: str, keeping: Keeping) -> None:
        """From now on; harmless when the organisation is not there."""
        chosen = update(t.Organisation).where(t.Organisation.id == organisation).values(keeping=keeping.as_json())
        with transaction(self.engine) as db:
            db.execute(chosen)

    def unreleased_due(self, today: str, state: str, limit: int) -> list[Due]:
        """Sessions of this state that nobody released, whose time may be over somewhere, oldest first."""
        found: list[Due] = []
        for organisation, keeping in self.every_keeping().items():
            newest = keeping.newest_that_may_go("unreleased", days_after(today, 1))
            if newest is None:
                continue
            wanted = (
                select(t.Session.id, t.Session.held_on, t.Session.zone, t.Session.title)
                .where(t.Session.organisation == organisation, t.Session.state == state, ~FILED)
                .where(t.Session.held_on <= date.fromisoformat(newest))
                .order_by(t.Session.held_on, t.Session.id)
                .limit(limit)
            )
            found += self._due(wanted, keeping)
        return found

    def released_due(self, today: str, limit: int, organisation: str | None = None) -> list[Due]:
        """Releases (of one organisation) whose time may be over somewhere, oldest first."""
        found: list[Due] = []
        for of, keeping in (
            {organisation: self.keeping(organisation)} if organisation else self.every_keeping()
        ).items():
            newest = keeping.newest_that_may_go("released", days_after(today, 1))
            if newest is None:
                continue
            wanted = (
                select(t.SavedRelease.id, t.SavedRelease.released_on, t.Session.zone, t.SavedRelease.title)
                .outerjoin(t.Session, t.Session.id == t.SavedRelease.session)
                .where(t.SavedRelease.organisation == of)
                .where(t.SavedRelease.released_on <= date.fromisoformat(newest))
                .order_by(t.SavedRelease.released_on, t.SavedRelease.id)
                .limit(limit)
            )
            found += self._due(wanted, keeping)
        return found

    def _due(self, wanted: Select[str, date, str, str], keeping: Keeping) -> list[Due]:
        with transaction(self.engine) as db:
            rows = db.execute(wanted)
            return [Due(id, day.isoformat(), zone or ANYWHERE, keeping, title) for id, day, zone, title in rows]

    def forget(self, session: str, why: Why | None = None) -> bool:
        """Delete the session and all that hangs on it; False when its report has been released."""
        filed = exists().where(t.SavedRelease.session == session)
        held = update(t.Session).where(t.Session.id == session, ~filed).values(state=t.Session.state)
        with transaction(self.engine) as db:
            found = db.execute(held.returning(t.Session.id)).one_or_none()  # a write first: it locks the file
            if db.scalar(select(filed)):
                return False
            if found:
                erase(db, session, None, why)
        self.tidy_deleted()
        return True

    def lapse(self, session: str, why: Why) -> bool:
        """Erase one that has ended and that nobody released; False when it is none (any more)."""
        held = update(t.Session).where(t.Session.id == session, t.Session.state == "ended", ~FILED)
        with transaction(self.engine) as db:
            found = _held(db, db.scalars(held.values(state="ended").returning(t.Session.id)))
            if found:
                erase(db, session, None, why)
        return found is not None

    def expire(self, release: str, why: Why) -> str | None:
        """Erase a released report with its session: the session's id. None when it is not there (any more)."""
        held = update(t.SavedRelease).where(t.SavedRelease.id == release)
        with transaction(self.engine) as db:
            session = _held(db, db.scalars(held.values(title=t.SavedRelease.title).returning(t.SavedRelease.session)))
            if session:
                erase(db, session, release, why)
        return session

    def receipts(self, organisation: str, start: int = 0, limit: int | None = None) -> list[Receipt]:
        """An organisation's, newest day first; `limit` of them from the `start`th on."""
        of = t.Erased
        wanted = select(of).where(of.organisation == organisation)
        ordered = wanted.order_by(of.erased_on.desc(), of.held_on.desc(), of.id).offset(start).limit(limit)
        with transaction(self.engine) as db:
            return [_receipt(row) for row in db.scalars(ordered)]

    def receipt(self, receipt: str) -> Receipt | None:
        """One by id."""
        with transaction(self.engine) as db:
            row = db.get(t.Erased, receipt)
            return None if row is None else _receipt(row)

    def held_of(self, organisation: str) -> tuple[list[str], list[str]]:
        """Ids of an organisation's sessions that nobody has released, and of its releases."""
        sessions = select(t.Session.id).where(t.Session.organisation == organisation, ~FILED).order_by(t.Session.id)
        releases = select(t.SavedRelease.id).where(t.SavedRelease.organisation == organisation)
        with transaction(self.engine) as db:
            return list(db.scalars(sessions)), list(db.scalars(releases.order_by(t.SavedRelease.id)))


def _held(db: Db, found: ScalarResult[str]) -> str | None:
    """A write first: it locks the file, or the row, until the transaction is over."""
    held = found.one_or_none()
    db.expire_all()
    return held


def _receipt(row: t.Erased) -> Receipt:
    return Receipt(
        id=row.id,
        organisation=row.organisation,
        scenario_title=row.scenario_title,
        held_on=row.held_on.isoformat(),
        rule=cast("Rule", row.rule),
        erased_on=row.erased_on.isoformat(),
        counts=row.counts,
        digests=row.digests,
    )
