"""Who is signed in here, and what that account may do where."""

from __future__ import annotations

from flask import g
from flask_security import current_user

from workshop.service.ports import Member
from workshop.web.here import context
from workshop.web.sign_ins import is_over, sign_in_here


def user_here() -> str | None:
    """The signed-in account's id, or None. A sign-in that was ended is none, whoever holds its cookie."""
    if not current_user.is_authenticated:
        return None
    if "sign_in_over" not in g:
        g.sign_in_over = is_over(context(), sign_in_here())
    return None if g.sign_in_over else str(current_user.id)


def memberships() -> list[Member]:
    """What the signed-in account may do, organisation by organisation; read once a request."""
    user = user_here()
    if g.get("whose") != user:
        g.whose, g.memberships = user, context().record.memberships(user) if user else []
    return g.get("memberships", [])


def organisation_of_facilitator() -> Member | None:
    """The organisation for which the signed-in account runs sessions."""
    return next((m for m in memberships() if "facilitator" in m.roles), None)


def reviewed_organisations() -> list[str]:
    """The organisations whose released reports the signed-in account may read."""
    return [m.organisation for m in memberships() if m.roles & {"reviewer", "admin"}]


def test_data() -> list[str]:
    """Names of the account's organisations all of whose data are invented."""
    return [m.organisation_name for m in memberships() if m.test]
