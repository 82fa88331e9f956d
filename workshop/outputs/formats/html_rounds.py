"""What happened, round by round: every card with its strip, and every figure once more in a table."""

from __future__ import annotations

from workshop.outputs.formats import html_figures as figures
from workshop.outputs.formats import html_words as words
from workshop.outputs.formats.html_front import movement, picture, section
from workshop.outputs.formats.markup import Markup, join, tag
from workshop.outputs.model import AnonymisedSession, CardOutput, RoundOutput, Side


def story(session: AnonymisedSession) -> Markup:
    """The rounds in order, each with its cause."""
    if not session.rounds:
        return section("What happened", tag("p", "No round of cards was shown to the room, so there is none here."))
    items = [
        tag("li", tag("a", words.heading(r, n), href=f"#{r.round}"), tag("p", words.happened(r), _quoted(r)))
        for n, r in enumerate(session.rounds, 1)
    ]
    opening = tag("p", session.opening, kind="say") if session.opening else Markup("")
    return section("What happened", opening, tag("ol", *items, kind="story"))


def _quoted(shown: RoundOutput) -> Markup:
    return tag("q", shown.information_text) if shown.information_text else Markup("")


def rounds(session: AnonymisedSession) -> Markup:
    """Every round: its cards, least agreement first, then its table."""
    return join(*[_round(session, r, n) for n, r in enumerate(session.rounds, 1)])


def _round(session: AnonymisedSession, shown: RoundOutput, number: int) -> Markup:
    cards = [_card(session, c) for c in shown.cards]
    intro = tag("p", words.happened(shown), _quoted(shown), kind="say")
    legend = tag("p", words.stages(session), kind="legend narrow")
    return section(
        words.heading(shown, number),
        intro,
        legend,
        *cards,
        _table(session, shown, number),
        kind="round",
        id=shown.round,
    )


def _card(session: AnonymisedSession, card: CardOutput) -> Markup:
    head = tag("div", tag("h3", card.text), figures.agree(card.label, words.label(card.label)), kind="head")
    if card.withheld:
        return tag("article", head, figures.withheld(words.not_told(session.facts, card)), kind="card")
    return tag("article", head, picture(session, card), movement(session, card), *_said(session, card), kind="card")


def _said(session: AnonymisedSession, card: CardOutput) -> list[Markup]:
    """What both ends named, what people need to know, why they moved; commonest first, without counts."""
    ends = [_end(session, side) for side in (card.low, card.high) if side and side.reasons]
    said = [tag("div", *ends, kind="narrow")] if ends else []  # the large strip has them under its brackets
    if card.shared_reason:
        same = f"Both ends named {card.shared_reason[:1].lower()}{card.shared_reason[1:]}: what does each mean by it?"
        said.append(tag("p", same))
    if card.missing:
        said.append(tag("p", tag("b", "Need to know more about: "), _listed(card.missing)))
    if card.whys:
        said.append(tag("p", tag("b", "Why people moved, or not: "), _listed(card.whys)))
    return [tag("div", *said, kind="said")] if said else []


def _end(session: AnonymisedSession, side: Side) -> Markup:
    names = [session.stages[at].name for at in sorted({side.first, side.last})]
    return tag("p", tag("b", f"{side.n} at {' to '.join(n.lower() for n in names)}: "), _listed(side.reasons))


def _listed(named: tuple[str, ...]) -> str:
    return words.listed([named[0], *(n[:1].lower() + n[1:] for n in named[1:])]) + "."


def _table(session: AnonymisedSession, shown: RoundOutput, number: int) -> Markup:
    agreement = ["A"] if len(session.stages) > 2 else []
    heads = ["Card", *(str(n) for n in range(1, len(session.stages) + 1)), "Know more", "Median", *agreement, "Label"]
    names = {s.id: f"{n} {s.name}" for n, s in enumerate(session.stages, 1)}
    rows = [_figures(card, names, bool(agreement)) for card in shown.cards]
    caption = tag("caption", "The figures: how many placed each card in each stage")
    body = tag("table", caption, tag("thead", tag("tr", *[tag("th", h, scope="col") for h in heads])),
               tag("tbody", *rows), kind="figures")  # fmt: skip
    title = f"Figures of round {number}"
    return tag("div", body, kind="scrolls", tabindex=0, role="region", aria_label=title)


def _figures(card: CardOutput, names: dict[str, str], agreement: bool) -> Markup:
    counts: list[int | None] = [*(card.tallies or [None] * len(names)), card.need_to_know]
    a = [f"{card.agreement:.2f}".replace("-", "−") if card.agreement is not None else None] if agreement else []
    cells = [*counts, names.get(card.median or ""), *a, words.label(card.label) or None]
    return tag("tr", tag("th", card.short, scope="row"), *[tag("td", "–" if c is None else c) for c in cells])
