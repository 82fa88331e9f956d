"""Moments of any step: of the case at hand and of care, beside those in rooms.py."""

from __future__ import annotations

from dataclasses import replace

from tests.activities.rooms import moment
from tests.helpers.table import Table


@moment("session", "new information was given")
def _(table: Table) -> None:
    table.first_round({c: ["abusive"] * 6 for c in ("c1", "c2", "c3")})
    table.go("information")
    table.must("board.open", {})
    table.all_place("r2", {"c1": ["violent"] * 6, "c2": ["violent"] * 6})
    table.must("board.reveal", {"round": "r2"})
    table.must("board.reopen", {"cards": ["c3"], "cause": "information", "information": "i2"})
    table.must("session.show_case", {"shown": True})


@moment("session", "several are out, and the lead was told")
def _(table: Table) -> None:
    for n in range(1, 7):
        table.must("session.away", {"away": True}, f"d{n}")
    for what in ("slow", "blank"):
        table.must("session.tell", {"what": what, "question": ""})
    table.must("session.seen", {"id": table.part("care", "facilitator")["said"][0]["id"]})
    table.moment("care")


@moment("session", "those who were out came back")
def _(table: Table) -> None:
    for away in (True, False):
        for n in range(1, 7):
            table.must("session.away", {"away": away}, f"d{n}")
    table.moment("care")


@moment("session", "a rehearsal")
def _(table: Table) -> None:
    room = table.live.room(table.session)
    room.head = replace(room.head, rehearsal=True)
