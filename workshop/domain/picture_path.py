"""The strongest path of a picture: what an explanation rests on, said in five notes at most."""

from __future__ import annotations

from collections.abc import Mapping

from workshop.domain.picture import Link, Sheet

Path = tuple[str, ...]


def strongest(sheet: Sheet) -> Path:
    """The chain of joined notes through neighbouring columns with the largest sum of support.

    Of equal ones the longest, then the one whose ids come first: a note's age is kept nowhere. () without two.
    """
    best: dict[str, Path] = {}
    joined = _neighbours(sheet)
    for note in (i for ids in sheet.columns for i in ids):
        chains = [(*best[before], note) for before in joined.get(note, ())]
        best[note] = min([(note,), *chains], key=lambda path: _rank(sheet, path))
    return min((path for path in best.values() if len(path) > 1), key=lambda path: _rank(sheet, path), default=())


def link_between(sheet: Sheet, a: str, b: str) -> Link:
    """The strongest of the links between two notes that are joined, ties by id."""
    return min((x for x in sheet.links if {x.start, x.end} == {a, b}), key=lambda x: (-x.strength, x.id))


def _rank(sheet: Sheet, path: Path) -> tuple[int, int, Path]:
    return -sum(sheet.notes[i].support for i in path), -len(path), path


def _neighbours(sheet: Sheet) -> Mapping[str, set[str]]:
    """Note → the notes of the column before that it is joined to."""
    found: dict[str, set[str]] = {}
    for link in sheet.links:
        for left, right in ((link.start, link.end), (link.end, link.start)):
            if sheet.column.get(left, -9) + 1 == sheet.column.get(right):
                found.setdefault(right, set()).add(left)
    return found
