"""One report in six formats: the figures are read back out of each, and are the same."""

import csv
import io
import json
from collections import Counter
from html.parser import HTMLParser

import pikepdf
import pymupdf
import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from tests.helpers.output import WORDS, rendered, told, written
from workshop.outputs.blocks.model import Card
from workshop.outputs.blocks.report import report
from workshop.outputs.formats import strips
from workshop.outputs.formats.pdf import _elements

SESSIONS = [told(seed, people, kept=written("Ask first")) for seed, people in ((1, 24), (2, 24), (3, 9), (4, 60))]


class Labels(HTMLParser):
    """The names of all pictures."""

    def __init__(self, content):
        super().__init__()
        self.found = Counter()
        self.feed(content.decode())

    def handle_starttag(self, tag, attrs):
        if "aria-label" in dict(attrs):
            self.found[dict(attrs)["aria-label"]] += 1


def sentences(session):
    """What every card's picture says, in the report's words."""
    cards = [b for s in report(session, WORDS).sections for b in s.blocks if isinstance(b, Card)]
    return Counter(strips.sentence(c.strip) for c in cards if c.strip)


@pytest.mark.parametrize("session", SESSIONS, ids=range(len(SESSIONS)))
def test_every_picture_says_the_same_on_the_page_in_the_pdf_and_in_word(session):
    wanted = sentences(session)
    with pikepdf.open(io.BytesIO(rendered("pdf", session))) as file:
        pdf = Counter(str(e.Alt) for e in _elements(file.Root.StructTreeRoot) if "/Alt" in e)
    body = Document(io.BytesIO(rendered("docx", session))).element.body
    word = Counter(picture.get("descr") for picture in body.iter(qn("wp:docPr")))
    for found in (Labels(rendered("html", session)).found, pdf, word):
        assert {s: n for s, n in wanted.items() if found[s] < n} == {}


@pytest.mark.parametrize("session", SESSIONS, ids=range(len(SESSIONS)))
def test_every_count_is_the_same_as_data_in_the_table_and_in_the_workbook(session):
    made = json.loads(rendered("json", session))
    data = {
        (r["round"], c["card"]): (list((c["tallies"] or {}).values()), c["need_to_know"])
        for r in made["rounds"] for c in r["cards"]
    }  # fmt: skip
    assert table(rendered("csv", session), session) == data
    assert workbook(rendered("xlsx", session), session) == data


def table(content, session):
    """(round, card) → (by stage, off the line), out of the CSV."""
    names, found = [s.name for s in session.stages], {}
    for part, round_, _, card, about, what, value in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
        if part == "board" and what == "n":
            stages, off = found.setdefault((round_, card), ([], []))
            if about in names and value != "withheld":
                stages.append(int(value))
            elif about not in names:
                off.append(None if value == "withheld" else int(value))
    return {key: (stages, off[0]) for key, (stages, off) in found.items()}


def workbook(content, session):
    """The same, out of the sheet of cards."""
    heads, *rows = load_workbook(io.BytesIO(content))["Cards"].iter_rows(values_only=True)
    lines = [dict(zip(heads, row, strict=True)) for row in rows]
    return {
        (x["Round"], x["Card"]): ([x[s.name] for s in session.stages if x[s.name] is not None], x["Need to know more"])
        for x in lines
    }


def test_what_was_written_is_in_all_six():
    session = told(2, kept=written("Ask first, then write to them"))
    for name in ("html", "csv", "json"):
        assert "Ask first, then write to them" in rendered(name, session).decode("utf-8-sig"), name
    word = Document(io.BytesIO(rendered("docx", session)))
    assert any("Ask first, then write to them" in p.text for p in word.paragraphs)
    book = load_workbook(io.BytesIO(rendered("xlsx", session)))
    assert any("Ask first" in str(v) for s in book for row in s.iter_rows(values_only=True) for v in row)
    assert "Ask first, then write to them" in " ".join(pdf_text(rendered("pdf", session)).split())


def pdf_text(content):
    """The words that are shown, by the typefaces' own tables (ToUnicode)."""
    with pymupdf.open(stream=content) as file:
        return " ".join(page.get_text() for page in file)
