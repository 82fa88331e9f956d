"""Who may do what: one table for every route, enforced by default-deny, and the three ways into a socket.
Somebody else's session, report or organisation is not there (404), not forbidden: a refusal would tell that it is.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from flask import Flask, Response, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from workshop.activities.base import Refused
from workshop.service.join import leave
from workshop.service.ports import SessionRecord, Unavailable
from workshop.web.cookies import drop_seat, pass_here, pass_to, seat_here
from workshop.web.errors import refusal
from workshop.web.here import context
from workshop.web.metrics import may_read_metrics
from workshop.web.organisation_rules import (
    ID,
    a_reviewer,
    its_admin,
    its_organisations_reviewer,
    its_pools_reviewer,
    its_receipts_reviewer,
    its_reviewer,
    named,
    not_there,
    of_its_organisation,
    sign_in_first,
)
from workshop.web.rate_limits import may_try_password
from workshop.web.user import memberships as memberships
from workshop.web.user import organisation_of_facilitator as organisation_of_facilitator
from workshop.web.user import reviewed_organisations as reviewed_organisations
from workshop.web.user import test_data
from workshop.web.user import user_here as user_here

Rule = Callable[[], ResponseReturnValue | None]  # None lets the request through; anything else is the answer
CARE = "care"
"""The pass, and the desk, of a second trainer who sees everything and moves nothing (docs/decisions/033)."""
DESKS = ("desk", CARE)


def facilitator_here(session: str) -> str | None:
    """The account (or the pass) by which this browser may run a session, or None."""
    record = _session(session)
    if record is None:
        return None
    if (user := user_here()) in context().record.facilitators(session) and _facilitates(record.organisation):
        return user
    return "pass" if pass_to(record.id, "desk", record.links) and record.state == "running" else None


def desk_here(session: str) -> str | None:
    """By what this browser may sit at a desk of a session, or None; `care`: one that cannot move the room."""
    found = facilitator_here(session)
    record = None if found else _session(session)
    if record is None:
        return found
    return CARE if pass_to(record.id, CARE, record.links) and record.state == "running" else None


def screen_here(session: str) -> str | None:
    """The account or pass by which this browser may show a session's screen, or None."""
    found = desk_here(session)
    record = None if found else _session(session)
    return found or ("pass" if record and pass_to(record.id, "screen", record.links) else None)


def delegate_here() -> tuple[str, str] | None:
    """(session, token) of this phone's seat, or None. A browser that runs sessions has none, whatever it holds."""
    return None if is_facilitators_browser() else seat_here()


def is_facilitators_browser() -> bool:
    """A browser that runs sessions cannot take a seat: it would see the room from both sides."""
    found = pass_here()
    by_pass = found is not None and found.kind in DESKS and desk_here(found.session) is not None
    return by_pass or user_here() is not None


def _facilitates(organisation: str) -> bool:
    return any(m.organisation == organisation and "facilitator" in m.roles for m in memberships())


def _session(session: str) -> SessionRecord | None:
    """What cannot be an id is nobody's session: no database is asked."""
    return context().record.session(session) if ID.fullmatch(session) else None


def anyone() -> None:
    """No rule."""


def machines() -> None:
    """Whoever looks after the process; to everybody else the page is not there."""
    if not may_read_metrics():
        abort(404)


def not_too_often() -> None:
    """Anybody, as long as nobody is guessing passwords."""
    if request.method == "POST" and not may_try_password(request.form.get("email", "")):
        abort(429)


def a_seat() -> ResponseReturnValue | None:
    if is_facilitators_browser():
        return refusal(409, Refused("http", "http.seat"))
    return None if seat_here() else redirect(url_for("join.join_page"))


def somebody_here() -> ResponseReturnValue | None:
    """A phone with a seat, or whoever runs a session."""
    return None if seat_here() or is_facilitators_browser() else abort(403)


def signed_in() -> ResponseReturnValue | None:
    return None if user_here() else sign_in_first()


def a_facilitator() -> ResponseReturnValue | None:
    if user_here() is None:
        return sign_in_first()
    if organisation_of_facilitator() is None and reviewed_organisations() and request.endpoint == "facilitate.home":
        return redirect(url_for("organisation.reports"))
    return None if organisation_of_facilitator() else abort(403)


def its_facilitator() -> ResponseReturnValue | None:
    return None if facilitator_here(named("session")) else not_there()


