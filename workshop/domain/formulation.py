"""The group's shared explanation: notes in sections, joined by "because", read aloud in a sentence.

What people write is mostly description: in one study of real formulations 95 % described and 16 % named a precipitant
(Eells, Kendjelic and Lucas 1998). So the nudges ask for what is usually missing, and never say that a text is whole.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

SAID = ("because", "kept_going", "eased", "unsure", "rival")
"""Four sentences and another explanation: what phones offer wordings for."""
LEAVES = {"because": "ours_leaves", "rival": "rival_leaves"}
"""What each of the two explanations does not account for: asked of both."""
APART = ("apart1", "apart2", "apart3")
"""Questions that would tell the two apart."""
EXPLANATION = ("because", "kept_going", "eased", "rival", "unsure", *LEAVES.values(), *APART, "stayed")
"""What is written by hand for the room. `stayed`: what stayed the same, of what changed."""
ASKED_FOR = ("precipitating", "perpetuating", "protective", "environment", "harmed", "rival")
"""Sections that a formulation usually lacks, in the order in which they are asked for."""
UNJOINED = "unjoined"
NUDGES = (UNJOINED, *ASKED_FOR)


@dataclass(frozen=True)
class Note:
    """One note. `support`: how many want it kept in sight."""

    id: str
    section: str
    text: str
    support: int = 0


@dataclass(frozen=True)
class Link:
    """One note joined to another, read from `source` to `target` everywhere, by `kind`.

    "because": `source` is so because of `target`. "eases": `source` eases `target`. "alternative": `source` is another
    explanation for `target`.
    """

    source: str
    target: str
    kind: str


@dataclass(frozen=True)
class Aloud:
    """What is read aloud, in notes' own words: something, what it is because of, and what eases it."""

    what: str
    because: tuple[str, ...]
    eased: tuple[str, ...]


def supporters(merged: Mapping[str, Iterable[str]], sheets: Iterable[Iterable[str]]) -> dict[str, int]:
    """How many phones support each note. `merged`: note → the notes that went into it; `sheets`: a phone's notes each.

    A phone is one supporter of a note however many of the notes that were merged into it it supported.
    """
    into = {old: note for note, gone in merged.items() for old in (note, *gone)}
    counts = dict.fromkeys(merged, 0)
    for sheet in sheets:
        for note in {into[n] for n in sheet if n in into}:
            counts[note] += 1
    return counts


def nudges(notes: Iterable[Note], links: Collection[Link], sections: Collection[str]) -> list[str]:
    """What a formulation usually lacks and this one does, of NUDGES, for the sections that its template has."""
    notes = list(notes)
    filled = {n.section for n in notes}
    if not notes:
        return []
    missing = [section for section in ASKED_FOR if section in sections and section not in filled]
    unjoined = [UNJOINED] if len(notes) >= 4 and not links else []
    return unjoined + missing


def aloud(notes: Iterable[Note], links: Sequence[Link]) -> Aloud | None:
    """The picture read aloud: the best supported joined note, what it is because of, and what eases it."""
    by_id = {n.id: n for n in notes}
    joined = [x for x in links if x.kind == "because" and x.source in by_id and x.target in by_id]
    if not joined:
        return None
    centre = max({x.source for x in joined}, key=lambda i: (sum(x.source == i for x in joined), by_id[i].support, i))
    causes = [by_id[x.target] for x in joined if x.source == centre]
    around = {centre, *(c.id for c in causes)}
    eased = [by_id[x.source] for x in links if x.kind == "eases" and x.target in around and x.source in by_id]
    return Aloud(_plain(by_id[centre]), _lowered(causes), _lowered(eased))


def _plain(note: Note) -> str:
    return note.text.rstrip(".;, ")


def _lowered(notes: Iterable[Note]) -> tuple[str, ...]:
    """Their texts as they stand within a sentence, the best supported first."""
    return tuple(within(_plain(n)) for n in sorted(notes, key=lambda n: (-n.support, n.text)))


def within(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def merged_links(links: Mapping[str, Link], note: str, into: str) -> dict[str, Link | None]:
    """Links when `note` is merged into `into`: re-pointed, or None when they become double or a loop."""
    rest = {i: x for i, x in links.items() if note not in (x.source, x.target)}
    known = {(x.source, x.target, x.kind) for x in rest.values()}
    changed: dict[str, Link | None] = {}
    for i, link in sorted(links.items()):
        if note not in (link.source, link.target):
            continue
        moved = Link(
            into if link.source == note else link.source, into if link.target == note else link.target, link.kind
        )
        key = (moved.source, moved.target, moved.kind)
        double = moved.source == moved.target or key in known
        known.add(key)
        changed[i] = None if double else moved
    return changed
