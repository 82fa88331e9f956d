"""Who may do what: one table for every route, enforced by default-deny, and the three ways into a socket.

Somebody else's session, report or organisation is not there (404), rather than forbidden: a refusal would tell that it is.
"""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import current_user

from workshop.record.organisations import Member
from workshop.service.ports import SessionRecord
from workshop.web.cookies import pass_here, seat_here
from workshop.web.here import house

Rule = Callable[[], ResponseReturnValue | None]
"""None lets the request through; anything else is the answer."""


def user_here() -> str | None:
    """The signed-in account's id, or None."""
    return str(current_user.id) if current_user.is_authenticated else None


def memberships() -> list[Member]:
    """What the signed-in account may do, organisation by organisation."""
    user = user_here()
    return house().record.memberships(user) if user else []


def organisation_of_facilitator() -> Member | None:
    """The organisation for which the signed-in account runs sessions."""
    return next((m for m in memberships() if "facilitator" in m.roles), None)


def facilitator_here(session: str) -> str | None:
    """The account (or the pass) by which this browser may run a session, or None."""
    record = house().record.session(session)
    if record is None:
        return None
    user = user_here()
    if user and user in house().record.facilitators(session):
        return user
    return "pass" if pass_here() == (session, "desk") and record.state == "running" else None


def screen_here(session: str) -> str | None:
    """The account or pass by which this browser may show a session's screen, or None."""
    found = facilitator_here(session)
    return found or ("pass" if pass_here() == (session, "screen") else None)


def is_facilitators_browser() -> bool:
    """A browser that runs sessions cannot take a seat: it would see the room from both sides."""
    kind = pass_here()
    return user_here() is not None or (kind is not None and kind[1] == "desk")


# ---------------------------------------------------------------- rules


def anyone() -> None:
    """No rule."""


def a_seat() -> ResponseReturnValue | None:
    return None if seat_here() else redirect(url_for("join.join_page"))


def signed_in() -> ResponseReturnValue | None:
    return None if user_here() else redirect(url_for("security.login"))


def a_facilitator() -> ResponseReturnValue | None:
    if user_here() is None:
        return redirect(url_for("security.login"))
    return None if organisation_of_facilitator() else abort(403)


def its_facilitator() -> ResponseReturnValue | None:
    return None if facilitator_here(_named("session")) else _not_there()


def its_owner() -> ResponseReturnValue | None:
    record: SessionRecord | None = house().record.session(_named("session"))
    return None if record and record.owner == user_here() else _not_there()


def its_screen() -> ResponseReturnValue | None:
    return None if screen_here(_named("session")) else _not_there()


def a_reviewer() -> ResponseReturnValue | None:
    if user_here() is None:
        return redirect(url_for("security.login"))
    return None if reviewed_organisations() else abort(403)


def its_reviewer() -> ResponseReturnValue | None:
    release = house().record.release(_named("release"))
    return None if release and release.organisation in reviewed_organisations() else _not_there()


def reviewed_organisations() -> list[str]:
    """The organisations whose released reports the signed-in account may read."""
    return [m.organisation for m in memberships() if m.roles & {"reviewer", "admin"}]


def _named(name: str) -> str:
    return str((request.view_args or {}).get(name, ""))


def _not_there() -> ResponseReturnValue:
    return redirect(url_for("security.login")) if user_here() is None and request.method == "GET" else abort(404)


RULES: dict[str, Rule] = {
    "assets.file": anyone,
    "join.join_page": anyone,
    "join.look_up": anyone,
    "join.take_seat": anyone,
    "join.room_page": a_seat,
    "join.leave_seat": a_seat,
    "pages.privacy": anyone,
    "pages.support": anyone,
    "pages.healthz": anyone,
    "pages.readyz": anyone,
    "pages.favicon": anyone,
    "sign_in.one_time": anyone,
    "sign_in.use_pass": anyone,
    "security.login": anyone,
    "security.logout": anyone,
    "security.verify": signed_in,
    "facilitate.home": a_facilitator,
    "facilitate.new": a_facilitator,
    "facilitate.create": a_facilitator,
    "facilitate.rehearse": a_facilitator,
    "facilitate.console": its_facilitator,
    "facilitate.links": its_facilitator,
    "facilitate.report_page": its_facilitator,
    "facilitate.report_file": its_facilitator,
    "facilitate.release_report": its_owner,
    "facilitate.forget_session": its_owner,
    "facilitate.screen": its_screen,
    "organisation.reports": a_reviewer,
    "organisation.report_page": its_reviewer,
    "organisation.report_file": its_reviewer,
}


def init_access(app: Flask) -> None:
    """Default-deny: a route that is not in the table answers nobody."""

    @app.before_request
    def enforce() -> ResponseReturnValue | None:  # pyright: ignore[reportUnusedFunction]
        if request.endpoint is None:
            return None  # no such route: Flask answers 404
        rule = RULES.get(request.endpoint)
        return abort(403) if rule is None else rule()
