"""Reads closed rounds as version 0.1.0 wrote them, when each re-placing was a placing of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

DIRECTIONS = ("same", "typical", "harmful")


def older_round(value: Mapping[Any, Any]) -> dict[str, Any]:
    """In the present form, under `schema` 1. The door out tells a re-placing of that time no more (outputs/)."""
    return {**value, "schema": 1, "cards": [_card(dict(card)) for card in value["cards"]]}


def _card(card: dict[str, Any]) -> dict[str, Any]:
    movement = card.get("movement")
    whole = movement and all(movement.get(d) is not None for d in DIRECTIONS) and not movement.get("few")
    return {
        **card,
        "certainty": None,  # it was kept by value, and is told by its median or not at all
        "movement": {d: movement[d] for d in DIRECTIONS} if movement and whole else None,
        "why": "few" if card["withheld"] else None,
        "need_to_know": None if card["withheld"] else card["need_to_know"],
    }
