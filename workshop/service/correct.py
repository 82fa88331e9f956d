"""Correct a released report: its texts, and nothing else. The second one takes the place of the first.

Of the first one the bytes are erased and the hashes stay. What may be corrected is what the record still has: the texts
that left. Which of them changed is told nowhere, and the figures of both are compared before it goes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import structlog

from workshop.domain.days import day_in
from workshop.outputs.figures_stay import figures_of, with_figures
from workshop.outputs.formats import FORMATS
from workshop.outputs.leaving import TOLD, key_of
from workshop.outputs.model_front import TOLD_BY
from workshop.service.context import Context
from workshop.service.document import document, texts
from workshop.service.ports import Release, SessionRecord
from workshop.service.report import (
    CONFIRMED,
    DATA,
    Rehearsed,
    Unconfirmed,
    check_read,
    figures_for,
    for_release,
    frozen,
    made_of,
)
from workshop.service.wordings import Wordings

log = structlog.get_logger("reports")


class NotReleased(Exception):
    """Nothing of it was released: there is nothing to correct."""


class Superseded(Exception):
    """It is another one by now: it was corrected, or destroyed, meanwhile."""


class Unchanged(Exception):
    """Every text is to stay as it is."""


class FiguresChange(Exception):
    """With these answers, or with this version of the program, the report would tell other figures."""


@dataclass(frozen=True)
class Correcting:
    """What a facilitator needs for it. `of`: which report it is, `told`: what the facilitator told in it."""

    of: str
    told: Mapping[str, str]
    with_figures: frozenset[str]
    """Keys of texts that can be put in other words and not struck: a figure stands beside them."""


def correcting(context: Context, session: str) -> Correcting:
    """Raises KeyError, NotReleased, Rehearsed, Damaged."""
    _, before = _released(context, session)
    kept = context.record.checkpoint(session)
    told = kept.collections.get(TOLD, {}) if kept else {}
    try:
        counted = with_figures(frozen(before, DATA), kept.collections if kept else {})
    except ValueError:
        counted = frozenset[tuple[str, str]]()
    said = {name: str(told.get(name, {}).get("text", "")) for name in TOLD_BY}
    return Correcting(before.digests[DATA], said, frozenset(key_of(kind, text) for kind, text in counted))


def correct(
    context: Context,
    session: str,
    of: str,
    keep: Collection[str] = (),
    strike: Collection[str] = (),
    own: Wordings | None = None,
    confirmed: Collection[str] = CONFIRMED,
    account: str = "",
) -> Release:
    """Put the report as these answers make it in the place of the one whose data have the SHA-256 `of`.

    Answers are those of a release (`service/report.py`). Raises KeyError, NotReady, NotReleased, CaseGone, Damaged,
    Rehearsed, Unconfirmed, Unread, Unworded, Unchanged, FiguresChange, Superseded.
    """
    record, before = _released(context, session)
    if of != before.digests[DATA]:
        raise Superseded(session)
    if set(confirmed) != set(CONFIRMED):
        raise Unconfirmed(session)
    own, asked = own or Wordings(), texts(context, session)
    check_read({t.key for t in asked}, set(keep), set(strike), set(own.texts))
    own.check(asked)
    if not strike and not own.texts and dict(own.told) == _told(correcting(context, session)):
        raise Unchanged(session)
    output, left = document(context, session, frozenset(strike), own)
    if not _same_figures(frozen(before, DATA), FORMATS[DATA].render(output, context.words)):
        raise FiguresChange(session)
    made = replace(made_of(context, record, output), id=before.id, released_on=before.released_on)
    today = day_in(record.zone, context.now())
    if not context.record.correct_release(made, before.digests, left.collections, figures_for(made), today):
        raise Superseded(session)
    log.info("report_corrected", name=made.id, account=account)
    return made


def _same_figures(before: bytes, after: bytes) -> bool:
    try:
        return figures_of(before) == figures_of(after)
    except ValueError:  # released by a version that wrote its data otherwise
        return False


def _told(found: Correcting) -> dict[str, str]:
    return {name: text for name, text in found.told.items() if text}


def _released(context: Context, session: str) -> tuple[SessionRecord, Release]:
    record = context.record.session(session)
    if record is None:
        raise KeyError(session)
    before = context.record.release(record.release) if record.release else None
    if before is None:
        raise NotReleased(session)
    if not for_release(context, record):
        raise Rehearsed(session)
    return record, before
