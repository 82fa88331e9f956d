"""How much one phone may write: enough for anybody, too little to fill a room's wall alone.

The figures are in this process's memory only, under a digest with a key of its own, and go with the session: in the
live store they would lie beside the words in its log, and tell which words came from one phone.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping

from workshop.activities.base import Refused

MOST: Mapping[str, int] = {"notes": 80, "links": 100, "actions": 40, "held": 30}
"""Counter of the room → how many of its steps upwards may come from one phone: `held` are questions."""
MOST_AWAY = 60
"""Steps downwards: merging notes, taking links away."""
MOST_SESSIONS = 500
ENOUGH = Refused(
    "full", "This phone has sent as much as one phone may. Say it out loud, so that it can be written down."
)


class Quotas:
    """One for a process."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(16)
        self._sessions: OrderedDict[str, dict[bytes, Counter[str]]] = OrderedDict()

    def allows(self, session: str, token: str, count: Mapping[str, int]) -> bool:
        """Whether this phone may still change the room's counters so."""
        done = self._sessions.get(session, {}).get(self._name(token), Counter[str]())
        return all(done[what] < most for what, most in _steps(count))

    def spend(self, session: str, token: str, count: Mapping[str, int]) -> None:
        """It has."""
        steps = list(_steps(count))
        if steps:
            seats = self._sessions.setdefault(session, {})
            self._sessions.move_to_end(session)
            seats.setdefault(self._name(token), Counter()).update(what for what, _ in steps)
        while len(self._sessions) > MOST_SESSIONS:
            self._sessions.popitem(last=False)

    def forget(self, session: str) -> None:
        """It is over."""
        self._sessions.pop(session, None)

    def _name(self, token: str) -> bytes:
        return hmac.digest(self._key, token.encode(), hashlib.sha256)


def _steps(count: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """(what is counted, how often it may be) of a change's counters."""
    for name, delta in count.items():
        if name in MOST and delta:
            yield (name, MOST[name]) if delta > 0 else (f"{name} away", MOST_AWAY)
