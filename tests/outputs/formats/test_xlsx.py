"""The workbook: typed cells, a sheet a topic, all that the table says, and nothing that computes."""

from collections import Counter
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.helpers.output import facts, rendered, told, written
from tests.outputs.formats.test_csv_table import FORMULAS
from workshop.domain.texts import tidy
from workshop.outputs.formats.csv_table import rows
from workshop.outputs.formats.xlsx import NAME, sheets
from workshop.outputs.model import AskedOutput

SESSION = told(2, kept=written("Ask first"))


def opened(session):
    return load_workbook(BytesIO(rendered("xlsx", session)))


def test_every_value_of_the_table_is_in_a_cell_of_its_type():
    cells = Counter(v for sheet in opened(SESSION) for row in sheet.iter_rows(min_row=2, values_only=True) for v in row)
    numbers = Counter(row[6] for row in rows(SESSION) if isinstance(row[6], int | float))
    assert all(cells[n] >= many for n, many in numbers.items()) and len(numbers) > 8
    texts = {part for v in cells if isinstance(v, str) for part in v.split("; ")}
    assert {tidy(row[6]) for row in rows(SESSION) if isinstance(row[6], str)} <= texts


def test_a_card_of_a_round_is_one_row_with_a_column_a_stage():
    sheet = opened(SESSION)["Cards"]
    heads, *found = sheet.iter_rows(values_only=True)
    told_of = [(r.round, c) for r in SESSION.rounds for c in r.cards]
    assert len(found) == len(told_of)
    for row, (round_, card) in zip(found, told_of, strict=True):
        line = dict(zip(heads, row, strict=True))
        assert (line["Round"], line["Card"], line["Text"]) == (round_, card.card, card.text)
        wanted = card.tallies or [None] * len(SESSION.stages)
        assert [line[s.name] for s in SESSION.stages] == list(wanted)


def test_no_cells_are_merged_and_no_name_is_twice():
    asked = (
        AskedOutput("Needs", 9, (("a", 5),)),
        AskedOutput("x" * 50, 9, (("b", 5),)),
        AskedOutput("[a]:*?/\\", 9, ()),
    )
    book = opened(replace(SESSION, asked=asked))
    assert not [s.title for s in book if s.merged_cells.ranges]
    assert (
        len(book.sheetnames) == len({n.casefold() for n in book.sheetnames}) and max(map(len, book.sheetnames)) <= NAME
    )
    assert book.sheetnames[:2] == ["About", "How to read it"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_computes_whoever_typed_it(formula):
    book = opened(replace(told(kept=written(formula)), facts=facts(24, title=formula)))
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_the_same_bytes_at_another_time_and_no_person_in_it(monkeypatch):
    once = rendered("xlsx", SESSION)
    monkeypatch.setattr("time.time", lambda: 1_234_567_890.0)
    assert rendered("xlsx", SESSION) == once
    known = opened(SESSION).properties
    assert not (known.creator or known.lastModifiedBy) and known.created.isoformat() == "2026-11-24T00:00:00"


def test_a_figure_that_is_not_told_is_an_empty_cell():
    session = next(s for s in (told(seed, 9) for seed in range(20)) if any(c.why == "few" for c in s.rounds[0].cards))
    cards = next(s for s in sheets(session) if s.name == "Cards")
    hidden = next(c for c in session.rounds[0].cards if c.why == "few")
    row = dict(zip(cards.heads, next(r for r in cards.rows if r[2] == hidden.card), strict=True))
    assert {row[s.name] for s in session.stages} == {None}
