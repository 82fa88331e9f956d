"""The ledger of pooled figures: every pool that was given out, for ever."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Engine, select, update
from sqlalchemy.orm import Session as Db

from workshop.domain.ledger import No, Pool
from workshop.record import tables as t
from workshop.record.engine import transaction
from workshop.service.ports import KeptPool


class Pools:
    """Mixed into SqlRecord."""

    engine: Engine

    def add_pool(self, asked: KeptPool, refusal: Callable[[Pool, list[Pool]], No | None]) -> tuple[str, No | None]:
        """(id, None) of the pool, or of the same one given out before; ("", why) when `refusal` says so.

        One after the other for an organisation: two that were asked for at once see each other.
        """
        with transaction(self.engine) as db:
            # A write first: it locks the row on PostgreSQL, and the file on SQLite.
            ours = t.Organisation.id == asked.organisation
            db.execute(update(t.Organisation).where(ours).values(id=asked.organisation))
            earlier = _pools(db, asked.organisation)
            same = next((p.id for p in earlier if p.pool.people == asked.pool.people), None)
            if same is not None:
                return same, None
            refused = refusal(asked.pool, [p.pool for p in earlier])
            if refused is not None:
                return "", refused
            people = dict(sorted(asked.pool.people.items()))
            db.add(t.SavedPool(id=asked.id, organisation=asked.organisation, k=asked.pool.k, people=people))
            return asked.id, None

    def pool(self, pool: str) -> KeptPool | None:
        """One pool, or None."""
        with transaction(self.engine) as db:
            row = db.get(t.SavedPool, pool)
            return None if row is None else _kept(row)


def _pools(db: Db, organisation: str) -> list[KeptPool]:
    rows = db.scalars(select(t.SavedPool).where(t.SavedPool.organisation == organisation).order_by(t.SavedPool.id))
    return [_kept(row) for row in rows]


def _kept(row: t.SavedPool) -> KeptPool:
    return KeptPool(row.id, row.organisation, Pool(row.people, row.k))
