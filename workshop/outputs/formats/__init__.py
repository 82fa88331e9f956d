"""Formats: each a function from an AnonymisedSession to bytes. A new one is one file and one line in FORMATS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workshop.outputs.formats import csv_table, html_page, json_data
from workshop.outputs.model import AnonymisedSession


@dataclass(frozen=True)
class Format:
    """`title` is what a person reads on the button, `purpose` what the file is good for."""

    title: str
    purpose: str
    media_type: str
    render: Callable[[AnonymisedSession], bytes]


FORMATS: Mapping[str, Format] = {
    "html": Format("Web page", "to read and print", "text/html; charset=utf-8", html_page.render),
    "csv": Format("Table (CSV)", "the counts", "text/csv; charset=utf-8", csv_table.render),
    "json": Format("Data (JSON)", "for programs", "application/json", json_data.render),
}
