"""Rooms in which phones offer wordings, and what is sent of them."""

from __future__ import annotations

from typing import Any

from tests.activities.commands import case
from tests.activities.rooms import moment
from tests.helpers.table import Table

SAID = ("because", "kept_going", "eased", "unsure", "rival")


def offer(gathering: int = 1, **said: str) -> dict[str, Any]:
    """What one phone hands in."""
    return {"gathering": gathering, **dict.fromkeys(SAID, ""), **said, "pad": ""}


def offered(table: Table, *wordings: str, gathering: int = 1) -> dict[str, Any]:
    """Everybody has handed in; so many of them a wording of why it happened."""
    table.must("formulation.ask_wordings", {})
    for n in range(1, 7):
        said = {"because": wordings[n - 1]} if n <= len(wordings) else {}
        table.must("formulation.offer", offer(gathering, **said), f"d{n}")
    return {}


def shown(table: Table, *wordings: str) -> None:
    """They are shown."""
    offered(table, *wordings)
    table.must("formulation.show_wordings", {})


def id_of(table: Table, text: str) -> str:
    """Of a wording that is shown."""
    found = table.part("offers", "facilitator")["parts"]["because"]
    return next(one["id"] for one in found if one["text"] == text)


def prefers(table: Table, who: str, text: str) -> str:
    """One phone would rather have this one."""
    id = id_of(table, text)
    table.must("formulation.prefer", {"part": "because", "wording": id}, who)
    return id


@case("formulation.ask_wordings", step="formulation")
def _(table: Table) -> Any:
    return {}


@case("formulation.offer", who="d1", step="formulation")
def _(table: Table) -> Any:
    table.must("formulation.ask_wordings", {})
    return offer(because="One", rival="Two")


@case("formulation.offer", "too long, refused", who="d1", step="formulation")
def _(table: Table) -> Any:
    table.must("formulation.ask_wordings", {})
    return offer(because="x" * 201)


@case("formulation.show_wordings", step="formulation")
def _(table: Table) -> Any:
    return offered(table, "One", "Two", "Three")


@case("formulation.show_wordings", "where two wrote", step="formulation")
def _(table: Table) -> Any:
    return offered(table, "One", "Two")


@case("formulation.prefer", who="d1", step="formulation")
def _(table: Table) -> Any:
    shown(table, "One", "Two", "Three")
    return {"part": "because", "wording": id_of(table, "Two")}


@case("formulation.close_wordings", step="formulation")
def _(table: Table) -> Any:
    shown(table, "One", "Two", "Three")
    for n in range(1, 5):
        prefers(table, f"d{n}", "One")
    return {}


@case("formulation.drop_wording", step="formulation")
def _(table: Table) -> Any:
    shown(table, "One", "Two", "Three")
    return {"part": "because", "wording": id_of(table, "One")}


@moment("formulation", "wordings to choose from")
def _(table: Table) -> None:
    table.go("formulation")
    table.must("formulation.phase", {"phase": "say"})
    shown(table, "One", "Two", "Three")
    prefers(table, "d1", "Two")


@moment("formulation", "wordings that were counted")
def _(table: Table) -> None:
    table.go("formulation")
    table.must("formulation.phase", {"phase": "say"})
    shown(table, "One", "Two", "Three")
    for n in range(1, 5):
        prefers(table, f"d{n}", "Two")
    table.must("formulation.close_wordings", {})
