"""Destroy a released report, with its session: by two accounts of its organisation, or by one that waits seven days.

Somebody asks; the request stands in the record, for everybody to see, until it is withdrawn or done. A second account
confirms it at once; without one it can be done from the seventh day on. Days are those of the session's zone.
"""

from __future__ import annotations

import structlog

from workshop.domain.days import ANYWHERE, day_in, days_after
from workshop.service.context import Context
from workshop.service.forget import forget_live
from workshop.service.ports import Destruction, Release, Why

WAIT = 7
"""Days from the request."""
log = structlog.get_logger("reports")


class NotAsked(Exception):
    """Nobody has asked for it, or not any more."""


class TooSoon(Exception):
    """Whoever asked cannot be the one who confirms; alone it can be done `from_day` on."""

    def __init__(self, from_day: str) -> None:
        super().__init__(from_day)
        self.from_day = from_day


def ask(context: Context, release: Release, account: str) -> None:
    """Ask for it. A request that stands already stays as it is."""
    asked = Destruction(release.id, account, _today(context, release))
    context.record.ask_destruction(asked)
    if context.record.destruction(release.id) == asked:
        log.info("report_destruction_asked", name=release.id, account=account)


def withdraw(context: Context, release: Release, account: str) -> None:
    """Whoever it was that asked: the report stays."""
    if context.record.withdraw_destruction(release.id):
        log.info("report_destruction_withdrawn", name=release.id, account=account)


def alone_from(asked: Destruction) -> str:
    """The day from which on no second account is needed (ISO 8601)."""
    return days_after(asked.asked_on, WAIT)


def waits(context: Context, release: Release, asked: Destruction, account: str) -> bool:
    """Whether this account has to wait still."""
    return asked.asked_by == account and _today(context, release) < alone_from(asked)


def destroy(context: Context, release: Release, account: str) -> None:
    """Delete it everywhere. Can be repeated. Raises NotAsked, TooSoon, Unavailable."""
    asked = context.record.destruction(release.id)
    if asked is None:
        raise NotAsked(release.id)
    if waits(context, release, asked, account):
        raise TooSoon(alone_from(asked))
    alone = asked.asked_by == account
    if not context.record.destroy(asked, Why("alone" if alone else "two", _today(context, release))):
        raise NotAsked(release.id)
    forget_live(context, release.session)
    log.warning("report_destroyed", name=release.id, account=account, kind="alone" if alone else "two_accounts")


def _today(context: Context, release: Release) -> str:
    """Where the session was; in UTC, when only its report is left."""
    session = context.record.session(release.session)
    return day_in(session.zone if session else ANYWHERE, context.now())
