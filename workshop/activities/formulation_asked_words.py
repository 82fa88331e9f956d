"""The words in which something was asked: kept with the round, and taken away when a note is hidden."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from workshop.activities.base import Collection, Slice, SliceRef
from workshop.domain.results import Asked

ASKED = Collection("asked_words", kept="chosen")
"""Round → what was asked in it, in the words of then. None of it is chosen: at the end of the session they go."""
_ITEMS: TypeAdapter[tuple[Asked, ...]] = TypeAdapter(tuple[Asked, ...])


def items_of(slice_: Slice | None) -> tuple[Asked, ...]:
    """What a round asks, from its slice."""
    return _ITEMS.validate_python(slice_["items"]) if slice_ else ()


def without(note: str, merged: Mapping[str, Any], asked: Mapping[str, Slice]) -> dict[SliceRef, Slice | None]:
    """Rounds that asked about a note that is hidden now, or about one that was merged into it, without those words."""
    gone = {note, *merged.get("merged", ())}
    changed: dict[SliceRef, Slice | None] = {}
    for round_id, found in asked.items():
        items = [_blank(item) if gone & set(item["subject"].split()) else item for item in found["items"]]
        if items != found["items"]:
            changed[SliceRef(ASKED.name, round_id)] = {"items": items}
    return changed


def _blank(item: Mapping[str, Any]) -> dict[str, Any]:
    return {**item, "first": "", "second": ""}
