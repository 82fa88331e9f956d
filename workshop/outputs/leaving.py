"""Every free text that would leave with a report, for somebody to read, and the session without those that are struck.

One table says where people's own words are in what a session leaves behind. The list is made from it, and so is what is
taken away; `tests/outputs/test_leaving.py` compares it with what the formats print.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from workshop.domain.beneath import beneath, with_each, without_texts
from workshop.domain.checkpoint import Checkpoint
from workshop.outputs import leaving_versions as old
from workshop.outputs.model import Facts
from workshop.outputs.model_front import TOLD_BY

TITLE, NOTE = "title", "note"
WHERE: Mapping[str, tuple[str, str]] = {
    NOTE: ("notes", "text"),
    "explanation": ("explanation", "text"),
    "action": ("actions", "action"),
    "why": ("actions", "why"),
    "who": ("actions", "who"),
    "by_when": ("actions", "by_when"),
    "review": ("actions", "review"),
    "known": ("actions", "known"),
    "step_up": ("actions", "step_up"),
    "step_down": ("actions", "step_down"),
    "sign": ("signs", "text"),
    "noticed": ("signs", "who"),
    "question": ("questions", "text"),
    "words": ("texts", "text"),
    "jotting": ("jottings", "text"),
}
"""Kind of a text → its collection in the checkpoint, and its field there."""
OWN = frozenset({TITLE, "jotting"})
"""Kinds that are the facilitator's own words from the beginning."""
MARKS = "reworded"
"""The field of a slice that names its reworded fields."""
TOLD = "told"
"""The collection of what the facilitator tells of the session at its release."""
DETAILS = frozenset({"why", "who", "by_when", "review", "known", "step_up", "step_down", "noticed"})
"""What an action or a sign can do without. Of everything else, what is without its text is not there."""


@dataclass(frozen=True)
class Leaving:
    """One text. `key` names it without telling it: the same text twice is one, and is answered once."""

    key: str
    kind: str
    text: str


def leaving(facts: Facts, kept: Checkpoint) -> tuple[Leaving, ...]:
    """All of them: by kind, then by words, so that nothing tells who wrote after whom."""
    titles = [facts.title] if facts.title != facts.scenario_title else []
    found = [(TITLE, text) for text in titles]
    for kind, (collection, field) in WHERE.items():
        slices = _leave(kept, collection).values()
        texts = {slice_[field] for slice_ in slices if slice_.get(field)}
        if kind == NOTE:
            texts |= {text for slice_ in slices for _, text in beneath(slice_)}
        texts |= old.texts_of(kept.collections.get(old.COLLECTION, {}), kind)
        found += [(kind, text) for text in sorted(texts)]
    return tuple(Leaving(key_of(kind, text), kind, text) for kind, text in found)


def key_of(kind: str, text: str) -> str:
    """A name for a text of a kind: 64 bits of its SHA-256."""
    return f"{kind}-{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def reworded(facts: Facts, kept: Checkpoint, wordings: Mapping[str, str]) -> tuple[Facts, Checkpoint]:
    """The same with other words for the texts of these keys, each marked as the facilitator's where it lies.

    A facilitator's own words (the title, what was noted of the talk) are so already, and have no mark.
    """
    facts = replace(facts, title=wordings.get(key_of(TITLE, facts.title), facts.title))
    collections = dict(kept.collections)
    for kind, (collection, field) in WHERE.items():
        found = collections.get(collection, {})
        worded = partial(_worded, kind=kind, field=field, wordings=wordings)
        collections[collection] = {id: worded(with_each(slice_, worded)) for id, slice_ in found.items()}
    versions = collections.get(old.COLLECTION, {})
    collections[old.COLLECTION] = old.reworded(versions, lambda kind, text: wordings.get(key_of(kind, text)))
    return facts, replace(kept, collections=collections)


def _worded(slice_: Mapping[str, Any], kind: str, field: str, wordings: Mapping[str, str]) -> dict[str, Any]:
    words = wordings.get(key_of(kind, slice_.get(field) or ""))
    if words is None:
        return dict(slice_)
    marks = [] if kind in OWN else sorted({*slice_.get(MARKS, ()), field})
    return {**slice_, field: words} | ({MARKS: marks} if marks else {})


def marked(kept: Checkpoint, mark: Callable[[str], str]) -> tuple[Checkpoint, tuple[tuple[str, str], ...]]:
    """As it is printed: `mark` says of each reworded text whose words it is. And all of them, (kind, text)."""
    collections, told = dict(kept.collections), set[tuple[str, str]]()
    for kind, (collection, field) in WHERE.items():
        for id, slice_ in _leave(kept, collection).items():
            if field in slice_.get(MARKS, ()):
                told.add((kind, slice_[field]))
                others = collections[collection]
                collections[collection] = {**others, id: {**others[id], field: mark(slice_[field])}}
    notes = collections.get(WHERE[NOTE][0], {})
    collections[WHERE[NOTE][0]] = {
        id: with_each(note, partial(_marked, mark=mark, told=told)) for id, note in notes.items()
    }
    collections[old.COLLECTION] = old.marked(collections.get(old.COLLECTION, {}), mark, told)
    return replace(kept, collections=collections), tuple(sorted(told))


def _marked(under: dict[str, Any], mark: Callable[[str], str], told: set[tuple[str, str]]) -> dict[str, Any]:
    """The same of a note that lies beneath another."""
    field = WHERE[NOTE][1]
    if field not in under.get(MARKS, ()):
        return under
    told.add((NOTE, under[field]))
    return {**under, field: mark(under[field])}


def with_told(kept: Checkpoint, told: Mapping[str, str]) -> Checkpoint:
    """The same with what the facilitator tells of the session (`TOLD_BY`), in its own words."""
    said = {name: {"text": told[name]} for name in TOLD_BY if told.get(name)}
    return replace(kept, collections={**kept.collections, TOLD: said})


def without(facts: Facts, kept: Checkpoint, struck: Collection[str]) -> tuple[Facts, Checkpoint]:
    """The same without the texts of these keys: what is left leaves as if they had not been written."""
    if key_of(TITLE, facts.title) in struck:
        facts = replace(facts, title=facts.scenario_title)
    collections = dict(kept.collections)
    for kind, (collection, field) in WHERE.items():
        collections[collection] = _struck(collections.get(collection, {}), kind, field, struck)
    versions = collections.get(old.COLLECTION, {})
    collections[old.COLLECTION] = old.struck(versions, lambda kind, text: key_of(kind, text) in struck)
    return facts, replace(kept, collections=collections)


def _struck(slices: Mapping[str, Any], kind: str, field: str, struck: Collection[str]) -> dict[str, Any]:
    if kind == NOTE:
        notes = {id: without_texts(s, lambda text: key_of(NOTE, text) in struck) for id, s in slices.items()}
        return {id: note for id, note in notes.items() if note is not None}
    found = dict(slices)
    for id, slice_ in slices.items():
        if key_of(kind, slice_.get(field) or "") in struck:
            if kind in DETAILS:
                marks = {MARKS: [m for m in slice_[MARKS] if m != field]} if MARKS in slice_ else {}
                found[id] = {**slice_, field: "", **marks}
            else:
                del found[id]
    return found


def _leave(kept: Checkpoint, collection: str) -> Mapping[str, Any]:
    """Of questions, of words at the end and of the jotter only those leave that a facilitator kept."""
    slices = kept.collections.get(collection, {})
    return {id: s for id, s in slices.items() if s.get("kept", True)}
