"""Ten thousand released reports in a record, made at once: rows as releases leave them, without their files."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Engine, insert

from tests.helpers.told import a_card, a_move, told
from workshop.outputs import told_figures
from workshop.record.engine import transaction
from workshop.record.tables import ReleaseFigures, SavedRelease

YEARS, LAST = 10, 2026
CARDS = tuple(a_card(f"Card {n}", kind=("split", "spread", "settled")[n % 3]) for n in range(12))
MOVES = tuple(a_move(f"Card {n}", f"Information {n % 4}.") for n in range(8))


def fill(engine: Engine, organisation: str, many: int) -> None:
    """So many sessions over ten years, of four case studies in two versions, rooms of five sizes."""
    releases, figures = [], []
    for n in range(many):
        day = f"{LAST - YEARS + 1 + n * YEARS // many}-{1 + n % 12:02}-{1 + n % 28:02}"
        found = told(9 + 5 * (n % 5), day, 1 + n % 2, CARDS, MOVES, scenario=f"case-{n % 4}")
        id, held = f"r{many}-{n}", date.fromisoformat(day)
        releases.append(
            {"id": id, "session": f"s{many}-{n}", "organisation": organisation, "title": f"Session {n}",
             "scenario_title": "The chat", "released_on": held}
        )  # fmt: skip
        figures.append(
            {"release": id, "organisation": organisation, "quarter": found.quarter, "scenario": found.scenario,
             "held_on": held, "people": found.people, "k": 5, "summed": True, "figures": told_figures.written(found)}
        )  # fmt: skip
    with transaction(engine) as db:
        db.execute(insert(SavedRelease), releases)
        db.execute(insert(ReleaseFigures), figures)
