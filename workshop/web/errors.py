"""What happened and what to do, in a sentence, for people and for scripts."""

from __future__ import annotations

from flask import Flask, Response, jsonify, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from workshop.service.cases import CaseGone
from workshop.service.ports import Unavailable, UnknownSession

SENTENCES = {
    400: ("That did not arrive as it should", "Load the page again and try once more."),
    403: ("That is not open to you", "Sign in with the account that may do this, or ask whoever runs the workshop."),
    404: (
        "There is nothing here",
        "The address may be wrong, or what was here has ended. Begin again from the start page.",
    ),
    405: ("That is not how this page is used", "Go back and use its buttons."),
    409: ("That cannot be done just now", "Something else has to happen first. Go back and look at where things are."),
    410: ("This has ended", "What was here is gone for good. Begin again from the start page."),
    413: ("That is too much at once", "Send less text."),
    429: ("That was very often", "Wait a minute, then try again."),
    500: ("Something went wrong here", "Nothing that you sent before is lost. Load the page again."),
    503: ("Saving takes longer than usual", "Nothing is lost. Wait a moment, then load the page again."),
}
WITHOUT_CASE = (
    "The case study of this session is not there",
    "It was made by an earlier version, and its file is missing. Put the file back into the folder of case studies "
    "and start the workshop again. Reports that were released can be read.",
)
NO_COOKIES = (
    "This browser sent no cookie",
    "The workshop needs one. Allow cookies for this address and load the page again, or use another browser.",
)
WAIT = {429: "60", 503: "5"}  # seconds, for machines


def init_errors(app: Flask) -> None:
    """Register them."""

    @app.errorhandler(HTTPException)
    def http(error: HTTPException) -> Response:  # pyright: ignore[reportUnusedFunction]
        return _answer(error.code or 500)

    @app.errorhandler(CSRFError)
    def forged(error: CSRFError) -> Response:  # pyright: ignore[reportUnusedFunction]
        return _answer(400) if request.cookies else refusal(400, *NO_COOKIES)

    @app.errorhandler(CaseGone)
    def without_case(error: CaseGone) -> Response:  # pyright: ignore[reportUnusedFunction]
        return refusal(409, *WITHOUT_CASE)

    @app.errorhandler(Unavailable)
    def away(error: Unavailable) -> Response:  # pyright: ignore[reportUnusedFunction]
        return _answer(503)

    @app.errorhandler(UnknownSession)
    def gone(error: UnknownSession) -> Response:  # pyright: ignore[reportUnusedFunction]
        return _answer(404)


def refusal(code: int, what: str, do: str) -> Response:
    """An answer in words of its own: what happened, and what to do."""
    if request.is_json or request.path.startswith("/join"):
        answer = make_response(jsonify(ok=False, message=f"{what}. {do}"), code)
    else:
        answer = make_response(render_template("error.html", code=code, what=what, do=do, sheet="office"), code)
    if code in WAIT:
        answer.headers["Retry-After"] = WAIT[code]
    return answer


def _answer(code: int) -> Response:
    return refusal(code, *SENTENCES.get(code, SENTENCES[500 if code >= 500 else 400]))
