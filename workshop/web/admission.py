"""Who may open a socket, and who may keep it: the same rules as for pages, asked again as long as it is open."""

from __future__ import annotations

from workshop.activities.base import Role
from workshop.service.house import House
from workshop.web.access import facilitator_here, screen_here
from workshop.web.sign_ins import is_over, sign_in_here

PASS = "pass"  # noqa: S105 - the word for it, no password


def facilitator_comes(session: str) -> str | None:
    """By what this browser may run a session: `<account> <sign-in>`, or `pass`; None when it may not."""
    return _as_what(facilitator_here(session))


def screen_comes(session: str) -> str | None:
    """The same for its screen."""
    return _as_what(screen_here(session))


def may_stay(house: House, session: str, role: Role, came: str) -> bool:
    """Whether a socket that came in so may stay. A pass lasts as long as the session is remembered. May raise."""
    record = house.record.session(session)
    if record is None:
        return False
    if role == "delegate" or came == PASS:
        return True
    user, _, sign_in = came.partition(" ")
    works_there = any(
        m.organisation == record.organisation and "facilitator" in m.roles for m in house.record.memberships(user)
    )
    return works_there and user in house.record.facilitators(session) and not is_over(house, sign_in)


def _as_what(found: str | None) -> str | None:
    return found if found is None or found == PASS else f"{found} {sign_in_here()}"
