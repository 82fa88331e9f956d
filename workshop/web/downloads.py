"""Files of a report, and tables of several, as answers: inert in the browser, plainly named on disk."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Response, abort, request

from workshop.outputs.overview_tables import Table, as_csv
from workshop.service.report import media_type
from workshop.web.words import say

INERT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox"
PRINTED = "print"


def called(names: Iterable[str]) -> list[tuple[str, str, str]]:
    """(name, what its button says, what it is good for) of each format."""
    ids = [(name, name.replace(".", "_")) for name in names]
    return [(n, say(f"office.formats.{id}.title"), say(f"office.formats.{id}.purpose")) for n, id in ids]


def file_answer(name: str, content: bytes, stem: str) -> Response:
    """HTML is shown (sandboxed, it runs nothing), every other format is saved."""
    answer = Response(content, content_type=media_type(name))
    answer.headers["Content-Security-Policy"] = INERT
    if not name.endswith("html"):
        answer.headers["Content-Disposition"] = f'attachment; filename="{stem}.{name}"'
    return answer


def for_print() -> bool:
    """Whether numbers are wanted as they may be printed (`as=print`)."""
    return request.args.get("as") == PRINTED


def table_answer(tables: Iterable[Table], name: str, stem: str) -> Response:
    """The table of this name as a file that opens as text in a spreadsheet; 404 where there is none."""
    found = next((table for table in tables if table.name == name), None)
    if found is None:
        abort(404)
    answer = Response(as_csv(found), content_type="text/csv; charset=utf-8")
    printed = "-for-print" if for_print() else ""
    answer.headers["Content-Disposition"] = f'attachment; filename="{stem}-{name}{printed}.csv"'
    return answer
