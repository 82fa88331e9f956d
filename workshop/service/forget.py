"""Forget a session: out of the live state, its log on disk, the database and its write-ahead log."""

from __future__ import annotations

from workshop.service.context import Context


class Filed(Exception):
    """Its report has been released: the organisation's, not one person's to take away (service/destroy.py)."""


def forget(context: Context, session: str) -> None:
    """Delete it everywhere. The record goes first, so that nothing can bring the live state back. Can be repeated.

    Raises Filed, Unavailable.
    """
    if not context.record.forget(session):
        raise Filed(session)
    forget_live(context, session)


def forget_live(context: Context, session: str) -> None:
    """What is left of a session that the record has no more."""
    context.live.forget(session)
    context.cases.forget(session)
