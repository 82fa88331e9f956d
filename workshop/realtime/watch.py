"""The watch: every second, closes the sockets of those who may not be here any more.

Signing out, losing a role, a session that was forgotten, a seat given back: within two seconds nothing more is sent.
When the live state was rebuilt, it gives everybody who is here the seat back.
"""

from __future__ import annotations

from collections.abc import Callable

from gevent import sleep

from workshop.realtime.sockets import Connection, Sockets
from workshop.service.context import Context
from workshop.service.join import take_back
from workshop.service.ports import Unavailable, UnknownSession
from workshop.service.seats import seat_ref

EVERY = 1.0
Stays = Callable[[Connection], bool]
Close = Callable[[Connection], None]


class Watch:
    """One for a worker. `stays` says whether a socket may be kept; `close` ends it."""

    def __init__(self, context: Context, sockets: Sockets, stays: Stays, close: Close) -> None:
        self._context, self._sockets, self._stays, self._close = context, sockets, stays, close
        self._seen: dict[str, tuple[str, int]] = {}

    def run(self, running: Callable[[], bool]) -> None:
        """Until `running()` is false."""
        while running():
            sleep(EVERY)
            self.round()

    def round(self) -> None:
        """Look at everybody once. An outage closes nobody."""
        sessions = self._sockets.sessions()
        self._seen = {s: seen for s, seen in self._seen.items() if s in sessions}
        for session in sessions:
            try:
                self._by_seat(session, self._by_role(session))
            except (Unavailable, UnknownSession):
                continue

    def _by_role(self, session: str) -> bool:
        """Whether anybody but delegates may stay; then the session is there, and need not be asked for again."""
        asked: dict[tuple[str, str], bool] = {}
        for connection in [p for p in self._sockets.of(session) if p.role != "delegate"]:
            who = (connection.role, connection.user)
            if who not in asked:
                asked[who] = self._stays(connection)
            if not asked[who]:
                self._close(connection)
        return any(asked.values())

    def _by_seat(self, session: str, is_there: bool) -> None:
        """Seats are looked at when devices came or went, and given back when the live state is a new one.

        Which one a seat is in is known of each by itself: one that came just before the state was lost, and another's
        return just after it, must not look as if the first had left.
        """
        connections = self._sockets.audience(session, "delegate")
        if not connections:
            return
        if not is_there and not self._stays(connections[0]):  # the session was forgotten
            for connection in connections:
                self._close(connection)
            return
        seen = self._context.live.view(session, lambda head: ())
        now = (seen.epoch, seen.parts.get("session", 0))
        before = self._seen.get(session)
        self._seen[session] = now
        if seen.head.state == "ended":
            return
        moved = [p for p in connections if (p.epoch or (before or now)[0]) != seen.epoch]
        for connection in moved:
            connection.epoch = take_back(self._context, session, connection.token)
        if before != now and not moved:
            for connection in self._left(session, connections):
                self._close(connection)

    def _left(self, session: str, connections: list[Connection]) -> list[Connection]:
        """Those whose seat was given back, all asked for at once."""
        live = self._context.live
        head = live.head(session, fresh=True)
        slots = {p.sid: seat_ref(live.seat(session, p.token)) for p in connections}
        found = live.load(head, tuple(dict.fromkeys(slots.values())), all_counts=False).slices
        return [p for p in connections if slots[p.sid].key and found[slots[p.sid]] is None]
