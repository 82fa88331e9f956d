"""The one optimistic loop: read fresh, decide, commit; on conflict again, a little later; in the end say so.

Every use case that changes a live session says only what it decides from a reading; nowhere else is a conflict caught.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from workshop.activities.base import Change, Read, Seat
from workshop.domain.live import Head
from workshop.service.ports import Committed, Conflict, LiveStore, Loaded, Operation, Unavailable

TRIES = 12
LONGEST_PAUSE = 0.064
"""Seconds. All twelve tries wait for 0.4 at the most."""
T = TypeVar("T")


class Contended(Unavailable):
    """Others changed the same thing before every try. Nothing was written; whoever asked is to ask again."""


@dataclass(frozen=True)
class Reading:
    """A live session as one try sees it. `fresh`: read just now; else this worker's copy, which may be old."""

    live: LiveStore
    head: Head
    fresh: bool

    def load(self, *reads: Read, all_counts: bool = False) -> Loaded:
        """What a decision needs besides the head. Raises Unavailable."""
        return self.live.load(self.head, reads, all_counts, warm=not self.fresh)

    def seat(self, token: str) -> Seat:
        """A seat whose slots fit this head. Raises UnknownSession, Unavailable."""
        return self.live.seat(self.head.session, token)


@dataclass(frozen=True)
class Write:
    """A decision to change something: the change, and what it was decided from, which must not have moved."""

    loaded: Loaded
    change: Change
    operation: Operation | None = None


@dataclass(frozen=True)
class Written:
    """It was committed."""

    write: Write
    committed: Committed


def transact(
    live: LiveStore,
    session: str,
    decide: Callable[[Reading], Write | T],
    copy_first: bool = False,
    copy_will_do: bool = False,
) -> Written | T:
    """Commit what `decide` wants written, or return what it says instead.

    It is asked anew after each conflict, so it must change nothing itself. `copy_first`: the first reading may be this
    worker's copy, for the commit finds out if it is old; what is said instead of a write is said only to a fresh look,
    unless `copy_will_do`.
    Raises Contended, Unavailable, UnknownSession, Reused.
    """
    for attempt in range(TRIES):
        fresh = attempt > 0 or not copy_first
        decided = decide(Reading(live, live.head(session, fresh), fresh))
        if isinstance(decided, Write):
            try:
                return Written(decided, live.commit(decided.loaded, decided.change, decided.operation))
            except Conflict:
                time.sleep(pause_after(attempt))
        elif fresh or copy_will_do:
            return decided
    raise Contended("others were faster each time")


def pause_after(attempt: int) -> float:
    """Seconds to wait after the conflict of this attempt (0, 1, …): none after the first, which most often only was an
    old copy; then at random up to 2 ms, 4 ms and so on, so that those who collided do not collide again.
    """
    return random.uniform(0, min(LONGEST_PAUSE, 0.001 * 2**attempt)) if attempt else 0.0  # noqa: S311 - no secret
