"""Formats: each prints the report's blocks, or writes its figures, as bytes. A new one is one file, one line, and what
people call it (`office.formats` in the words).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workshop.outputs.blocks.model import Report
from workshop.outputs.blocks.report import report
from workshop.outputs.formats import csv_table, docx, html, json_data, pdf, xlsx
from workshop.outputs.model import AnonymisedSession
from workshop.words import Words

Render = Callable[[AnonymisedSession, Words], bytes]


@dataclass(frozen=True)
class Format:
    """How a file of it is made, and as what it travels."""

    media_type: str
    render: Render


def prints(blocks: Callable[[Report], bytes]) -> Render:
    """A format that prints the report's blocks, and sees nothing else."""
    return lambda session, words: blocks(report(session, words))


def writes(figures: Callable[[AnonymisedSession], bytes]) -> Render:
    """A format that writes the session's figures for programs: the same in every language."""
    return lambda session, words: figures(session)


OFFICE = "application/vnd.openxmlformats-officedocument."
FORMATS: Mapping[str, Format] = {
    "html": Format("text/html; charset=utf-8", prints(html.render)),
    "pdf": Format("application/pdf", prints(pdf.render)),
    "docx": Format(OFFICE + "wordprocessingml.document", prints(docx.render)),
    "xlsx": Format(OFFICE + "spreadsheetml.sheet", writes(xlsx.render)),
    "csv": Format("text/csv; charset=utf-8", writes(csv_table.render)),
    "json": Format("application/json", writes(json_data.render)),
}