def its_desk() -> ResponseReturnValue | None:
    return None if desk_here(named("session")) else not_there()


def its_owner() -> ResponseReturnValue | None:
    record, user = _session(named("session")), user_here()
    owns = record is not None and record.owner == user and facilitator_here(record.id) == user
    return None if owns else not_there()


def its_own_facilitator() -> ResponseReturnValue | None:
    """By an account, not by a pass: who came by a link neither prepares a session nor calls the others' links back."""
    return None if facilitator_here(named("session")) not in (None, "pass") else not_there()


def its_screen() -> ResponseReturnValue | None:
    return None if screen_here(named("session")) else not_there()


RULES: dict[str, Rule] = {
    "assets.file": anyone,
    "join.join_page": anyone,
    "join.look_up": anyone,
    "join.take_seat": anyone,
    "join.room_page": a_seat,
    "join.leave_seat": anyone,
    "my_data.my_data_page": a_seat,
    "check_text.check": somebody_here,
    **dict.fromkeys(("pages.privacy", "pages.support", "pages.healthz", "pages.readyz"), anyone),
    "metrics.metrics": machines,
    "pages.favicon": anyone,
    "sign_in.one_time": anyone,
    "sign_in.use_link": anyone,
    "sign_in.leave_page": signed_in,
    "sign_in.use_pass": anyone,
    "security.login": not_too_often,
    "security.logout": anyone,
    "security.verify": signed_in,
    **dict.fromkeys(("prepare.new", "prepare.create", "prepare.keep", "prepare.rehearse"), a_facilitator),
    **dict.fromkeys(("prepare.edit", "prepare.change", "prepare.open_"), its_own_facilitator),
    **dict.fromkeys(("prepare.call", "facilitate.new_links"), its_own_facilitator),
    **dict.fromkeys(("facilitate.home", "case_pages.shelf", "case_pages.read"), a_facilitator),
    **dict.fromkeys(("guides.help_page", "guides.delegates", "guides.facilitators"), anyone),
    **dict.fromkeys(("facilitate.console", "facilitate.links", "facilitate.choose_address"), its_facilitator),
    **dict.fromkeys(("facilitate.report_page", "facilitate.report_file", "own_debrief.page"), its_facilitator),
    **dict.fromkeys(("releasing.release_report", "releasing.preview_report", "facilitate.forget_session"), its_owner),
    **dict.fromkeys(("correcting.page", "correcting.correct_report"), its_owner),
    "facilitate.care": its_desk,
    "trainers.trainers_page": its_own_facilitator,
    **dict.fromkeys(("trainers.add_trainer", "trainers.remove_trainer"), its_owner),
    **dict.fromkeys(("facilitate.screen", "facilitate.screen_links"), its_screen),
    "organisation.reports": a_reviewer,
    **dict.fromkeys(("organisation.report_page", "organisation.report_file", "organisation.brief_file"), its_reviewer),
    **dict.fromkeys(("destroy.page", "destroy.act"), of_its_organisation),
    "keeping.choose": its_admin,
    "keeping.receipts": its_organisations_reviewer,
    "keeping.receipt_file": its_receipts_reviewer,
    **dict.fromkeys(("organisation.make_pool", "overview.first", "beside.choose"), a_reviewer),
    **dict.fromkeys(("beside.page", "beside.table", "overview.page", "overview.table"), its_organisations_reviewer),
    **dict.fromkeys(("overview.version", "overview.version_table"), its_organisations_reviewer),
    "organisation.pool_page": its_pools_reviewer,
}


def init_access(app: Flask) -> None:
    """Default-deny: a route that is not in the table answers nobody."""

    @app.before_request
    def enforce() -> ResponseReturnValue | None:  # pyright: ignore[reportUnusedFunction]
        if request.endpoint is None:
            return None  # no such route: Flask answers 404
        rule = RULES.get(request.endpoint)
        return abort(403) if rule is None else rule()

    @app.after_request
    def one_side_only(answer: Response) -> Response:  # pyright: ignore[reportUnusedFunction]
        """Whoever takes the desk gives an earlier seat back."""
        with suppress(Unavailable):
            seat = seat_here()
            if seat is not None and is_facilitators_browser():
                drop_seat(answer)
                leave(context(), *seat)
        return answer

    about = {"facilitates": organisation_of_facilitator, "reviews": reviewed_organisations, "test_data": test_data}
    app.jinja_env.globals |= about
