"""Create a session, and bring a running one back when the live state is gone."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

from workshop.activities.base import Slice
from workshop.activities.codec import result_to_slice
from workshop.activities.registry import BY_NAME, enter
from workshop.domain.checkpoint import Checkpoint
from workshop.domain.live import Head, Step
from workshop.domain.results import AnswersResult, RoundResult
from workshop.domain.scenario import AgendaTemplate, Scenario
from workshop.service.checkpoint import SUPPORT
from workshop.service.close_round import finish_closing
from workshop.service.house import House
from workshop.service.ports import SessionRecord, Unavailable, UnknownSession

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXY"
"""31 symbols without 0 O 1 I Z: 6 of them are 29.7 bits, and can be read out loud."""
CODE_LENGTH = 6
LEAST_K, MOST_K = 5, 20


class CannotCreate(ValueError):
    """The session cannot be made; the message says why in a sentence."""


def create_session(
    house: House, user: str, organisation: str, scenario_id: str, agenda_id: str, k: int, title: str = ""
) -> str:
    """A new session with its lobby open. Returns its id. Raises CannotCreate, Unavailable."""
    scenario = _scenario(house, scenario_id)
    agenda = next((a for a in scenario.agendas if a.id == agenda_id), None)
    if agenda is None:
        raise CannotCreate("Choose one of this case study's agendas.")
    if not LEAST_K <= k <= MOST_K:
        raise CannotCreate(f"Nothing can be shown below {LEAST_K} people; choose {LEAST_K} to {MOST_K}.")
    head = _first_head(house, scenario, agenda, k, title)
    record = SessionRecord(
        id=head.session,
        organisation=organisation,
        owner=user,
        title=head.title,
        code=head.code,
        scenario=scenario.id,
        scenario_version=scenario.version,
        scenario_title=scenario.title,
        agenda=agenda.title,
        k=k,
        state="running",
        held_on=datetime.now(UTC).date().isoformat(),
        delegates=None,
        release=None,
    )
    house.record.add_session(record, (user,), Checkpoint(head))
    house.live.create(head, {}, {})
    return head.session


def _scenario(house: House, scenario_id: str) -> Scenario:
    try:
        return house.scenarios.get(scenario_id)
    except KeyError as unknown:
        raise CannotCreate("There is no such case study.") from unknown


def _first_head(house: House, scenario: Scenario, agenda: AgendaTemplate, k: int, title: str) -> Head:
    steps = tuple(
        Step(f"s{n}", t.activity, t.title, t.minutes, _settings(t.activity, dict(t.settings)))
        for n, t in enumerate(agenda.steps, 1)
    )
    head = Head(
        session=house.new_id(),
        code=_free_code(house),
        title=title.strip()[:80] or scenario.title,
        scenario=scenario.id,
        scenario_version=scenario.version,
        k=k,
        steps=steps,
    )
    return enter(head, scenario)


def _settings(activity: str, settings: dict[str, object]) -> dict[str, object]:
    """A step's settings as its activity understands them; a fault here is a fault of the agenda template."""
    return BY_NAME[activity].settings.model_validate(settings).model_dump(exclude_none=True)


def _free_code(house: House) -> str:
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        if session_of_code(house, code) is None:
            return code


def session_of_code(house: House, code: str) -> str | None:
    """The running session that answers to a join code. Raises Unavailable.

    A live store that was wiped knows no code; nobody need be here for the record to know it still.
    """
    found = house.live.find_code(code)
    if found is None and len(code) == CODE_LENGTH and set(code) <= set(ALPHABET):
        found = house.record.session_of_code(code)
    return found


def ensure_live(house: House, session: str, fresh: bool = False) -> Head:
    """The head of a running session; rebuilt from the record when the live state is gone. Raises UnknownSession.

    Not `fresh`, a worker's copy will do, which may outlive the live state a little.
    """
    try:
        return house.live.head(session, fresh)
    except UnknownSession:
        return revive(house, session)


def revive(house: House, session: str) -> Head:
    """Rebuild the live state from the last checkpoint and the closed rounds, under a new epoch."""
    listed, checkpoint = house.record.session(session), house.record.checkpoint(session)
    if listed is None or listed.state != "running" or checkpoint is None:
        raise UnknownSession(session)
    recorded = {r.round: r for r in house.record.rounds(session)}
    results: dict[str, Slice] = {round_id: result_to_slice(r) for round_id, r in recorded.items()}
    counts = {f"{SUPPORT}{note}": n for note, n in checkpoint.support.items()}
    counts |= {c: len(checkpoint.collections.get(c, {})) for c in ("notes", "links", "actions")}
    counts["questions"] = sum(q["state"] != "hidden" for q in checkpoint.collections.get("questions", {}).values())
    house.live.create(_as_recorded(checkpoint.head, recorded), {**checkpoint.collections, "results": results}, counts)
    return house.live.head(session, fresh=True)


def _as_recorded(head: Head, recorded: Mapping[str, RoundResult | AnswersResult]) -> Head:
    """A recorded round is over. One that was closing has lost its answers: it is open again, and phones send again."""
    for found in head.rounds.values():
        result = recorded.get(found.id)
        if result is not None:
            shown = isinstance(result, RoundResult) and result.revealed
            head = head.with_round(replace(found, state="revealed" if shown else "closed", reveal=shown))
        elif found.state == "closing":
            head = head.with_round(replace(found, state="open", reveal=False))
    return head


def revive_all(house: House) -> None:
    """At start-up: every session that was running when the lights went out, and what was closing in it."""
    for session in house.record.running_sessions():
        ensure_live(house, session)
        with suppress(Unavailable):  # another worker is at it
            finish_closing(house, session)
