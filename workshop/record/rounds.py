"""Closed rounds: one transaction each, rows in canonical order, the second saving changes nothing."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as Db

from workshop.activities.codec import result_to_slice
from workshop.activities.registry import kind_of, result_of
from workshop.domain.results import Result
from workshop.record import tables as t
from workshop.record.engine import transaction


class Rounds:
    """Mixed into SqlRecord."""

    engine: Engine

    def save_round(self, session: str, result: Result) -> None:
        """One transaction; the second saving of a round changes nothing."""
        try:
            with transaction(self.engine) as db:
                if db.get(t.ClosedRound, (session, result.round)) is None:
                    _insert(db, session, result)
        except IntegrityError:
            if self.round(session, result.round) is None:
                raise

    def reveal_round(self, session: str, round: str) -> None:
        """A round that was saved without having been shown has now been shown."""
        with transaction(self.engine) as db:
            row = db.get(t.ClosedRound, (session, round))
            if row is not None:
                row.figures = {**row.figures, "revealed": True}

    def drop_unseen(self, session: str, round: str) -> None:
        """Delete a placing round that was never shown, or a questionnaire; one that was shown stays as it is."""
        with transaction(self.engine) as db:
            row = db.get(t.ClosedRound, (session, round))
            if row is not None and not row.figures.get("revealed"):
                db.execute(delete(t.Tally).where(t.Tally.session == session, t.Tally.round == round))
                db.delete(row)

    def round(self, session: str, round: str) -> Result | None:
        """One closed round, or None."""
        with transaction(self.engine) as db:
            row = db.get(t.ClosedRound, (session, round))
            return None if row is None else _result(db, row)

    def rounds(self, session: str) -> list[Result]:
        """All closed rounds, in the order of their ids."""
        with transaction(self.engine) as db:
            rows = db.scalars(select(t.ClosedRound).where(t.ClosedRound.session == session))
            return [_result(db, row) for row in sorted(rows, key=lambda r: (r.round[0], int(r.round[1:])))]


def _insert(db: Db, session: str, result: Result) -> None:
    figures = result_to_slice(result)
    tallies = {card["card"]: card.pop("tallies") for card in figures.get("cards", [])}
    db.add(t.ClosedRound(session=session, round=result.round, kind=kind_of(result), figures=figures))
    db.flush()
    db.add_all(
        t.Tally(session=session, round=result.round, card=card, stage=stage, n=n)
        for card, counts in sorted(tallies.items())
        for stage, n in enumerate(counts or ())
    )


def _result(db: Db, row: t.ClosedRound) -> Result:
    if "cards" not in row.figures:
        return result_of(row.kind, row.figures)
    wanted = select(t.Tally).where(t.Tally.session == row.session, t.Tally.round == row.round)
    counts: dict[str, dict[int, int]] = {}
    for tally in db.scalars(wanted):
        counts.setdefault(tally.card, {})[tally.stage] = tally.n
    cards: list[dict[str, Any]] = [
        {**card, "tallies": _ordered(counts.get(card["card"]))} for card in row.figures["cards"]
    ]
    return result_of(row.kind, {**row.figures, "cards": cards})


def _ordered(counts: dict[int, int] | None) -> list[int] | None:
    return None if counts is None else [counts[stage] for stage in sorted(counts)]
