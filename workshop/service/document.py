"""The report as it would leave: made from the record through the one door, with the facilitator's answers so far."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from workshop.activities.registry import told
from workshop.domain.checkpoint import Checkpoint
from workshop.domain.disclosure import withhold
from workshop.outputs.anonymise import anonymise
from workshop.outputs.formats import FORMATS
from workshop.outputs.formats.pointed import pointed
from workshop.outputs.leaving import Leaving, leaving
from workshop.outputs.model import AnonymisedSession, Facts
from workshop.service.cases import Pinned
from workshop.service.context import Context
from workshop.service.ports import SessionRecord
from workshop.service.wordings import Wordings


class NotReady(Exception):
    """The report is made when the session has ended."""


def anonymised(
    context: Context, session: str, struck: Collection[str] = (), own: Wordings | None = None
) -> AnonymisedSession:
    """What may leave an ended session, without the texts of these keys, and with the facilitator's own words.

    Raises KeyError, NotReady, CaseGone.
    """
    return document(context, session, struck, own or Wordings())[0]


def document(
    context: Context, session: str, struck: Collection[str], own: Wordings
) -> tuple[AnonymisedSession, Checkpoint]:
    """The same, and what is left of what was written, as the record has it from the release on.

    Of a session that was released it is a correction: under the title that was released, and it says what it is.
    """
    record, kept = _ended(context, session)
    case = context.cases.of(context.record, context.scenarios, kept.head)
    rounds = context.record.rounds(session)
    more = [t for r in rounds if (t := told(r))]
    facts, kept = own.applied(_facts(context, record, case), kept, struck)
    return anonymise(facts, case.scenario, rounds, kept, context.words, more), kept


def preview(context: Context, session: str, struck: Collection[str], own: Wordings, at: str = "") -> bytes:
    """The page as it would leave with these answers, so far as there are any; the text of the key `at` is pointed at.

    Raises KeyError, NotReady, CaseGone.
    """
    output = anonymised(context, session, struck, own)
    page = context.aside(partial(FORMATS["html"].render, output, context.words))
    first = next((text.text for text in texts(context, session) if text.key == at), "")
    return pointed(page, own.texts.get(at) or first)


def texts(context: Context, session: str) -> tuple[Leaving, ...]:
    """Every text that would leave with the report, to be read before. Raises KeyError, NotReady, CaseGone."""
    record, kept = _ended(context, session)
    return leaving(_facts(context, record, context.cases.of(context.record, context.scenarios, kept.head)), kept)


def _ended(context: Context, session: str) -> tuple[SessionRecord, Checkpoint]:
    record, kept = context.record.session(session), context.record.checkpoint(session)
    if record is None or kept is None:
        raise KeyError(session)
    if record.state != "ended":
        raise NotReady(session)
    return record, kept


def _facts(context: Context, record: SessionRecord, case: Pinned) -> Facts:
    released = context.record.release(record.release) if record.release else None
    return Facts(
        title=released.title if released else record.title,
        scenario=case.scenario.id,
        scenario_title=case.scenario.title,
        scenario_version=case.scenario.version,
        agenda=record.agenda,
        held_on=record.held_on,
        k=record.k,
        delegates=withhold(record.delegates, record.k),
        reviewed=bool(case.scenario.reviewed_by),
        scenario_sha256=case.sha256,
        rehearsal=record.rehearsal,
        corrected=released is not None,
    )
