"""Situations for the commands of care: stepping out, and what a second trainer says to the lead."""

from __future__ import annotations

from typing import Any

from tests.activities import commands_written
from tests.activities.commands import body, case
from tests.helpers.table import Table

assert commands_written, "its cases come before these, whoever is imported first"

body("session.away", {"away": True}, who="d1")
body("session.tell", {"what": "slow", "question": ""})


@case("session.away", "back", who="d1", step="board")
def _(table: Table) -> Any:
    table.must("session.away", {"away": True}, "d1")
    return {"away": False}


@case("session.tell", "when very much waits, refused")
def _(table: Table) -> Any:
    for n in range(20):
        table.must("session.tell", {"what": "question", "question": f"id{n}"})
    return {"what": "slow", "question": ""}


body("session.seen", {"id": "nothing"}, "of what is gone, refused")


@case("session.seen")
def _(table: Table) -> Any:
    table.must("session.tell", {"what": "question", "question": "id1"})
    return {"id": table.part("care", "facilitator")["said"][0]["id"]}
