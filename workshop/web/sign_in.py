"""Links that let somebody in: the printed one-time sign-in, and passes for a screen or for another desk."""

from __future__ import annotations

import secrets
from typing import Any

from flask import Blueprint, Response, abort, current_app, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import login_user
from itsdangerous import BadData, SignatureExpired, URLSafeTimedSerializer

from workshop.activities.base import Refused
from workshop.service.join import Joined, leave, seated
from workshop.service.ports import UnknownSession
from workshop.service.record_ports import Accounts
from workshop.web.access import CARE, DESKS, desk_here, facilitator_here, screen_here, user_here
from workshop.web.cookies import Pass, drop_seat, held_here, is_old_link, read_link, set_pass
from workshop.web.errors import refusal
from workshop.web.here import context

blueprint = Blueprint("sign_in", __name__)
HOURS = 2
"""For which a one-time link can be used."""
OLD_LINK = Refused("http", "http.old_link")
DEFAULT_EMAIL, DEFAULT_ORGANISATION = "facilitator@workshop.invalid", "My organisation"
EVERY_ROLE = frozenset({"admin", "facilitator", "reviewer"})
USED, OLD, NONE = "office.link.used", "office.link.old", "office.link.none"
"""What is wrong with a link: two messages, what happened and what to do."""


@blueprint.get("/sign-in/<token>")
def one_time(token: str) -> ResponseReturnValue:
    """The button. Previews and prefetches come this far, and use nothing up."""
    _, name, fault = _holder(token)
    if fault is None and context().record.link_was_used(name):
        fault = USED
    return _refused(fault) if fault else render_template("account/use_link.html", token=token)


@blueprint.post("/sign-in/<token>")
def use_link(token: str) -> ResponseReturnValue:
    """Sign in by a link that works once, within HOURS."""
    user, name, fault = _holder(token)
    if fault is None and not context().record.use_link(name):
        fault = USED
    if fault or not login_user(user):
        return _refused(fault or NONE)
    return redirect(url_for("facilitate.home"))


@blueprint.get("/sign-out")
def leave_page() -> ResponseReturnValue:
    """Asks first, and says how to come back: whoever has no password needs a new link for it."""
    return render_template("account/sign_out.html")


@blueprint.route("/pass/<token>", methods=["GET", "POST"])
def use_pass(token: str) -> ResponseReturnValue:
    """A pass for one session's screen or desk. A phone that has a seat is asked before a desk takes it away."""
    given = read_link(token)
    record = context().record.session(given.session) if given else None
    if given is None or record is None:
        return refusal(410, OLD_LINK) if is_old_link(token) else abort(404)
    if given.links != record.links:
        return refusal(410, OLD_LINK)
    held = held_here() if given.kind in DESKS else None
    if held and request.method != "POST" and (title := _seat_in(held)):
        return render_template("delegate/seat_or_desk.html", sheet="office", title=title, session=record.title)
    answer = _let_in(given)
    if held:
        leave(context(), held.session, held.token)
        drop_seat(answer)
    return answer


def _let_in(given: Pass) -> Response:
    """To the screen or the desk. A browser that may do it anyway keeps what it has: a desk must not shrink."""
    page, may = {"screen": ("screen", screen_here), CARE: (CARE, desk_here)}.get(
        given.kind, ("console", facilitator_here)
    )
    answer = make_response(redirect(url_for(f"facilitate.{page}", session=given.session), 303))
    if not may(given.session):
        set_pass(answer, given)
    return answer


@blueprint.app_template_global("seat_title")
def seat_title() -> str:
    """The title of the session in which this phone holds a seat, which signing in gives up; "" when in none."""
    held = held_here()
    return _seat_in(held) if held else ""


def _seat_in(held: Joined) -> str:
    """The title of the running session in which this phone has a seat, or ""."""
    try:
        head = seated(context(), held)
    except UnknownSession:
        return ""
    return head.title if head else ""


def first_sign_in_link(record: Accounts, secret: bytes, url: str) -> str | None:
    """The embedded default's facilitator gets a link at every start; with accounts of one's own there is none.

    Those of organisations of test data are nobody's own.
    """
    if any(m.email != DEFAULT_EMAIL and not m.test for m in record.members()):
        return None
    return one_time_link(record, secret, url)


def one_time_link(record: Accounts, secret: bytes, url: str) -> str:
    """A fresh one-time link for the default facilitator, who is made when need be. `secret` is the context's."""
    member = record.add_member(DEFAULT_EMAIL, None, DEFAULT_ORGANISATION, EVERY_ROLE)
    token = _links(secret).dumps({"user": member.user, "once": secrets.token_urlsafe(9)})
    return f"{url}/sign-in/{token}"


def _links(secret: bytes) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret.hex(), salt="workshop sign-in")


def _holder(token: str) -> tuple[Any, str, str | None]:
    """(account, the link's own name, None) of a link of ours that is young enough, or what is wrong with it.

    It is used up by its name: as it is written it can be varied, and would be another link each time.
    """
    try:
        said = _links(context().secret).loads(token, max_age=HOURS * 3600)
    except SignatureExpired:
        return None, "", OLD
    except BadData:
        return None, "", NONE
    user = current_app.extensions["users"].find_user(id=said["user"])
    return (user, said["once"], None) if user is not None and user.active else (None, "", NONE)


def _refused(fault: str) -> ResponseReturnValue:
    """What happened and what to do. Only who holds a link of ours learns more than that it is none."""
    what, do = context().words.all(fault, hours=HOURS)
    page = render_template("account/link_refused.html", what=what, do=do, signed_in=user_here() is not None)
    return make_response(page, 404 if fault == NONE else 410)
