"""Every free text that would leave with a report, for somebody to read, and the session without those that are struck.

One table says where people's own words are in what a session leaves behind. The list is made from it, and so is what is
taken away; `tests/outputs/test_leaving.py` compares it with what the formats print.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workshop.domain.checkpoint import Checkpoint
from workshop.outputs.model import Facts

TITLE = "title"
WHERE: Mapping[str, tuple[str, str]] = {
    "note": ("notes", "text"),
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
        texts = {slice_[field] for slice_ in _leave(kept, collection).values() if slice_.get(field)}
        texts |= _of_versions(kept, kind)
        found += [(kind, text) for text in sorted(texts)]
    return tuple(Leaving(key_of(kind, text), kind, text) for kind, text in found)


def key_of(kind: str, text: str) -> str:
    """A name for a text of a kind: 64 bits of its SHA-256."""
    return f"{kind}-{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def without(facts: Facts, kept: Checkpoint, struck: Collection[str]) -> tuple[Facts, Checkpoint]:
    """The same without the texts of these keys: what is left leaves as if they had not been written."""
    if key_of(TITLE, facts.title) in struck:
        facts = replace(facts, title=facts.scenario_title)
    collections = dict(kept.collections)
    for kind, (collection, field) in WHERE.items():
        collections[collection] = _struck(collections.get(collection, {}), kind, field, struck)
    collections["versions"] = {id: _version(one, struck) for id, one in collections.get("versions", {}).items()}
    return facts, replace(kept, collections=collections)


def _struck(slices: Mapping[str, Any], kind: str, field: str, struck: Collection[str]) -> dict[str, Any]:
    found = dict(slices)
    for id, slice_ in slices.items():
        if key_of(kind, slice_.get(field) or "") in struck:
            if kind in DETAILS:
                found[id] = {**slice_, field: ""}
            else:
                del found[id]
    return found


def _leave(kept: Checkpoint, collection: str) -> Mapping[str, Any]:
    """Of questions, of words at the end and of the jotter only those leave that a facilitator kept."""
    slices = kept.collections.get(collection, {})
    return {id: s for id, s in slices.items() if s.get("kept", True)}


def _of_versions(kept: Checkpoint, kind: str) -> set[str]:
    """What notes and sentences said in versions of the explanation: that leaves as what changed."""
    found = kept.collections.get("versions", {}).values()
    if kind == "note":
        return {text for one in found for _, text, _ in one["words"].values()}
    return {text for one in found for text in one["sentences"].values()} if kind == "explanation" else set()


def _version(one: Mapping[str, Any], struck: Collection[str]) -> dict[str, Any]:
    notes = {i: words for i, words in one["words"].items() if key_of("note", words[1]) not in struck}
    sentences = {part: text for part, text in one["sentences"].items() if key_of("explanation", text) not in struck}
    links = [link for link in one["joined"] if {link[0], link[1]} <= notes.keys()]
    return {**one, "words": notes, "sentences": sentences, "joined": links}
