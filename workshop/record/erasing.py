"""Within a transaction: erase a session, a release or both, and leave a receipt of what it was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session as Db

from workshop.activities.registry import kept
from workshop.domain.disclosure import withhold
from workshop.record import tables as t
from workshop.record.overviews import let_go_of
from workshop.service.release_ports import Release
from workshop.service.retention_ports import Why

OF_PEOPLE = frozenset(collection.name for collection in kept() if collection.kept == "chosen")
"""Where texts lie that a facilitator chose one by one; in the others is what the group wrote together."""
SMALLEST = 5


def erase(db: Db, session: str, release: str | None, why: Why | None) -> None:
    """All that hangs on them. Whoever calls holds the row. No receipt is left without a reason, or of a rehearsal."""
    found = db.get(t.Session, session)
    filed = db.get(t.SavedRelease, release) if release else None
    if why and (filed or (found and not found.rehearsal and found.state != "draft")):
        db.add(_receipt(db, found, filed, why))
        db.flush()
    if release:
        let_go_of(db, release)
        db.execute(delete(t.SavedRelease).where(t.SavedRelease.id == release))
    db.execute(delete(t.Session).where(t.Session.id == session))


def _receipt(db: Db, found: t.Session | None, filed: t.SavedRelease | None, why: Why) -> t.Erased:
    about = found or filed
    assert about is not None
    return t.Erased(
        organisation=about.organisation,
        scenario_title=about.scenario_title,
        held_on=found.held_on if found else filed.released_on if filed else None,
        rule=why.rule,
        erased_on=date.fromisoformat(why.day),
        counts={**(_of_session(db, found) if found else {}), **(_of_files(db, filed.id) if filed else {})},
        digests=_digests(db, filed.id) if filed else {},
    )


def corrected(db: Db, release: Release, digests: Mapping[str, str], day: date) -> t.Erased:
    """Of bytes that a correction took the place of. Not how many: beside the new ones that would tell of texts."""
    found = db.get(t.Session, release.session)
    return t.Erased(
        organisation=release.organisation,
        scenario_title=release.scenario_title,
        held_on=found.held_on if found else date.fromisoformat(release.released_on),
        rule="corrected",
        erased_on=day,
        counts={"files": len(digests)},
        digests=dict(digests),
    )


def _of_session(db: Db, found: t.Session) -> dict[str, int | None]:
    rounds = select(func.count()).select_from(t.ClosedRound).where(t.ClosedRound.session == found.id)
    saved = db.get(t.SavedCheckpoint, found.id)
    collections: Mapping[str, Any] = saved.collections if saved else {}
    theirs = sum(len(slices) for name, slices in collections.items() if name in OF_PEOPLE)
    together = sum(len(slices) for name, slices in collections.items() if name not in OF_PEOPLE)
    least = max(found.k, SMALLEST)
    return {
        "rounds": db.scalar(rounds),
        "shared": withhold(together, least) if together else 0,
        "kept": withhold(theirs, least) if theirs else 0,
    }


def _of_files(db: Db, release: str) -> dict[str, int | None]:
    of = t.ReleasedFile
    n, size = db.execute(
        select(func.count(), func.coalesce(func.sum(func.length(of.content)), 0)).where(of.release == release)
    ).one()
    return {"files": n, "bytes": int(size)}


def _digests(db: Db, release: str) -> dict[str, str]:
    of = t.ReleasedFile
    rows = db.execute(select(of.name, of.sha256).where(of.release == release).order_by(of.name))
    return {row.name: row.sha256 for row in rows}
