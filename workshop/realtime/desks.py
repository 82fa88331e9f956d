"""The desks that are connected to this worker, kept on the list that every desk of the session sees."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from gevent import Greenlet, spawn_later

from workshop.activities.desks import DESKS
from workshop.realtime.sockets import Connection, Sockets
from workshop.service import desks
from workshop.service.context import Context
from workshop.service.ports import Snapshot, Unavailable, UnknownSession

GRACE = 4.0
"""Seconds for which a desk that is not connected stays on the list: a page that is loaded anew, a line that breaks."""
PATIENCE = 6.0
"""Seconds in which other workers say of a desk that was asked for that it is with them: they look twice a second."""


class Desks:
    """One for a worker."""

    def __init__(self, context: Context, sockets: Sockets) -> None:
        self._context, self._sockets, self._worker = context, sockets, context.new_id()
        self._waiting: dict[tuple[str, str], Greenlet[..., None]] = {}
        """One timer for a session, and one for a desk of it, however often somebody comes and goes."""

    def arrived(self, connection: Connection) -> None:
        """Somebody has connected; a phone or a screen is no desk."""
        if connection.who:
            self._do(lambda: desks.came(self._context, connection.session, self._worker, connection.who))
            self._later(PATIENCE, connection.session, "", lambda: desks.unheard(self._context, connection.session))

    def left(self, connection: Connection | None) -> None:
        """A socket has gone, if there was one."""
        if connection is not None and connection.who:
            session, who = connection.session, connection.who
            self._later(GRACE, session, who, lambda: self._gone(session, who))

    def look(self, seen: Snapshot) -> None:
        """Whoever is here and not on the list, as it was read, is put there. Raises UnknownSession, Unavailable."""
        listed = seen.collections.get(DESKS.name, {})
        missing = {who for who in self._here(seen.head.session) if desks.is_missing(listed, who)}
        if missing and seen.head.state != "ended":
            desks.still_here(self._context, seen.head.session, self._worker, missing)

    def _later(self, seconds: float, session: str, who: str, act: Callable[[], None]) -> None:
        """So long after the last time that it was asked for."""
        if before := self._waiting.pop((session, who), None):
            before.kill(block=False)
        self._waiting[session, who] = spawn_later(seconds, self._at_last, session, who, act)

    def _at_last(self, session: str, who: str, act: Callable[[], None]) -> None:
        self._waiting.pop((session, who), None)
        self._do(act)

    def _gone(self, session: str, who: str) -> None:
        if who not in self._here(session):
            desks.went(self._context, session, self._worker, who)

    def _here(self, session: str) -> set[str]:
        return {c.who for c in self._sockets.audience(session, "facilitator")}

    def _do(self, act: Callable[[], None]) -> None:
        """The list is a courtesy: a store that is away, or a session that has gone, holds nobody up."""
        with suppress(Unavailable, UnknownSession):
            act()
