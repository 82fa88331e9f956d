"""How much one phone may write: enough for anybody, too little to fill a room's wall alone, or to write over it.

The figures are in this process's memory only, under a digest with a key of its own, and go with the session: in the
live store they would lie beside the words in its log, and tell which words came from one phone. So each worker counts
for itself; a phone keeps to one worker, and one that goes from worker to worker has as many times as much.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections import Counter, OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field

from workshop.activities.base import Change, Quota, Refused
from workshop.activities.registry import QUOTAS

MOST_SESSIONS = 500
MINUTE = 60.0
ENOUGH = Refused("full", "quota.enough")
TOO_MANY = Refused("full", "quota.often")


@dataclass
class _Done:
    """What one phone has done: how much of each kind, and when it did the newest of those that are limited a minute."""

    times: Counter[str] = field(default_factory=Counter[str])
    when: dict[str, list[float]] = field(default_factory=dict[str, list[float]])

    def lately(self, what: str, now: float) -> int:
        return sum(1 for at in self.when.get(what, ()) if now - at < MINUTE)


class Quotas:
    """One for a process."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(16)
        self._sessions: OrderedDict[str, dict[bytes, _Done]] = OrderedDict()

    def refusal(self, session: str, token: str, change: Change, costs: str = "", now: float = 0.0) -> Refused | None:
        """Why this phone may not change the room so; None when it may. `costs`: the command's; `now` in seconds."""
        steps = tuple(_steps(change, costs))
        if not steps:  # most taps; they need no name
            return None
        done = self._sessions.get(session, {}).get(self._name(token), _Done())
        for step in steps:
            if done.times[step.name] >= step.most:
                return ENOUGH
            if step.a_minute and done.lately(step.name, now) >= step.a_minute:
                return TOO_MANY
        return None

    def spend(self, session: str, token: str, change: Change, costs: str = "", now: float = 0.0) -> None:
        """It has."""
        for step in _steps(change, costs):
            done = self._sessions.setdefault(session, {}).setdefault(self._name(token), _Done())
            self._sessions.move_to_end(session)
            done.times[step.name] += 1
            if step.a_minute:
                done.when[step.name] = [*done.when.get(step.name, ()), now][-step.a_minute :]
        while len(self._sessions) > MOST_SESSIONS:
            self._sessions.popitem(last=False)

    def forget(self, session: str) -> None:
        """It is over."""
        self._sessions.pop(session, None)

    def _name(self, token: str) -> bytes:
        return hmac.digest(self._key, token.encode(), hashlib.sha256)


def _steps(change: Change, costs: str) -> Iterator[Quota]:
    """What a change uses up, once of each. A command that changes nothing costs nothing."""
    for name, delta in change.count.items():
        if name in QUOTAS and delta > 0:
            yield QUOTAS[name]
    if costs and change.put:
        yield QUOTAS[costs]
