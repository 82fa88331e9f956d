"""Moments of a board that asks what one would do as well."""

from __future__ import annotations

from tests.activities.rooms import moment
from tests.activities.rooms_board import SPLIT
from tests.helpers.responding import all_respond
from tests.helpers.table import SECOND, Table

LEVELS = ["universal", "universal", "specialist", "immediate", "immediate", None]


def responded(table: Table) -> None:
    """Everybody has placed two cards and said what they would do; one cannot say it of the second."""
    table.go(SECOND)
    table.must("board.open", {})
    all_respond(table, "r1", "c1", ["abusive"] * 6, [*LEVELS[:5], "immediate"])
    all_respond(table, "r1", "c2", SPLIT, LEVELS)


moment("board", "asked what one would do", also=SECOND)(responded)


@moment("board", "shown, with what one would do", also=SECOND)
def _(table: Table) -> None:
    responded(table)
    table.must("board.reveal", {"round": "r1"})
    table.must("discussion.focus", {"card": "c1"})


def responded_again(table: Table) -> None:
    """One card once more: three go another way on what to do, and nobody on where it sits."""
    responded(table)
    table.must("board.reveal", {"round": "r1"})
    table.go("discussion")
    table.must("board.reopen", {"cards": ["c1"], "cause": "discussion"})
    all_respond(table, "r2", "c1", ["abusive"] * 6, ["targeted"] * 3 + ["immediate"] * 3)


moment("discussion", "asked again what one would do", also=SECOND)(responded_again)


@moment("discussion", "what one would do has changed", also=SECOND)
def _(table: Table) -> None:
    responded_again(table)
    table.must("board.reveal", {"round": "r2"})
    table.must("discussion.focus", {"card": "c1"})
