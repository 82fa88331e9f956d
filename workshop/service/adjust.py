"""What may still be changed of a session that was opened: its name always, its own rules while it runs, its case study
and agenda until the first card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workshop.activities.base import Change
from workshop.activities.registry import enter
from workshop.domain.case_copy import CaseCopy
from workshop.domain.live import Head
from workshop.domain.scenario import Scenario
from workshop.domain.texts import cut, tidy
from workshop.service.checkpoint import make_checkpoint
from workshop.service.context import Context
from workshop.service.drafts import case_for, listed
from workshop.service.ports import SessionRecord, UnknownSession
from workshop.service.sessions import ensure_live
from workshop.service.setup import LONGEST_TITLE, CannotCreate, Setup, agenda_of, asked_in, head_of
from workshop.service.transact import Reading, Write, transact

WORDS, EVERYTHING = frozenset({"session"}), frozenset({"*"})
"""Parts that move with a name or a rule, and with another case study."""


def rename(context: Context, session: str, title: str) -> None:
    """Call a session something else: a draft, a running one, or one whose report is not released yet.

    An empty title is the case study's. Raises CannotCreate, UnknownSession, Unavailable.
    """
    record, checkpoint = context.record.session(session), context.record.checkpoint(session)
    if record is None or checkpoint is None:
        raise UnknownSession(session)
    named = cut(tidy(title), LONGEST_TITLE) or record.scenario_title
    if record.state == "running":
        ensure_live(context, session, fresh=True)
        _change(context, session, lambda head: replace(head, title=named), WORDS)
        return
    if record.release:
        raise CannotCreate("setup.released")
    renamed = replace(checkpoint, head=replace(checkpoint.head, title=named))
    if not context.record.change_session(replace(record, title=named), record.state, renamed):
        rename(context, session, title)  # it was opened at this moment


def adjust(context: Context, session: str, setup: Setup, placed_before: bool | None) -> None:
    """Name and own rules of a running session; and, where they differ, its case study, agenda, cards and information.

    How many must have placed before anything is shown stays: people joined under it. `placed_before`: whether anybody
    who is there has placed the case before; it must be said when it is another. Raises CannotCreate, UnknownSession,
    Unavailable.
    """
    head = ensure_live(context, session, fresh=True)
    scenario, copy = case_for(context, head, setup)
    asked = head_of(replace(setup, k=head.k), scenario, copy.sha256, session)
    if _is_same(head, asked, asked_in(head, context.case_of(head)) == asked_in(asked, scenario)):
        _change(context, session, lambda now: replace(now, title=asked.title, rules=asked.rules), WORDS)
        return
    if asked.scenario != head.scenario and placed_before is None:
        raise CannotCreate("setup.say_before")
    if asked.scenario != head.scenario and placed_before:
        raise CannotCreate("setup.placed_before")
    agenda = agenda_of(setup, scenario).title
    context.record.keep_copy(copy)
    _change(
        context,
        session,
        lambda now: _begun_with(now, asked, scenario),
        EVERYTHING,
        lambda record, now: listed(record, now, scenario, agenda),
        copy,
    )
    context.record.tidy_cases()


def _is_same(head: Head, asked: Head, asks_the_same: bool) -> bool:
    """Heads of before do not say which agenda they came from."""
    return head.scenario == asked.scenario and head.agenda in ("", asked.agenda) and asks_the_same


def _begun_with(now: Head, asked: Head, scenario: Scenario) -> Head:
    """The head where it is, with what was asked for. Raises CannotCreate when the room has come too far for it."""
    if now.placings or now.talked:
        raise CannotCreate("setup.begun")
    used = {r.step for r in now.rounds.values()}
    last = max((n for n, s in enumerate(now.steps) if n == now.position or s.id in used), default=0)
    if last and _activities(now, last) != _activities(asked, last):
        raise CannotCreate("setup.otherwise")
    stays = {"title": asked.title, "rules": asked.rules, "agenda": asked.agenda, "case": asked.case}
    case = {"scenario": asked.scenario, "scenario_version": asked.scenario_version, "steps": asked.steps}
    clock = {"fit": {}, "unfit": None}  # minutes of steps that are no more
    return enter(replace(now, **stays, **case, **clock), scenario)


def _activities(head: Head, last: int) -> list[str]:
    return [s.activity for s in head.steps[: last + 1]]


def _as_titled(record: SessionRecord, head: Head) -> SessionRecord:
    return replace(record, title=head.title)


def _change(
    context: Context,
    session: str,
    changed: Callable[[Head], Head],
    parts: frozenset[str],
    list_as: Callable[[SessionRecord, Head], SessionRecord] = _as_titled,
    copy: CaseCopy | None = None,
) -> None:
    """The room first, which may refuse; then the record, as the room is now."""

    def decide(reading: Reading) -> Write:
        if reading.head.state == "ended":
            raise CannotCreate("setup.over")
        return Write(reading.load(), Change(head=changed(reading.head), parts=parts))

    transact(context.live, session, decide)
    checkpoint, record = make_checkpoint(context, session), context.record.session(session)
    if record is not None:
        context.record.change_session(list_as(record, checkpoint.head), "running", checkpoint, copy)
