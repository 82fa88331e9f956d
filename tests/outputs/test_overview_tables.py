"""Each picture's table, as it is and as it may be printed; and a file that opens as text."""

from tests.helpers.output import WORDS
from tests.helpers.told import a_card, a_move, reports, told
from workshop.domain.agreement import LABELS
from workshop.outputs.overview import overview
from workshop.outputs.overview_tables import HIDDEN, NONE, TABLES, as_csv, tables

OF_TALK = {"moves": (a_move(),), "themes": (("law", 2),)}
OVER = overview("2026", reports(*(told(12 + 5 * n, **OF_TALK) for n in range(9)), told(None, cards=())))


def by_name(over=OVER, published=False):
    return {t.name: t for t in tables(over, WORDS, published)}


def test_every_table_has_as_many_cells_as_headings():
    for published in (False, True):
        found = by_name(published=published)
        assert tuple(found) == TABLES
        for table in found.values():
            assert table.rows and all(len(row) == len(table.headings) for row in table.rows), table.name


def test_numbers_as_they_are():
    card = by_name()["cards"].rows[0]
    assert card[3] == 9 and card[4:9] == tuple(9 if kind == "split" else 0 for kind in LABELS)
    assert card[9:15] == (9, 108, 45, 0, 45, 18)
    assert by_name()["needs"].rows == (("The law", 9, 54),)
    assert by_name()["themes"].rows == (("Law, age and consent", 9, 18),)
    assert by_name()["quarters"].rows[0] == ("2026-Q1", 10, 288, 1)


def test_numbers_for_print_hide_few_and_no_row_gives_one_back():
    found = by_name(published=True)
    assert found["quarters"].rows[0] == ("2026-Q1", 10, 290, HIDDEN)
    card = found["cards"].rows[0]
    assert card[3:9] == (10, HIDDEN, 10, HIDDEN, HIDDEN, HIDDEN)
    assert card[10] == 110 and card[11:15] in ((45, HIDDEN, 45, HIDDEN),)
    assert card[15:] == (41, HIDDEN, 41)  # of the printed 110
    for name, of in (("quarters", 1), ("cases", 2), ("moves", 4), ("needs", 1), ("themes", 1)):
        for row in found[name].rows:
            assert all(n in (HIDDEN, NONE) or n % 5 == 0 for n in row[of:]), name


def test_for_print_a_middle_of_few_rooms_is_not_told():
    few = overview("2026", reports(*(told(12 + 5 * n) for n in range(7))))
    assert by_name(few, True)["confidence"].rows[0][2:8] == (HIDDEN,) * 6
    assert by_name(few)["confidence"].rows[0][2] == 4


def test_what_is_not_added_up_has_no_numbers():
    over = overview("2026", reports(told(), told(13), summed=False))
    assert by_name(over)["cards"].rows[0][10:] == (NONE,) * 8


def test_no_cell_is_a_formula():
    over = overview("2026", reports(*(told(n, cards=(a_card("=cmd|' /C calc'!A0"),)) for n in (12, 20))))
    written = as_csv(by_name(over)["cards"]).decode("utf-8-sig")
    assert "'=cmd" in written and ",=cmd" not in written and "\r\n" in written
