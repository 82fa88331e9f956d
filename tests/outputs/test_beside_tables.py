"""Side by side as tables: a row for each card of each session, as it is and as it may be printed."""

from tests.helpers.output import WORDS
from tests.helpers.told import a_card, told
from workshop.outputs.beside import beside
from workshop.outputs.beside_tables import tables
from workshop.outputs.overview_tables import HIDDEN, NONE, as_csv

OVER = beside(
    [
        told(12, cards=(a_card("=1+1", tallies=(10, 8, 23)), a_card("Another"))),
        told(None, "2026-02-01", cards=(), confidence=()),
    ]
)


def by_name(published=False):
    return {t.name: t for t in tables(OVER, WORDS, published)}


def test_every_table_has_as_many_cells_as_headings():
    for published in (False, True):
        for table in by_name(published).values():
            assert table.rows and all(len(row) == len(table.headings) for row in table.rows), table.name


def test_each_session_has_its_row_also_where_it_tells_nothing():
    few, card, *_ = by_name()["cards"].rows
    assert few[:1] + few[4:] == ("=1+1", NONE, NONE, NONE, NONE, NONE, NONE, NONE)
    assert card[5:] == (12, 10, 8, 23, 2, 43)


def test_for_print_few_are_hidden_and_no_row_gives_one_back():
    assert by_name(True)["cards"].rows[1][5:] == (10, 10, HIDDEN, 25, HIDDEN, 45)
    told_of = {cell for row in by_name(True)["confidence"].rows for cell in row[3:]}
    assert told_of == {HIDDEN, NONE}


def test_no_cell_is_a_formula():
    written = as_csv(by_name()["cards"]).decode("utf-8-sig")
    assert "\r\n'=1+1," in written and "\r\n=1+1" not in written
