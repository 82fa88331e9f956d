"""Where words of notes lie besides the notes: from there they go, too, when a note is hidden."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop.activities.base import Collection, Read, Slice, SliceRef, Whole

OFFERED = Collection("offered", kept="chosen")
"""What phones offered for the sentences. None of it is chosen: what was not taken goes at the end of the session."""
VERSIONS = Collection("versions", kept="all")
"""The explanation as it was: number → notes, links and sentences."""
READS: tuple[Read, ...] = (Whole(OFFERED.name), Whole(VERSIONS.name))
"""What hiding a note reads besides."""


def without_traces(
    note: str, found: Mapping[str, Any], wholes: Mapping[str, Mapping[str, Slice]]
) -> dict[SliceRef, Slice | None]:
    """All of them without the words of a note, `found`, that is hidden now, or of one that was merged into it."""
    gone = {note, *found.get("merged", ())}
    return _offered(gone, wholes[OFFERED.name]) | _versions(gone, wholes[VERSIONS.name])


def _offered(gone: set[str], kept: Mapping[str, Slice]) -> dict[SliceRef, Slice | None]:
    changed: dict[SliceRef, Slice | None] = {}
    for key, slice_ in kept.items():
        parts = {
            part: [one for one in items if not gone & set(one["notes"])] for part, items in slice_["parts"].items()
        }
        if parts != slice_["parts"]:
            changed[SliceRef(OFFERED.name, key)] = {**slice_, "parts": parts}
    return changed


def _versions(gone: set[str], kept: Mapping[str, Slice]) -> dict[SliceRef, Slice | None]:
    changed: dict[SliceRef, Slice | None] = {}
    for key, slice_ in kept.items():
        if gone & slice_["noted"].keys():
            notes = {i: words for i, words in slice_["noted"].items() if i not in gone}
            links = [link for link in slice_["joined"] if not gone & {link[0], link[1]}]
            changed[SliceRef(VERSIONS.name, key)] = {**slice_, "noted": notes, "joined": links}
    return changed
