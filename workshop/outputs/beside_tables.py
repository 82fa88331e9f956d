"""Sessions side by side as tables: a row for each card, or confidence item, of each session; or as they may be printed.

For print every count goes through domain/publication.py, and a median of one room is not told.
"""

from __future__ import annotations

from collections.abc import Iterator

from workshop.outputs.beside import Beside
from workshop.outputs.overview_tables import HIDDEN, NONE, Cell, Table, count, counted
from workshop.outputs.told_figures import ToldCard, ToldFigures
from workshop.words import Words


def tables(over: Beside, words: Words, published: bool = False) -> list[Table]:
    """Cards, then confidence."""
    heads = (*words.all("office.beside.heads.cards"), *over.stages, *words.all("office.beside.heads.placed"))
    asked = tuple(words.all("office.beside.heads.confidence"))
    return [
        Table("cards", heads, 5, tuple(_cards(over, words, published))),
        Table("confidence", asked, 3, tuple(_confidence(over, published))),
    ]


def _cards(over: Beside, words: Words, published: bool) -> Iterator[tuple[Cell, ...]]:
    for card in over.cards:
        for session, told in zip(over.sessions, card.told, strict=True):
            kind = words.say(f"common.labels.{told.kind}") if told and told.kind else NONE
            people = NONE if session.people is None else count(session.people, published)
            counts = _counts(told, len(over.stages), published)
            yield card.text, *_of(session), session.version, kind, people, *counts


def _counts(told: ToldCard | None, stages: int, published: bool) -> tuple[Cell, ...]:
    """By stage, off the line, and together."""
    if told is None:
        return (NONE,) * (stages + 2)
    cells, total = counted((*told.tallies, told.unsure), published)
    return *cells, total


def _confidence(over: Beside, published: bool) -> Iterator[tuple[Cell, ...]]:
    for item, ends in over.confidence:
        for session, end in zip(over.sessions, ends, strict=True):
            told = (NONE, NONE) if end is None else (HIDDEN, HIDDEN) if published else end
            yield item, *_of(session), *told


def _of(session: ToldFigures) -> tuple[Cell, Cell]:
    return session.title, session.held_on
