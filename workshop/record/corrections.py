"""A release that another one takes the place of, in one transaction: its bytes go, its hashes stay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Engine, delete, func, select, update
from sqlalchemy.orm import Session as Db

from workshop.domain.checkpoint import Slices
from workshop.record import tables as t
from workshop.record.engine import transaction
from workshop.record.erasing import corrected
from workshop.record.overviews import let_go_of
from workshop.record.releases import insert_files
from workshop.record.sessions import Sessions
from workshop.service.ports import KeptFigures, Release


class Corrections(Sessions):
    """Mixed into SqlRecord."""

    engine: Engine

    def correct_release(
        self, made: Release, of: Mapping[str, str], left: Slices, figures: KeptFigures, on: str
    ) -> bool:
        """Put `made` in the place of the release of its id. False when that has not just the digests `of` any more."""
        held = update(t.SavedRelease).where(t.SavedRelease.id == made.id).values(title=t.SavedRelease.title)
        files = select(t.ReleasedFile.name, t.ReleasedFile.sha256).where(t.ReleasedFile.release == made.id)
        with transaction(self.engine) as db:
            there = db.execute(held.returning(t.SavedRelease.id)).one_or_none()  # a write first: it locks the row
            if there is None or {row.name: row.sha256 for row in db.execute(files)} != of:
                return False
            _supersede(db, made, of, on)
            _reword(db, made, left)
            let_go_of(db, made.id)
            ours = t.ReleaseFigures.release == made.id
            db.execute(update(t.ReleaseFigures).where(ours).values(figures=figures.figures))
        self.tidy_deleted()
        return True


def _supersede(db: Db, made: Release, of: Mapping[str, str], on: str) -> None:
    n = db.scalar(select(func.count()).select_from(t.Superseded).where(t.Superseded.release == made.id)) or 0
    day, digests = date.fromisoformat(on), dict(sorted(of.items()))
    db.add(t.Superseded(release=made.id, number=n + 1, digests=digests, replaced_on=day))
    db.add(corrected(db, made, digests, day))
    db.execute(delete(t.ReleasedFile).where(t.ReleasedFile.release == made.id))
    db.execute(update(t.SavedRelease).where(t.SavedRelease.id == made.id).values(title=made.title))
    insert_files(db, made)


def _reword(db: Db, made: Release, left: Slices) -> None:
    """What the session says of itself, wherever it is written: its title stands in its row and in its head."""
    db.execute(update(t.Session).where(t.Session.id == made.session).values(title=made.title))
    row = db.get(t.SavedCheckpoint, made.session)
    if row is not None:
        row.collections = {name: dict(sorted(slices.items())) for name, slices in left.items()}
        row.head = {**row.head, "title": made.title}
