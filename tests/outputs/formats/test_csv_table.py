"""The table opens as what it is in any spreadsheet."""

import csv
import io
from dataclasses import replace

import pytest

from tests.helpers.output import rendered, told, written
from workshop.outputs.formats.csv_table import HEADINGS, inert
from workshop.outputs.model import AskedOutput

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\x00=1", " =1", "＝1", "＋1", "－1", "＠x", "\ufeff=1",
            "\u202e=1", "'=1", "|calc", "%x", "\n=1", "\u3000=1"]  # fmt: skip
STARTS = tuple("=+-@|%＝＋－＠\t\r\n\x00")


def opened(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_is_text(formula):
    cell = inert(formula)
    assert cell.startswith("'") and not cell.lstrip().startswith(STARTS)


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_a_report_is_a_formula_whoever_typed_it(formula):
    rows = opened(rendered("csv", told(kept=written(formula))))
    assert rows[0] == list(HEADINGS)
    assert {len(row) for row in rows} == {len(HEADINGS)}
    assert not [cell for row in rows for cell in row if cell.strip().startswith(STARTS) and not number(cell)]


def number(cell):
    try:
        return float(cell) is not None
    except ValueError:
        return False


def test_words_and_numbers_stay_as_they_are():
    assert (inert("Ask first"), inert(3), inert(-0.25), inert("a\nb")) == ("Ask first", 3, -0.25, "a b")
    assert inert(None) == "withheld"


def test_it_holds_the_figures_of_the_report():
    session = told()
    rows = opened(rendered("csv", session))
    card = next(c for c in session.rounds[0].cards if not c.withheld)
    mine = [r for r in rows if r[1] == "r1" and r[3] == card.card]
    stages = [int(r[6]) for r in mine if r[5] == "n" and r[4] in {s.name for s in session.stages}]
    assert tuple(stages) == card.tallies
    assert ["placed", str(card.placed)] in [r[5:] for r in mine]


def test_what_else_was_asked_is_a_row_each():
    asked = AskedOutput("=The pace", 24, (("Right", 14), ("Too fast", None)))
    rows = opened(rendered("csv", replace(told(), asked=(asked,))))
    mine = [r for r in rows if r[0] == "'=The pace"]
    assert [r[4:] for r in mine] == [["", "answered", "24"], ["Right", "n", "14"], ["Too fast", "n", "withheld"]]


def test_it_is_utf_8_with_a_mark_and_crlf():
    content = rendered("csv", told())
    assert content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
