"""Who may open a socket, and who may keep it: the same rules as for pages, asked again as long as it is open."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress

from workshop.service.context import Context
from workshop.service.join import given_up
from workshop.service.ports import Access, Unavailable, UnknownSession
from workshop.web.access import CARE, delegate_here, desk_here, screen_here
from workshop.web.cookies import held_here, pass_here
from workshop.web.here import context
from workshop.web.sign_ins import have_ended, sign_in_here

Comer = tuple[str, str]
"""A session, and what somebody came into it as: what `facilitator_comes` and `screen_comes` give; "" of a phone."""
PASS = "pass"  # noqa: S105 - the word for it, no password
PASSES = (PASS, CARE)


def delegate_comes() -> tuple[str, str] | None:
    """(session, token) of this phone's seat; None when it has none, or gave it up."""
    held = held_here() if delegate_here() else None
    with suppress(UnknownSession, Unavailable):  # what comes after asks again, and says so
        if held and given_up(context(), held):
            return None
    return (held.session, held.token) if held else None


def facilitator_comes(session: str) -> str | None:
    """By what this browser may sit at a desk: `<account> <sign-in>`, `pass <links> <until>`, `care …`, or None."""
    return _as_what(desk_here(session))


def screen_comes(session: str) -> str | None:
    """The same for its screen."""
    return _as_what(screen_here(session))


def who_may_stay(context: Context, comers: Collection[Comer]) -> set[Comer]:
    """Of all who came in, those who may stay; of phones ("" each) whether their session is there. Two questions in all.

    A pass ends with its day, or when links are called back. Raises Unavailable.
    """
    access = context.record.access({session for session, _ in comers})
    here = {comer for comer in comers if comer[0] in access and _may(context, access[comer[0]], comer[1])}
    ended = have_ended(context, {_sign_in(came) for _, came in here if _sign_in(came)})
    return {(session, came) for session, came in here if _sign_in(came) not in ended}


def _may(context: Context, access: Access, came: str) -> bool:
    """As far as the record knows."""
    user, _, rest = came.partition(" ")
    if user in PASSES:
        links, _, until = rest.partition(" ")
        return links == access.links and context.now() < int(until)
    return not came or (user in access.facilitators and bool(rest))


def _sign_in(came: str) -> str:
    """By which an account is here; "" of a phone or a pass."""
    user, _, sign_in = came.partition(" ")
    return "" if user in PASSES else sign_in


def _as_what(found: str | None) -> str | None:
    if found not in PASSES:
        return found and f"{found} {sign_in_here()}"
    given = pass_here()
    return f"{found} {given.links} {given.until}" if given else None
