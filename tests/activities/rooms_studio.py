"""Rooms in the phases of the explanation."""

from __future__ import annotations

from typing import Any

from tests.activities.commands import case
from tests.activities.commands_written import notes
from tests.activities.rooms import moment
from tests.helpers.table import Table


@moment("formulation", "being joined")
def _(table: Table) -> None:
    table.go("formulation")
    first, second = notes(table)
    for note, said in ((first, {"sure": "told", "voice": "harmed", "ground": "c1"}), (second, {"sure": "think"})):
        text = table.collection("notes")[note]["text"]
        table.must("formulation.edit", {"note": note, "text": text, "base": 1, **said}, "d1")
    table.must("formulation.phase", {"phase": "join"})


@moment("formulation", "another explanation")
def _(table: Table) -> None:
    table.go("formulation")
    notes(table)
    table.must("formulation.explain", {"part": "rival", "text": "It was a dare.", "base": 0})
    table.must("formulation.explain", {"part": "rival_fits", "text": "Dares went round in that term.", "base": 0})
    table.must("formulation.phase", {"phase": "another"})


@moment("formulation", "written in silence")
def _(table: Table) -> None:
    table.go("formulation")
    table.must("formulation.phase", {"phase": "silent"})


@moment("formulation", "being sorted")
def _(table: Table) -> None:
    table.go("formulation")
    notes(table)
    table.must("formulation.phase", {"phase": "sort"})


@moment("formulation", "where it differs, and what is missing")
def _(table: Table) -> None:
    table.go("formulation")
    notes(table)
    table.must("formulation.phase", {"phase": "differ"})


OPEN = {"sure": "", "voice": "", "ground": ""}
"""What a note says of itself where nobody said."""


def envelope(*notes: str, gathering: int = 1) -> dict[str, Any]:
    """What one phone hands in."""
    slots = [{**OPEN, "key": "", "section": "presenting", "text": text} for text in notes]
    slots += [{**OPEN, "key": "", "section": "", "text": ""} for _ in range(12 - len(slots))]
    return {"gathering": gathering, "slots": slots, "pad": ""}


def handed_in(table: Table, *notes: str) -> dict[str, Any]:
    """Everybody has handed in; so many of them wrote one note each."""
    table.must("formulation.collect", {})
    for n in range(1, 7):
        table.must("formulation.envelope", envelope(*notes[n - 1 : n]), f"d{n}")
    return {}


@case("formulation.envelope", who="d1", step="formulation")
def _(table: Table) -> Any:
    table.must("formulation.collect", {})
    return envelope("One", "Two")


@case("formulation.envelope", "too long, refused", who="d1", step="formulation")
def _(table: Table) -> Any:
    table.must("formulation.collect", {})
    return envelope("x" * 141)


@case("formulation.uncover", step="formulation")
def _(table: Table) -> Any:
    return handed_in(table, "One", "Two", "Three")


@case("formulation.uncover", "where two wrote", step="formulation")
def _(table: Table) -> Any:
    return handed_in(table, "One", "Two")


@moment("formulation", "being gathered")
def _(table: Table) -> None:
    table.go("formulation")
    table.must("formulation.phase", {"phase": "gather"})
    handed_in(table, "One", "Two")


@moment("formulation", "gathered, too few")
def _(table: Table) -> None:
    table.go("formulation")
    table.must("formulation.phase", {"phase": "gather"})
    handed_in(table, "One", "Two")
    table.must("formulation.uncover", {})


@moment("formulation", "gathered and shown")
def _(table: Table) -> None:
    table.go("formulation")
    table.must("formulation.phase", {"phase": "gather"})
    handed_in(table, "One", "Two", "Three", "Four")
    table.must("formulation.uncover", {})
