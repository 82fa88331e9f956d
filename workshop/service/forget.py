"""Forget a session: out of the live state, its log on disk, the database and its write-ahead log."""

from __future__ import annotations

from workshop.domain.days import ANYWHERE, day_in
from workshop.service.context import Context
from workshop.service.ports import Why


class Filed(Exception):
    """Its report has been released: the organisation's, not one person's to take away (service/destroy.py)."""


def forget(context: Context, session: str) -> None:
    """Delete it everywhere, and leave a receipt. The record goes first, so that nothing can bring the live state back.

    Can be repeated. Raises Filed, Unavailable.
    """
    found = context.record.session(session)
    why = Why("asked", day_in(found.zone if found else ANYWHERE, context.now()))
    if not context.record.forget(session, why):
        raise Filed(session)
    forget_live(context, session)


def forget_live(context: Context, session: str) -> None:
    """What is left of a session that the record has no more."""
    context.live.forget(session)
    context.cases.forget(session)
