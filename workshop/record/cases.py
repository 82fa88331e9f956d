"""Copies of case studies: each kept once, and named by the sessions that were made with it."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import Engine, delete, exists, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as Db

from workshop.domain.case_copy import CaseCopy
from workshop.record import tables as t
from workshop.record.engine import transaction
from workshop.service.ports import UnknownSession

TRIES = 3
"""Somebody else keeps the same copy at this moment, or takes it away: then it is done again."""


class CaseCopies:
    """Mixed into SqlRecord."""

    engine: Engine

    def pin_case(self, session: str, case: CaseCopy) -> CaseCopy:
        """Keep a copy with a session that has none; the copy that it has now. Raises UnknownSession."""
        for left in reversed(range(TRIES)):
            try:
                with transaction(self.engine) as db:
                    if db.get(t.Session, session) is None:
                        raise UnknownSession(session)
                    if db.get(t.SessionCase, session) is None:
                        keep_case(db, session, case)
                    return _copy(db, session) or case
            except IntegrityError:
                if not left:
                    raise
        return case

    def pinned_case(self, session: str) -> CaseCopy | None:
        """The copy of a session, or None."""
        with transaction(self.engine) as db:
            return _copy(db, session)

    def case_copy(self, sha256: str) -> CaseCopy | None:
        """A copy by its digest, or None."""
        with transaction(self.engine) as db:
            row = db.get(t.SavedCase, sha256)
            return None if row is None else CaseCopy(row.sha256, row.content)

    def keep_copy(self, case: CaseCopy) -> None:
        """Keep a copy that a session is about to have. Again is harmless."""
        with suppress(IntegrityError), transaction(self.engine) as db:  # somebody else keeps the same at this moment
            _add_copy(db, case)

    def unpinned_sessions(self) -> list[str]:
        """Sessions, running and ended, that have no copy of their case study."""
        with transaction(self.engine) as db:
            pinned = exists().where(t.SessionCase.session == t.Session.id)
            return list(db.scalars(select(t.Session.id).where(~pinned).order_by(t.Session.id)))

    def tidy_cases(self) -> None:
        """Take away copies that no session has any more; those that get one at this moment stay."""
        used = exists().where(t.SessionCase.sha256 == t.SavedCase.sha256)
        with suppress(IntegrityError), transaction(self.engine) as db:
            db.execute(delete(t.SavedCase).where(~used))


def keep_case(db: Db, session: str, case: CaseCopy) -> None:
    """Within a transaction: the copy, when it is not there, and that the session has it, and no other."""
    _add_copy(db, case)
    db.merge(t.SessionCase(session=session, sha256=case.sha256))
    db.flush()


def follow_head(db: Db, session: str, sha256: str) -> None:
    """Within a transaction: the session has the copy that its head names, if that is there."""
    if sha256 and db.get(t.SavedCase, sha256) is not None:
        pinned = t.SessionCase
        db.execute(update(pinned).where(pinned.session == session, pinned.sha256 != sha256).values(sha256=sha256))


def _add_copy(db: Db, case: CaseCopy) -> None:
    if db.get(t.SavedCase, case.sha256) is None:
        db.add(t.SavedCase(sha256=case.sha256, content=case.content))
        db.flush()


def _copy(db: Db, session: str) -> CaseCopy | None:
    row = db.scalar(
        select(t.SavedCase)
        .join(t.SessionCase, t.SessionCase.sha256 == t.SavedCase.sha256)
        .where(t.SessionCase.session == session)
    )
    return None if row is None else CaseCopy(row.sha256, row.content)
