"""Create a session, find one by its code, and see that a running one is there."""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import replace
from typing import Literal

from workshop.activities.registry import BY_NAME, enter
from workshop.domain.case_copy import copy_of
from workshop.domain.checkpoint import Checkpoint
from workshop.domain.days import day_in
from workshop.domain.live import Head, Step
from workshop.domain.scenario import AgendaTemplate, Scenario
from workshop.domain.texts import cut, tidy
from workshop.service.context import Context
from workshop.service.ports import SessionRecord, Unavailable, UnknownSession
from workshop.service.restore import revive

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXY"
"""31 symbols without 0 O 1 I Z: 8 of them are 39.6 bits, and can be read out loud, four and four."""
CODE_LENGTH = 8
CODE_LENGTHS = (6, CODE_LENGTH)
"""Sessions that began before codes had eight symbols keep their six."""
LEAST_K, MOST_K = 5, 20
LONGEST_TITLE = 80


class CannotCreate(ValueError):
    """The session cannot be made. `why`: the id of the sentence that says so, with its `values`."""

    def __init__(self, why: str, **values: int) -> None:
        super().__init__(why)
        self.why, self.values = why, values


def create_session(
    context: Context,
    user: str,
    organisation: str,
    scenario_id: str,
    agenda_id: str,
    k: int,
    title: str = "",
    placed_before: bool = False,
    rehearsal: bool = False,
) -> str:
    """A new session with its lobby open. Returns its id. Raises CannotCreate, Unavailable.

    `rehearsal`: its people are invented. That is in the record from the beginning, and is not taken back.

    `placed_before`: whether anybody who will be there has placed this case before; then it cannot be this case.
    """
    if placed_before:
        raise CannotCreate("setup.placed_before")
    scenario = _scenario(context, scenario_id)
    agenda = next((a for a in scenario.agendas if a.id == agenda_id), None)
    if agenda is None:
        raise CannotCreate("setup.no_agenda")
    if not LEAST_K <= k <= MOST_K:
        raise CannotCreate("setup.few", least=LEAST_K, most=MOST_K)
    head = _first_head(context, scenario, agenda, k, title)
    record = replace(_record(context, head, scenario, agenda, user, organisation), rehearsal=rehearsal)
    context.record.add_session(record, (user,), Checkpoint(head), copy_of(scenario))
    context.live.create(head, {}, {})
    return head.session


def _record(
    context: Context, head: Head, scenario: Scenario, agenda: AgendaTemplate, owner: str, organisation: str
) -> SessionRecord:
    return SessionRecord(
        id=head.session,
        organisation=organisation,
        owner=owner,
        title=head.title,
        code=head.code,
        scenario=scenario.id,
        scenario_version=scenario.version,
        scenario_title=scenario.title,
        agenda=agenda.title,
        k=head.k,
        state="running",
        held_on=day_in(head.zone, context.now()),
        delegates=None,
        release=None,
        links=context.new_id(),
        zone=head.zone,
    )


def _scenario(context: Context, scenario_id: str) -> Scenario:
    try:
        return context.scenarios.get(scenario_id)
    except KeyError as unknown:
        raise CannotCreate("setup.gone") from unknown


def _first_head(context: Context, scenario: Scenario, agenda: AgendaTemplate, k: int, title: str) -> Head:
    steps = tuple(
        Step(f"s{n}", t.activity, t.title, t.minutes, _settings(t.activity, dict(t.settings)))
        for n, t in enumerate(agenda.steps, 1)
    )
    head = Head(
        session=context.new_id(),
        code=_free_code(context),
        title=cut(tidy(title), LONGEST_TITLE) or scenario.title,
        scenario=scenario.id,
        scenario_version=scenario.version,
        k=k,
        steps=steps,
        zone=context.settings.zone,
    )
    return enter(head, scenario)


def _settings(activity: str, settings: dict[str, object]) -> dict[str, object]:
    """A step's settings as its activity understands them; a fault here is a fault of the agenda template."""
    return BY_NAME[activity].settings.model_validate(settings).model_dump(exclude_none=True)


def _free_code(context: Context) -> str:
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        if session_of_code(context, code) is None:
            return code


def tidied(text: str) -> str:
    """A code as it is kept, however it was typed, spoken or pasted: small letters, spaces, dashes, the whole link."""
    return "".join(c for c in text.rpartition("#")[2].upper() if c.isascii() and c.isalnum())


def session_of_code(context: Context, code: str) -> str | None:
    """The running session that answers to a join code. Raises Unavailable.

    A live store that was wiped knows no code; nobody need be here for the record to know it still.
    """
    found = context.live.find_code(code)
    if found is None and len(code) in CODE_LENGTHS and set(code) <= set(ALPHABET):
        found = context.record.session_of_code(code)
    return found


def ensure_live(context: Context, session: str, fresh: bool = False) -> Head:
    """The head of a running session; rebuilt from the record when the live state is gone. Raises UnknownSession: it has
    ended or was forgotten, as the record knows; Unavailable: it was lost again before it could be read.

    Not `fresh`, a worker's copy will do, which may outlive the live state a little.
    """
    with suppress(UnknownSession):
        return context.live.head(session, fresh)
    revive(context, session)
    with suppress(UnknownSession):
        return context.live.head(session, fresh=True)
    raise Unavailable("the live store was emptied again")


def why_lost(context: Context, session: str) -> Literal["gone", "saving"]:
    """Of a session that the live store does not know: `gone` when it has ended or was forgotten. Else it was lost just
    now (a worker's copy had outlived it), and is rebuilt, or will be when that can be.
    """
    try:
        ensure_live(context, session, fresh=True)
    except UnknownSession:
        return "gone"
    except Unavailable:
        return "saving"
    return "saving"
