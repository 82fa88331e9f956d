"""An opinion on a text before it is sent: does it look like a real person, place or case? Looked at, and not kept."""

from __future__ import annotations

import re
from typing import Any

from flask import Blueprint, Response, jsonify, request

from workshop.service.identifying import looks_like
from workshop.service.ports import UnknownSession
from workshop.web.cookies import seat_here
from workshop.web.here import context
from workshop.web.rate_limits import may_check

blueprint = Blueprint("check_text", __name__)
LONGEST = 800
"""Characters; the longest field holds 600."""
ANSWER = 256
"""Bytes of the answer, whatever the opinion is."""


@blueprint.post("/check-text")
def check() -> Response:
    """`{looks}`: what it looks like, one of `common.looks_like`, or "". Somebody who asks too often is told nothing."""
    body: Any = request.get_json(silent=True)
    text = body.get("text") if isinstance(body, dict) else None
    if not isinstance(text, str) or len(text) > LONGEST or not may_check():
        return _answer("")
    return _answer(looks_like(text, _names_of_the_case()))


def _answer(looks: str) -> Response:
    """All of one length: a listener is not to learn that somebody typed a name."""
    answer = jsonify(looks=looks)
    answer.set_data(answer.get_data().ljust(ANSWER))  # JSON may end in spaces
    return answer


def _names_of_the_case() -> list[str]:
    """The people of the seat's case study are nobody real."""
    seat = seat_here()
    if seat is None:
        return []
    try:
        head = context().live.head(seat[0])
    except UnknownSession:
        return []
    scenario = context().case_of(head)
    written = " ".join([scenario.title, scenario.opening, *(f"{p.id} {p.note}" for p in scenario.people)])
    return re.findall(r"[^\W\d_]+", written)
