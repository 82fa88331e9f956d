"""What changed in the explanation, from each version to the next: never struck through, never "wrong before"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workshop.domain.changed import Piece
from workshop.outputs.blocks.model import Block, Bullets, Heading, Paragraph, Section
from workshop.outputs.blocks.phrases import Phrases, plain
from workshop.outputs.model import AnonymisedSession, VersionOutput


def what_changed(session: AnonymisedSession, said: Phrases) -> Section | None:
    """A heading for each version after which something changed; last, in the facilitator's words, what did not."""
    made = session.formulation
    titles = {s.id: s.title for s in made.sections}
    names = [said.say(f"changed.since.{v.cause}", n=v.information) for v in made.versions] + [said.say("changed.now")]
    blocks: list[Block] = []
    for at, version in enumerate(made.versions):
        blocks.append(Heading(said.say("changed.to", first=names[at], second=names[at + 1])))
        blocks.append(Bullets(tuple(plain(line) for line in _lines(version, titles, said))))
    if made.versions and (stayed := dict(made.explanation).get("stayed")):
        blocks.append(Paragraph(plain(f"{said.say('explained.stayed')}: {stayed}")))
    return Section(said.say("changed.title"), tuple(blocks)) if blocks else None


def _lines(version: VersionOutput, titles: Mapping[str, str], said: Phrases) -> Iterator[str]:
    for name, pieces in (("added", version.changed.added), ("aside", version.changed.aside)):
        for piece in pieces:
            yield f"{said.say(f'changed.{name}')}: {_piece(piece, titles, said)}"
    for one in version.changed.reworded:
        both = said.say("changed.rewording", before=one.before, after=one.after)
        yield f"{said.say('changed.reworded')}: {both}"


def _piece(piece: Piece, titles: Mapping[str, str], said: Phrases) -> str:
    if piece.what == "link":
        return f"{piece.text} {said.words.say(f'names.joined.{piece.place}')} {piece.second}"
    place = titles.get(piece.place, "") if piece.what == "note" else said.say(f"explained.{piece.place}")
    return f"{place}: {piece.text}" if place else piece.text
