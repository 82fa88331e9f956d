"""Perform one command: check who, what and whether; let the rule decide; commit; do what follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from workshop.activities.base import (
    Change,
    CloseRound,
    Command,
    EndSession,
    FollowUp,
    Model,
    NobodysSeat,
    Refused,
    ReleaseQuestions,
    Role,
    Situation,
)
from workshop.activities.registry import COMMANDS
from workshop.service.checkpoint import save_checkpoint
from workshop.service.close_round import close_round
from workshop.service.finish import end_session
from workshop.service.house import House
from workshop.service.ports import Committed, Conflict, Loaded, Operation, Reused, Unavailable, UnknownSession
from workshop.service.questions import release_questions
from workshop.service.quotas import ENOUGH
from workshop.service.sessions import ensure_live

TRIES = 12
UNKNOWN = Refused("unknown_command", "This app does not know that command. Reload the page.")
NOT_ALLOWED = Refused("not_allowed", "Only a facilitator of this session can do that.")
ENDED = Refused("ended", "This session has ended. Nothing more can be sent.")
REUSED = Refused("reused", "The app sent two things under one number, so this one was not done. Send it again.")
BUSY = Refused("busy", "Many people are changing this at once. Try again.")


@dataclass(frozen=True)
class Sender:
    """Who sends: the role of the connection, and for a delegate the token that lives on the phone only."""

    role: Role
    token: str = ""

    def __repr__(self) -> str:
        return f"Sender({self.role})"


@dataclass(frozen=True)
class Done:
    """Committed at this revision."""

    rev: int


def perform(
    house: House, session: str, sender: Sender, name: str, asked: object, operation: str, same: str = ""
) -> Done | Refused:
    """Perform the command `name`, once for an operation id.

    `same` is a digest by which a repeat is known from another command under the same id, which is refused.
    Raises Unavailable when nothing was promised and the sender should repeat.
    """
    command = COMMANDS.get(name)
    if command is None:
        return UNKNOWN
    if sender.role not in command.roles:
        return NOT_ALLOWED
    try:
        body = command.body.model_validate(asked)
    except ValidationError as fault:
        return Refused("invalid", _first_fault(fault))
    try:
        return _commit(house, session, sender, command, body, (operation, same))
    except Reused:
        return REUSED
    except UnknownSession:
        return _gone(house, session)


def _gone(house: House, session: str) -> Refused:
    """Ended; or the live store has lost it, then it is rebuilt and the sender asked to send again."""
    try:
        ensure_live(house, session)
    except UnknownSession:
        return ENDED
    raise Unavailable("the live state was lost, and has been rebuilt")


def _commit(
    house: House, session: str, sender: Sender, command: Command, body: Model, operation: tuple[str, str]
) -> Done | Refused:
    for attempt in range(TRIES):
        loaded, situation = _situation(house, session, sender, command, body, fresh=attempt > 0)
        if situation.head.state == "ended":
            return ENDED
        change = command.apply(situation, body)
        if isinstance(change, Refused) and attempt == 0:
            continue  # the worker's copy of the head may be old: a no is said only to a fresh look
        if isinstance(change, Refused):
            return change
        if sender.token and not house.quotas.allows(session, sender.token, change.count):
            return ENOUGH
        try:
            committed = house.live.commit(loaded, change, Operation(command.scope(situation.head, body), *operation))
        except Conflict:
            continue
        if sender.token and not committed.repeated:
            house.quotas.spend(session, sender.token, change.count)
        return _follow(house, session, command, change, committed)
    return BUSY


def _situation(
    house: House, session: str, sender: Sender, command: Command, body: Model, fresh: bool
) -> tuple[Loaded, Situation]:
    head = house.live.head(session, fresh)
    seat = house.live.seat(session, sender.token) if sender.token else NobodysSeat()
    reads, every_count = command.reads(head, body, seat), sender.role == "facilitator"
    loaded = house.live.load(head, reads, every_count, warm=not fresh)
    scenario = house.scenarios.get(head.scenario, head.scenario_version)
    return loaded, Situation(
        head=head,
        scenario=scenario,
        role=sender.role,
        seat=seat,
        slices=loaded.slices,
        wholes=loaded.wholes,
        counts=loaded.counts,
        new_id=house.new_id,
        now=house.now,
    )


def _follow(house: House, session: str, command: Command, change: Change, committed: Committed) -> Done | Refused:
    """What a command sets going. All of it can be repeated: a sender whose ack was lost sends the same again."""
    for then in change.then:
        _follow_up(house, session, then)
    if command.durable and not any(isinstance(t, EndSession) for t in change.then):
        save_checkpoint(house, session)
    rev = house.live.revision(session) if change.then else committed.rev
    return Done(rev)


def _follow_up(house: House, session: str, then: FollowUp) -> None:
    match then:
        case CloseRound(round=round_id, reveal=reveal):
            close_round(house, session, round_id, reveal)
        case ReleaseQuestions():
            release_questions(house, session)
        case EndSession():
            end_session(house, session)
            house.quotas.forget(session)


def _first_fault(fault: ValidationError) -> str:
    """The place and the rule that was broken; never the value, which somebody typed."""
    error: Any = fault.errors(include_input=False, include_url=False)[0]
    place = ".".join(str(p) for p in error["loc"]) or "the message"
    return f"{place}: {error['msg']}."
