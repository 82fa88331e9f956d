"""Who may open a socket, and who may keep it: the same rules as for pages, asked again as long as it is open."""

from __future__ import annotations

from contextlib import suppress

from workshop.activities.base import Role
from workshop.service.context import Context
from workshop.service.join import given_up
from workshop.service.ports import Unavailable, UnknownSession
from workshop.web.access import delegate_here, facilitator_here, screen_here
from workshop.web.cookies import held_here, pass_here
from workshop.web.here import context
from workshop.web.sign_ins import is_over, sign_in_here

PASS = "pass"  # noqa: S105 - the word for it, no password


def delegate_comes() -> tuple[str, str] | None:
    """(session, token) of this phone's seat; None when it has none, or gave it up."""
    held = held_here() if delegate_here() else None
    with suppress(UnknownSession, Unavailable):  # what comes after asks again, and says so
        if held and given_up(context(), held):
            return None
    return (held.session, held.token) if held else None


def facilitator_comes(session: str) -> str | None:
    """By what this browser may run a session: `<account> <sign-in>`, `pass <links> <until>`, or None."""
    return _as_what(facilitator_here(session))


def screen_comes(session: str) -> str | None:
    """The same for its screen."""
    return _as_what(screen_here(session))


def may_stay(context: Context, session: str, role: Role, came: str) -> bool:
    """Whether a socket that came in so may stay. A pass ends with its day, or when links are called back. May raise."""
    record = context.record.session(session)
    if record is None:
        return False
    if role == "delegate":
        return True
    user, _, sign_in = came.partition(" ")
    if user == PASS:
        links, _, until = sign_in.partition(" ")
        return links == record.links and context.now() < int(until)
    works_there = any(
        m.organisation == record.organisation and "facilitator" in m.roles for m in context.record.memberships(user)
    )
    return works_there and user in context.record.facilitators(session) and not is_over(context, sign_in)


def _as_what(found: str | None) -> str | None:
    if found != PASS:
        return found and f"{found} {sign_in_here()}"
    given = pass_here()
    return f"{PASS} {given.links} {given.until}" if given else None
