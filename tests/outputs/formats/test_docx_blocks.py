"""Blocks in a Word file: each type has its way, and tables are as wide as a page."""

from typing import get_args

from docx import Document

from tests.helpers.output import WORDS, told
from workshop.outputs.blocks.model import Block, Card, Paragraph, Run
from workshop.outputs.blocks.report import report
from workshop.outputs.formats.docx_blocks import Writer


def writer():
    return Writer(Document(), report(told(), WORDS))


def test_there_is_a_way_for_every_type_of_block():
    assert set(writer()._prints) | {Card} == set(get_args(Block))


def test_a_link_leads_where_it_says():
    made = writer()
    made.blocks([Paragraph((Run("See "), Run("the guidance", href="https://example.org/a")))])
    part = made._document.part
    assert "https://example.org/a" in {r.target_ref for r in part.rels.values() if r.is_external}
    assert made._document.paragraphs[-1].text == "See the guidance"
