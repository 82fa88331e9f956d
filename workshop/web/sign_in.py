"""Links that let somebody in: the printed one-time sign-in, and passes for a screen or a second facilitator."""

from __future__ import annotations

import secrets

from flask import (
    Blueprint,
    Flask,
    Response,
    abort,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_security import login_user
from itsdangerous import BadData, URLSafeTimedSerializer

from workshop.service.house import House
from workshop.service.join import Joined, leave, seated
from workshop.service.ports import UnknownSession
from workshop.web.access import facilitator_here, screen_here
from workshop.web.cookies import Pass, drop_seat, held_here, is_old_link, read_link, set_pass
from workshop.web.errors import refusal
from workshop.web.here import house

room = Blueprint("sign_in", __name__)
DAY = 24 * 3600
OLD_LINK = (
    "This link has ended",
    "Such links are opened within a day, and end when new ones are made. Ask whoever runs the session for a new one.",
)
DEFAULT_EMAIL, DEFAULT_ORGANISATION = "facilitator@workshop.invalid", "My organisation"
EVERY_ROLE = frozenset({"admin", "facilitator", "reviewer"})


@room.get("/sign-in/<token>")
def one_time(token: str) -> ResponseReturnValue:
    """Sign in by a link that works once, within a day."""
    if request.method == "HEAD":
        return ""  # a preview asks like this, and must not use the link up
    try:
        user_id = _links(house(), str(_secret(house()))).loads(token, max_age=DAY)["user"]
    except BadData:
        abort(404)
    if not house().record.use_link(token):
        abort(404)
    user = current_app.extensions["users"].find_user(id=user_id)
    if user is None or not login_user(user):
        abort(404)
    return redirect(url_for("facilitate.home"))


@room.route("/pass/<token>", methods=["GET", "POST"])
def use_pass(token: str) -> ResponseReturnValue:
    """A pass for one session's screen or desk. A phone that has a seat is asked before a desk takes it away."""
    given = read_link(token)
    record = house().record.session(given.session) if given else None
    if given is None or record is None:
        return refusal(410, *OLD_LINK) if is_old_link(token) else abort(404)
    if given.links != record.links:
        return refusal(410, *OLD_LINK)
    held = held_here() if given.kind == "desk" else None
    if held and request.method != "POST" and (title := _seat_in(held)):
        return render_template("delegate/seat_or_desk.html", sheet="office", title=title, session=record.title)
    answer = _let_in(given)
    if held:
        leave(house(), held.session, held.token)
        drop_seat(answer)
    return answer


def _let_in(given: Pass) -> Response:
    """To the screen or the desk. A browser that may do it anyway keeps what it has: a desk must not shrink."""
    page, may = ("screen", screen_here) if given.kind == "screen" else ("console", facilitator_here)
    answer = make_response(redirect(url_for(f"facilitate.{page}", session=given.session), 303))
    if not may(given.session):
        set_pass(answer, given)
    return answer


def _seat_in(held: Joined) -> str:
    """The title of the running session in which this phone has a seat, or ""."""
    try:
        head = seated(house(), held)
    except UnknownSession:
        return ""
    return head.title if head else ""


def first_sign_in_link(app: Flask, house: House, url: str) -> str | None:
    """The embedded default's facilitator gets a link at every start; with accounts of one's own there is none."""
    members = house.record.members()
    if any(m.email != DEFAULT_EMAIL for m in members):
        return None
    return one_time_link(app, house, url)


def one_time_link(app: Flask, house: House, url: str) -> str:
    """A fresh one-time link for the default facilitator, who is made when need be."""
    member = house.record.add_member(DEFAULT_EMAIL, None, DEFAULT_ORGANISATION, EVERY_ROLE)
    token = _links(house, _secret(house)).dumps({"user": member.user, "once": secrets.token_urlsafe(9)})
    return f"{url}/sign-in/{token}"


def _secret(house: House) -> str:
    return house.secret.hex()


def _links(house: House, secret: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt="workshop sign-in")
