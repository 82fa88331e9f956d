"""Releases: bytes made once, frozen, and handed to the organisation."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as Db

from workshop.record import tables as t
from workshop.record.engine import transaction
from workshop.record.overviews import insert_figures
from workshop.record.sessions import Sessions
from workshop.service.ports import KeptFigures, Release, Superseded


class Releases(Sessions):
    """Mixed into SqlRecord."""

    engine: Engine

    def add_release(
        self, release: Release, left: Mapping[str, Any] | None = None, figures: KeptFigures | None = None
    ) -> None:
        """Raises ValueError when it has been released before. `left`: what its checkpoint holds from now on."""
        try:
            with transaction(self.engine) as db:
                _insert(db, release)
                if figures is not None:
                    insert_figures(db, figures)
                row = db.get(t.SavedCheckpoint, release.session) if left is not None else None
                if row is not None and left is not None:
                    row.collections = {name: dict(sorted(slices.items())) for name, slices in left.items()}
        except IntegrityError as twice:
            raise ValueError("this session has been released before") from twice
        self.tidy_deleted()

    def releases(self, organisation: str, start: int = 0, limit: int | None = None) -> list[Release]:
        """An organisation's releases, newest day first, for a list: without their files."""
        with transaction(self.engine) as db:
            wanted = (
                select(t.SavedRelease)
                .where(t.SavedRelease.organisation == organisation)
                .order_by(t.SavedRelease.released_on.desc(), t.SavedRelease.title, t.SavedRelease.id)
                .offset(start)
                .limit(limit)
            )
            rows = list(db.scalars(wanted))
            before = _before(db, [row.id for row in rows])
            return [_release(row, [], before.get(row.id, ())) for row in rows]

    def release(self, release: str) -> Release | None:
        """One release with its files, or None."""
        with transaction(self.engine) as db:
            row = db.get(t.SavedRelease, release)
            if row is None:
                return None
            files = db.scalars(select(t.ReleasedFile).where(t.ReleasedFile.release == row.id))
            return _release(row, list(files), _before(db, [row.id]).get(row.id, ()))


def _insert(db: Db, release: Release) -> None:
    db.add(
        t.SavedRelease(
            id=release.id,
            session=release.session,
            organisation=release.organisation,
            title=release.title,
            scenario_title=release.scenario_title,
            released_on=date.fromisoformat(release.released_on),
        )
    )
    db.flush()
    insert_files(db, release)


def insert_files(db: Db, release: Release) -> None:
    """The bytes of each format."""
    db.add_all(
        t.ReleasedFile(release=release.id, name=name, content=content, sha256=release.digests[name])
        for name, content in sorted(release.files.items())
    )


def _before(db: Db, releases: Collection[str]) -> dict[str, list[t.Superseded]]:
    """What each of these was before its corrections, the first first."""
    wanted = select(t.Superseded).where(t.Superseded.release.in_(releases)).order_by(t.Superseded.number)
    found: dict[str, list[t.Superseded]] = {}
    for one in db.scalars(wanted):
        found.setdefault(one.release, []).append(one)
    return found


def _release(row: t.SavedRelease, files: list[t.ReleasedFile], before: Iterable[t.Superseded] = ()) -> Release:
    return Release(
        id=row.id,
        session=row.session,
        organisation=row.organisation,
        title=row.title,
        scenario_title=row.scenario_title,
        released_on=row.released_on.isoformat(),
        files={f.name: f.content for f in files},
        digests={f.name: f.sha256 for f in files},
        before=tuple(Superseded(b.digests, b.replaced_on.isoformat()) for b in before),
    )
