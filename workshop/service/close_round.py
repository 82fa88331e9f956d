"""Close a round: tally once, record, show, and destroy what could link a phone to its answers.

Every step can be repeated, so that a worker may die between any two of them and the next one finishes the work:
1. the head says `closing`, and whether quorum was reached (committed by the rule: from here on no placement is taken)
2. tally, record in one SQL transaction (a second saving of a round changes nothing)
3. results and head state in one commit: the room sees it, all at once
4. salt, answers and operation ids are deleted, the log on disk is rewritten
Of a round that is told by a reveal and closed below quorum nothing is counted: of 2 is left that the record knows that
it has closed, and 3 only says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import SystemRandom

from workshop.activities import registry
from workshop.activities.base import Answers, Change, Slice, SliceRef
from workshop.activities.base_kept import RESULTS
from workshop.activities.codec import result_to_slice
from workshop.domain.live import Head, Round
from workshop.domain.results import Closing, Result, RoundResult
from workshop.service.checkpoint import PEOPLE, make_checkpoint
from workshop.service.context import Context
from workshop.service.ports import Loaded, Unavailable
from workshop.service.transact import Reading, Write, transact

LEASE = 4.0
"""Seconds for which a worker that died keeps others from closing a round. Two at it do no harm: it only saves work."""
DONE = ("closed", "revealed")


def close_round(context: Context, session: str, round_id: str, reveal: bool) -> None:
    """Bring a round that is closing (or closed, and now to be revealed) to its end. Raises Unavailable."""
    if not context.live.take_lease(session, f"close-{round_id}", LEASE):
        raise Unavailable("another worker is closing this round")
    try:
        head = context.live.head(session, fresh=True)
        closing = head.rounds[round_id]
        if closing.state == "closing":
            _tally_and_show(context, head, replace(closing, reveal=reveal or closing.reveal))
        elif closing.state == "closed" and reveal:
            _show_closed(context, session, round_id)
        _let_go(context, session, context.live.head(session, fresh=True).rounds[round_id])
    finally:
        context.live.release_lease(session, f"close-{round_id}")


def finish_closing(context: Context, session: str) -> None:
    """Finish every round that somebody began to close and did not get to the end of. Raises Unavailable."""
    for found in context.live.head(session, fresh=True).rounds.values():
        if found.state == "closing":
            close_round(context, session, found.id, found.reveal)
        else:
            _let_go(context, session, found)


def drop_rounds(context: Context, session: str, rounds: tuple[str, ...]) -> None:
    """Destroy what the record has of rounds that were never shown. Can be repeated. Raises Unavailable."""
    for round_id in rounds:
        context.record.drop_unseen(session, round_id)


def _tally_and_show(context: Context, head: Head, closing: Round) -> None:
    needless = registry.rounds_of(closing.kind).by_reveal and not closing.quorum
    closed = None if needless else _closing(context, head, closing)
    if closed is not None:
        context.record.save_round(head.session, closed.result)
    _commit_result(context, head.session, closing, closed)


def _let_go(context: Context, session: str, found: Round) -> None:
    """Destroy what links phones to answers; also when the worker that showed the round died before it could."""
    if found.state in DONE and context.live.scope_is_open(session, found.id):
        context.live.erase_scope(session, found.id, _collections(found))


def _collections(closing: Round) -> tuple[str, ...]:
    """Where the seats' answers lie: the sheets first, then what lies apart from them."""
    return tuple(c.of_round(closing.id) for c in registry.of_round(closing.kind))


def _closing(context: Context, head: Head, closing: Round) -> Closing:
    """The tally; or, when an earlier attempt got as far as the record, what it recorded then."""
    recorded = context.record.round(head.session, closing.id)
    rounds, scenario = registry.rounds_of(closing.kind), context.case_of(head)
    fresh = rounds.tally(
        head, scenario, closing, _answers(context, head, closing), context.new_id, SystemRandom().shuffle
    )
    if recorded is None:
        return fresh
    return Closing(_as_asked(context, head.session, closing, recorded), rounds.as_told(recorded, fresh))


