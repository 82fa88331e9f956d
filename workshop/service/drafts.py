"""Drafts: a session that is prepared and not open. Opening one is the only way in which a session begins.

A draft is a session of the record like any other, with its checkpoint and its copy of the case study; it has no code,
no live state and no link, so it costs nothing, outlives restarts, and is forgotten as every session is. Only this is
different: while it is a draft, everything about it may be chosen anew.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workshop.domain.case_copy import CaseCopy, copy_of
from workshop.domain.checkpoint import Checkpoint
from workshop.domain.days import day_in
from workshop.domain.live import Head
from workshop.domain.scenario import Scenario
from workshop.service.context import Context
from workshop.service.join_codes import free_code
from workshop.service.ports import SessionRecord, UnknownSession
from workshop.service.setup import CannotCreate, Setup, agenda_of, head_of


def today(context: Context, zone: str = "") -> str:
    """ISO date in a zone; "" for where rooms usually are."""
    return day_in(zone or context.settings.zone, context.now())


def keep_draft(
    context: Context, user: str, organisation: str, setup: Setup, day: str = "", rehearsal: bool = False
) -> str:
    """A new draft for a day (ISO; "" = today). Returns its id. Raises CannotCreate, Unavailable.

    `rehearsal`: its people are invented. That is in the record from the beginning, and is not taken back; in an
    organisation of test data it is always so.
    """
    session = context.new_id()
    scenario, copy = on_the_shelf(context, setup.scenario)
    setup = replace(setup, zone=setup.zone or context.settings.zone)
    head = head_of(setup, scenario, copy.sha256, session)
    made = SessionRecord(
        id=session,
        organisation=organisation,
        owner=user,
        title=head.title,
        code="",
        scenario=scenario.id,
        scenario_version=scenario.version,
        scenario_title=scenario.title,
        agenda=agenda_of(setup, scenario).title,
        k=head.k,
        state="draft",
        held_on=_day(context, day, head),
        delegates=None,
        release=None,
        links=context.new_id(),
        zone=head.zone,
        rehearsal=rehearsal or context.record.is_test(organisation),
    )
    context.record.add_session(made, (user,), Checkpoint(head), copy)
    return session


def change_draft(context: Context, session: str, setup: Setup, day: str) -> None:
    """Everything anew. The case study stays the copy that the draft has, unless another one is chosen.

    Raises CannotCreate, UnknownSession, Unavailable.
    """
    record, before = draft(context, session)
    scenario, copy = case_for(context, before, setup)
    setup = replace(setup, zone=setup.zone or before.zone)
    head = head_of(setup, scenario, copy.sha256, session)
    changed = listed(record, head, scenario, agenda_of(setup, scenario).title)
    _change(context, replace(changed, held_on=_day(context, day, head)), Checkpoint(head), copy)
    if head.case != before.case:
        context.record.tidy_cases()


def open_draft(context: Context, session: str, placed_before: bool) -> None:
    """Open its lobby, today. Again, or by another worker at the same time, is harmless.

    `placed_before`: whether anybody who will be there has placed this case before; then it cannot be this case.
    Raises CannotCreate, UnknownSession, Unavailable.
    """
    if placed_before:
        raise CannotCreate("setup.placed_before")
    record, head = draft(context, session)
    head = replace(head, code=free_code(context), rehearsal=record.rehearsal)
    opened = replace(record, state="running", code=head.code, held_on=today(context, head.zone))
    _change(context, opened, Checkpoint(head))
    context.live.create(head, {}, {})


def draft(context: Context, session: str) -> tuple[SessionRecord, Head]:
    """A draft as it stands. Raises UnknownSession, and CannotCreate when it has been opened."""
    record, checkpoint = context.record.session(session), context.record.checkpoint(session)
    if record is None or checkpoint is None:
        raise UnknownSession(session)
    if record.state != "draft":
        raise CannotCreate("setup.opened")
    return record, checkpoint.head


def listed(record: SessionRecord, head: Head, scenario: Scenario, agenda: str) -> SessionRecord:
    """How a session is listed that has this head now."""
    return replace(
        record,
        title=head.title,
        scenario=scenario.id,
        scenario_version=scenario.version,
        scenario_title=scenario.title,
        agenda=agenda,
        k=head.k,
        zone=head.zone,
    )


def on_the_shelf(context: Context, scenario: str) -> tuple[Scenario, CaseCopy]:
    """A case study as it is there now, and its copy. Raises CannotCreate."""
    try:
        found = context.scenarios.get(scenario)
    except KeyError as unknown:
        raise CannotCreate("setup.gone") from unknown
    return found, copy_of(found)


def case_for(context: Context, head: Head, setup: Setup) -> tuple[Scenario, CaseCopy]:
    """The session's own copy while the case study is the same one, else what is on the shelf. Raises CannotCreate."""
    if setup.scenario != head.scenario:
        return on_the_shelf(context, setup.scenario)
    own = context.record.case_copy(head.case) or context.record.pinned_case(head.session)
    return on_the_shelf(context, setup.scenario) if own is None else (context.case_of(head), own)


def _change(context: Context, record: SessionRecord, checkpoint: Checkpoint, case: CaseCopy | None = None) -> None:
    if not context.record.change_session(record, "draft", checkpoint, case):
        raise CannotCreate("setup.opened")


def _day(context: Context, day: str, head: Head) -> str:
    try:
        return date.fromisoformat(day).isoformat() if day else today(context, head.zone)
    except ValueError as wrong:
        raise CannotCreate("setup.day") from wrong
