"""A first wording for each sentence of the explanation, made of notes: so that nobody has to begin with nothing.

It is taken from the strongest path of the picture, in the notes' own words; where the path has nothing for a sentence,
from what is read aloud. What else could explain it is the best supported note that was joined as another explanation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from workshop.domain.formulation import Link, Note, within
from workshop.domain.picture import sheet
from workshop.domain.picture_made import Graph, graph
from workshop.domain.picture_path import strongest

SENTENCE = {"before": "because", "why_now": "because", "keeps_going": "kept_going", "helps": "eased"}
"""Area → the sentence that its notes say."""
BETWEEN = "; "


class Wording(NamedTuple):
    """`notes`: whose words it has."""

    text: str
    notes: tuple[str, ...]


def first_wordings(
    notes: Iterable[Note], links: Mapping[str, Link], sections: Sequence[tuple[str, str]]
) -> dict[str, Wording]:
    """Sentence → its first wording, of those that notes and links have something for. `sections`: (id, role)."""
    by_id = {n.id: n for n in notes}
    joined = {i: x for i, x in links.items() if {x.source, x.target} <= by_id.keys()}
    made = graph(by_id.values(), joined, sections)
    found: dict[str, list[str]] = {}
    for id, area in _on_the_path(made):
        if area in SENTENCE:
            found.setdefault(SENTENCE[area], []).append(id)
    for part, ids in (
        ("because", _best(by_id, (x.target for x in joined.values() if x.kind == "because"))),
        ("eased", _best(by_id, (x.source for x in joined.values() if x.kind == "eases"))),
        ("rival", _best(by_id, (x.source for x in joined.values() if x.kind == "alternative"))),
    ):
        if ids and part not in found:
            found[part] = ids
    return {part: _said([by_id[i] for i in ids]) for part, ids in found.items()}


def _on_the_path(made: Graph) -> list[tuple[str, str]]:
    """(note, area) along the strongest path."""
    drawn = sheet(made.notes, made.links, ())
    return [(made.ids[name], drawn.notes[name].area) for name in strongest(drawn)]


def _best(notes: Mapping[str, Note], ids: Iterable[str]) -> list[str]:
    """The best supported of them, alone; ties by its words."""
    return sorted(set(ids), key=lambda i: (-notes[i].support, notes[i].text, i))[:1]


def _said(notes: Sequence[Note]) -> Wording:
    return Wording(BETWEEN.join(within(n.text.rstrip(".;, ")) for n in notes), tuple(n.id for n in notes))
