"""What happened and what to do, in a sentence, for people and for scripts."""

from __future__ import annotations

from flask import Flask, Response, jsonify, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from workshop.activities.base import Refused, said_no
from workshop.service.cases import CaseGone
from workshop.service.ports import Unavailable, UnknownSession
from workshop.web.here import context

KNOWN = (400, 403, 404, 405, 409, 410, 413, 429, 500, 503)
"""Statuses that have words of their own, `http.<status>`; others are told as 400 or as 500."""
WAIT = {429: "60", 503: "5"}  # seconds, for machines


def init_errors(app: Flask) -> None:
    """Register them."""

    @app.errorhandler(HTTPException)
    def http(error: HTTPException) -> Response:  # pyright: ignore[reportUnusedFunction]
        return _answer(error.code or 500)

    @app.errorhandler(CSRFError)
    def forged(error: CSRFError) -> Response:  # pyright: ignore[reportUnusedFunction]
        return _answer(400) if request.cookies else refusal(400, Refused("http", "http.cookies"))

    @app.errorhandler(CaseGone)
    def without_case(error: CaseGone) -> Response:  # pyright: ignore[reportUnusedFunction]
        return refusal(409, Refused("http", "http.case"))

    @app.errorhandler(Unavailable)
    def away(error: Unavailable) -> Response:  # pyright: ignore[reportUnusedFunction]
        return _answer(503)

    @app.errorhandler(UnknownSession)
    def gone(error: UnknownSession) -> Response:  # pyright: ignore[reportUnusedFunction]
        return _answer(404)


def refusal(status: int, why: Refused) -> Response:
    """An answer that says no, for people a page. Its words are two messages: what happened, and what to do."""
    if request.is_json or request.path.startswith("/join"):
        answer = make_response(no(why), status)
    else:
        what, do = context().words.all(f"refused.{why.why}", **why.values)
        answer = make_response(render_template("error.html", code=status, what=what, do=do, sheet="office"), status)
    if status in WAIT:
        answer.headers["Retry-After"] = WAIT[status]
    return answer


def no(refused: Refused) -> Response:
    """A no to a script, as an ack says it."""
    return jsonify(said_no(refused))


def _answer(code: int) -> Response:
    known = code if code in KNOWN else 500 if code >= 500 else 400
    return refusal(code, Refused("http", f"http.{known}"))
