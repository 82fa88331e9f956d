"""The report's blocks in a Word file, one way each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm, Pt

from workshop.domain.texts import safe
from workshop.drawing.picture_svg import picture_svg
from workshop.outputs.blocks.model import (
    Block,
    Bullets,
    Card,
    Counts,
    Drawing,
    Heading,
    Kind,
    Movement,
    Notes,
    Paragraph,
    Quote,
    Ranking,
    Report,
    Response,
    Story,
    Strip,
    Table,
    Ten,
    Terms,
    Text,
)
from workshop.outputs.formats import plain_texts as texts
from workshop.outputs.formats import strips
from workshop.outputs.formats.docx_widths import column_widths
from workshop.outputs.formats.docx_xml import element
from workshop.outputs.formats.raster import pngs

PAPER = 174
WHOLE, ROW = Mm(165), Mm(44)
"""Millimetres of a page's text; how wide a picture is by itself, and in a row."""
CARDS = (31, 50, 24, 32, 37)
"""Millimetres of the columns of cards."""
NONE, HEAD = "–", "F2F5F6"


class Writer:
    """Writes into one document. Pictures are drawn all at once, before the first is needed."""

    def __init__(self, document: Any, report: Report) -> None:
        self._document = document
        self._words = report.words
        self._pictures = _drawn(report)
        self._prints: dict[type, Callable[[Any], None]] = {
            Paragraph: lambda b: self._text(b.text),
            Heading: lambda b: self.heading(b.text, 3),
            Quote: lambda b: self.line(b.text, style="Quote"),
            Bullets: self._bullets,
            Terms: self._terms,
            Strip: lambda b: self._picture(strips.drawn(b), strips.sentence(b), self._document.add_paragraph(), WHOLE),
            Movement: lambda b: self.line(texts.movement(b)),
            Ranking: self._ranking,
            Table: self._table,
            Counts: self._counts,
            Story: self._story,
            Notes: self._notes,
            Drawing: self._drawing,
        }

    def blocks(self, blocks: Sequence[Block]) -> None:
        """All of a section; cards that follow one another are one table."""
        for kind, found in groupby(blocks, type):
            if kind is Card:
                self._cards([b for b in found if isinstance(b, Card)])
                continue
            for block in found:
                self._prints[kind](block)

    def heading(self, text: str, level: int) -> None:
        """A real heading."""
        self._document.add_heading(safe(text), level)

    def line(self, text: str, strong: bool = False, style: str | None = None) -> None:
        """A paragraph of one kind of text."""
        self._document.add_paragraph(style=style).add_run(safe(text)).bold = strong or None

    # ------------------------------------------------------------ blocks

    def _text(self, text: Text, style: str | None = None) -> None:
        _runs(self._document.add_paragraph(style=style), text)

    def _bullets(self, block: Bullets) -> None:
        for item in block.items:
            self._text(item, "List Bullet")

    def _terms(self, block: Terms) -> None:
        for term, meaning in block.pairs:
            said = self._document.add_paragraph()
            said.add_run(f"{safe(term)}: ").bold = True
            said.add_run(safe(meaning))

    def _counts(self, block: Counts) -> None:
        heads = self._words.all("report.heads.counts")
        self._rows(heads, [(what, said) for what, _, said in block.rows])

    def _story(self, block: Story) -> None:
        for title, _, said, quoted in block.steps:
            shown = self._document.add_paragraph(style="List Number")
            shown.add_run(safe(title)).bold = True
            shown.add_run(f" {safe(said)} {safe(quoted)}".rstrip())

    def _notes(self, block: Notes) -> None:
        for title, found in block.sections:
            self.heading(title, 3)
            for number, said, more in found:
                self.line(f"{number}  {said}" + (f" ({more})" if more else ""), style="List Bullet")

    def _drawing(self, block: Drawing) -> None:
        name = block.words.say("common.picture.name")
        self._picture(explained(block), name, self._document.add_paragraph(), WHOLE)

    def _ranking(self, block: Ranking) -> None:
        rows = [[words, strip, texts.figures(strip), _name(kind)] for words, strip, kind in block.rows]
        self._rows(self._words.all("report.heads.cards")[:-1], rows, CARDS)

    def _cards(self, cards: Sequence[Card]) -> None:
        rows: list[list[Any]] = []
        for card in cards:
            rows.append([card.text, *_answer(card), texts.said(card)])
            if card.response:
                rows.append([card.response.title, *_answer(card.response), texts.compared(card.response)])
        self._rows(self._words.all("report.heads.cards"), rows, CARDS)

    def _table(self, block: Table) -> None:
        """Without the lines from 0 to 10: the other cells of their rows have the figures."""
        if block.caption:
            self.line(block.caption)
        shown = [at for at in range(len(block.heads)) if not _is_line(block, at)]
        rows: list[Sequence[Any]] = []
        for group in block.groups:
            rows += [[group.title]] if group.title else []
            rows += [[row[at] for at in shown] for row in group.rows]
        self._rows([block.heads[at] for at in shown], rows)

    # ------------------------------------------------------------ parts

    def _rows(self, heads: Sequence[str], rows: Sequence[Sequence[Any]], widths: Sequence[int] = ()) -> None:
        """A table with a header row that is repeated on every page. A row of one cell is as wide as the table.

        `widths`: of its columns, in millimetres.
        """
        table = self._document.add_table(rows=1, cols=len(heads), style="Table Grid")
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            cell.paragraphs[0].add_run(safe(head)).bold = True
            cell._tc.get_or_add_tcPr().append(element("w:shd", {"w:val": "clear", "w:fill": HEAD}))
        table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
        for row in rows:
            cells = table.add_row().cells
            if len(row) == 1:
                cells[0].merge(cells[-1]).paragraphs[0].add_run(safe(row[0])).bold = True
                continue
            for cell, found in zip(cells, row, strict=True):
                self._fill(cell, found)
        table.autofit = False
        for column, width in zip(table.columns, widths or column_widths([heads, *rows], PAPER), strict=False):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)
        self._document.add_paragraph().paragraph_format.space_after = Pt(2)

    def _fill(self, cell: Any, found: Any) -> None:
        if isinstance(found, Strip):
            self._picture(strips.drawn_small(found), strips.sentence(found), cell.paragraphs[0], ROW)
        else:
            cell.paragraphs[0].add_run(safe(found))

    def _picture(self, drawing: str, said: str, paragraph: Any, width: Any) -> None:
        picture = paragraph.add_run().add_picture(BytesIO(self._pictures[drawing]), width=width)
        named = picture._inline.docPr
        named.set("descr", safe(said))
        named.set("name", "")


