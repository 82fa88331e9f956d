"""The Word file: real headings, header rows, pictures with words, in its language, and the same bytes anywhere."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.helpers.output import WORDS, facts, rendered, told, written
from tests.helpers.scripts_of_the_world import WRITTEN
from workshop.domain.texts import safe
from workshop.outputs.blocks.report import report
from workshop.outputs.formats import docx


def opened(session):
    return Document(BytesIO(rendered("docx", session)))


def test_every_section_is_a_heading_in_the_order_of_the_report():
    session = told(2, kept=written("Ask first"))
    heads = [(p.style.name, p.text) for p in opened(session).paragraphs if p.style.name.startswith("Heading")]
    made = report(session, WORDS)
    assert [text for style, text in heads if style == "Heading 1"] == [made.heading]
    assert [text for style, text in heads if style == "Heading 2"] == [s.title for s in made.sections]


def test_every_table_has_one_header_row_that_comes_again_on_every_page():
    for table in opened(told(2, kept=written("Ask first"))).tables:
        heads = [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True] + [False] * (len(heads) - 1) and len(heads) > 1


def test_every_picture_says_what_it_shows():
    found = opened(told(2, kept=written("Ask first"))).element.body.iter(qn("wp:docPr"))
    said = [picture.get("descr") for picture in found]
    assert len(said) > 6 and all(words and len(words) > 20 for words in said)


def test_it_is_in_the_language_of_the_report_and_names_nobody():
    document = opened(told())
    assert {e.get(qn("w:val")) for e in document.styles.element.iter(qn("w:lang"))} == {WORDS.tag}
    known = document.core_properties
    assert (known.author, known.last_modified_by, known.comments, known.keywords) == ("", "", "", "")
    assert known.created.isoformat()[:19] == known.modified.isoformat()[:19] == "2026-11-24T00:00:00"


def test_the_same_report_is_the_same_bytes_and_no_member_has_a_time(monkeypatch):
    once = rendered("docx", told(2))
    monkeypatch.setattr("time.time", lambda: 1_234_567_890.0)
    assert rendered("docx", told(2)) == once
    with ZipFile(BytesIO(once)) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("typed", ["=cmd()", "<img onerror=1>", "\x00\u202eevil", "]]>", *WRITTEN])
def test_whatever_was_typed_is_words(typed):
    session = replace(told(kept=written(typed)), facts=facts(24, title=typed))
    words = "\n".join(p.text for p in opened(session).paragraphs)
    assert safe(typed) in words and not {"\x00", "\u202e"} & set(words)


def test_from_right_to_left_where_the_language_is():
    made = replace(report(told(), WORDS), direction="rtl")
    style = Document(BytesIO(docx.render(made))).styles["Normal"].element
    assert style.find(".//" + qn("w:bidi")) is not None
