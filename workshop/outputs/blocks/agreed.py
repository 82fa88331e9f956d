"""How sure the room was of its explanation: figures item by item, and of what is contested both sides as equals."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.outputs.blocks.model import Block, Group, Heading, Paragraph, Table
from workshop.outputs.blocks.phrases import DASH, Phrases, plain
from workshop.outputs.model import AnonymisedSession, FormulationOutput
from workshop.outputs.model_agreed import AgreementOutput

Told = tuple[str, AgreementOutput]


def sureness(session: AnonymisedSession, said: Phrases) -> list[Block]:
    """Links and sentences, then the questions; nothing where nothing was told."""
    made = session.formulation
    items = [*_links(made, said), *_sentences(made, said)]
    blocks: list[Block] = []
    if items:
        blocks += [
            Heading(said.say("agreed.title")),
            _table(said.say("agreed.title"), items, said),
            *_split(items, said),
        ]
    if made.quality:
        asked = [(said.words.say(f"names.quality.{id}"), told) for id, told in made.quality]
        blocks += [Heading(said.say("agreed.questions")), _table(said.say("agreed.questions"), asked, said)]
    return blocks


def _links(made: FormulationOutput, said: Phrases) -> Iterator[Told]:
    notes = {n.number: n.text for n in made.notes}
    for link in made.links:
        if link.agreement:
            joined = said.words.say(f"names.joined.{link.kind}")
            yield f"{notes[link.source]} — {joined} — {notes[link.target]}", link.agreement


def _sentences(made: FormulationOutput, said: Phrases) -> Iterator[Told]:
    written = dict(made.explanation)
    for part, told in made.agreement:
        yield f"{said.say(f'explained.{part}')}: {written[part]}", told


def _table(name: str, items: list[Told], said: Phrases) -> Table:
    heads = (said.say("agreed.what"), *(said.words.say(f"names.holds.{a}") for a in ("yes", "partly", "no", "cannot")))
    return Table("figures", name, "", heads, (Group("", tuple(_row(*item, said) for item in items)),), row_heads=True)


def _row(words: str, told: AgreementOutput, said: Phrases) -> tuple[str, ...]:
    marks = [said.say("agreed.split")] if told.split else []
    marks += [said.say("agreed.former")] if told.former else []
    about = f"{words} ({'; '.join(marks)})" if marks else words
    return (about, *(str(n) for n in (told.yes, told.partly, told.no, told.cannot_say)))


def _split(items: list[Told], said: Phrases) -> list[Block]:
    """Yes first, then no, whichever has more; a side of which no three named one reason has a dash."""
    split = [(words, told) for words, told in items if told.split]
    if not split:
        return [Paragraph(plain(said.say("agreed.none_split")))]
    heads = (said.say("agreed.what"), said.say("agreed.some"), said.say("agreed.others"))
    rows = tuple(
        (words, _reasons("yes", told.reasons_yes, said), _reasons("no", told.reasons_no, said)) for words, told in split
    )
    title = said.say("agreed.both")
    return [Heading(title), Table("plan", title, "", heads, (Group("", rows),), row_heads=True)]


def _reasons(side: str, reasons: tuple[str, ...], said: Phrases) -> str:
    return "; ".join(said.words.say(f"names.holds_{side}.{reason}") for reason in reasons) or DASH
