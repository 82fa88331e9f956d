"""Who is connected to this worker: a socket's session, role, and (in memory only) the token of a delegate's seat."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass, field

from workshop.activities.base import Role

RATE = 15.0
BURST = 60.0
"""Commands a second and at once. Placing fast is three or four a second; a flood is refused and slows nobody else."""


@dataclass
class Place:
    """One socket. Its repr says nothing, so that nothing can end up in a log."""

    sid: str
    session: str
    role: Role
    token: str = ""
    user: str = ""
    _allowance: float = BURST
    _last: float = field(default_factory=time.monotonic)
    refusals: int = 0

    def may_send(self) -> bool:
        """A token bucket for this one socket."""
        now = time.monotonic()
        self._allowance = min(BURST, self._allowance + (now - self._last) * RATE)
        self._last = now
        if self._allowance < 1:
            self.refusals += 1
            return False
        self._allowance -= 1
        return True

    def __repr__(self) -> str:
        return f"Place({self.role})"


class Sockets:
    """All sockets of this worker, by id and by session."""

    def __init__(self) -> None:
        self._places: dict[str, Place] = {}
        self._sessions: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, place: Place) -> None:
        self._places[place.sid] = place
        self._sessions[place.session].add(place.sid)

    def get(self, sid: str) -> Place | None:
        return self._places.get(sid)

    def remove(self, sid: str) -> Place | None:
        place = self._places.pop(sid, None)
        if place is not None:
            self._sessions[place.session].discard(sid)
            if not self._sessions[place.session]:
                del self._sessions[place.session]
        return place

    def of(self, session: str) -> list[Place]:
        """Everybody here in a session."""
        return [self._places[sid] for sid in self._sessions.get(session, ())]

    def roles(self, session: str) -> set[Role]:
        """The audiences that this worker has in a session."""
        return {p.role for p in self.of(session)}

    def sessions(self) -> list[str]:
        return list(self._sessions)
