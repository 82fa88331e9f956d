"""A delegate's way in and out: look a code up, take a seat, the room, leave."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from workshop.activities.base import Refused
from workshop.domain.live import Head
from workshop.domain.retention import DEFAULTS
from workshop.service.join import OFTEN, UNKNOWN, join, leave, look, seated
from workshop.service.ports import Unavailable, UnknownSession
from workshop.web.access import is_facilitators_browser
from workshop.web.cookies import drop_seat, held_here, seat_here, set_seat
from workshop.web.errors import WAIT, no
from workshop.web.here import context
from workshop.web.rate_limits import guessed_wrong, may_take_seat
from workshop.web.shell import page_of

blueprint = Blueprint("join", __name__)
MANY = Refused("too_fast", "join.many")
FACILITATES = Refused("not_allowed", "join.facilitates")


@blueprint.get("/")
def join_page() -> Response:
    """The code field, or the way back to the room where this phone is in. The code may stand in the fragment, which no
    server ever sees.
    """
    head, over = _room_of_this_phone()
    data = {"here": {"session": head.session, "title": head.title} if head else None}
    answer = make_response(page_of("delegate/join.html", data, sheet="join", entry="join"))
    if over:
        drop_seat(answer)
    return answer


def _room_of_this_phone() -> tuple[Head | None, bool]:
    """The running session in which this phone has a seat; and whether its cookie is of one that is over."""
    held = None if is_facilitators_browser() else held_here()
    if held is None:
        return None, False
    try:
        head = seated(context(), held)
    except UnknownSession:
        return None, True
    except Unavailable:
        return None, False
    return head, head is None


@blueprint.post("/join/look")
def look_up() -> ResponseReturnValue:
    """What a code leads to; one answer for every failure."""
    found = look(context(), _text("code"), held_here())
    if found is None:
        return _wrong()
    keeping = context().record.keeping_of(found.head.session)
    return jsonify(
        ok=True,
        here=found.here,
        title=found.head.title,
        scenario_title=found.scenario.title,
        content_note=found.scenario.content_note,
        k=found.head.k,
        ground_rules=list(found.ground_rules),
        keeping={kind: keeping.of(kind).then for kind in DEFAULTS},
        own_rules=list(found.head.rules),
        resources=[{"title": r.title, "text": r.text, "url": r.url} for r in found.scenario.resources],
    )


@blueprint.post("/join")
def take_seat() -> ResponseReturnValue:
    """This browser's seat, in a cookie that scripts cannot read. One that it has in another session is given back."""
    if is_facilitators_browser():
        return no(FACILITATES), 403
    held = held_here()
    joined = join(context(), _text("code"), _text("token"), held, may_take_seat)
    if isinstance(joined, Refused):
        return _wrong() if joined is UNKNOWN else _refused(joined)
    if held is not None and held.session != joined.session:
        leave(context(), held.session, held.token)
    answer = jsonify(ok=True, next=url_for("join.room_page"))
    set_seat(answer, joined)
    return answer


def _wrong() -> ResponseReturnValue:
    """One answer for every failure; another after very many, whatever they were."""
    return _often(MANY) if guessed_wrong() else no(UNKNOWN)


def _refused(refused: Refused) -> ResponseReturnValue:
    return _often(refused) if refused is OFTEN else no(refused)


def _often(refused: Refused) -> ResponseReturnValue:
    return no(refused), 429, {"Retry-After": WAIT[429]}


@blueprint.get("/room")
def room_page() -> ResponseReturnValue:
    """The delegate's page."""
    seat = seat_here()
    if seat is None:
        return redirect(url_for("join.join_page"))
    return page_of("delegate/room.html", {"session": seat[0]}, sheet="delegate", entry="room")


@blueprint.post("/leave")
def leave_seat() -> Response:
    """Give the seat back and take the cookie away."""
    seat = seat_here()
    if seat is not None:
        leave(context(), *seat)
    answer = make_response(jsonify(ok=True))
    drop_seat(answer)
    return answer


def _text(name: str) -> str:
    """A short text of the JSON body, or ""."""
    body: Any = request.get_json(silent=True)
    value = body.get(name, "") if isinstance(body, dict) else ""
    return value if isinstance(value, str) and len(value) <= 300 else ""
