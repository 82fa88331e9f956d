"""The report as a Word file: real headings and lists, tables with header rows, pictures with what they say as words.

The same report gives the same bytes: no time, no machine and no person is in it (ECMA-376; python-docx).
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from workshop.domain.texts import safe
from workshop.outputs.blocks.model import Report
from workshop.outputs.formats.docx_blocks import Writer
from workshop.outputs.formats.docx_xml import element
from workshop.outputs.formats.packed import settled

FACE, INK, SOFT = "Calibri", RGBColor(0x1B, 0x24, 0x29), RGBColor(0x4A, 0x54, 0x5A)
SIZES = {"Normal": 10.5, "Heading 1": 22, "Heading 2": 14, "Heading 3": 11, "Heading 4": 10.5}


def render(report: Report) -> bytes:
    """The file's bytes."""
    document = Document()
    _looks(document, report)
    writer = Writer(document, report)
    writer.line(report.product, strong=True)
    for notice in filter(None, (report.rehearsal, report.session)):
        writer.line(notice, strong=notice == report.rehearsal)
    writer.heading(report.heading, 1)
    for line in filter(None, (report.lead, report.notice, report.aid)):
        writer.line(line)
    for section in report.sections:
        writer.heading(section.title, 2)
        writer.blocks(section.blocks)
    for line in report.foot:
        writer.line(line)
    out = BytesIO()
    document.save(out)
    return settled(out.getvalue())


def _looks(document: Any, report: Report) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(18)
    page.top_margin = page.bottom_margin = Mm(16)
    for name, size in SIZES.items():
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FACE, Pt(size), INK
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    _language(document, report)
    _facts(document, report)


def _language(document: Any, report: Report) -> None:
    """Of the whole file, so that it is read and spelt in its own language; right to left where that is so."""
    given = document.styles.element.find(".//" + qn("w:rPrDefault")).find(qn("w:rPr"))
    language = given.find(qn("w:lang"))
    for attribute in ("w:val", "w:eastAsia", "w:bidi"):
        language.set(qn(attribute), report.language)
    if report.direction == "rtl":
        document.styles["Normal"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        document.styles["Normal"].element.get_or_add_pPr().append(element("w:bidi"))


def _facts(document: Any, report: Report) -> None:
    facts, day = document.core_properties, datetime.fromisoformat(report.day).replace(tzinfo=UTC)
    facts.title, facts.language = safe(report.title), report.language
    facts.author = facts.last_modified_by = facts.comments = facts.keywords = ""
    facts.created = facts.modified = day
    facts.revision = 1
