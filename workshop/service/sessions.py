"""Create a session, and see that a running one is there."""

from __future__ import annotations

from contextlib import suppress
from typing import Literal

from workshop.domain.live import Head
from workshop.service.context import Context
from workshop.service.drafts import keep_draft, open_draft
from workshop.service.ports import Unavailable, UnknownSession
from workshop.service.restore import revive
from workshop.service.setup import CannotCreate, Setup


def create_session(
    context: Context,
    user: str,
    organisation: str,
    scenario_id: str,
    agenda_id: str,
    k: int,
    title: str = "",
    placed_before: bool = False,
    rehearsal: bool = False,
) -> str:
    """A new session with its lobby open, its steps as the template has them. Raises CannotCreate, Unavailable."""
    return open_new(context, user, organisation, Setup(scenario_id, agenda_id, k, title), placed_before, rehearsal)


def open_new(
    context: Context, user: str, organisation: str, setup: Setup, placed_before: bool, rehearsal: bool = False
) -> str:
    """Prepared and opened in one go. Returns its id. Raises CannotCreate, Unavailable."""
    if placed_before:
        raise CannotCreate("setup.placed_before")
    session = keep_draft(context, user, organisation, setup, rehearsal=rehearsal)
    open_draft(context, session, placed_before)
    return session


def ensure_live(context: Context, session: str, fresh: bool = False) -> Head:
    """The head of a running session; rebuilt from the record when the live state is gone. Raises UnknownSession: it has
    ended or was forgotten, as the record knows; Unavailable: it was lost again before it could be read.

    Not `fresh`, a worker's copy will do, which may outlive the live state a little.
    """
    with suppress(UnknownSession):
        return context.live.head(session, fresh)
    revive(context, session)
    with suppress(UnknownSession):
        return context.live.head(session, fresh=True)
    raise Unavailable("the live store was emptied again")


def why_lost(context: Context, session: str) -> Literal["gone", "saving"]:
    """Of a session that the live store does not know: `gone` when it has ended or was forgotten. Else it was lost just
    now (a worker's copy had outlived it), and is rebuilt, or will be when that can be.
    """
    try:
        ensure_live(context, session, fresh=True)
    except UnknownSession:
        return "gone"
    except Unavailable:
        return "saving"
    return "saving"
