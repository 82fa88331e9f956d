"""Who may see what was released to an organisation, what became of it, and for how long it is kept."""

from __future__ import annotations

import re

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from workshop.service.ports import Release
from workshop.web.here import context
from workshop.web.user import memberships, reviewed_organisations, user_here

ID = re.compile(r"[A-Za-z0-9_-]{1,24}")


def named(name: str) -> str:
    """What the path of this request names."""
    return str((request.view_args or {}).get(name, ""))


def not_there() -> ResponseReturnValue:
    """Somebody else's is not there: a refusal would tell that it is."""
    return sign_in_first() if user_here() is None and request.method == "GET" else abort(404)


def sign_in_first() -> ResponseReturnValue:
    """And then back to where they wanted to go."""
    wanted = request.path if request.method == "GET" else None
    return redirect(url_for("security.login", next=wanted))


def _release(release: str) -> Release | None:
    return context().record.release(release) if ID.fullmatch(release) else None


def a_reviewer() -> ResponseReturnValue | None:
    if user_here() is None:
        return sign_in_first()
    return None if reviewed_organisations() else abort(403)


def its_reviewer() -> ResponseReturnValue | None:
    release = _release(named("release"))
    return None if release and release.organisation in reviewed_organisations() else not_there()


def of_its_organisation() -> ResponseReturnValue | None:
    """Any account of the organisation that a report was released to: a second one is needed to destroy it."""
    release = _release(named("release"))
    return None if release and release.organisation in [m.organisation for m in memberships()] else not_there()


def its_pools_reviewer() -> ResponseReturnValue | None:
    wanted = named("pool")
    pool = context().record.pool(wanted) if ID.fullmatch(wanted) else None
    return None if pool and pool.organisation in reviewed_organisations() else not_there()


def its_admin() -> ResponseReturnValue | None:
    wanted = named("organisation")
    may = any(m.organisation == wanted and "admin" in m.roles for m in memberships())
    return None if may else not_there()


def its_organisations_reviewer() -> ResponseReturnValue | None:
    return None if named("organisation") in reviewed_organisations() else not_there()


def its_receipts_reviewer() -> ResponseReturnValue | None:
    wanted = named("receipt")
    receipt = context().record.receipt(wanted) if ID.fullmatch(wanted) else None
    return None if receipt and receipt.organisation in reviewed_organisations() else not_there()
