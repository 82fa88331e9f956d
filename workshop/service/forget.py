"""Forget a session: out of the live state, its log on disk, the database and its write-ahead log. Its release too."""

from __future__ import annotations

from workshop.service.house import House


def forget(house: House, session: str) -> None:
    """Delete it everywhere. The record goes first, so that nothing can bring the live state back. Can be repeated."""
    house.record.forget(session)
    house.live.forget(session)
    house.cases.forget(session)
