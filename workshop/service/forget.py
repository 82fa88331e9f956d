"""Forget a session: out of the live state, its log on disk, the database and its write-ahead log. Its release too."""

from __future__ import annotations

from workshop.service.context import Context


def forget(context: Context, session: str) -> None:
    """Delete it everywhere. The record goes first, so that nothing can bring the live state back. Can be repeated."""
    context.record.forget(session)
    context.live.forget(session)
    context.cases.forget(session)
