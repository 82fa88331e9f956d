"""Situations and rooms of links that several phones say, of stacks, and of undoing."""

from __future__ import annotations

from typing import Any

from tests.activities.commands import case
from tests.activities.commands_written import notes
from tests.activities.rooms import moment
from tests.helpers.table import Table
from workshop.activities.formulation_fold import stack_of

ALIKE = ("The chat rewards it", "The group chat rewards it")


def linked(table: Table, *people: str) -> str:
    """A link that these say; its id."""
    first, second = (n["id"] for n in table.part("formulation")["notes"][:2])
    for who in people:
        table.must("formulation.link", {"source": second, "target": first, "kind": "because"}, who)
    return next(x["id"] for x in table.part("formulation")["links"] if x["source"] == second)


def stack(table: Table, *texts: str) -> dict[str, Any]:
    """Notes of one area in these words; how they are named together."""
    for text in texts or ALIKE:
        table.must("formulation.add", {"section": "perpetuating", "text": text}, "d2")
    found = table.collection("notes")
    ids = sorted(i for i, note in found.items() if note["section"] == "perpetuating")
    return {"stack": stack_of(found, ids), "notes": ids}


def one_idea(table: Table, *people: str) -> dict[str, Any]:
    """A stack of which these say that it is one idea; its name and notes."""
    body = stack(table)
    for who in people:
        table.must("formulation.idea", {**body, "on": True}, who)
    return body


def standing(table: Table) -> str:
    """A stack that the facilitator folded; the note that stands for it."""
    table.must("formulation.fold", stack(table))
    return str(table.part("stacks")["folded"][0]["note"])


@case("formulation.link", "said before by others", who="d4", step="formulation")
def _(table: Table) -> Any:
    notes(table)
    id_ = linked(table, "d1")
    link = table.collection("links")[id_]
    return {"source": link["source"], "target": link["target"], "kind": "because"}


@case("formulation.take_back", who="d1", step="formulation")
def _(table: Table) -> Any:
    notes(table)
    return {"link": linked(table, "d1")}


@case("formulation.take_back", "of an earlier phase, refused", who="d1", step="formulation")
def _(table: Table) -> Any:
    notes(table)
    link = linked(table, "d1")
    table.must("formulation.phase", {"phase": "say"})
    return {"link": link}


@case("formulation.phase", "with a link that three say and a stack of which three say it is one", step="formulation")
def _(table: Table) -> Any:
    notes(table)
    linked(table, "d1", "d2", "d3")
    one_idea(table, "d1", "d2", "d3")
    return {"phase": "join"}


@case("formulation.idea", who="d1", step="formulation")
def _(table: Table) -> Any:
    return {**stack(table), "on": True}


@case("formulation.idea", "taken back", who="d1", step="formulation")
def _(table: Table) -> Any:
    return {**one_idea(table, "d1"), "on": False}


@case("formulation.idea", "in other words, refused", who="d1", step="formulation")
def _(table: Table) -> Any:
    body = {**stack(table), "on": True}
    table.must("formulation.edit", {"note": body["notes"][0], "text": "Something else", "base": 1}, "d2")
    return body


@case("formulation.idea", "of a note that has gone, refused", who="d1", step="formulation")
def _(table: Table) -> Any:
    body = {**stack(table), "on": True}
    table.must("formulation.hide", {"note": body["notes"][0]})
    return body


@case("formulation.idea", "one more than there is room for, refused", who="d1", step="formulation")
def _(table: Table) -> Any:
    many = stack(table, *(f"Nights {n}" for n in range(9)))["notes"]
    found = table.collection("notes")
    pairs = [[a, b] for at, a in enumerate(many) for b in many[at + 1 :]]
    pairs += [[a, b, c] for a, b, c in zip(many, many[1:], many[2:], strict=False)]
    bodies = [{"stack": stack_of(found, ids), "notes": ids, "on": True} for ids in pairs]
    for body in bodies[:40]:
        table.must("formulation.idea", body, "d1")
    return bodies[40]


@case("formulation.fold", step="formulation")
def _(table: Table) -> Any:
    return stack(table)


@case("formulation.fold", "in other words, refused", step="formulation")
def _(table: Table) -> Any:
    body = stack(table)
    table.must("formulation.edit", {"note": body["notes"][0], "text": "Something else", "base": 1}, "d2")
    return body


@case("formulation.fold", "of a note that has gone, refused", step="formulation")
def _(table: Table) -> Any:
    body = stack(table)
    table.must("formulation.hide", {"note": body["notes"][0]})
    return body


@case("formulation.unfold", step="formulation")
def _(table: Table) -> Any:
    return {"note": standing(table)}


def newest(table: Table) -> dict[str, int]:
    """To undo what was done last."""
    return {"base": table.part("undo_list", "facilitator")["version"]}


@case("formulation.undo", "a stack", step="formulation")
def _(table: Table) -> Any:
    standing(table)
    return newest(table)


@case("formulation.undo", "nothing, refused", step="formulation")
def _(table: Table) -> Any:
    return {"base": 0}


@case("formulation.undo", "a link", step="formulation")
def _(table: Table) -> Any:
    notes(table)
    table.must("formulation.unlink", {"link": linked(table, "d1")})
    return newest(table)


@case("formulation.undo", "words, at a step later", step="formulation")
def _(table: Table) -> Any:
    table.must("formulation.edit", {"note": notes(table)[0], "text": "Better", "base": 1}, "d1")
    table.go("plan")
    table.go("formulation")
    return newest(table)


@moment("formulation", "links that several say, a stack that is offered and one that is folded")
def _(table: Table) -> None:
    table.go("formulation")
    first, second = notes(table)
    linked(table, "d1", "d2", "d3", "d4")
    one_idea(table, "d1", "d2", "d3")
    table.must("formulation.phase", {"phase": "sort"})
    for text in ("Mum listens at night", "Dad listens at night"):
        table.must("formulation.add", {"section": "protective", "text": text}, "d3")
    offered = table.part("stacks")["offered"][0]
    table.must("formulation.idea", {"stack": offered["id"], "notes": offered["notes"], "on": True}, "d1")
    table.must("formulation.move", {"note": first, "section": "known"}, "d1")
    table.must("formulation.edit", {"note": second, "text": "Two, in better words", "base": 1}, "d2")
    table.must("formulation.unlink", {"link": linked(table, "d1")})
    table.must("formulation.link", {"source": offered["notes"][0], "target": second, "kind": "eases"}, "d1")
