"""Situations for the commands of the talk: with figures, and without."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.activities.commands import body, case, revealed
from tests.helpers.responding import all_respond
from tests.helpers.table import SECOND, Table

body("board.talk", {"talk": True}, step="board")


@case("board.talk", "with cards open", step="board")
def _(table: Table) -> Any:
    table.must("board.open", {})
    return {"talk": True}


@case("board.talk", "refused", step="board")
def _(table: Table) -> Any:
    """A close that has begun comes to its end first."""
    table.must("board.open", {})
    room = table.live.room(table.session)
    closing = room.head.with_round(replace(room.head.rounds["r1"], state="closing"))
    room.head = replace(closing, version=closing.version + 1)
    return {"talk": True}


@case("board.talk", "off again", step="board")
def _(table: Table) -> Any:
    table.must("board.talk", {"talk": True})
    return {"talk": False}


@case("board.talk_about", step="board")
def _(table: Table) -> Any:
    table.must("board.talk", {"talk": True})
    return {"card": "c1"}


@case("discussion.focus", step="board")
def _(table: Table) -> Any:
    revealed(table)
    return {"card": "c1"}


@case("discussion.show", step="board")
def _(table: Table) -> Any:
    revealed(table)
    table.must("discussion.focus", {"card": "c1"})
    return {"show": "shift"}


@case("discussion.prompt", step="board")
def _(table: Table) -> Any:
    revealed(table)
    table.must("discussion.focus", {"card": "c1"})
    return {"text": "What would move you one stage?"}


@case("board.place", "with what one would do", who="d1", step=SECOND)
def _(table: Table) -> Any:
    table.must("board.open", {})
    response = {"level": "specialist", "earlier": None, "direction": None}
    return {"round": "r1", "card": "c1", "stage": "abusive", "response": response}


@case("board.place", "again, with what one would do", who="d1", step=SECOND)
def _(table: Table) -> Any:
    table.must("board.open", {})
    all_respond(table, "r1", "c1", ["abusive"] * 6, ["targeted"] * 6)
    table.must("board.reveal", {"round": "r1"})
    table.must("board.reopen", {"cards": ["c1"], "cause": "discussion"})
    response = {"level": None, "earlier": "targeted", "direction": "to_unsure"}
    moved = {"stage": "violent", "earlier": "abusive", "direction": "harmful"}
    return {"round": "r2", "card": "c1", **moved, "response": response}


def jotted(table: Table) -> dict[str, Any]:
    """The facilitator has noted what was said of the second card, twice."""
    about = {"about": "card", "id": "c2"}
    table.must("jotter.write", {**about, "text": "Who knew?", "base": 0})
    table.must("jotter.write", {**about, "text": "Who knew, and when?", "base": 1})
    return about


@case("discussion.show", "what is wanted", step="board")
def _(table: Table) -> Any:
    table.must("board.open", {})
    table.all_place("r1", {"c1": [None] * 6}, missing=["age"])
    for n in range(1, 7):
        table.finish("r1", f"d{n}")
    table.must("board.reveal", {"round": "r1"})
    return {"show": "wanted"}


@case("discussion.show", "how practitioners reasoned", step="board")
def _(table: Table) -> Any:
    revealed(table)
    table.must("discussion.focus", {"card": "c1"})
    return {"show": "panel"}


body("jotter.write", {"about": "step", "id": "s4", "text": "So they said", "base": 0}, step="board")


@case("jotter.write", "over older words", step="board")
def _(table: Table) -> Any:
    return {**jotted(table), "text": "Who knew?", "base": 2, "writing": "w1"}


@case("jotter.recall", step="board")
def _(table: Table) -> Any:
    return {**jotted(table), "version": 1}


@case("jotter.keep", step="board")
def _(table: Table) -> Any:
    return {**jotted(table), "kept": True}


@case("jotter.pin", step="board")
def _(table: Table) -> Any:
    return {**jotted(table), "pinned": True}


@case("board.open", "what was pinned goes", step="board")
def _(table: Table) -> Any:
    table.must("jotter.pin", {**jotted(table), "pinned": True})
    return {}
