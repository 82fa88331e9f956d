"""Who is connected to this worker: a socket's session, role, and (in memory only) the token of a delegate's seat."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from workshop import metrics
from workshop.activities.base import Role
from workshop.realtime.allowance import Allowance, Allowances
from workshop.realtime.outlet import Outlet
from workshop.realtime.wire import PROTOCOL

HEARTBEAT = 0.2
"""Times a phone's allowance, for one socket's heartbeat: three a second, twelve at once. A page sends one in three."""
CONSOLE = 4.0
"""Times a phone's allowance, for a console or a screen: several tabs, and two people by one link."""
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
    protocol: int = PROTOCOL
    """The version that its client speaks."""
    outlet: Outlet | None = None
    ready: bool = True
    """False while its full frame is being made: what the room is sent meanwhile would come before it."""
    missed: bool | None = None
    """None, or that frames were withheld from it; True when one of them was full."""
    allowance: Allowance = field(default_factory=Allowance)
    """What its phone may still ask for; all sockets of a phone on this worker share it."""
    beats: Allowance = field(default_factory=lambda: Allowance(HEARTBEAT))
    """For its heartbeat alone: who sends too fast is not to be thought silent."""

    def __repr__(self) -> str:
        return f"Place({self.role})"


class Sockets:
    """All sockets of this worker, by id, by session and by audience. A connection has one place in a namespace."""

    def __init__(self) -> None:
        self._places: dict[str, Place] = {}
        self._lines: dict[tuple[str, Role], Place] = {}
        self._audiences: defaultdict[str, defaultdict[Role, dict[str, Place]]] = defaultdict(lambda: defaultdict(dict))
        self._seats: defaultdict[tuple[str, str], dict[str, Place]] = defaultdict(dict)
        self._allowances = Allowances()

    def allow(self, place: Place) -> Allowance:
        """Give a socket the allowance of its phone, or of its account in this session. It is not renewed by coming."""
        who = (place.session, place.role, place.token or place.user)
        place.allowance = self._allowances.of(who, 1.0 if place.token else CONSOLE)
        return place.allowance

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
