"""The report's figures as a workbook: a sheet a topic, a card (or an item) a row, typed cells, no merged cells.

It holds what the table (CSV) holds, laid out for people. Every text is written as a string, so that none becomes a
formula; a figure that is not told is an empty cell. The same session gives the same bytes: XlsxWriter dates what it
packs 1980, and the file's own date is the day on which the room met.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from itertools import groupby
from typing import Any

from xlsxwriter import Workbook  # pyright: ignore[reportMissingTypeStubs]

from workshop.domain.texts import tidy
from workshop.outputs.formats.csv_table import HEADINGS, Row, rows
from workshop.outputs.model import AnonymisedSession

Cell = str | int | float | None
WIDE = ("board", "response", "confidence")
"""Parts in which what is told of one card, or of one item, is one row."""
NAMES = {"session": "About", "board": "Cards", "response": "What would you do", "question": "Questions"}
READING = (
    ("Every sheet", "is one topic; “About” says of which workshop."),
    ("An empty cell", "is a figure that is not told: too few stand behind it, or it would tell of a few."),
    ("Cards", "have a row for every round; a round of people who placed again is the picture that was told."),
    ("A list in a cell", "is divided by semicolons, commonest first."),
)
A4 = 9
WIDEST, NAME, FORBIDDEN = 60, 31, "[]:*?/\\'"
"""Characters of a column; of a sheet's name, as many as the program takes; and what it does not take there."""


@dataclass(frozen=True)
class Sheet:
    """A name, the heads of its columns, and its rows, as long as the heads."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def render(session: AnonymisedSession) -> bytes:
    """The workbook's bytes."""
    out = BytesIO()
    book: Any = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": tidy(session.facts.title), "created": datetime.fromisoformat(session.facts.held_on)})
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for sheet in sheets(session):
        _fill(book.add_worksheet(sheet.name), sheet, bold, wrapped)
    book.close()
    return out.getvalue()


def sheets(session: AnonymisedSession) -> list[Sheet]:
    """Every sheet: what it is of, how to read it, and a topic each."""
    topics = [_sheet(part, list(found)) for part, found in groupby(sorted(rows(session), key=_order), _part)]
    return _named([topics[0], Sheet("How to read it", ("What", "How"), READING), *topics[1:]])


def _named(found: list[Sheet]) -> list[Sheet]:
    """Names that the program takes: of 31 characters, without some signs, and no two the same."""
    taken: set[str] = set()
    for at, sheet in enumerate(found):
        name = "".join(c for c in tidy(sheet.name) if c not in FORBIDDEN).strip()[: NAME - 3] or "Sheet"
        name = name if name.casefold() not in taken else f"{name} {at}"
        taken.add(name.casefold())
        found[at] = replace(sheet, name=name)
    return found


def _part(row: Row) -> str:
    return row[0]


def _order(row: Row) -> int:
    """The three that are cards and items first; else as they come, which sorting keeps."""
    return ("session", *WIDE).index(row[0]) if row[0] in ("session", *WIDE) else len(WIDE) + 1


def _sheet(part: str, found: list[Row]) -> Sheet:
    name = NAMES.get(part, part.capitalize())
    return _wide(name, found) if part in WIDE else _long(name, found)


def _long(name: str, found: Sequence[Row]) -> Sheet:
    """A row a figure or a text, without the columns that nothing stands in."""
    used = [at for at in range(1, len(HEADINGS)) if any(row[at] not in ("", None) for row in found)]
    heads = tuple(HEADINGS[at].capitalize() for at in used)
    return Sheet(name, heads, tuple(tuple(row[at] for at in used) for row in found))


def _wide(name: str, found: Sequence[Row]) -> Sheet:
    """A row a card of a round, or an item of an asking, and a column for everything that is told of any."""
    by_item = name == "Confidence"
    about = dict.fromkeys(_column(row, by_item) for row in found)
    lines: dict[tuple[str, ...], dict[str, Cell]] = {}
    for row in found:
        key = (*row[1:4], row[4]) if by_item else row[1:4]
        line, column = lines.setdefault(key, {}), _column(row, by_item)
        line[column] = f"{line[column]}; {row[6]}" if line.get(column) is not None else row[6]
    keys = ("Round", "Asked", "Item", "Words") if by_item else ("Round", "Cause", "Card")
    told = tuple((*key, *(line.get(column) for column in about)) for key, line in lines.items())
    return Sheet(name, (*keys, *about), told)


def _column(row: Row, by_item: bool) -> str:
    about, what = "" if by_item else row[4], row[5]
    return about if about and what == "n" else f"{about}: {what}" if about else what.capitalize()


def _fill(page: Any, sheet: Sheet, bold: Any, wrapped: Any) -> None:
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    for across, head in enumerate(sheet.heads):
        page.write_string(0, across, tidy(head), bold)
        page.set_column(across, across, _width([head, *(row[across] for row in sheet.rows)]), wrapped)
    for down, row in enumerate(sheet.rows, 1):
        for across, cell in enumerate(row):
            if isinstance(cell, str) and cell:
                page.write_string(down, across, tidy(cell))
            elif isinstance(cell, int | float):
                page.write_number(down, across, cell)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.heads) - 1)


def _width(cells: Iterable[Cell]) -> int:
    return min(WIDEST, 2 + max(len(str(cell)) for cell in cells if cell is not None))
