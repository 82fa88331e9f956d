"""Save what the room has made together, so that the live state can be rebuilt when it is gone."""

from __future__ import annotations

from typing import Any

from workshop.activities.registry import COLLECTIONS, kept, kept_counts
from workshop.domain.checkpoint import ROOM, Checkpoint
from workshop.domain.wordings import without_wordings
from workshop.service.context import Context
from workshop.service.ports import Unavailable

PEOPLE = "devices:most"
"""Counter of the same; the live store keeps it."""


def make_checkpoint(context: Context, session: str, epoch: str = "") -> Checkpoint:
    """The head and the shared collections as they are now, and the support that was told. Nothing of any seat.

    All in one reading: a live store that was lost in between would have its emptiness saved in place of the work.
    `epoch`: in which something was committed that has to be in it; a live store that was started again since may have
    lost that ("" = any).
    Raises UnknownSession, Unavailable.
    """
    seen = context.live.view(session, lambda head: tuple(c.name for c in kept()))
    if epoch not in ("", seen.epoch):
        raise Unavailable("the live store was started again before the record had it")
    begins = kept_counts()
    told = {n.removeprefix(begins): v for n, v in seen.counts.items() if begins and n.startswith(begins) and v}
    room: dict[str, dict[str, Any]] = {"log": {"id": seen.epoch}}
    if (most := seen.counts.get(PEOPLE)) is not None:
        room["people"] = {"most": most}
    return Checkpoint(head=seen.head, collections={**seen.collections, ROOM: room}, support=told, rev=seen.rev)


def counts_of(checkpoint: Checkpoint) -> dict[str, int]:
    """Counters as they stood: those of the shared collections; what is counted of phones is counted when they send."""
    counts = {f"{kept_counts()}{of}": n for of, n in checkpoint.support.items()}
    if people := checkpoint.collections.get(ROOM, {}).get("people"):
        counts[PEOPLE] = people["most"]
    for found in kept():
        if found.counter:
            counts[found.counter] = sum(map(found.counts, checkpoint.collections.get(found.name, {}).values()))
    return counts


def save_checkpoint(context: Context, session: str, epoch: str = "") -> None:
    """Save it in one transaction. Raises UnknownSession, Unavailable."""
    context.record.save_checkpoint(session, make_checkpoint(context, session, epoch))


def only_kept(checkpoint: Checkpoint) -> Checkpoint:
    """What may stay after the end: of what is chosen only what a facilitator kept, and no earlier words.

    How many took part stands with the session, from k on, and nowhere else.
    """
    collections = {
        name: {k: without_wordings(v) for k, v in slices.items() if COLLECTIONS[name].kept == "all" or v.get("kept")}
        for name, slices in checkpoint.collections.items()
        if name != ROOM
    }
    return Checkpoint(head=checkpoint.head, collections=collections, support=checkpoint.support)
