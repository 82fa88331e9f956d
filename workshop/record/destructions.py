"""Requests that a released report be destroyed, and what becomes of them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from sqlalchemy import Engine, delete
from sqlalchemy.exc import IntegrityError

from workshop.record import tables as t
from workshop.record.engine import transaction
from workshop.record.overviews import let_go_of
from workshop.record.sessions import Sessions
from workshop.service.ports import Destruction


class Destructions(Sessions):
    """Mixed into SqlRecord."""

    engine: Engine

    def ask_destruction(self, asked: Destruction) -> None:
        """The first request for a release stands, until it is withdrawn."""
        with suppress(IntegrityError), transaction(self.engine) as db:  # asked by two at once; or the release is gone
            if db.get(t.Destruction, asked.release) is None:
                on = date.fromisoformat(asked.asked_on)
                db.add(t.Destruction(release=asked.release, asked_by=asked.asked_by, asked_on=on))

    def destruction(self, release: str) -> Destruction | None:
        """The request that stands, or None."""
        with transaction(self.engine) as db:
            row = db.get(t.Destruction, release)
            return None if row is None else Destruction(row.release, row.asked_by, row.asked_on.isoformat())

    def withdraw_destruction(self, release: str) -> bool:
        """Whether there was one."""
        with transaction(self.engine) as db:
            found = db.execute(
                delete(t.Destruction).where(t.Destruction.release == release).returning(t.Destruction.release)
            )
            return found.scalar_one_or_none() is not None

    def destroy(self, asked: Destruction) -> bool:
        """The release and its session; False when just this request does not stand any more."""
        stands = delete(t.Destruction).where(
            t.Destruction.release == asked.release,
            t.Destruction.asked_by == asked.asked_by,
            t.Destruction.asked_on == date.fromisoformat(asked.asked_on),
        )
        with transaction(self.engine) as db:
            if db.execute(stands.returning(t.Destruction.release)).scalar_one_or_none() is None:
                return False
            let_go_of(db, asked.release)
            filed = delete(t.SavedRelease).where(t.SavedRelease.id == asked.release)
            session = db.execute(filed.returning(t.SavedRelease.session)).scalar_one()
            db.execute(delete(t.Session).where(t.Session.id == session))
        self.tidy_deleted()
        return True
