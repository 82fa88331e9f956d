"""Formats: each prints the report's blocks, or writes its figures, as bytes. A new one is one file and one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workshop.outputs.blocks.model import Report
from workshop.outputs.blocks.report import report
from workshop.outputs.formats import csv_table, html, json_data
from workshop.outputs.model import AnonymisedSession
from workshop.words import Words

Render = Callable[[AnonymisedSession, Words], bytes]


@dataclass(frozen=True)
class Format:
    """`title` is what a person reads on the button, `purpose` what the file is good for."""

    title: str
    purpose: str
    media_type: str
    render: Render


def prints(blocks: Callable[[Report], bytes]) -> Render:
    """A format that prints the report's blocks, and sees nothing else."""
    return lambda session, words: blocks(report(session, words))


def writes(figures: Callable[[AnonymisedSession], bytes]) -> Render:
    """A format that writes the session's figures for programs: the same in every language."""
    return lambda session, words: figures(session)


FORMATS: Mapping[str, Format] = {
    "html": Format("Web page", "to read and print", "text/html; charset=utf-8", prints(html.render)),
    "csv": Format("Table (CSV)", "the counts", "text/csv; charset=utf-8", writes(csv_table.render)),
    "json": Format("Data (JSON)", "for programs", "application/json", writes(json_data.render)),
}
