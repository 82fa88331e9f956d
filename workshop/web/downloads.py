"""Files of a report as answers: inert in the browser, plainly named on disk."""

from __future__ import annotations

from flask import Response

from workshop.service.report import media_type

INERT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox"


def file_answer(name: str, content: bytes, stem: str) -> Response:
    """HTML is shown (sandboxed, it runs nothing), every other format is saved."""
    answer = Response(content, content_type=media_type(name))
    answer.headers["Content-Security-Policy"] = INERT
    if name != "html":
        answer.headers["Content-Disposition"] = f'attachment; filename="{stem}.{name}"'
    return answer
