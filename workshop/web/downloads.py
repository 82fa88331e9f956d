"""Files of a report as answers: inert in the browser, plainly named on disk."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Response

from workshop.service.report import media_type
from workshop.web.words import say

INERT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox"


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
