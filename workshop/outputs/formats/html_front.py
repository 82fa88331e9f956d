"""The first page of the report: where people differed most, what moved, confidence, needs."""

from __future__ import annotations

from workshop.outputs.formats import html_figures as figures
from workshop.outputs.formats import html_words as words
from workshop.outputs.formats.markup import Markup, join, tag
from workshop.outputs.model import AnonymisedSession, CardOutput, ConfidenceOutput, ItemOutput, NeedOutput, RoundOutput

FIRST_CARDS = 4


def differed_most(session: AnonymisedSession) -> Markup:
    """The first placing's cards of least agreement, one line each."""
    shown = [c for c in session.rounds[0].cards if not c.withheld] if session.rounds else []
    first = shown[:FIRST_CARDS]
    if not first:
        return Markup("")
    numbers = [str(n) for n in range(1, len(session.stages) + 1)]
    rows = [_line(session, card, first) for card in first]
    more = len(session.rounds[0].cards) - len(first)
    rest = f" {words.capital(words.several(more, 'more card'))} {'is' if more == 1 else 'are'} below." if more else ""
    return section(
        "Where people differed most",
        tag("div", tag("span"), figures.axis(session, numbers, "know more"), tag("span"), kind="over"),
        tag("ol", *rows, kind="cards"),
        tag("p", f"{words.stages(session)}.{rest}", kind="legend"),
        id="differed",
    )


def _line(session: AnonymisedSession, card: CardOutput, among: list[CardOutput]) -> Markup:
    label = figures.agree(card.label, words.label(card.label))
    return tag("li", tag("p", card.short), figures.row(session, card, among), label)


def what_moved(session: AnonymisedSession) -> Markup:
    """The card that a later round moved furthest, before and after, with the phones' own count of movement."""
    best = max(_moved(session), key=lambda found: found[0], default=None)
    if best is None or best[0] == 0:
        return Markup("")
    _, shown, card = best
    informed = shown.cause == "information"
    heard = shown.information_text.rstrip(".")
    said = tag(
        "p",
        f"After hearing “{heard}”, people" if informed else "After talking about it, people",
        " placed ",
        tag("b", f"“{card.text}”"),
        f" again. {_went(card)}. Movement is not correctness.",
        kind="say",
    )
    title = "What new information did" if informed else "What discussion did"
    return section(title, said, picture(session, card), movement(session, card), id="moved")


def _went(card: CardOutput) -> str:
    was, now = (words.label(card.earlier.label) if card.earlier else "").lower(), words.label(card.label).lower()
    return f"The room went from {was} to {now}" if was != now else f"The room stayed {now}"


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


def picture(session: AnonymisedSession, card: CardOutput) -> Markup:
    """The strip for paper and large windows, and a smaller one, with its counts beneath, for phones."""
    counts = _counts(card)
    narrow = join(
        figures.axis(session, [str(n) for n in range(1, len(session.stages) + 1)], "know more"),
        figures.row(session, card, [card]),
        figures.axis(session, counts[:-1], counts[-1]),
    )
    return figures.both(figures.strip(session, card), narrow)


def _counts(card: CardOutput) -> list[str]:
    now = [*(card.tallies or ()), card.need_to_know or 0]
    before = [*card.earlier.tallies, card.earlier.need_to_know] if card.earlier else now
    return [(f"{b} → {n}" if b != n else str(n)) if b or n else "" for b, n in zip(before, now, strict=True)]


def movement(session: AnonymisedSession, card: CardOutput) -> Markup:
    """The sentence of movement with its key; nothing when nobody placed the card before."""
    if card.earlier is None:
        return Markup("")
    parts = [tag("span", tag("b", n), " " if n else "", text) for n, text in words.moved(session, card)]
    told = parts or [tag("span", "How many moved is not told here: it would point at one or two people.")]
    return tag("div", *told, figures.KEY, kind="moved")


def confidence(session: AnonymisedSession) -> Markup:
    """Medians at the start and the end, and how people saw their start when they looked back."""
    askings = {c.asking: c for c in session.confidence}
    start, end = askings.get("before"), askings.get("after")
    if start is None and end is None:
        return Markup("")
    rows = [_item(item, start, end) for item in (end or start or session.confidence[0]).items if item.asked == "now"]
    asked = [n for c in (start, end) if c for n in [c.answered] if n]
    people = f"Medians of {words.listed(list(dict.fromkeys(map(str, asked))))} people" if asked else "Medians"
    heads = [tag("th", head, scope="col") for head in ("Item", "0 to 10", "Start → end", "Looking back")]
    return section(
        "Confidence, start and end" if start and end else "Confidence",
        tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows), kind="conf"),
        tag("p", f"{people}; the band is the middle half at the end. Looking back: their start, rated at the end. "
            "Confidence is not skill.", kind="legend"),
        id="confidence",
    )  # fmt: skip


def _item(item: ItemOutput, start: ConfidenceOutput | None, end: ConfidenceOutput | None) -> Markup:
    before = _find(start, item.item, "now") if end else None
    back = _find(end, item.item, "looking_back")
    now = _value(item)
    change = f"{_value(before)} → {now}" if before else now
    cells = [tag("td", figures.confidence_line(item, before)), tag("td", change), tag("td", _value(back))]
    return tag("tr", tag("th", item.words, scope="row"), *cells)


def _find(asking: ConfidenceOutput | None, item: str, asked: str) -> ItemOutput | None:
    return next((i for i in asking.items if (i.item, i.asked) == (item, asked)), None) if asking else None


def _value(item: ItemOutput | None) -> str:
    return "–" if item is None or item.median is None else str(item.median)


def needs(session: AnonymisedSession) -> Markup:
    """What people still need, most wanted first; one dot, one person."""
    if not session.needs:
        return Markup("")
    rows = [_need(n) for n in sorted(session.needs, key=lambda n: -(n.n or 0))]
    return section(
        "What people still need",
        tag("ul", *rows, kind="needs"),
        tag("p", "One dot, one person. People could choose several; what fewer than three chose is left out, "
            "and a number that would tell of a few.", kind="legend"),
        id="needs",
    )  # fmt: skip


def _need(need: NeedOutput) -> Markup:
    told = (figures.dots(need.n), tag("b", str(need.n))) if need.n else (tag("b", "three or more"),)
    return tag("li", tag("span", need.need), *told)


def section(title: str, *inside: Markup, kind: str = "", id: str | None = None) -> Markup:
    """One part of the report under its heading."""
    return tag("section", tag("h2", title), *inside, kind=kind, id=id)
