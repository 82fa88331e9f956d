"""The page on which a released report is destroyed: asked for, withdrawn, confirmed."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from workshop.service.destroy import NotAsked, TooSoon, alone_from, ask, destroy, waits, withdraw
from workshop.service.ports import Release
from workshop.web.access import reviewed_organisations, user_here
from workshop.web.here import context

blueprint = Blueprint("destroy", __name__)


@blueprint.get("/organisation/reports/<release>/destroy")
def page(release: str) -> str:
    """What was asked, by whom and when, and what this account can do about it."""
    found, user = _release(release), user_here() or ""
    asked = context().record.destruction(release)
    return render_template(
        "organisation/destroy.html",
        sheet="office",
        release=found,
        asked=asked,
        who=_called(asked.asked_by) if asked else "",
        alone_from=alone_from(asked) if asked else "",
        waits=bool(asked and waits(context(), found, asked, user)),
        may_ask=_may_ask(found, user),
    )


@blueprint.post("/organisation/reports/<release>/destroy")
def act(release: str) -> ResponseReturnValue:
    """Ask, withdraw or destroy; then the page again, as it is now, or that the report is no more."""
    found, user, wanted = _release(release), user_here() or "", request.form.get("act")
    if wanted == "destroy":
        return _destroyed(found, user)
    if wanted == "ask" and _may_ask(found, user):
        ask(context(), found, user)
    elif wanted == "withdraw":
        withdraw(context(), found, user)
    else:
        abort(403 if wanted == "ask" else 400)
    return _page_again(release)


def _destroyed(found: Release, user: str) -> ResponseReturnValue:
    try:
        destroy(context(), found, user)
    except (NotAsked, TooSoon):
        return _page_again(found.id)  # it says what stands in the way
    return render_template("organisation/destroy.html", sheet="office", release=found, done=True)


def _page_again(release: str) -> ResponseReturnValue:
    return redirect(url_for("destroy.page", release=release), 303)


def _may_ask(release: Release, user: str) -> bool:
    """The session's owner, and who reads the organisation's reports. Any other account can only answer."""
    session = context().record.session(release.session)
    return release.organisation in reviewed_organisations() or bool(session and session.owner == user)


def _called(account: str) -> str:
    return next((m.email for m in context().record.memberships(account)), "")


def _release(release: str) -> Release:
    found = context().record.release(release)
    return found if found is not None else abort(404)
