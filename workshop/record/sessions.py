"""Sessions, who facilitates them, and their checkpoints."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from typing import Any, cast

from sqlalchemy import Engine, delete, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as Db

from workshop.activities.codec import head_from_json, head_to_json
from workshop.domain.case_copy import CaseCopy
from workshop.domain.checkpoint import Checkpoint
from workshop.domain.disclosure import withhold
from workshop.record import tables as t
from workshop.record.cases import CaseCopies, follow_head, keep_case
from workshop.record.engine import reachable, transaction
from workshop.record.organisations import refuse_real
from workshop.service.ports import Access, Ending, SessionRecord, SessionState, Unavailable


class Sessions(CaseCopies):
    """Mixed into SqlRecord."""

    engine: Engine

    def add_session(
        self,
        session: SessionRecord,
        facilitators: tuple[str, ...],
        checkpoint: Checkpoint,
        case: CaseCopy | None = None,
    ) -> None:
        """With its facilitators, first checkpoint and copy. ValueError: a real one, where all is to be test data."""
        try:
            self._add_session(session, facilitators, checkpoint, case)
        except IntegrityError:
            if case is None or self.session(session.id) is not None:
                raise
            self._add_session(session, facilitators, checkpoint, case)  # the same copy was kept, or let go, meanwhile

    def _add_session(
        self, session: SessionRecord, facilitators: tuple[str, ...], checkpoint: Checkpoint, case: CaseCopy | None
    ) -> None:
        with transaction(self.engine) as db:
            refuse_real(db, session)
            db.add(t.Session(**{name: getattr(session, name) for name in STAYS}, **_listed(session)))
            db.flush()
            db.add_all(t.SessionFacilitator(session=session.id, user=user) for user in sorted(facilitators))
            _save(db, session.id, checkpoint)
            if case is not None:
                keep_case(db, session.id, case)

    def session(self, session: str) -> SessionRecord | None:
        """One session as it is listed, or None."""
        with transaction(self.engine) as db:
            return _record(db, row) if (row := db.get(t.Session, session)) is not None else None

    def change_session(
        self, session: SessionRecord, of: SessionState, checkpoint: Checkpoint, case: CaseCopy | None = None
    ) -> bool:
        """How it is listed, its checkpoint and its copy from now on; False when it is not there in this state."""
        with transaction(self.engine) as db:
            held = update(t.Session).where(t.Session.id == session.id, t.Session.state == of)
            there = db.execute(held.values(**_listed(session)).returning(t.Session.id)).scalar_one_or_none() is not None
            if there and case is not None:
                keep_case(db, session.id, case)
            if there:
                _save(db, session.id, checkpoint)
        return there

    def sessions_of(
        self, user: str, state: SessionState, start: int = 0, limit: int | None = None
    ) -> list[SessionRecord]:
        """Sessions that this facilitator owns or co-facilitates: drafts by their day, others the newest day first."""
        day = t.Session.held_on
        with transaction(self.engine) as db:
            mine = select(t.SessionFacilitator.session).where(t.SessionFacilitator.user == user)
            rows = db.scalars(
                select(t.Session)
                .where(t.Session.id.in_(mine), t.Session.state == state)
                .order_by(day if state == "draft" else day.desc(), t.Session.title, t.Session.id)
                .offset(start)
                .limit(limit)
            )
            return [_record(db, row) for row in rows]

    def facilitators(self, session: str) -> frozenset[str]:
        """The accounts that may run a session."""
        with transaction(self.engine) as db:
            runs = t.SessionFacilitator
            return frozenset(db.scalars(select(runs.user).where(runs.session == session)))

    def access(self, sessions: Collection[str]) -> dict[str, Access]:
        """Of all of them in one question; without those that are not there."""
        runs, holds = t.SessionFacilitator, t.Membership
        wanted = (
            select(t.Session.id, t.Session.links, holds.user)
            .outerjoin(runs, runs.session == t.Session.id)
            .outerjoin(
                holds,
                (holds.user == runs.user)
                & (holds.organisation == t.Session.organisation)
                & (holds.role == "facilitator"),
            )
            .where(t.Session.id.in_(sessions))
        )
        found: dict[str, tuple[str, set[str]]] = {}
        with transaction(self.engine) as db:
            for session, links, user in db.execute(wanted):
                found.setdefault(session, (links, set()))[1].update([user] if user else [])
        return {session: Access(links, frozenset(users)) for session, (links, users) in found.items()}

    def add_facilitator(self, session: str, user: str) -> None:
        """A co-facilitator; harmless when there already."""
        with transaction(self.engine) as db:
            if db.get(t.SessionFacilitator, (session, user)) is None:
                db.add(t.SessionFacilitator(session=session, user=user))

    def remove_facilitator(self, session: str, user: str) -> None:
        """Not one of them any more; harmless when it was none."""
        runs = t.SessionFacilitator
        with transaction(self.engine) as db:
            db.execute(delete(runs).where(runs.session == session, runs.user == user))

    def new_links(self, session: str, links: str) -> None:
        """From now on passes have to name these links; harmless when the session is gone."""
        with transaction(self.engine) as db:
            db.execute(update(t.Session).where(t.Session.id == session).values(links=links))

    def save_checkpoint(self, session: str, checkpoint: Checkpoint) -> None:
        """Replace the checkpoint. An older one never replaces a newer one; nothing does after the end."""
        with transaction(self.engine) as db:
            if _holds_while_running(db, session):
                _save(db, session, checkpoint)

    def checkpoint(self, session: str) -> Checkpoint | None:
        """What was saved last, or None."""
        with transaction(self.engine) as db:
            row = db.get(t.SavedCheckpoint, session)
            return None if row is None else _saved(row)

    def end_session(self, session: str, ending: Ending) -> None:
        """Ended: only what lasts stays in the checkpoint. Again is harmless, and finishes what was interrupted."""
        with transaction(self.engine) as db:
            row = db.get(t.Session, session)
            if row is not None and row.state != "ended":
                row.state, row.delegates = "ended", withhold(ending.delegates, row.k)
                _save(db, session, ending.checkpoint)
        self.tidy()

    def ping(self) -> None:
        """Returns when the database answers, and has its tables. Raises Unavailable."""
        with transaction(self.engine) as db:
            db.scalar(select(t.Session.id).limit(1))

    def running_sessions(self) -> list[str]:
        """Ids of all sessions that have not ended."""
        with transaction(self.engine) as db:
            return list(db.scalars(select(t.Session.id).where(t.Session.state == "running").order_by(t.Session.id)))

    def session_of_code(self, code: str) -> str | None:
        """The session that has not ended and answers to a join code."""
        with transaction(self.engine) as db:
            return db.scalar(select(t.Session.id).where(t.Session.code == code, t.Session.state == "running"))

    def tidy_deleted(self) -> None:
        """What was deleted is in no file any more. Raises Unavailable."""
        self.tidy_cases()
        self.tidy()

    def tidy(self) -> None:
        """SQLite: empty the write-ahead log, which still holds what was deleted from the file. Raises Unavailable."""
        if self.engine.dialect.name == "sqlite":
            with reachable(), self.engine.connect() as connection:
                busy = connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).scalar_one()
            if busy:
                raise Unavailable("the record is being read; the write-ahead log cannot be emptied yet")


STAYS = ("id", "organisation", "owner", "delegates", "links", "rehearsal")
LISTED = ("title", "code", "scenario", "scenario_version", "scenario_title", "agenda", "k", "state", "zone")


def _listed(session: SessionRecord) -> dict[str, Any]:
    """The columns that may change while a session is prepared and run."""
    return {n: getattr(session, n) for n in LISTED} | {"held_on": date.fromisoformat(session.held_on)}


def _holds_while_running(db: Db, session: str) -> bool:
    """Whether it has not ended, and that it does not end before this transaction does: writing holds the row."""
    held = update(t.Session).where(t.Session.id == session, t.Session.state == "running").values(state="running")
    return db.execute(held.returning(t.Session.id)).scalar_one_or_none() is not None


def _saved(row: t.SavedCheckpoint) -> Checkpoint:
    return Checkpoint(head_from_json(json.dumps(row.head)), row.collections, row.support, row.rev)


def _save(db: Db, session: str, checkpoint: Checkpoint) -> None:
    row = db.get(t.SavedCheckpoint, session)
    if row is None:
        row = t.SavedCheckpoint(session=session)
        db.add(row)
    elif checkpoint.is_older_than(_saved(row)):
        return
    row.version = checkpoint.head.version
    # A timer and a step know the second at which they began. No time finer than a day is ever written here.
    row.head = json.loads(head_to_json(checkpoint.head.without_times()))
    row.collections = {name: dict(sorted(slices.items())) for name, slices in checkpoint.collections.items()}
    row.support = dict(sorted(checkpoint.support.items()))
    row.rev = checkpoint.rev
    follow_head(db, session, checkpoint.head.case)
    if checkpoint.head.held_on:
        held = date.fromisoformat(checkpoint.head.held_on)
        db.execute(update(t.Session).where(t.Session.id == session).values(held_on=held))


def _record(db: Db, row: t.Session) -> SessionRecord:
    release = db.scalar(select(t.SavedRelease.id).where(t.SavedRelease.session == row.id))
    return SessionRecord(
        id=row.id,
        organisation=row.organisation,
        owner=row.owner,
        title=row.title,
        code=row.code,
        scenario=row.scenario,
        scenario_version=row.scenario_version,
        scenario_title=row.scenario_title,
        agenda=row.agenda,
        k=row.k,
        state=cast("SessionState", row.state),
        held_on=row.held_on.isoformat(),
        delegates=row.delegates,
        release=release,
        links=row.links,
        zone=row.zone,
        rehearsal=row.rehearsal,
    )