def _is_line(block: Table, at: int) -> bool:
    return any(isinstance(row[at], Ten) for group in block.groups for row in group.rows)


def _answer(told: Card | Response) -> tuple[Any, str, str]:
    """A card's picture, figures and kind; or why there are none."""
    if told.strip is None:
        return told.withheld, NONE, NONE
    return told.strip, texts.figures(told.strip), _name(told.kind)


def _name(kind: Kind | None) -> str:
    return kind.name if kind else NONE


def explained(block: Drawing) -> str:
    """The picture of the explanation as SVG."""
    return picture_svg(block.picture, dict(block.texts), block.words)


def _drawn(report: Report) -> dict[str, bytes]:
    """Every picture that the report has: SVG → PNG."""
    wanted = list(dict.fromkeys(_drawings(report)))
    return dict(zip(wanted, pngs(wanted), strict=True))


def _drawings(report: Report) -> Iterator[str]:
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Drawing):
                yield explained(block)
            elif isinstance(block, Strip):
                yield strips.drawn(block)
            elif isinstance(block, Ranking):
                yield from (strips.drawn_small(strip) for _, strip, _ in block.rows)
            elif isinstance(block, Card):
                found = (block.strip, block.response.strip if block.response else None)
                yield from (strips.drawn_small(strip) for strip in found if strip)


def _runs(paragraph: Any, text: Text) -> None:
    for run in text:
        if run.href:
            _link(paragraph, run.text, run.href)
        else:
            paragraph.add_run(safe(run.text)).bold = run.strong or None


def _link(paragraph: Any, text: str, href: str) -> None:
    """python-docx makes none by itself: a relationship, and a run inside of it."""
    where = paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = element("w:hyperlink", {"r:id": where})
    run = paragraph.add_run(safe(text))
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)
