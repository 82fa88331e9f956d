"""The first page of the report: where people differed most, what moved, confidence, needs."""

from __future__ import annotations

from workshop.drawing.strip_words import lowered
from workshop.outputs.blocks.model import Block, Counts, Group, Paragraph, Ranking, Section, Table, Ten
from workshop.outputs.blocks.phrases import DASH, Phrases, capital, plain
from workshop.outputs.blocks.pictures import movement, strip
from workshop.outputs.model import (
    AnonymisedSession,
    AskedOutput,
    CardOutput,
    ConfidenceOutput,
    ItemOutput,
    NeedOutput,
    RoundOutput,
)

FIRST_CARDS = 4


def differed_most(session: AnonymisedSession, said: Phrases) -> Section | None:
    """The first placing's cards of least agreement, one line each."""
    first = [c for c in session.rounds[0].cards if not c.withheld][:FIRST_CARDS] if session.rounds else []
    if not first:
        return None
    more = len(session.rounds[0].cards) - len(first)
    rest = capital(said.several("more_cards", more)) if more else ""
    rows = tuple((c.short, strip(session, c, said), said.kind(c.label)) for c in first)
    legend = " ".join(part for part in (f"{said.stages(session)}.", rest) if part)
    return Section(said.say("differed"), (Ranking(rows), Paragraph(plain(legend), "legend")), "differed")


def what_moved(session: AnonymisedSession, said: Phrases) -> Section | None:
    """The card that a later round moved furthest, before and after, with the phones' own count of movement."""
    best = max(_moved(session), key=lambda found: found[0], default=None)
    if best is None or best[0] == 0:
        return None
    _, shown, card = best
    cause = "information" if shown.cause == "information" else "discussion"
    text = said.with_strong(
        f"moved.{cause}.text",
        said.say("quoted", text=card.text),
        heard=shown.information_text.rstrip("."),
        went=_went(card, said),
    )
    told = movement(card, session.ends, said)
    blocks: tuple[Block, ...] = (Paragraph(text, "say"), strip(session, card, said), *([told] if told else []))
    return Section(said.say(f"moved.{cause}.title"), blocks, "moved")


def _went(card: CardOutput, said: Phrases) -> str:
    was, now = (_name(label, said) for label in (card.earlier.label if card.earlier else None, card.label))
    return said.say("went", was=was, now=now) if was != now else said.say("stayed", now=now)


def _name(label: str | None, said: Phrases) -> str:
    kind = said.kind(label)
    return lowered(kind.name) if kind else ""


def _moved(session: AnonymisedSession) -> list[tuple[float, RoundOutput, CardOutput]]:
    """(how far the middle of the room moved, in stages), rounds with new information first."""
    found: list[tuple[float, RoundOutput, CardOutput]] = []
    for wanted in ("information", "discussion"):
        for shown in session.rounds:
            if shown.cause == wanted and not any(f[0] and f[1].cause != wanted for f in found):
                found += [(_shift(c), shown, c) for c in shown.cards if c.earlier]
    return found


def _shift(card: CardOutput) -> float:
    before, now = card.earlier.tallies if card.earlier else (), card.tallies or ()
    return round(abs(_mean(now) - _mean(before)), 6)


def _mean(tallies: tuple[int, ...]) -> float:
    return sum(at * n for at, n in enumerate(tallies)) / max(1, sum(tallies))


def told(session: AnonymisedSession, said: Phrases, name: str) -> Section | None:
    """What the facilitator tells of the session, a paragraph a line; `name`: of TOLD_BY."""
    lines = [line for line in str(getattr(session.told, name)).split("\n") if line]
    if not lines:
        return None
    whose = Paragraph(plain(said.say("told.whose")), "legend")
    return Section(said.say(f"told.{name}"), (*(Paragraph(plain(line)) for line in lines), whose), name)


def confidence(session: AnonymisedSession, said: Phrases) -> Section | None:
    """Medians at the start and the end, and how people saw their start when they looked back."""
    askings = {c.asking: c for c in session.confidence}
    start, end = askings.get("before"), askings.get("after")
    if start is None and end is None:
        return None
    title = said.say("confidence.both" if start and end else "confidence.one")
    rows = [_item(i, start, end) for i in (end or start or session.confidence[0]).items if i.asked == "now"]
    heads = said.all("confidence.heads")
    table = Table("confidence", title, "", heads, (Group("", tuple(rows)),), row_heads=True)
    asked = list(dict.fromkeys(said.words.number(n) for c in (start, end) if c for n in [c.answered] if n))
    people = said.say("confidence.medians_of", people=said.listed(asked)) if asked else said.say("confidence.medians")
    legend = said.say("confidence.legend", medians=people)
    return Section(title, (table, Paragraph(plain(legend), "legend")), "confidence")


def _item(item: ItemOutput, start: ConfidenceOutput | None, end: ConfidenceOutput | None) -> tuple[str | Ten, ...]:
    before = _find(start, item.item, "now") if end else None
    back = _find(end, item.item, "looking_back")
    change = f"{_value(before)} → {_value(item)}" if before else _value(item)
    return item.words, Ten(item.quartiles, before.median if before else None, item.median), change, _value(back)


def _find(asking: ConfidenceOutput | None, item: str, asked: str) -> ItemOutput | None:
    return next((i for i in asking.items if (i.item, i.asked) == (item, asked)), None) if asking else None


def _value(item: ItemOutput | None) -> str:
    return DASH if item is None or item.median is None else str(item.median)


def needs(session: AnonymisedSession, said: Phrases) -> Section | None:
    """What people still need, most wanted first."""
    if not session.needs:
        return None
    rows = tuple(_need(n, said) for n in sorted(session.needs, key=lambda n: -(n.n or 0)))
    return Section(
        said.say("needs.title"), (Counts(rows), Paragraph(plain(said.say("needs.legend")), "legend")), "needs"
    )


def _need(need: NeedOutput, said: Phrases) -> tuple[str, int | None, str]:
    return need.need, need.n or None, said.words.number(need.n) if need.n else said.say("needs.three_or_more")


def asked(session: AnonymisedSession, said: Phrases) -> list[Section]:
    """What else the room was asked: a section each."""
    return [_asked(a, said) for a in session.asked]


def _asked(asked: AskedOutput, said: Phrases) -> Section:
    if all(n is None for _, n in asked.rows):  # told in words alone: there is nothing to draw
        people = Paragraph(plain(said.say("asked_in_words", n=asked.answered)), "legend")
        return Section(asked.title, (*(Paragraph(plain(words)) for words, _ in asked.rows), people))
    rows = tuple((words, n, DASH if n is None else said.words.number(n)) for words, n in asked.rows)
    people = Paragraph(plain(said.say("asked", n=asked.answered)), "legend")
    return Section(asked.title, (Counts(rows), people))
