"""Fixed moments of the server's clock: what is told at them is told whoever taps, and however often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workshop.activities.base import FollowUp
from workshop.activities.registry import BY_NAME, SESSION
from workshop.service.context import Context
from workshop.service.follow_up import follow_up
from workshop.service.ports import Signs
from workshop.service.telling import tell_counts

Act = Callable[[Context, str], bool]
"""Does it for a session; False when it was too early for it: nothing of what happened since is done with."""
COUNTS = 10
"""Seconds: what people may see of counts is told at whole multiples of it."""


@dataclass(frozen=True)
class Due:
    """What is done at whole multiples of `every` seconds, and in the steps of which activities (empty: of all)."""

    every: int
    act: Act
    where: frozenset[str] = frozenset()


def at() -> dict[str, Due]:
    """What is done, by its name."""
    asked = {m.name: Due(m.every, _doing(m.then), m.where) for a in (SESSION, *BY_NAME.values()) for m in a.moments}
    return {"counts": Due(COUNTS, _counts), **asked}


def _counts(context: Context, session: str) -> bool:
    tell_counts(context, session)
    return True


def _doing(then: FollowUp) -> Act:
    return lambda context, session: follow_up(context, session, then)


class Moments:
    """One for a session on a worker. A lease for each moment keeps a second worker from it."""

    def __init__(self, context: Context, session: str) -> None:
        self._context, self._session, self._at = context, session, at()
        self._seen = {what: self._moment(due.every) for what, due in self._at.items()}
        self._acted: dict[str, Signs] = {}
        """What had happened when this worker did it last: until more happens there is nothing to do."""

    def are_due(self, signs: Signs) -> bool:
        """Whether a moment has come for something that happened since. Asks nobody."""
        return any(self._is_due(what, signs) for what in self._at)

    def run(self, signs: Signs) -> None:
        """Do what has come due since. Raises Unavailable, UnknownSession: what was missed waits for its next moment."""
        for what, due in self._at.items():
            if not self._is_due(what, signs):
                continue
            moment = self._moment(due.every)
            if not self._is_here(due) or (self._lease(what, moment, due) and due.act(self._context, self._session)):
                self._acted[what] = signs
            self._seen[what] = moment

    def _is_due(self, what: str, signs: Signs) -> bool:
        return self._moment(self._at[what].every) != self._seen[what] and self._acted.get(what) != signs

    def _lease(self, what: str, moment: int, due: Due) -> bool:
        return self._context.live.take_lease(self._session, f"{what}-{moment}", 2 * due.every)

    def _is_here(self, due: Due) -> bool:
        """Whether the room is where this has something to do, as the worker's copy of the head says."""
        return not due.where or self._context.live.head(self._session).step.activity in due.where

    def _moment(self, every: int) -> int:
        return int(self._context.now()) // every
