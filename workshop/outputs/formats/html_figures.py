"""The report's drawings: a card's strip in two sizes, the glyph of a label, the line of a confidence item."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.drawing.strip import FEWEST
from workshop.drawing.strip_parts import Camp
from workshop.drawing.strip_svg import strip_svg
from workshop.outputs.formats.markup import Markup, join, tag, text
from workshop.outputs.model import AnonymisedSession, CardOutput, ItemOutput, Side

GLYPHS = {
    "settled": ((12, 13.8), (12, 7.9), (12, 2)),
    "neighbouring": ((12, 13.8), (12, 7.9), (20, 13.8), (20, 7.9)),
    "spread": ((4, 13.8), (12, 13.8), (12, 7.9), (20, 13.8), (28, 13.8)),
    "split": ((4, 13.8), (4, 7.9), (28, 13.8), (28, 7.9)),
}
MARK = Markup(
    '<svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">'
    '<path fill="#A8CBD7" d="M2 25h8v4H2z"/><path fill="#6EA4B9" d="M12 25h8v4h-8z"/>'
    '<path fill="#113F57" d="M22 25h8v4h-8z"/><g fill="#1D4A5E"><circle cx="6" cy="20" r="3.1"/>'
    '<circle cx="16" cy="20" r="3.1"/><circle cx="16" cy="12.6" r="3.1"/><circle cx="16" cy="5.2" r="3.1"/>'
    '<circle cx="26" cy="20" r="3.1"/><circle cx="26" cy="12.6" r="3.1"/></g></svg>'
)
KEY = Markup(
    '<span class="key"><svg width="12" height="12" aria-hidden="true"><circle cx="6" cy="6" r="4.8" fill="none"'
    ' stroke="currentColor" stroke-width="1.5"/></svg>before<svg width="12" height="12" aria-hidden="true">'
    '<circle cx="6" cy="6" r="4.6" fill="currentColor"/></svg>after</span>'
)
WIDE, NARROW, HEIGHT = 682, 292, 64


def agree(label: str | None, words: str) -> Markup:
    """A label: a glyph and its word."""
    if not label:
        return Markup("")
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="2.6"/>' for x, y in GLYPHS.get(label, ()))
    drawing = Markup(
        f'<svg viewBox="0 0 32 20" aria-hidden="true"><path d="M0 18h32v2H0z"/>{dots}</svg>' if dots else ""
    )
    return tag("span", drawing, words, kind="agree")


def strip(session: AnonymisedSession, card: CardOutput) -> Markup:
    """The whole picture: names, counts, both camps, and the earlier placing as outlines."""
    before = (card.earlier.tallies, card.earlier.need_to_know) if card.earlier else None
    drawn = strip_svg(
        _names(session), _told(card), card.need_to_know or 0, width=WIDE, height=HEIGHT, before=before,
        label=card.label, median=_position(session, card.median), camps=_camps(card), topics=card.missing[:3],
    )  # fmt: skip
    return Markup(drawn)


def row(session: AnonymisedSession, card: CardOutput, among: Sequence[CardOutput]) -> Markup:
    """The same in a list: no words; piles compare over `among`."""
    piles = [(*c.tallies, c.need_to_know or 0) for c in among if c.tallies]
    size = "rows" if len(among) == 1 else "list"
    before = (card.earlier.tallies, card.earlier.need_to_know) if card.earlier and len(among) == 1 else None
    drawn = strip_svg(
        _names(session), _told(card), card.need_to_know or 0, size=size, width=NARROW, among=piles, before=before,
        label=card.label,
    )  # fmt: skip
    return Markup(drawn)


def axis(session: AnonymisedSession, cells: Sequence[str], last: str) -> Markup:
    """A line of short words that stand under (or over) the stages of a `row`."""
    shown = [tag("i", cell) for cell in cells]
    return tag("div", *shown, tag("em", last), kind=f"axis of{len(session.stages)}", aria_hidden="true")


def confidence_line(now: ItemOutput, before: ItemOutput | None) -> Markup:
    """0 to 10: an outline for the median before, a dot for now, the middle half as a band."""

    def x(value: int) -> str:
        return f"{8 + 19.4 * value:.1f}"

    parts = ['<path d="M8 8h194v2H8z" fill="#DED9CE"/>']
    if now.quartiles:
        low, high = now.quartiles
        parts.append(_line(x(low), x(high), "#A8CBD7", "11"))
    if before and before.median is not None and now.median is not None:
        parts.append(_line(x(before.median), x(now.median), "#1D4A5E", "2"))
        parts.append(
            f'<circle cx="{x(before.median)}" cy="9" r="5.5" fill="#fff" stroke="#1D4A5E" stroke-width="1.6"/>'
        )
    if now.median is not None:
        parts.append(f'<circle cx="{x(now.median)}" cy="9" r="6" fill="#1D4A5E"/>')
    return Markup(f'<svg class="ten" viewBox="0 0 212 18" aria-hidden="true">{"".join(parts)}</svg>')


def dots(n: int, at_most: int = 60) -> Markup:
    """One dot, one person; none in a room too large for that."""
    if n > at_most:
        return Markup("")
    return tag("span", *[Markup("<i></i>")] * n, kind="nd", aria_hidden="true")


def withheld(words: str) -> Markup:
    """What stands where a picture would."""
    return tag("p", text(words), kind="withheld")


def both(wide: Markup, narrow: Markup) -> Markup:
    """One picture for paper and large windows, one for phones."""
    return join(tag("div", wide, kind="wide"), tag("div", narrow, kind="narrow"))


def _line(x1: str, x2: str, ink: str, weight: str) -> str:
    return f'<path d="M{x1} 9H{x2}" stroke="{ink}" stroke-width="{weight}" stroke-linecap="round"/>'


def _told(card: CardOutput) -> tuple[int, ...] | None:
    return card.tallies if card.tallies and sum(card.tallies) >= FEWEST else None


def _names(session: AnonymisedSession) -> list[str]:
    return [s.name for s in session.stages]


def _position(session: AnonymisedSession, stage: str | None) -> int | None:
    return next((i for i, s in enumerate(session.stages) if s.id == stage), None)


def _camps(card: CardOutput) -> tuple[Camp, Camp] | None:
    return (_camp(card.low), _camp(card.high)) if card.low and card.high else None


def _camp(side: Side) -> Camp:
    return Camp(side.first, side.last, side.n, side.reasons)
