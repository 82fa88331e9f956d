"""Words of notes that lie beneath another, which stands for them: they can be read wherever the note can."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

Struck = Callable[[str], bool]
FOLD = "fold"
"""The field of a note's slice in which those lie that were folded into it: `[{"under": {id: slice}, …}]`."""


def beneath(note: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(id, text) of all notes beneath one, at any depth, by words: nothing tells who wrote after whom."""
    return [(id_, under["text"]) for id_, under in _all_beneath(note)]


def _all_beneath(note: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    return sorted(within(note), key=lambda one: (one[1]["text"], one[0]))


def within(note: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """(id, slice) of all notes beneath one, at any depth."""
    for fold in note.get(FOLD, ()):
        for id_, under in fold["under"].items():
            yield id_, under
            yield from within(under)


def with_each(note: Mapping[str, Any], change: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """A note with all of those beneath it changed, at any depth; the note itself stays as it is."""
    folds = [
        fold | {"under": {i: change(with_each(n, change)) for i, n in fold["under"].items()}}
        for fold in note.get(FOLD, ())
    ]
    return dict(note) | ({FOLD: folds} if folds else {})


def without_texts(note: Mapping[str, Any], struck: Struck) -> dict[str, Any] | None:
    """A note without those beneath, and itself, of which `struck(text)` is true; None when nothing is left.

    Where the one that stood for the others goes, the first of these by words stands in its place.
    """
    folds = [fold | {"under": _left(fold["under"], struck)} for fold in note.get(FOLD, ())]
    folds = [fold for fold in folds if fold["under"]]
    plain = {field: value for field, value in note.items() if field != FOLD}
    if not struck(note["text"]):
        return plain | ({FOLD: folds} if folds else {})
    left = [{f: value for f, value in under.items() if f != FOLD} for _, under in _all_beneath({FOLD: folds})]
    if not left:
        return None
    first, *others = left
    more = [{"under": {f"n{at}": under for at, under in enumerate(others)}}] if others else []
    place = {field: plain[field] for field in ("section", "merged") if field in plain}
    return first | place | ({FOLD: more} if more else {})


def _left(notes: Mapping[str, Any], struck: Struck) -> dict[str, Any]:
    found = {id_: without_texts(under, struck) for id_, under in notes.items()}
    return {id_: under for id_, under in found.items() if under is not None}
