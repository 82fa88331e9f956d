"""Perform one command: check who, what and whether; let the rule decide; commit; do what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    Role,
    Situation,
)
from workshop.activities.desks import moved_by
from workshop.activities.jotter import unpinned
from workshop.activities.registry import BY_NAME, COMMANDS
from workshop.service.checkpoint import save_checkpoint
from workshop.service.context import Context
from workshop.service.follow_up import follow_up
from workshop.service.ports import SENDING_AGAIN, Loaded, Operation, Reused, Unavailable, UnknownSession
from workshop.service.seats import seat_ref, tapped
from workshop.service.sessions import ensure_live
from workshop.service.transact import Reading, Write, Written, transact
from workshop.service.versions import moved_to, with_version

LONGEST_PLACE, ODD = 60, re.compile(r"[^\w.]", re.ASCII)
UNKNOWN = Refused("unknown_command", "any.unknown_command")
NOT_ALLOWED = Refused("not_allowed", "any.not_allowed")
NOT_FROM_HERE = Refused("not_allowed", "any.not_from_here")
ENDED = Refused("ended", "any.ended")
REUSED = Refused("reused", "any.reused")
LEFT = Refused("left", "any.left")


@dataclass(frozen=True)
class Sender:
    """Who sends: the role of the connection; for a delegate the token that lives on the phone only, for a facilitator
    who of the desks it is (`service/desks.py`), and whether it is one that cannot move the room.
    """

    role: Role
    token: str = ""
    who: str = ""
    care: bool = False

    def __repr__(self) -> str:
        return f"Sender({self.role})"


@dataclass(frozen=True)
class Done:
    """Committed at this revision."""

    rev: int


def perform(
    context: Context, session: str, sender: Sender, name: str, asked: object, operation: str, same: str = ""
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
    if sender.care and not command.care:
        return NOT_FROM_HERE
    try:
        body = command.body.model_validate(asked)
    except ValidationError as fault:
        return Refused("invalid", "any.field", _first_fault(fault))
    try:
        return _commit(context, session, sender, command, body, (operation, same))
    except Reused:
        return REUSED
    except UnknownSession:
        return _gone(context, session)


def _gone(context: Context, session: str) -> Refused:
    """Ended; or the live store has lost it, then it is rebuilt and the sender asked to send again."""
    try:
        ensure_live(context, session)
    except UnknownSession:
        return ENDED
    raise Unavailable("the live state was lost, and has been rebuilt")


def _commit(
    context: Context, session: str, sender: Sender, command: Command, body: Model, operation: tuple[str, str]
) -> Done | Refused:
    def decide(reading: Reading) -> Write | Done | Refused:
        loaded, situation = _situation(context, reading, sender, command, body)
        if reading.head.state == "ended":
            return ENDED
        change = _decided(situation, sender, command, body)
        asked = Operation(command.scope(reading.head, body), *operation)
        if isinstance(change, Refused):
            # Its ack was lost or late, and what it set going has come to its end meanwhile: that is no refusal.
            if not (reading.fresh and context.live.was_done(session, asked)):
                return change
            return _done_before(context, session, command, loaded.epoch)
        if sender.token and (no := context.quotas.refusal(session, sender.token, change, command.costs, context.now())):
            return no
        _wait_for_phones(context, session, change)
        return with_version(reading, Write(loaded, change, asked))

    decided = transact(context.live, session, decide, copy_first=True)
    return _follow(context, session, sender, command, decided) if isinstance(decided, Written) else decided


def _decided(situation: Situation, sender: Sender, command: Command, body: Model) -> Change | Refused:
    """What the rule says; of a delegate, with the seat's newest tap. Who has no seat any more can say nothing."""
    if not sender.token:
        change = command.apply(situation, body)
        if isinstance(change, Refused):
            return change
        return moved_by(situation.head, unpinned(situation.head, change), sender.who, situation.now())
    ref = seat_ref(situation.seat)
    held = situation.slices[ref]
    if held is None:
        return LEFT
    change = command.apply(situation, body)
    return change if isinstance(change, Refused) else tapped(situation.head, change, ref, held)


def _situation(
    context: Context, reading: Reading, sender: Sender, command: Command, body: Model
) -> tuple[Loaded, Situation]:
    head = reading.head
    seat = reading.seat(sender.token) if sender.token else NobodysSeat()
    reads = (*command.reads(head, body, seat), *([seat_ref(seat)] if sender.token else []))
    loaded = reading.load(*reads, all_counts=sender.role == "facilitator")
    scenario = context.case_of(head)
    return loaded, Situation(
        head=head,
        scenario=scenario,
        role=sender.role,
        seat=seat,
        slices=loaded.slices,
        wholes=loaded.wholes,
        counts=loaded.counts,
        new_id=context.new_id,
        now=context.now,
        care=sender.care,
    )


def _wait_for_phones(context: Context, session: str, change: Change) -> None:
    """No round is closed while phones send again what the live store may have lost. Raises Unavailable."""
    if any(isinstance(then, CloseRound | EndSession) for then in change.then):
        context.live.head(session, fresh=True)  # puts right what is of an earlier run
        if context.live.is_leased(session, SENDING_AGAIN):
            raise Unavailable("phones are sending again what the live store may have lost")


def _follow(context: Context, session: str, sender: Sender, command: Command, done: Written) -> Done:
    """What a command sets going. All of it can be repeated: a sender whose ack was lost sends the same again, and so
    does one whose commit a live store that was started again may have lost. Raises Unavailable.
    """
    change, committed = done.write.change, done.committed
    if sender.token and not committed.repeated:
        context.quotas.spend(session, sender.token, change, command.costs, context.now())
    for then in (*_moved(done), *change.then):
        follow_up(context, session, then, committed.epoch)
    if command.durable and not any(isinstance(t, EndSession) for t in change.then):
        save_checkpoint(context, session, committed.epoch)
    rev = context.live.revision(session) if change.then else committed.rev
    return Done(rev)


def _moved(done: Written) -> Iterator[FollowUp]:
    """What activities do when the room has moved."""
    before = done.write.loaded.head
    if (after := moved_to(before, done.write.change)) is not None:
        for activity in BY_NAME.values():
            yield from activity.follows(before, after)


def _done_before(context: Context, session: str, command: Command, epoch: str) -> Done:
    """Whoever did it may have died before the record had it: a durable command is done when that has it.

    `epoch`: in which it was found done.
    """
    if command.durable:
        save_checkpoint(context, session, epoch)
    return Done(context.live.revision(session))


def _first_fault(fault: ValidationError) -> dict[str, str | int]:
    """The place and the rule that was broken, as Pydantic names it; never the value, which somebody typed.

    A place may be a name that somebody made up: short and plain, so that it fits into an ack of one size.
    """
    error: Any = fault.errors(include_input=False, include_url=False)[0]
    place = ".".join(str(p) for p in error["loc"]) or "message"
    return {"field": ODD.sub("?", place)[:LONGEST_PLACE], "rule": error["type"]}
