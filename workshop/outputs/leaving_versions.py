"""The same of versions of the explanation: what notes and sentences said in them leaves as what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

COLLECTION = "versions"
NOTE, SENTENCE = "note", "explanation"
"""Kinds of texts (leaving.py) that lie in a version."""
MARKS = "reworded"
"""The field of a version that has its reworded texts, (kind, text)."""
Version = Mapping[str, Any]
Versions = Mapping[str, Version]
Says = Callable[[str, str], str | None]
"""(kind, text) → what is said instead; None where it is as it was."""


def texts_of(versions: Versions, kind: str) -> set[str]:
    """What notes or sentences said."""
    if kind == NOTE:
        return {text for one in versions.values() for _, text, _ in one["noted"].values()}
    return {text for one in versions.values() for text in one["sentences"].values()} if kind == SENTENCE else set()


def struck(versions: Versions, is_struck: Callable[[str, str], bool]) -> dict[str, Any]:
    """Without what is struck; a struck note takes its links with it."""
    made: dict[str, Any] = {}
    for id_, one in versions.items():
        notes = {i: said for i, said in one["noted"].items() if not is_struck(NOTE, said[1])}
        sentences = {part: text for part, text in one["sentences"].items() if not is_struck(SENTENCE, text)}
        links = [link for link in one["joined"] if {link[0], link[1]} <= notes.keys()]
        left = {**one, "noted": notes, "sentences": sentences, "joined": links}
        made[id_] = _with_marks(left, ((kind, text) for kind, text in one.get(MARKS, ()) if not is_struck(kind, text)))
    return made


def reworded(versions: Versions, says: Says) -> dict[str, Any]:
    """In other words, which are named as the facilitator's."""
    made: dict[str, Any] = {}
    for id_, one in versions.items():
        changed = _said(one, says)
        before = {(NOTE, said[1]) for said in one["noted"].values()}
        before |= {(SENTENCE, text) for text in one["sentences"].values()}
        stays = [(kind, text) for kind, text in one.get(MARKS, ()) if says(kind, text) is None]
        marks = [(kind, words) for kind, text in before if (words := says(kind, text)) is not None]
        made[id_] = _with_marks(changed, [*stays, *marks])
    return made


def marked(versions: Versions, mark: Callable[[str], str], told: set[tuple[str, str]]) -> dict[str, Any]:
    """As they are printed; `told` gets what was reworded."""
    made: dict[str, Any] = {}
    for id_, one in versions.items():
        marks = {(kind, text) for kind, text in one.get(MARKS, ())}
        told |= marks
        made[id_] = _said(one, lambda kind, text, marks=marks: mark(text) if (kind, text) in marks else None)
    return made


def _with_marks(version: Version, marks: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """With these marks, once each, and no other: none is left of words that are there no more."""
    found = sorted([kind, text] for kind, text in set(marks))
    plain = {name: value for name, value in version.items() if name != MARKS}
    return plain | ({MARKS: found} if found else {})


def _said(one: Version, says: Says) -> dict[str, Any]:
    notes = {i: [place, says(NOTE, text) or text, merged] for i, (place, text, merged) in one["noted"].items()}
    sentences = {part: says(SENTENCE, text) or text for part, text in one["sentences"].items()}
    return {**one, "noted": notes, "sentences": sentences}
