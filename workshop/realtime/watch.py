"""The watch: every second, closes the sockets of those who may not be here any more.

Signing out, losing a role, a session that was forgotten, a seat given back: within two seconds nothing more is sent.
When the live state was rebuilt, it gives everybody who is here the seat back. One question to the record and one to the
live store answer for all rooms; a room is read only when something happened in it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from gevent import sleep

from workshop.realtime.sockets import Connection, Sockets
from workshop.service.context import Context
from workshop.service.join import take_back
from workshop.service.ports import Signs, Unavailable, UnknownSession
from workshop.service.seats import seat_ref

EVERY = 1.0
Comer = tuple[str, str]
"""A session, and who is in it: an account with its sign-in, a pass, "" for its phones."""
Stay = Callable[[Collection[Comer]], Collection[Comer]]
Close = Callable[[Connection], None]
AskSigns = Callable[[Collection[str]], Mapping[str, Signs]]


class Watch:
    """One for a worker. `stay` picks those who may; `close` ends a socket; `signs` says where something happened."""

    def __init__(self, context: Context, sockets: Sockets, stay: Stay, close: Close, signs: AskSigns) -> None:
        self._context, self._sockets, self._stay, self._close = context, sockets, stay, close
        self._signs = signs
        self._seen: dict[str, tuple[str, int]] = {}
        """Session → the epoch, and as of which revision devices came or went."""
        self._looked: dict[str, Signs] = {}

    def run(self, running: Callable[[], bool]) -> None:
        """Until `running()` is false."""
        while running():
            sleep(EVERY)
            self.round()

    def round(self) -> None:
        """Look at everybody once. An outage closes nobody."""
        sessions = self._sockets.sessions()
        self._seen = {s: seen for s, seen in self._seen.items() if s in sessions}
        self._looked = {s: signs for s, signs in self._looked.items() if s in sessions}
        try:
            self._close_who_may_not_stay(sessions)
            signs = self._signs(sessions)
        except Unavailable:
            return
        for session in sessions:
            try:
                self._by_seat(session, signs.get(session))
            except (Unavailable, UnknownSession):
                self._looked.pop(session, None)

    def _close_who_may_not_stay(self, sessions: list[str]) -> None:
        """A session's phones all come and go with it."""
        here: dict[Comer, list[Connection]] = {}
        for session in sessions:
            for role in self._sockets.roles(session):
                for connection in self._sockets.audience(session, role):
                    here.setdefault((session, connection.user), []).append(connection)
        stay = self._stay(here.keys())
        for comer, connections in here.items():
            if comer not in stay:
                for connection in connections:
                    self._close(connection)

    def _by_seat(self, session: str, signs: Signs | None) -> None:
        """Seats are looked at when devices came or went, and given back when the live state is a new one.

        Which one a seat is in is known of each by itself: one that came just before the state was lost, and another's
        return just after it, must not look as if the first had left.
        """
        connections = self._sockets.audience(session, "delegate")
        if not connections or (signs is not None and self._looked.get(session) == signs):
            return
        seen = self._context.live.view(session, lambda head: ())
        now = (seen.epoch, seen.parts.get("session", 0))
        before = self._seen.get(session)
        self._seen[session] = now
        if seen.head.state != "ended":
            moved = [p for p in connections if (p.epoch or (before or now)[0]) != seen.epoch]
            for connection in moved:
                connection.epoch = take_back(self._context, session, connection.token)
            if before != now and not moved:
                for connection in self._left(session, connections):
                    self._close(connection)
            if moved:
                return  # who left before the state was a new one is looked for the next time
        if signs is not None:
            self._looked[session] = signs

    def _left(self, session: str, connections: list[Connection]) -> list[Connection]:
        """Those whose seat was given back, all asked for at once."""
        live = self._context.live
        head = live.head(session, fresh=True)
        slots = {p.sid: seat_ref(live.seat(session, p.token)) for p in connections}
        found = live.load(head, tuple(dict.fromkeys(slots.values())), all_counts=False).slices
        return [p for p in connections if slots[p.sid].key and found[slots[p.sid]] is None]
