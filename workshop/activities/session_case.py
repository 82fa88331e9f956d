"""The case at hand, in every step and for everybody: what the room was told since the opening, and what words mean.

Whoever comes late reads it first; whoever comes back sees by it what came meanwhile. It has what the room was shown
anyway: no figure, no range, nothing that the room has not come to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workshop.activities.base import FACILITATOR, Change, Command, Model, Part, Refused, Role, Situation, View
from workshop.domain.live import Head
from workshop.domain.scenario import NewInformation
from workshop.domain.sourced import Term


class InformationGiven(Model):
    """`number`: as facilitators call it, in the author's order from 1. `corrects`: cards that it takes back, of those
    that came so far.
    """

    id: str
    number: int
    text: str
    corrects: list[str]


class TermShown(Model):
    """A word that not everybody uses alike. `formerly`: what it was called, until `since`; both may be ""."""

    term: str
    meaning: str
    formerly: str
    since: str
    source: str
    checked: str


class CardGiven(Model):
    id: str
    short: str


class RoundGiven(Model):
    """A placing that was opened, with its cards; not the warm-up."""

    id: str
    cards: list[str]


class CasePart(Model):
    """`information`: the newest first. `rounds`, `cards`: what came to be placed or talked about, in that order."""

    information: list[InformationGiven]
    rounds: list[RoundGiven]
    cards: list[CardGiven]
    terms: list[TermShown]


class ShowCase(Model):
    shown: bool


def _part(view: View, role: Role) -> CasePart:
    rounds = [r for r in view.head.placings if r.cause != "warm_up"]
    come = dict.fromkeys((*(c for r in rounds for c in r.cards), *view.head.talked))
    cards = [c for c in (view.scenario.find_card(id) for id in come) if c is not None]
    return CasePart(
        information=list(_information(view, come))[::-1],
        rounds=[RoundGiven(id=r.id, cards=list(r.cards)) for r in rounds],
        cards=[CardGiven(id=c.id, short=c.short_text) for c in cards],
        terms=[_term(t) for t in view.scenario.glossary],
    )


def _information(view: View, come: dict[str, None]) -> Iterator[InformationGiven]:
    known = {i.id: (number, i) for number, i in enumerate(view.scenario.information, 1)}
    for number, one in (known[id] for id in given(view.head) if id in known):
        yield InformationGiven(id=one.id, number=number, text=one.text, corrects=_corrects(one, come))


def _corrects(one: NewInformation, come: dict[str, None]) -> list[str]:
    return [c for c in one.cards if c in come] if one.kind == "correction" else []


def _term(term: Term) -> TermShown:
    return TermShown(
        term=term.term,
        meaning=term.meaning,
        formerly=term.formerly,
        since=term.since,
        source=term.source,
        checked=term.checked,
    )


def given(head: Head) -> tuple[str, ...]:
    """New information that the room was told, in that order. Heads of before know it by their rounds alone."""
    of_rounds = dict.fromkeys(r.information for r in head.placings if r.information)
    return (*(id for id in of_rounds if id not in head.given), *head.given)


def _show(situation: Situation, body: ShowCase) -> Change | Refused:
    return Change(head=replace(situation.head, case_shown=body.shown), parts=frozenset({"session"}))


CASE = Part("case", CasePart, _part)
SHOW_CASE = Command("session.show_case", ShowCase, FACILITATOR, _show)
"""On the screen until the room goes on to another step, or it is taken off."""
