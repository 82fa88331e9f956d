"""Figures of released reports, one row each, and the sums of fixed periods over them, each reckoned once.

Whether a room's placings are added up with others' is decided once, when its report is released, and for every period
alike: not when a room that is added up placed the same case within a year and differs from it by one to k - 1 people.
The two may be the same people but for those few, whose placings would be what two sums differ by.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import Delete, Engine, delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as Db

from workshop.domain.ledger import nearly_the_same
from workshop.domain.periods import year_of
from workshop.record import tables as t
from workshop.record.engine import transaction
from workshop.service.ports import KeptFigures, KeptOverview
from workshop.service.setup import MOST_K

COLUMNS = ("release", "organisation", "quarter", "scenario", "people", "k", "figures")


class Overviews:
    """Mixed into SqlRecord."""

    engine: Engine

    def add_figures(self, figures: KeptFigures) -> None:
        """Of a release of before. Harmless when it has some, or has gone."""
        try:
            with transaction(self.engine) as db:
                insert_figures(db, figures)
        except IntegrityError:  # another process took them too, or it was destroyed meanwhile
            return

    def without_figures(self, limit: int) -> list[str]:
        """Releases of which there are none, the oldest first."""
        has = select(t.ReleaseFigures.release).where(t.ReleaseFigures.release == t.SavedRelease.id)
        with transaction(self.engine) as db:
            ordered = select(t.SavedRelease.id).order_by(t.SavedRelease.released_on, t.SavedRelease.id)
            return list(db.scalars(ordered.where(~has.exists()).limit(limit)))

    def figures_of(self, organisation: str, quarters: Collection[str]) -> list[tuple[str, bool]]:
        """(figures, whether they are added up with others) of all releases of these quarters, in no order."""
        of = t.ReleaseFigures
        with transaction(self.engine) as db:
            wanted = select(of.figures, of.summed).where(of.organisation == organisation, of.quarter.in_(quarters))
            return [(figures, summed) for figures, summed in db.execute(wanted)]

    def quarters(self, organisation: str) -> dict[str, int]:
        """Quarter → releases, the newest first."""
        of = t.ReleaseFigures
        counted = select(of.quarter, func.count()).where(of.organisation == organisation).group_by(of.quarter)
        with transaction(self.engine) as db:
            return {row[0]: row[1] for row in db.execute(counted.order_by(of.quarter.desc()))}

    def overview(self, organisation: str, period: str) -> KeptOverview | None:
        """What was saved last."""
        with transaction(self.engine) as db:
            row = db.get(t.SavedOverview, (organisation, period))
            return None if row is None else KeptOverview(row.organisation, row.period, row.reports, row.figures)

    def save_overview(self, overview: KeptOverview) -> None:
        """In place of the one before; of two that are saved at once one stays."""
        try:
            with transaction(self.engine) as db:
                db.execute(_of(overview.organisation, (overview.period,)))
                made = {n: getattr(overview, n) for n in ("organisation", "period", "reports", "figures")}
                db.add(t.SavedOverview(**made))
        except IntegrityError:
            return


def insert_figures(db: Db, figures: KeptFigures) -> None:
    """A release's, and the sums of its periods go."""
    ours = t.Organisation.id == figures.organisation
    db.execute(update(t.Organisation).where(ours).values(id=figures.organisation))  # one after the other
    made = {name: getattr(figures, name) for name in COLUMNS}
    held = date.fromisoformat(figures.held_on)
    db.add(t.ReleaseFigures(**made, held_on=held, summed=_may_be_summed(db, figures, held)))
    db.flush()
    db.execute(_of(figures.organisation, (figures.quarter, year_of(figures.quarter))))


def _may_be_summed(db: Db, figures: KeptFigures, held: date) -> bool:
    n, of = figures.people, t.ReleaseFigures
    if n is None:
        return False
    beside = select(of.people, of.k, of.held_on).where(
        of.organisation == figures.organisation,
        of.scenario == figures.scenario,
        of.people.between(n - MOST_K, n + MOST_K),
        of.summed,
    )
    rooms = db.execute(beside).all()
    return not any(nearly_the_same(n, other or 0, max(k, figures.k), held - day) for other, k, day in rooms)


def let_go_of(db: Db, release: str) -> None:
    """Of a release that goes: the sums in which it is. Its own figures go with it."""
    row = db.get(t.ReleaseFigures, release)
    if row is not None:
        db.execute(_of(row.organisation, (row.quarter, year_of(row.quarter))))


def _of(organisation: str, periods: tuple[str, ...]) -> Delete:
    of = t.SavedOverview
    return delete(of).where(of.organisation == organisation, of.period.in_(periods))
