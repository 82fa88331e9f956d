"""Who is connected to this worker: a socket's session, role, and (in memory only) the token of a delegate's seat."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workshop import metrics
from workshop.activities.base import Role
from workshop.realtime.allowance import Allowance, Allowances
from workshop.realtime.outlet import Outlet
from workshop.realtime.wire import PROTOCOL

if TYPE_CHECKING:
    from workshop.realtime.fanout import Frame

HEARTBEAT = 0.2
"""Times a phone's allowance, for one socket's heartbeat: three a second, twelve at once. A page sends one in three."""
CONSOLE = 4.0
"""Times a phone's allowance, for a console or a screen: several tabs, and two people by one link."""
MOST_OF_A_SEAT = 8
"""Sockets of one phone: a few pages, and those of a bad network that nobody has missed yet. Then the oldest go."""


@dataclass(slots=True)
class Connection:
    """One socket. Its repr says nothing, so that nothing can end up in a log."""

    sid: str
    session: str
    role: Role
    token: str = ""
    user: str = ""
    who: str = ""
    """Who of the session's desks it is (`service/desks.py`); of phones and screens nobody."""
    care: bool = False
    """A desk that cannot move the room."""
    epoch: str = ""
    """The live state in which a delegate's seat is known to be."""
    connection_id: str = ""
    """The engine's id of the connection that carries this socket."""
    protocol: int = PROTOCOL
    """The version that its client speaks."""
    outlet: Outlet | None = None
    ready: bool = True
    """False while its full frame is being made: what the room is sent meanwhile would come before it."""
    missed: bool | None = None
    """None, or that frames were withheld from it; True when one of them was full."""
    given: Frame | None = field(default=None, repr=False)
    """The full frame that it was given by itself, until what the room is sent has come as far."""
    allowance: Allowance = field(default_factory=Allowance)
    """What its phone may still ask for; all sockets of a phone on this worker share it."""
    beats: Allowance = field(default_factory=lambda: Allowance(HEARTBEAT))
    """For its heartbeat alone: who sends too fast is not to be thought silent."""

    def __repr__(self) -> str:
        return f"Connection({self.role})"


class Sockets:
    """All sockets of this worker, by id, by session and by audience. An engine's line has one connection
    in a namespace."""

    def __init__(self) -> None:
        self._connections: dict[str, Connection] = {}
        self._by_connection_id: dict[tuple[str, Role], Connection] = {}
        self._audiences: defaultdict[str, defaultdict[Role, dict[str, Connection]]] = defaultdict(
            lambda: defaultdict(dict)
        )
        self._seats: defaultdict[tuple[str, str], dict[str, Connection]] = defaultdict(dict)
        self._allowances = Allowances()

    def allow(self, connection: Connection) -> Allowance:
        """Give a socket the allowance of its phone, or of its account in this session. It is not renewed by coming."""
        who = (connection.session, connection.role, connection.token or connection.user)
        connection.allowance = self._allowances.of(who, 1.0 if connection.token else CONSOLE)
        return connection.allowance

    def add(self, connection: Connection) -> None:
        self._connections[connection.sid] = connection
        metrics.SOCKETS[connection.role].inc()
        self._by_connection_id[connection.connection_id, connection.role] = connection
        self._audiences[connection.session][connection.role][connection.sid] = connection
        if connection.token:
            self._seats[connection.session, connection.token][connection.sid] = connection

    def too_many(self, connection: Connection) -> list[Connection]:
        """The oldest sockets of this one's seat, when it has more than a phone needs."""
        return list(self._seats.get((connection.session, connection.token), {}).values())[:-MOST_OF_A_SEAT]

    def get(self, sid: str) -> Connection | None:
        return self._connections.get(sid)

    def on_connection(self, connection_id: str, role: Role) -> Connection | None:
        """The connection of a role on an engine's line."""
        return self._by_connection_id.get((connection_id, role))

    def remove(self, sid: str) -> Connection | None:
        connection = self._connections.pop(sid, None)
        if connection is not None:
            metrics.SOCKETS[connection.role].dec()
            self._leave_seat(connection)
            if self._by_connection_id.get((connection.connection_id, connection.role)) is connection:
                del self._by_connection_id[connection.connection_id, connection.role]
            here = self._audiences[connection.session]
            here[connection.role].pop(sid, None)
            if not here[connection.role]:
                del here[connection.role]
            if not here:
                del self._audiences[connection.session]
        return connection

    def _leave_seat(self, connection: Connection) -> None:
        seat = self._seats.get((connection.session, connection.token), {})
        seat.pop(connection.sid, None)
        if not seat:
            self._seats.pop((connection.session, connection.token), None)

    def of(self, session: str) -> list[Connection]:
        """Everybody here in a session."""
        return [p for connections in self._audiences.get(session, {}).values() for p in connections.values()]

    def audience(self, session: str, role: Role) -> list[Connection]:
        """Everybody here of one role in a session."""
        return list(self._audiences.get(session, {}).get(role, {}).values())

    def roles(self, session: str) -> set[Role]:
        """The audiences that this worker has in a session."""
        return set(self._audiences.get(session, {}))

    def sessions(self) -> list[str]:
        return list(self._audiences)

    def count(self) -> int:
        """How many sockets this worker has."""
        return len(self._connections)