def _answers(context: Context, head: Head, closing: Round) -> Answers:
    """What a tally sees, in one reading. Raises Unavailable when the round is not closing any more: its live state was
    lost, it is open again, and phones have not sent yet; or another worker was faster.
    """
    sheets, *apart = registry.of_round(closing.kind)
    reads = registry.rounds_of(closing.kind).reads
    seen = context.live.view(head.session, lambda head: (*_collections(closing), *reads))
    if (found := seen.head.rounds.get(closing.id)) is None or found.state != "closing":
        raise Unavailable("this round is not closing any more")
    besides = {c.name: seen.collections[c.of_round(closing.id)] for c in apart}
    besides |= {name: seen.collections[name] for name in reads}
    return Answers(seen.collections[sheets.of_round(closing.id)], besides, seen.counts.get(PEOPLE))


def _as_asked(context: Context, session: str, closing: Round, recorded: Result) -> Result:
    """An earlier attempt recorded it without showing, and now it is to be shown."""
    if not isinstance(recorded, RoundResult) or recorded.revealed or not closing.reveal:
        return recorded
    context.record.reveal_round(session, closing.id)
    return replace(recorded, revealed=True)


def _commit_result(context: Context, session: str, closing: Round, closed: Closing | None) -> None:
    state = "revealed" if closing.reveal and registry.rounds_of(closing.kind).by_reveal else "closed"
    put: dict[SliceRef, Mapping[str, object]] = {}
    if closed is not None:
        put = {SliceRef(RESULTS, closing.id): result_to_slice(closed.result)}
        for collection, slices in closed.slices.items():
            put |= {SliceRef(collection, key): value for key, value in slices.items()}

    def show(reading: Reading) -> Write | None:
        found = reading.head.rounds[closing.id].state
        if found in DONE or (found == "open" and closed is None):
            return None  # another worker has shown it meanwhile, or a loss has undone that it began to close
        # A loss may have opened it again before the record had it. Now that has it, and it is over.
        done = reading.head.with_round(replace(closing, state=state))
        if closed is None:
            _record_that_it_closed(context, reading.head, done)
        return Write(reading.load(), Change(head=done, put=put, parts=registry.parts_of_rounds()))

    transact(context.live, session, show)


def _record_that_it_closed(context: Context, head: Head, done: Head) -> None:
    """Of a round of which nothing is recorded, before phones are told that it has closed, and let go of their answers:
    were that forgotten, it would be open again without them. Once more after a conflict does no harm.
    """
    now = make_checkpoint(context, head.session)
    if now.head == head:  # else there will be a conflict
        context.record.save_checkpoint(head.session, replace(now, head=replace(done, version=done.version + 1)))


def _show_closed(context: Context, session: str, round_id: str) -> None:
    """A round that was frozen without being shown is shown after all."""
    recorded = context.record.round(session, round_id)
    if not isinstance(recorded, RoundResult):
        return
    shown = result_to_slice(replace(recorded, revealed=True))
    context.record.reveal_round(session, round_id)

    def show(reading: Reading) -> Write | None:
        closed = reading.head.rounds[round_id]
        if closed.state != "closed":
            return None  # another worker has shown it meanwhile
        loaded, put = _waited(reading, closed)
        done = reading.head.with_round(replace(closed, state="revealed", reveal=True))
        parts = registry.rounds_of(closed.kind).shown_in
        return Write(loaded, Change(head=done, put={SliceRef(RESULTS, round_id): shown, **put}, parts=parts))

    transact(context.live, session, show)


def _waited(reading: Reading, closed: Round) -> tuple[Loaded, dict[SliceRef, Slice | None]]:
    """What the tally made and what waited for the round to be shown, on its way to where it goes."""
    waits = registry.rounds_of(closed.kind).waits
    if waits is None:
        return reading.load(), {}
    there = SliceRef(waits[0], closed.id)
    loaded = reading.load(there)
    return loaded, {there: None, **{SliceRef(waits[1], key): v for key, v in (loaded.slices[there] or {}).items()}}
