"""Bring sessions back when the live store has lost them, or may have lost the last of what it acknowledged.

The record is asked what was durable. What the server's log kept is a beginning of what was: commits are whole or not
there, and if one is there, so are all before it. So the newer of the two is known by version and revision, and nothing
is mixed. Seats and answers of open rounds stay as they lie, with their salts; a new epoch has phones send again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from time import sleep

from workshop.activities.base import Slice
from workshop.activities.base_kept import RESULTS
from workshop.activities.codec import result_to_slice
from workshop.activities.registry import kept
from workshop.domain.checkpoint import Checkpoint
from workshop.domain.live import COUNTING, Head, Round, RoundState
from workshop.domain.results import AgreedResult, Result, RoundResult
from workshop.service.checkpoint import counts_of
from workshop.service.close_round import finish_closing
from workshop.service.context import Context
from workshop.service.ports import Leftover, Unavailable, UnknownSession

LOOK_AFTER = 1.0
"""Seconds between two looks at which run of the server it is."""
Recorded = Mapping[str, Result]


def revive(context: Context, session: str) -> None:
    """Open the session again under a new epoch, from the record and from what is left. Raises UnknownSession."""
    listed, checkpoint = context.record.session(session), context.record.checkpoint(session)
    left = context.live.leftover(session)
    if listed is None or checkpoint is None:
        if left is not None:
            context.live.forget(session)  # it was forgotten, and came back with an older log
        raise UnknownSession(session)
    if listed.state != "running":
        _stays_ended(context, session, left)
        raise UnknownSession(session)
    recorded = {r.round: r for r in context.record.rounds(session)}
    if left is not None and not _is_newer(checkpoint, left):
        head = _as_recorded(left.head, recorded, left)
        context.live.create(head, {RESULTS: _results(head, recorded)}, {}, left.rev)
        return
    head = _as_recorded(checkpoint.head, recorded, left)
    shared = {c.name: checkpoint.collections.get(c.name, {}) for c in kept()}
    context.live.create(head, {**shared, RESULTS: _results(head, recorded)}, counts_of(checkpoint), checkpoint.rev)


def _is_newer(checkpoint: Checkpoint, left: Leftover) -> bool:
    return checkpoint.head.version > left.head.version or checkpoint.rev > left.rev


def _results(head: Head, recorded: Recorded) -> dict[str, Slice]:
    """Of rounds that are over; one that is closed anew gets its result then."""
    over = [r.id for r in head.rounds.values() if r.state not in COUNTING]
    return {round_id: result_to_slice(recorded[round_id]) for round_id in over if round_id in recorded}


def _as_recorded(head: Head, recorded: Recorded, left: Leftover | None) -> Head:
    """A recorded round is over. One that was closing and is not recorded is open again, and phones send again.

    Unless the log still says that it was closing: then it also has every answer from before, and it is closed anew. So
    is one that was recorded and not shown any more: what its closing makes besides the figures is in its answers.
    """
    for found in head.rounds.values():
        before = left.head.rounds.get(found.id) if left else None
        head = head.with_round(_round(found, recorded.get(found.id), before.state if before else None))
    return head


def _round(found: Round, result: Result | None, left: RoundState | None) -> Round:
    shown = isinstance(result, RoundResult | AgreedResult) and result.revealed
    if result is None:
        reopened = found.state == "closing" and left != "closing"
        return replace(found, state="open", reveal=False, quorum=False) if reopened else found
    # Below quorum no round of placings is recorded since its second schema, and none of the explanation ever was.
    enough = isinstance(result, AgreedResult) or (isinstance(result, RoundResult) and result.schema > 1)
    if found.state in COUNTING and left in COUNTING:
        return replace(found, state="closing", reveal=shown, quorum=enough)
    return replace(found, state="revealed" if shown else "closed", reveal=shown, quorum=enough)


def _stays_ended(context: Context, session: str, left: Leftover | None) -> None:
    """It ended, as the record knows; whatever an older log brought back goes."""
    if left is not None:
        context.live.create(replace(left.head, state="ended", curtain="none", timer=None), {}, {}, left.rev)
        context.live.retire(session, left.head.code)


def revive_all(context: Context) -> None:
    """Every session that is running, and everything that lies in the live store and should not."""
    for session in sorted({*context.record.running_sessions(), *context.live.sessions()}):
        with suppress(Unavailable, UnknownSession):  # another worker is at it; or it has ended, and was put away
            revive_if_need_be(context, session)
            finish_closing(context, session)


def revive_if_need_be(context: Context, session: str) -> None:
    """As the record has it, when the live state is gone or of an earlier run. Raises UnknownSession."""
    try:
        context.live.head(session, fresh=True)
    except UnknownSession:
        revive(context, session)


def keep_restored(context: Context, running: Callable[[], bool]) -> None:
    """Until `running()` is false: after the live store was started again, look after every session, asked or not.

    A session that somebody is in is put right by whoever asks for it first; what was forgotten and came back with an
    older log is in nobody's way, and would stay.
    """
    seen = ""
    while running():
        with suppress(Unavailable):
            now = context.live.run_id()
            if seen not in ("", now):
                revive_all(context)
            seen = now
        sleep(LOOK_AFTER)
