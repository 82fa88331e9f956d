"""What happened, round by round: every card with its picture, and every figure once more in a table."""

from __future__ import annotations

from workshop.drawing.strip_words import lowered
from workshop.outputs.blocks.model import (
    Block,
    Card,
    Group,
    Paragraph,
    Quote,
    Response,
    Run,
    Section,
    Story,
    Table,
    Text,
)
from workshop.outputs.blocks.phrases import DASH, Phrases, agreement, dotted, numbered, plain
from workshop.outputs.blocks.pictures import levels, movement, strip
from workshop.outputs.model import AnonymisedSession, CardOutput, ResponseOutput, RoundOutput, Side


def story(session: AnonymisedSession, said: Phrases) -> Section:
    """The rounds in order, each with its cause."""
    title = said.say("story.title")
    if not session.rounds:
        return Section(title, (Paragraph(plain(said.say("story.none"))),))
    opening = [Paragraph(plain(session.opening), "say")] if session.opening else []
    steps = tuple(
        (said.heading(r, n), r.round, said.happened(r), r.information_text) for n, r in enumerate(session.rounds, 1)
    )
    return Section(title, (*opening, Story(steps)))


def rounds(session: AnonymisedSession, said: Phrases) -> list[Section]:
    """Every round: its cards, least agreement first, then its table."""
    return [_round(session, r, n, said) for n, r in enumerate(session.rounds, 1)]


def _round(session: AnonymisedSession, shown: RoundOutput, number: int, said: Phrases) -> Section:
    blocks: list[Block] = [
        Paragraph(plain(said.happened(shown)), "say"),
        *([Quote(shown.information_text)] if shown.information_text else []),
        Paragraph(plain(said.stages(session)), "legend", beside=True),
        *(_card(session, c, said) for c in shown.cards),
        *([Paragraph(_named("wanted", tuple(w.words for w in shown.wanted), said))] if shown.wanted else []),
        _table(session, shown, number, said),
        *_response_table(session, shown, number, said),
    ]
    return Section(said.heading(shown, number), tuple(blocks), shown.round)


def _card(session: AnonymisedSession, card: CardOutput, said: Phrases) -> Card:
    kind, response = said.kind(card.label), _response(session, card, said)
    if card.withheld:
        return Card(card.text, kind, None, said.not_told(session.facts, card), None, (), response)
    told, paragraphs = movement(card, session.ends, said), tuple(_said(session, card, said))
    return Card(
        card.text, kind, strip(session, card, said), "", told, paragraphs, response, _measures(session, card, said)
    )


def _measures(session: AnonymisedSession, card: CardOutput, said: Phrases) -> str:
    """Median 2 Inappropriate · A 0.31: what a card's row of the table says beside its counts."""
    row = _figures(session, card, len(session.stages) > 2, said)
    heads = [said.say("figures.median"), *([said.say("figures.agreement")] if len(session.stages) > 2 else [])]
    values = row[-1 - len(heads) : -1]
    return dotted(*(f"{head} {value}" for head, value in zip(heads, values, strict=True)))


def _response(session: AnonymisedSession, card: CardOutput, said: Phrases) -> Response | None:
    """What people would do, where it was asked."""
    told, second = card.response, session.second
    if told is None or second is None:
        return None
    withheld = "" if told.tallies else said.not_told(session.facts, told)
    words = said.words.say(f"common.compared.{told.compared}") if told.compared else ""
    return Response(
        said.say("card.response"),
        said.kind(told.kind),
        levels(second, told, said),
        withheld,
        movement(told, second.ends, said, levels=True),
        words,
    )


def _said(session: AnonymisedSession, card: CardOutput, said: Phrases) -> list[Paragraph]:
    """What both ends named, what people need to know, why they moved; commonest first, without counts."""
    found = [Paragraph(_end(session, s, said), beside=True) for s in (card.low, card.high) if s and s.reasons]
    found += _sides(session, card, said)
    if card.shared_reason:
        found.append(Paragraph(plain(said.say("card.shared", reason=lowered(card.shared_reason)))))
    if card.missing:
        found.append(Paragraph(_named("card.missing", card.missing, said)))
    if card.whys:
        found.append(Paragraph(_named("card.whys", card.whys, said)))
    return found


def _sides(session: AnonymisedSession, card: CardOutput, said: Phrases) -> list[Paragraph]:
    """Of a card without two ends: what was named below its median stage, on it, and above it; or by all."""
    (typical, harmful), named = session.ends, card.reasons
    sides = (("below", named.below, typical), ("between", named.between, ""), ("above", named.above, harmful))
    found = [Paragraph(_named(f"card.{id}", side, said, end=end), beside=True) for id, side, end in sides if side]
    return [*found, *([Paragraph(_named("card.all", named.all, said))] if named.all else [])]


def _end(session: AnonymisedSession, side: Side, said: Phrases) -> Text:
    names = [lowered(session.stages[at].name) for at in sorted({side.first, side.last})]
    stages = said.say("card.from_to", first=names[0], last=names[1]) if len(names) > 1 else names[0]
    return _named("card.end", side.reasons, said, n=side.n, stages=stages)


def _named(id: str, named: tuple[str, ...], said: Phrases, **values: object) -> Text:
    """ "Need to know more about: " stands out, then the list."""
    listed = said.listed([named[0], *(lowered(n) for n in named[1:])])
    return (Run(said.say(id, **values), strong=True), Run(f" {said.say('sentence', words=listed)}"))


def _table(session: AnonymisedSession, shown: RoundOutput, number: int, said: Phrases) -> Table:
    measured = len(session.stages) > 2
    columns = (
        said.say("figures.card"),
        *(said.words.number(n) for n in range(1, len(session.stages) + 1)),
        said.say("figures.know_more"),
        said.say("figures.median"),
        *([said.say("figures.agreement")] if measured else []),
        said.say("figures.kind"),
    )
    rows = tuple(_figures(session, c, measured, said) for c in shown.cards)
    name, caption = said.say("figures.name", n=number), said.say("figures.caption")
    return Table("figures", name, caption, columns, (Group("", rows),), row_heads=True, repeats=True)


def _response_table(session: AnonymisedSession, shown: RoundOutput, number: int, said: Phrases) -> list[Table]:
    second, asked = session.second, [c for c in shown.cards if c.response]
    if second is None or not asked:
        return []
    letters = said.words.all("common.strip.level.letters")[: len(second.stages)]
    columns = (said.say("figures.card"), *letters, said.say("figures.cannot"), said.say("figures.kind"))
    rows = tuple((c.short, *_levels(c.response, len(second.stages), said)) for c in asked if c.response)
    name = said.say("figures.name", n=number)
    told = (Group("", rows),)
    return [Table("figures", name, said.say("figures.response"), columns, told, row_heads=True, repeats=True)]


def _levels(told: ResponseOutput, levels: int, said: Phrases) -> tuple[str, ...]:
    counts = [*(told.tallies or [None] * levels), told.need_to_know]
    kind = said.kind(told.kind)
    return *(DASH if n is None else said.words.number(n) for n in counts), kind.name if kind else DASH


def _figures(session: AnonymisedSession, card: CardOutput, measured: bool, said: Phrases) -> tuple[str, ...]:
    names = dict(zip((s.id for s in session.stages), numbered(session), strict=True))
    counts = [*(card.tallies or [None] * len(names)), card.need_to_know]
    told = [DASH if n is None else said.words.number(n) for n in counts]
    kind = said.kind(card.label)
    a = [agreement(card.agreement)] if measured else []
    return card.short, *told, names.get(card.median or "", DASH), *a, kind.name if kind else DASH
