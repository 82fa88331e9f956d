"""Versions of an explanation, and what changed from one to another: never which of them was right.

A version is kept when a room has first said it in sentences, before each new information, and when the room leaves it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from workshop.domain.formulation import EXPLANATION
from workshop.domain.live import Head
from workshop.domain.phases import phase_here

CAUSES = ("said", "information", "end")
"""Why a version was kept: after "say it", before new information, at the end of the explanation's step."""
WRITTEN = tuple(part for part in EXPLANATION if part != "stayed")
"""Sentences that are compared: what stayed the same is said of the comparison."""
MOST = 12
"""Versions of a session. The first one stays; of the others the oldest goes when one more comes."""


class Words(NamedTuple):
    """A note in a version. `merged`: notes that had gone into it."""

    section: str
    text: str
    merged: tuple[str, ...] = ()


class Joined(NamedTuple):
    """A link in a version, between two of its notes."""

    source: str
    target: str
    kind: str


@dataclass(frozen=True)
class Version:
    """An explanation as it was: note → its words, links, sentence → its text (none that is empty)."""

    notes: Mapping[str, Words] = field(default_factory=dict[str, Words])
    links: frozenset[Joined] = frozenset()
    sentences: Mapping[str, str] = field(default_factory=dict[str, str])


class Piece(NamedTuple):
    """What was added or set aside. `what`: note, link or sentence; `place`: its section, kind or part. A link's other
    note is in `second`.
    """

    what: str
    place: str
    text: str
    second: str = ""


class Reworded(NamedTuple):
    """A note or a sentence that says it otherwise now."""

    what: str
    place: str
    before: str
    after: str


@dataclass(frozen=True)
class Changed:
    """What changed between two versions, in an order of words: neither ids nor who came first are in it."""

    added: tuple[Piece, ...] = ()
    aside: tuple[Piece, ...] = ()
    reworded: tuple[Reworded, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.aside or self.reworded)


def changed(before: Version, after: Version) -> Changed:
    """What was added, set aside and reworded. A note that went into another was not set aside."""
    folded = {old for words in after.notes.values() for old in words.merged}
    unfolded = {old for words in before.notes.values() for old in words.merged}
    new = _pieces(after, after.notes.keys() - before.notes.keys() - unfolded)
    gone = _pieces(before, before.notes.keys() - after.notes.keys() - folded)
    return Changed(
        added=tuple(sorted((*new, *_sentences(before, after), *_links(before, after)), key=_order)),
        aside=tuple(sorted((*gone, *_sentences(after, before), *_links(after, before)), key=_order)),
        reworded=tuple(sorted(_reworded(before, after), key=lambda r: (r.what != "sentence", r))),
    )


def _pieces(of: Version, ids: Iterable[str]) -> Iterator[Piece]:
    return (Piece("note", of.notes[i].section, of.notes[i].text) for i in ids)


def _sentences(before: Version, after: Version) -> Iterator[Piece]:
    """Those that only the second has."""
    return (Piece("sentence", p, t) for p, t in after.sentences.items() if p not in before.sentences)


def _links(before: Version, after: Version) -> Iterator[Piece]:
    """Those that only the second has, where the first has both notes: else the note itself is told."""
    for link in after.links - before.links:
        if {link.source, link.target} <= before.notes.keys() & after.notes.keys():
            yield Piece("link", link.kind, after.notes[link.source].text, after.notes[link.target].text)


def _reworded(before: Version, after: Version) -> Iterator[Reworded]:
    for part, text in after.sentences.items():
        if before.sentences.get(part, text) != text:
            yield Reworded("sentence", part, before.sentences[part], text)
    for id, words in after.notes.items():
        if id in before.notes and before.notes[id].text != words.text:
            yield Reworded("note", words.section, before.notes[id].text, words.text)


def _order(piece: Piece) -> tuple[bool, bool, Piece]:
    return piece.what == "link", piece.what == "sentence", piece


def occasion(before: Head, after: Head, was: bool, informed: bool) -> str | None:
    """Whether the explanation of before is to be kept now that the room has moved: one of CAUSES, or None.

    `was`: the room was at its explanation. `informed`: it is told new information.
    """
    if informed:
        return "information"
    if was and (after.state == "ended" or after.step.id != before.step.id):
        return "end"
    return "said" if was and phase_here(before) == "say" and phase_here(after) != "say" else None


def with_one_more(keys: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """The key of one more version, and which go for it."""
    known = sorted(keys)
    number = int(known[-1][1:]) + 1 if known else 1
    return f"v{number:04}", tuple(known[1 : len(known) + 2 - MOST])


# ---------------------------------------------------------------- as it is kept

Kept = Mapping[str, Any]
"""A slice."""


def written(notes: Mapping[str, Kept], links: Mapping[str, Kept], explanation: Mapping[str, Kept]) -> Version:
    """The explanation as it is written in these."""
    words = {i: Words(n["section"], n["text"], tuple(n.get("merged", ()))) for i, n in notes.items()}
    joined = {Joined(x["source"], x["target"], x["kind"]) for x in links.values()}
    sentences = {part: x["text"] for part, x in explanation.items() if part in WRITTEN and x["text"]}
    return Version(words, frozenset(x for x in joined if {x.source, x.target} <= words.keys()), sentences)


def as_kept(version: Version) -> dict[str, Any]:
    """A version, ready to be kept: notes by id, each with its section, text and what had gone into it."""
    return {
        "noted": {i: [w.section, w.text, list(w.merged)] for i, w in version.notes.items()},
        "joined": sorted(list(link) for link in version.links),
        "sentences": dict(version.sentences),
    }


def kept_version(slice_: Kept) -> Version:
    """A version as it was kept."""
    notes = {i: Words(section, text, tuple(merged)) for i, (section, text, merged) in slice_["noted"].items()}
    return Version(notes, frozenset(Joined(*link) for link in slice_["joined"]), slice_["sentences"])
