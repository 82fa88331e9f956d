"""More situations, of the commands of the plan."""

from __future__ import annotations

from typing import Any

from tests.activities.commands import case
from tests.activities.commands_written import seen_from_the_plan
from tests.helpers.table import Table

WORDS = {"target": "safety", "action": "A", "why": "", "who": "The DSL", "by_when": "", "review": ""}


def action(table: Table, note: str | None = None) -> str:
    """One action in the plan."""
    table.must("plan.add", {**WORDS, "note": note}, "d1")
    return table.part("plan")["actions"][0]["id"]


@case("plan.add", "that answers a need", who="d1", step="formulation")
def _(table: Table) -> Any:
    return {**WORDS, "note": seen_from_the_plan(table)[0]}


@case("plan.edit", who="d2", step="plan")
def _(table: Table) -> Any:
    return {**WORDS, "note": None, "review": "In June", "id": action(table), "base": 1}


@case("plan.edit", "of an older version", who="d2", step="plan")
def _(table: Table) -> Any:
    return {**WORDS, "note": None, "action": "Mine", "id": action(table), "base": 0}


@case("plan.move", who="d2", step="plan")
def _(table: Table) -> Any:
    return {"id": action(table), "target": "harmed", "kind": "heard"}


@case("plan.would", who="d2", step="plan")
def _(table: Table) -> Any:
    return {"id": action(table), "on": True}


@case("plan.would", "taken back", who="d2", step="plan")
def _(table: Table) -> Any:
    id = action(table)
    table.must("plan.would", {"id": id, "on": True}, "d2")
    return {"id": id, "on": False}


@case("plan.need", who="d2", step="formulation")
def _(table: Table) -> Any:
    return {"note": seen_from_the_plan(table)[0], "target": "harmed", "kind": "safe", "on": True}


@case("plan.need", "taken back", step="formulation")
def _(table: Table) -> Any:
    note = seen_from_the_plan(table)[0]
    table.must("plan.need", {"note": note, "target": "harmed", "kind": "safe", "on": True}, "d2")
    return {"note": note, "target": "harmed", "kind": "safe", "on": False}


@case("plan.aside", who="d2", step="plan")
def _(table: Table) -> Any:
    return {"target": "harmed", "kind": "safe", "on": True}


@case("plan.aside", "taken back", step="plan")
def _(table: Table) -> Any:
    table.must("plan.aside", {"target": "harmed", "kind": "safe", "on": True}, "d2")
    return {"target": "harmed", "kind": "safe", "on": False}


SIGN = {"side": "up", "text": "It happens again", "who": "Form tutor"}


@case("plan.sign", who="d2", step="plan")
def _(table: Table) -> Any:
    return {**SIGN, "id": None, "base": 0}


@case("plan.sign", "in other words", step="plan")
def _(table: Table) -> Any:
    table.must("plan.sign", {**SIGN, "id": None, "base": 0}, "d2")
    return {**SIGN, "id": table.part("plan")["signs"][0]["id"], "base": 1, "text": "Once more"}


@case("plan.restore", step="plan")
def _(table: Table) -> Any:
    id = action(table)
    table.must("plan.edit", {**WORDS, "note": None, "action": "Written over", "id": id, "base": 1}, "d2")
    return {"id": id, "version": 1}


@case("plan.remove", "that answered a need", step="formulation")
def _(table: Table) -> Any:
    return {"id": action(table, seen_from_the_plan(table)[0])}
