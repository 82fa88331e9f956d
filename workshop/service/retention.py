"""What goes by itself: a session that nobody releases, a report whose time is over. Days are those of the room's zone.

Every worker looks every minute. Each erasure is one transaction that looks again, so two workers at once, or one that
was killed in between, erase a thing once and leave one receipt of it. A session that nobody ended is ended first.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic, sleep

import structlog

from workshop.activities.base import Whole
from workshop.activities.desks import DESKS
from workshop.domain.days import ANYWHERE, day_in, days_after, days_since
from workshop.domain.live import Head
from workshop.domain.retention import SOON, Keeping, Kind
from workshop.logs import where
from workshop.service.cases import CaseDamaged, CaseGone
from workshop.service.context import Context
from workshop.service.finish import end_session
from workshop.service.forget import forget_live
from workshop.service.ports import Due, Record, Release, SessionRecord, Unavailable, UnknownSession, Why
from workshop.service.sessions import ensure_live

BATCH = 50
"""Erased before files are tidied, and others have their turn."""
EVERY = 60.0
LOOK = 1.0
log = structlog.get_logger("retention")


@dataclass(frozen=True)
class Left:
    """Until when something is kept."""

    day: str  # ISO date on which it goes
    days: int  # until then; 0 today
    soon: bool


def left_of_session(context: Context, session: SessionRecord, keeping: Keeping | None = None) -> Left | None:
    """Of one that has ended and that nobody released. None of others. `keeping`: its organisation's, where known."""
    if session.state != "ended" or session.release:
        return None
    kept = keeping or context.record.keeping(session.organisation)
    return _left(kept, "unreleased", session.held_on, _day(context, session))


def left_of_release(context: Context, release: Release) -> Left:
    """Of a released report."""
    today = _day(context, context.record.session(release.session))
    return _left(context.record.keeping(release.organisation), "released", release.released_on, today)


def soon_to_go(context: Context, organisation: str, limit: int = BATCH) -> list[Due]:
    """An organisation's reports that go before long, the next first."""
    now, ahead = context.now(), days_after(day_in(ANYWHERE, context.now()), SOON["released"])
    found = context.record.released_due(ahead, limit, organisation)
    return sorted((due for due in found if left_of_due(due, now).soon), key=lambda due: due.day)


def left_of_due(due: Due, now: float) -> Left:
    """Of a released report as it is listed."""
    return _left(due.keeping, "released", due.day, day_in(due.zone, now))


def _left(keeping: Keeping, kind: Kind, day: str, today: str) -> Left:
    goes = keeping.goes_on(kind, day)
    days = days_since(today, goes)
    return Left(goes, days, days <= SOON[kind])


def _day(context: Context, session: SessionRecord | None) -> str:
    return day_in(session.zone if session else ANYWHERE, context.now())


# ------------------------------------------------------------ what a worker does


def keep_periods(context: Context, running: Callable[[], bool]) -> None:
    """Until `running()` is false: erase what is due, in batches, and what lies in the live store and nowhere else."""
    next_look, more, untidy = 0.0, True, False
    while running():
        if more or monotonic() >= next_look:
            next_look, more = monotonic() + EVERY, False
            try:
                if untidy:
                    context.record.tidy_deleted()
                untidy = True
                more = sweep(context)
                untidy = False
            except Unavailable:
                pass  # until the next time
            except Exception as fault:
                log.error("sweep_failed", kind=type(fault).__name__, where=where(fault))
        sleep(LOOK)


def sweep(context: Context) -> bool:
    """One batch. Whether there may be more. Raises Unavailable: the rest, or the tidying, is done the next time."""
    gone = erase_due(context.record, context.now(), BATCH)
    for session in gone:
        forget_live(context, session)
    _forget_what_has_no_record(context)
    _end_what_nobody_ended(context)
    return len(gone) >= BATCH


def erase_due(record: Record, now: float, limit: int = BATCH) -> list[str]:
    """In the record: ids of the sessions that went, `limit` at most, and as many with their reports.

    Raises Unavailable.
    """
    today, gone = day_in(ANYWHERE, now), list[str]()
    for due in _over("unreleased", record.unreleased_due(today, "ended", limit), now)[:limit]:
        if record.lapse(due.id, Why("lapse", day_in(due.zone, now))):
            gone.append(due.id)
    lapsed = len(gone)
    for due in _over("released", record.released_due(today, limit), now)[:limit]:
        if session := record.expire(due.id, Why("period", day_in(due.zone, now))):
            gone.append(session)
    if gone:
        log.warning("erased_by_period", count=len(gone), kind=f"{lapsed} lapsed, {len(gone) - lapsed} expired")
        record.tidy_deleted()
    return gone


def _over(kind: Kind, found: list[Due], now: float) -> list[Due]:
    """Those whose day has come where the room is."""
    return [due for due in found if due.keeping.goes_on(kind, due.day) <= day_in(due.zone, now)]


def _end_what_nobody_ended(context: Context) -> None:
    """One that nobody ever led out of its lobby has the day of its end, and so its time from then on."""
    now = context.now()
    for due in _over("unreleased", context.record.unreleased_due(day_in(ANYWHERE, now), "running", BATCH), now):
        with suppress(UnknownSession):
            try:
                if not _is_in_use(context, ensure_live(context, due.id, fresh=True), due):
                    end_session(context, due.id)
                    log.warning("session_ended_by_period", count=1)
            except (CaseGone, CaseDamaged):  # it can be ended no more, and its time is over all the same
                context.record.forget(due.id, Why("lapse", day_in(due.zone, now)))
                forget_live(context, due.id)


def _is_in_use(context: Context, head: Head, due: Due) -> bool:
    """It began on a later day than the record knows yet; or it never began, and somebody is at its desk."""
    if head.held_on:
        return head.held_on > due.day
    return bool(context.live.load(head, (Whole(DESKS.name),), all_counts=False).wholes[DESKS.name])


def _forget_what_has_no_record(context: Context) -> None:
    """What was forgotten from elsewhere (`workshop forget`), or by a worker that was killed in between."""
    live = context.live.sessions()
    for session in sorted(set(live) - context.record.access(live).keys()):
        forget_live(context, session)
