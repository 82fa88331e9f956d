"""End a session: close what is open, keep what lasts, let go of the rest. Can be repeated from any point."""

from __future__ import annotations

from dataclasses import replace

from workshop.activities.base import Change
from workshop.activities.registry import rounds_of
from workshop.domain.agenda import held
from workshop.service.checkpoint import PEOPLE, make_checkpoint, only_kept
from workshop.service.close_round import close_round, drop_rounds
from workshop.service.context import Context
from workshop.service.ports import Ending
from workshop.service.transact import Reading, Write, transact


def end_session(context: Context, session: str, epoch: str = "") -> None:
    """Close every open round, destroy what was never shown, record the ending, tell the phones, erase the live state.

    `epoch`: in which it was decided ("" = just now). A live store that was started again since may have gone back to
    an older log, and what lasts is never made of that: phones send again first what it has lost.
    Raises Unavailable: then it is not done, or not all of it, and is to be done again.
    """
    epoch = epoch or context.live.view(session, lambda head: ()).epoch
    _close_all(context, session)
    head = context.live.head(session, fresh=True)
    unseen = tuple(r.id for r in head.rounds.values() if r.state == "closed" and rounds_of(r.kind).by_reveal)
    drop_rounds(context, session, (*unseen, *head.opened_again().values()))
    people = context.live.load(head, (), all_counts=True).counts.get(PEOPLE)
    made = make_checkpoint(context, session, epoch)
    ending = replace(made, head=held(made.head, context.now()))  # one that was never begun has the day of its end
    context.record.end_session(session, Ending(only_kept(ending), people))
    transact(context.live, session, _ended)
    context.live.retire(session, head.code)


def _close_all(context: Context, session: str) -> None:
    transact(context.live, session, _nothing_open)
    for found in context.live.head(session, fresh=True).rounds.values():
        if found.state == "closing":
            close_round(context, session, found.id, found.reveal)


def _nothing_open(reading: Reading) -> Write | None:
    running = [r for r in reading.head.rounds.values() if r.state == "open"]
    closing = reading.head
    for found in running:  # placings that nobody was shown are not counted any more
        closing = closing.with_round(replace(found, state="closing", quorum=False))
    return Write(reading.load(), Change(head=closing)) if running else None


def _ended(reading: Reading) -> Write | None:
    if reading.head.state == "ended":
        return None
    ended = replace(reading.head, state="ended", curtain="none", timer=None)
    return Write(reading.load(), Change(head=ended, parts=frozenset({"*"})))
