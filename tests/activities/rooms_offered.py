"""Rooms in which phones offer wordings, and what is sent of them."""

from __future__ import annotations

from typing import Any

from tests.activities import rooms_studio
from tests.activities.commands import case
from tests.activities.rooms import moment
from tests.helpers.table import Table

assert rooms_studio, "its cases stand before these"
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


@moment("formulation", "wordings are handed in")
def _(table: Table) -> None:
    table.go("formulation")
    table.must("formulation.phase", {"phase": "say"})
    table.must("formulation.ask_wordings", {})


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


def said(table: Table) -> None:
    """A note and a sentence were written, the room went on, and both say it otherwise now."""
    table.go("formulation")
    table.must("formulation.add", {"section": "known", "text": "One"}, "d1")
    table.must("formulation.explain", {"part": "because", "text": "So", "base": 0})
    table.must("formulation.phase", {"phase": "say"})
    table.must("formulation.phase", {"phase": "another"})
    table.must("formulation.add", {"section": "needs", "text": "Two"}, "d1")
    table.must("formulation.explain", {"part": "because", "text": "Or so", "base": 1})
    table.must("formulation.explain", {"part": "kept_going", "text": "And so", "base": 0})
    table.must("formulation.explain", {"part": "stayed", "text": "The harm", "base": 0})


@case("formulation.compare", step="formulation")
def _(table: Table) -> Any:
    said(table)
    return {"first": "v0001", "second": "now", "shown": True}


@moment("formulation", "what changed, on the screen")
def _(table: Table) -> None:
    said(table)
    table.must("formulation.compare", {"first": "now", "second": "v0001", "shown": False})
    table.must("formulation.compare", {"first": "", "second": "", "shown": True})


@moment("formulation", "what changed, back")
def _(table: Table) -> None:
    said(table)
    table.must("formulation.compare", {"first": "now", "second": "v0001", "shown": True})
