"""Formats: each a function from an AnonymisedSession to bytes. A new one is one file and one line in FORMATS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workshop.outputs.formats import csv_table, html_page, json_data
from workshop.outputs.model import AnonymisedSession


@dataclass(frozen=True)
class Format:
    """`title` is what a person reads on the button."""

    title: str
    media_type: str
    render: Callable[[AnonymisedSession], bytes]


FORMATS: Mapping[str, Format] = {
    "html": Format("Web page", "text/html; charset=utf-8", html_page.render),
    "csv": Format("Table (CSV)", "text/csv; charset=utf-8", csv_table.render),
    "json": Format("Data (JSON)", "application/json", json_data.render),
}
