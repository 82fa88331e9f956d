"""What the room made together: its explanation, and what was kept in people's own words."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.domain.reflection import FIELDS
from workshop.outputs.blocks.agreed import sureness
from workshop.outputs.blocks.model import (
    Block,
    Bullets,
    Drawing,
    Heading,
    Notes,
    Paragraph,
    Section,
    Terms,
)
from workshop.outputs.blocks.phrases import Phrases, plain
from workshop.outputs.model import AnonymisedSession, FormulationOutput, LinkOutput, NoteOutput


def explanation(session: AnonymisedSession, said: Phrases) -> Section | None:
    """The shared explanation: one sentence, its five parts, then the notes by section with their links."""
    made = session.formulation
    if not made.notes and not made.explanation:
        return None
    blocks: list[Block] = [Paragraph(plain(made.sentence), "aloud")] if made.sentence else []
    if made.picture:
        texts = tuple((str(n.number), n.text) for n in made.notes)
        blocks.append(Drawing(made.picture, texts, said.words))
    if made.explanation:
        blocks.append(Terms(tuple((said.say(f"explained.{p}"), text) for p, text in made.explanation), wide=True))
    blocks += sureness(session, said)
    if made.lacking:
        lacking = tuple(plain(f"{n.words} ({n.source})") for n in made.lacking)
        blocks += [Heading(said.say("lacking")), Bullets(lacking)]
    blocks += [Notes(_sections(made, said)), Paragraph(plain(said.say("explanation.legend")), "legend")]
    return Section(said.say("explanation.title"), tuple(blocks), "explanation")


def _sections(made: FormulationOutput, said: Phrases) -> tuple[tuple[str, tuple[tuple[int, str, str], ...]], ...]:
    by_section = [(s.title, [n for n in made.notes if n.section == s.id]) for s in made.sections]
    return tuple(
        (title, tuple((n.number, n.text, _more(made, n, said)) for n in notes)) for title, notes in by_section if notes
    )


def _more(made: FormulationOutput, note: NoteOutput, said: Phrases) -> str:
    joined = [_linked(x, said) for x in made.links if x.source == note.number]
    support = [said.say("support", n=note.support)] if note.support else []
    beneath = [said.say("beneath", text=text) for text in note.beneath]
    return "; ".join([*_itself(note, said), *joined, *support, *beneath])


def _linked(link: LinkOutput, said: Phrases) -> str:
    words = said.say(f"linked.{link.kind}", note=link.target)
    return words if link.support is None else said.say("linked_by", words=words, n=link.support)


def _itself(note: NoteOutput, said: Phrases) -> list[str]:
    """What a note says of itself: how sure, whose voice, from what."""
    words = [said.words.say(f"names.sure.{note.sure}")] if note.sure else []
    words += [said.say("note.voice", who=said.words.say(f"names.voice.{note.voice}"))] if note.voice else []
    if note.ground:
        words.append(said.say(f"note.{note.ground.what}", n=note.ground.number, card=note.ground.text))
    return words


def kept(session: AnonymisedSession, said: Phrases) -> Section | None:
    """Questions and reflections that the facilitator kept, in their writers' words."""
    blocks = _under(said.say("kept.questions"), session.kept_questions)
    if session.question_themes:
        named = [
            f"{said.words.say(f'names.theme.{theme}')} {said.words.number(n)}" for theme, n in session.question_themes
        ]
        blocks.append(Paragraph(plain(said.say("kept.themes", list=" · ".join(named))), "legend"))
    for field in FIELDS:
        blocks += _under(said.words.say(f"names.field.{field}"), [text for f, text in session.kept_texts if f == field])
    return Section(said.say("kept.title"), tuple(blocks)) if blocks else None


def _under(title: str, texts: Iterable[str]) -> list[Block]:
    items = tuple(plain(text) for text in texts)
    return [Heading(title), Bullets(items)] if items else []
