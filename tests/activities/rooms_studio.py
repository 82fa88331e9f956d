"""Rooms in the phases of the explanation."""

from __future__ import annotations

from tests.activities.commands_written import notes
from tests.activities.rooms import moment
from tests.helpers.table import Table


@moment("formulation", "being joined")
def _(table: Table) -> None:
    table.go("formulation")
    notes(table)
    table.must("formulation.phase", {"phase": "join"})


@moment("formulation", "another explanation")
def _(table: Table) -> None:
    table.go("formulation")
    notes(table)
    table.must("formulation.explain", {"part": "rival", "text": "It was a dare.", "base": 0})
    table.must("formulation.phase", {"phase": "another"})
