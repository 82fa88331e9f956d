"""The group's shared explanation: notes in sections, joined by "because", read aloud in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

SAID = ("because", "kept_going", "eased", "unsure", "rival")
"""Four sentences and another explanation: what phones offer wordings for."""
FITS = {"because": "ours_fits", "rival": "rival_fits"}
"""What each of the two explanations fits with. Nobody has to say it."""
LEAVES = {"because": "ours_leaves", "rival": "rival_leaves"}
"""What each of the two explanations does not account for: asked of both."""
APART = ("apart1", "apart2", "apart3")
"""Questions that would tell the two apart."""
OF_BOTH = (*FITS.values(), *LEAVES.values())
EXPLANATION = ("because", "kept_going", "eased", "rival", "unsure", *OF_BOTH, *APART, "stayed")
"""What is written by hand for the room. `stayed`: what stayed the same, of what changed."""


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
    explanation for `target`. `support`: how many phones say so, as it may be told.
    """

    source: str
    target: str
    kind: str
    support: int = 0


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
