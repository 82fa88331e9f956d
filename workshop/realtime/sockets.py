"""Who is connected to this worker: a socket's session, role, and (in memory only) the token of a delegate's seat."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass, field

from workshop import metrics
from workshop.activities.base import Role
from workshop.realtime.outlet import Outlet

RATE = 15.0
BURST = 60.0
"""Commands a second and at once. Placing fast is three or four a second; a flood is refused and slows nobody else."""
MOST_OF_A_SEAT = 8
"""Sockets of one phone: a few pages, and those of a bad network that nobody has missed yet. Then the oldest go."""


@dataclass
class Place:
    """One socket. Its repr says nothing, so that nothing can end up in a log."""

    sid: str
    session: str
    role: Role
    token: str = ""
    user: str = ""
    epoch: str = ""
    """The live state in which a delegate's seat is known to be."""
    line: str = ""
    """The engine's id of the connection that carries this socket."""
    outlet: Outlet | None = None
    ready: bool = True
    """False while its full frame is being made: what the room is sent meanwhile would come before it."""
    missed: bool | None = None
    """None, or that frames were withheld from it; True when one of them was full."""
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
    """All sockets of this worker, by id, by session and by audience. A connection has one place in a namespace."""

    def __init__(self) -> None:
        self._places: dict[str, Place] = {}
        self._lines: dict[tuple[str, Role], Place] = {}
        self._audiences: defaultdict[str, defaultdict[Role, dict[str, Place]]] = defaultdict(lambda: defaultdict(dict))
        self._seats: defaultdict[tuple[str, str], dict[str, Place]] = defaultdict(dict)

    def add(self, place: Place) -> None:
        self._places[place.sid] = place
        metrics.SOCKETS[place.role].inc()
        self._lines[place.line, place.role] = place
        self._audiences[place.session][place.role][place.sid] = place
        if place.token:
            self._seats[place.session, place.token][place.sid] = place

    def too_many(self, place: Place) -> list[Place]:
        """The oldest sockets of this one's seat, when it has more than a phone needs."""
        return list(self._seats.get((place.session, place.token), {}).values())[:-MOST_OF_A_SEAT]

    def get(self, sid: str) -> Place | None:
        return self._places.get(sid)

    def on_line(self, line: str, role: Role) -> Place | None:
        """The place that a connection has in the namespace of a role."""
        return self._lines.get((line, role))

    def remove(self, sid: str) -> Place | None:
        place = self._places.pop(sid, None)
        if place is not None:
            metrics.SOCKETS[place.role].dec()
            self._leave_seat(place)
            if self._lines.get((place.line, place.role)) is place:
                del self._lines[place.line, place.role]
            here = self._audiences[place.session]
            here[place.role].pop(sid, None)
            if not here[place.role]:
                del here[place.role]
            if not here:
                del self._audiences[place.session]
        return place

    def _leave_seat(self, place: Place) -> None:
        seat = self._seats.get((place.session, place.token), {})
        seat.pop(place.sid, None)
        if not seat:
            self._seats.pop((place.session, place.token), None)

    def of(self, session: str) -> list[Place]:
        """Everybody here in a session."""
        return [p for places in self._audiences.get(session, {}).values() for p in places.values()]

    def audience(self, session: str, role: Role) -> list[Place]:
        """Everybody here of one role in a session."""
        return list(self._audiences.get(session, {}).get(role, {}).values())

    def roles(self, session: str) -> set[Role]:
        """The audiences that this worker has in a session."""
        return set(self._audiences.get(session, {}))

    def sessions(self) -> list[str]:
        return list(self._audiences)

    def count(self) -> int:
        """How many sockets this worker has."""
        return len(self._places)
