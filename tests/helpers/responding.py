"""At a table that has a step more, SECOND: what people would do of a card, sent with where they place it."""

from __future__ import annotations

from typing import Any

from tests.helpers.table import Table


def responding(table: Table, round_id: str, card: str, level: str | None, who: str) -> dict[str, Any]:
    """What this phone would do of a card; with where it stood and which way it moved, if it was asked before."""
    since, said = table.head.rounds[round_id].second[card], table.stood.setdefault(f"{who} would", {})
    said[round_id, card] = level
    if since is None:
        return {"level": level}
    earlier, told = said[since[0], card], said[since[1], card]
    return {"level": level, "earlier": earlier, "direction": table.direction(told, level)}


def all_respond(
    table: Table, round_id: str, card: str, placed: list[str | None], levels: list[str | None], **more: Any
) -> None:
    """d1, d2… place a card and say what they would do, and pass over whatever else is asked."""
    for n, (stage, level) in enumerate(zip(placed, levels, strict=True), 1):
        more["response"] = responding(table, round_id, card, level, f"d{n}")
        table.must("board.place", table.placing(round_id, card, stage, f"d{n}", **more), f"d{n}")
    for n in range(1, len(placed) + 1):
        table.finish(round_id, f"d{n}")
