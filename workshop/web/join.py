"""A delegate's way in and out: look a code up, take a seat, the room, leave."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, jsonify, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from workshop.activities.base import Refused
from workshop.service.join import UNKNOWN, join, leave, look
from workshop.web.access import FACILITATES, is_facilitators_browser
from workshop.web.cookies import drop_seat, seat_here, set_seat
from workshop.web.here import house
from workshop.web.tries import guessed_wrong, may_guess

room = Blueprint("join", __name__)


@room.get("/")
def join_page() -> str:
    """The code field. The code may stand in the fragment, which no server ever sees."""
    return render_template("delegate/join.html", sheet="join", entry="js/pages/join.js")


@room.post("/join/look")
def look_up() -> Response:
    """What a code leads to; one answer for every failure."""
    if not may_guess():
        abort(429)
    found = look(house(), _text("code"))
    if found is None:
        guessed_wrong()
        return jsonify(ok=False, message=UNKNOWN.message)
    return jsonify(
        ok=True,
        title=found.head.title,
        scenario_title=found.scenario.title,
        content_note=found.scenario.content_note,
        k=found.head.k,
        ground_rules=list(found.ground_rules),
        resources=[{"title": r.title, "text": r.text, "url": r.url} for r in found.scenario.resources],
    )


@room.post("/join")
def take_seat() -> ResponseReturnValue:
    """A new seat in a cookie that scripts cannot read."""
    if is_facilitators_browser():
        return jsonify(ok=False, message=FACILITATES), 403
    if not may_guess():
        abort(429)
    joined = join(house(), _text("code"), _text("token"))
    if isinstance(joined, Refused):
        if joined is UNKNOWN:
            guessed_wrong()
        return jsonify(ok=False, message=joined.message)
    answer = jsonify(ok=True, next=url_for("join.room_page"))
    set_seat(answer, joined.session, joined.token)
    return answer


@room.get("/room")
def room_page() -> ResponseReturnValue:
    """The delegate's page."""
    seat = seat_here()
    if seat is None:
        return redirect(url_for("join.join_page"))
    return render_template("delegate/room.html", sheet="delegate", entry="js/pages/room.js", data={"session": seat[0]})


@room.post("/leave")
def leave_seat() -> Response:
    """Give the seat back and take the cookie away."""
    seat = seat_here()
    if seat is not None:
        leave(house(), *seat)
    answer = make_response(jsonify(ok=True))
    drop_seat(answer)
    return answer


def _text(name: str) -> str:
    """A short text of the JSON body, or ""."""
    body: Any = request.get_json(silent=True)
    value = body.get(name, "") if isinstance(body, dict) else ""
    return value if isinstance(value, str) and len(value) <= 100 else ""
