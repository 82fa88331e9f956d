"""Links that let somebody in: the printed one-time sign-in, and passes for a screen or a second facilitator."""

from __future__ import annotations

import secrets

from flask import Blueprint, Flask, abort, current_app, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import login_user
from itsdangerous import BadData, URLSafeTimedSerializer

from workshop.service.house import House
from workshop.web.access import facilitator_here, screen_here
from workshop.web.cookies import read_pass, set_pass
from workshop.web.here import house

room = Blueprint("sign_in", __name__)
DAY = 24 * 3600
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


@room.get("/pass/<token>")
def use_pass(token: str) -> ResponseReturnValue:
    """A pass for one session's screen or desk; it dies with the session."""
    found = read_pass(token)
    if found is None or house().record.session(found[0]) is None:
        abort(404)
    session, kind = found
    answer = make_response(
        redirect(url_for("facilitate.screen" if kind == "screen" else "facilitate.console", session=session))
    )
    # A browser that may do it anyway keeps what it has: a desk must not shrink to a screen.
    if not (screen_here if kind == "screen" else facilitator_here)(session):
        set_pass(answer, token)
    return answer


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
