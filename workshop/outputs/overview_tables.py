"""An overview as tables: what its pictures show, for the page and for a spreadsheet; or as they may be printed.

For print every count goes through domain/publication.py; a middle of medians is told only of more than seven rooms.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workshop.domain.agreement import LABELS
from workshop.domain.publication import FEW, printed, row
from workshop.outputs.formats.csv_table import inert
from workshop.outputs.overview import CardOver, CaseOver, ItemOver, MoveOver, Overview
from workshop.words import Words

TABLES = ("quarters", "cases", "cards", "moves", "confidence", "needs", "themes")
OF_CASES = ("cards", "moves")
"""Of these a case study has its own."""
HEADS = {
    "quarters": "office.overview.heads.quarters",
    "cases": "office.overview.heads.cases",
    "moves": "office.overview.heads.moves",
    "confidence": "office.overview.heads.confidence",
    "needs": "office.overview.heads.needs",
    "themes": "office.overview.heads.themes",
}
EXPECTED = {
    "up": "office.overview.expected.up",
    "down": "office.overview.expected.down",
    "either": "office.overview.expected.either",
    "plan": "office.overview.expected.plan",
    "none": "office.overview.expected.none",
}
HIDDEN, NONE = "*", "–"
Cell = str | int
LONGEST_SCALE = 7


@dataclass(frozen=True)
class Table:
    """`headings` are words. Of its columns the first `names` are names, the others numbers."""

    name: str
    headings: tuple[str, ...]
    names: int
    rows: tuple[tuple[Cell, ...], ...]


def tables(
    over: Overview, words: Words, published: bool = False, cases: Sequence[CaseOver] | None = None
) -> list[Table]:
    """All, in the order of TABLES. `cases`: instead of all of them."""
    wanted = over.cases if cases is None else tuple(cases)
    return [
        _table("quarters", words, 1, _quarters(over, published)),
        _table("cases", words, 2, _cases(over, published)),
        _cards_table(wanted, words, published),
        _table("moves", words, 4, (r for case in wanted for r in _moves(case, words, published))),
        _table("confidence", words, 1, (_item(i, published) for i in over.confidence)),
        _table("needs", words, 1, _needs(over, published)),
        _table("themes", words, 1, _themes(over, words, published)),
    ]


def as_csv(table: Table) -> bytes:
    """UTF-8 with a mark, CRLF (RFC 4180); no cell opens as a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([inert(cell) for cell in cells] for cells in (table.headings, *table.rows))
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def _table(name: str, words: Words, names: int, rows: Iterator[tuple[Cell, ...]]) -> Table:
    return Table(name, tuple(words.all(HEADS[name])), names, tuple(rows))


def count(n: int, published: bool) -> Cell:
    """A number by itself."""
    return n if not published else _or_hidden(printed(n))


def _or_hidden(n: int | None) -> Cell:
    return HIDDEN if n is None else n


def counted(counts: Sequence[int], published: bool) -> tuple[list[Cell], Cell]:
    """Numbers that add up: (each, their total)."""
    if not published:
        return list(counts), sum(counts)
    made = row(counts)
    return [_or_hidden(c) for c in made.cells], _or_hidden(made.total)


def _quarters(over: Overview, published: bool) -> Iterator[tuple[Cell, ...]]:
    for quarter in over.quarters:
        told = quarter.sessions - quarter.too_few
        sessions, total = counted((told, quarter.too_few), published)
        yield quarter.quarter, total, count(quarter.people, published), sessions[1]


def _cases(over: Overview, published: bool) -> Iterator[tuple[Cell, ...]]:
    for case in over.cases:
        for version, sessions in case.versions:
            yield case.title, version, count(sessions, published)


def _cards_table(cases: Sequence[CaseOver], words: Words, published: bool) -> Table:
    """Stages by their numbers: case studies differ in what they call them. Shares are of the printed total."""
    most = max((len(c.stages) for c in cases), default=0)
    first, last = words.all("office.overview.heads.cards"), words.all("office.overview.heads.placed")
    kinds = [words.say(f"common.labels.{kind}") for kind in LABELS]
    stages = [words.say("office.overview.stage", n=n + 1) for n in range(most)]
    share = [words.say("office.overview.share", of=stage) for stage in stages]
    headings = (*first, *kinds, *last, *stages, words.say("common.labels.unsure"), *share)
    rows = (_card(case, card, most, published) for case in cases for card in case.cards)
    return Table("cards", headings, 3, tuple(rows))


def _card(case: CaseOver, card: CardOver, most: int, published: bool) -> tuple[Cell, ...]:
    versions = ", ".join(map(str, card.versions))
    by_kind = dict(card.kinds)
    kinds, rooms = counted([by_kind.get(kind, 0) for kind in LABELS], published)
    front = (case.title, versions, card.text, rooms, *kinds)
    if card.tallies is None or card.unsure is None:
        return (*front, 0, NONE, *[NONE] * (2 * most + 1))
    cells, total = counted((*card.tallies, card.unsure), published)
    shares = row((*card.tallies, card.unsure)).shares if published else _shares((*card.tallies, card.unsure))
    filled = [NONE] * (most - len(card.tallies))
    each = [*cells[:-1], *filled, cells[-1]]
    return (*front, count(card.summed, published), total, *each, *map(_or_hidden, shares[:-1]), *filled)


def _shares(counts: Sequence[int]) -> tuple[int | None, ...]:
    return tuple(round(100 * n / sum(counts)) for n in counts)


def _moves(case: CaseOver, words: Words, published: bool) -> Iterator[tuple[Cell, ...]]:
    for move in case.moves:
        information = move.information or words.say("office.overview.after_talk")
        moved, _ = counted(move.moved, published) if move.moved else ([NONE] * 3, NONE)
        rooms = (count(move.rooms, published), count(move.told, published))
        yield case.title, information, move.card, expected(move, words), *rooms, *moved


def expected(move: MoveOver, words: Words) -> str:
    """What the author expects of it, in a word."""
    return words.say(EXPECTED[move.expected]) if move.expected in EXPECTED else NONE


def _item(item: ItemOver, published: bool) -> tuple[Cell, ...]:
    ways, rooms = counted((item.rose, item.same, item.fell), published)
    if published and item.rooms <= FEW:
        return item.words, rooms, *[HIDDEN] * 6, *ways
    ranges = [found or (NONE, NONE) for found in (item.start_range, item.end_range)]
    return item.words, rooms, item.start, *ranges[0], item.end, *ranges[1], *ways


def _needs(over: Overview, published: bool) -> Iterator[tuple[Cell, ...]]:
    for need in over.needs:
        yield need.need, count(need.rooms, published), count(need.n, published)


def _themes(over: Overview, words: Words, published: bool) -> Iterator[tuple[Cell, ...]]:
    for one in over.themes:
        yield words.say(f"names.theme.{one.theme}"), count(one.rooms, published), count(one.n, published)
