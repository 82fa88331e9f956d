"""One frame loop a session with sockets here. A loop waits until something moved; one question asks for all of them.

Each loop sends at most five frames a second and keeps house for its session. A room in which nothing happens costs its
share of the one question, and nothing else.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

import structlog
from gevent import Greenlet, sleep, spawn
from gevent.event import Event

from workshop.logs import where
from workshop.realtime.desks import Desks
from workshop.realtime.fanout import Fanout
from workshop.realtime.frames import INTERVAL, FrameLoop
from workshop.realtime.sockets import Sockets
from workshop.service.context import Context
from workshop.service.housekeeping import EVERY, Housekeeper
from workshop.service.ports import Signs, Unavailable, UnknownSession
from workshop.service.sessions import ensure_live

ASK = 0.5
"""Seconds between two questions for the signs of all rooms, whatever the channel said or did not say."""
GATHER = 0.8
"""Seconds for which a look at answers waits while more are coming in: one look for all of a burst."""
AGAIN = 1.0
"""Seconds until a room is looked at again whose state was away, or in which somebody has left frames lying."""

log = structlog.get_logger("hub")


@dataclass
class _Room:
    """What this worker knows of a session with sockets here."""

    loop: FrameLoop
    keeper: Housekeeper
    woken: Event = field(default_factory=Event)
    signs: Signs | None = None
    """As they stood at the newest look that sent what had moved."""
    newest: Signs | None = None
    gathers: float | None = None
    """Since when answers have been coming in that were not looked at."""
    kept: float = field(default_factory=time.monotonic)
    keeping: Greenlet | None = None


class Hub:
    """Starts a loop when the first socket of a session arrives and ends it with the last."""

    def __init__(self, context: Context, sockets: Sockets, fanout: Fanout) -> None:
        self._context, self._sockets, self._fanout = context, sockets, fanout
        self.desks = Desks(context, sockets)
        self._rooms: dict[str, _Room] = {}
        self._signs: Mapping[str, Signs] = {}

    def arrived(self, session: str) -> None:
        """A socket of this session has connected."""
        if session not in self._rooms:
            room = _Room(
                FrameLoop(self._context, session, self._fanout, self.desks.look), Housekeeper(self._context, session)
            )
            self._rooms[session] = room
            room.woken.set()
            spawn(self._run, session, room)

    def level(self, session: str) -> None:
        """Somebody was given a full frame by itself, and keeps it until the room's frames have come as far."""
        if room := self._rooms.get(session):
            room.woken.set()

    def revised(self, session: str, revision: int) -> None:
        """The channel spoke."""
        room = self._rooms.get(session)
        if room and (room.signs is None or room.signs.rev < revision):
            room.woken.set()

    def signs(self, sessions: Collection[str]) -> Mapping[str, Signs]:
        """As the newest answer had them, at most half a second ago; those that it did not name are asked for."""
        unknown = [session for session in sessions if session not in self._signs]
        return {**self._signs, **(self._context.live.signs(unknown) if unknown else {})}

    def run(self, running: Callable[[], bool]) -> None:
        """Ask for all rooms, until `running()` is false. An outage is waited out."""
        while running():
            sleep(ASK)
            try:
                self.ask()
            except Exception as fault:  # of one question: without the next ones nobody would be told of anything
                log.error("asking_failed", kind=type(fault).__name__, where=where(fault))

    def ask(self) -> None:
        """Wake the loops of rooms in which something happened, and keep house where something is to be done."""
        try:
            self._signs = self._context.live.signs(list(self._rooms))
        except Unavailable:
            return
        for session, room in self._rooms.items():
            signs = self._signs.get(session)
            if signs is None or signs != room.signs or not self._sockets.roles(session):
                room.woken.set()
            if signs is not None:
                self._keep(room, signs)

    def _keep(self, room: _Room, signs: Signs) -> None:
        """By itself: a database that hangs must hold up neither the frames nor the other rooms."""
        now = time.monotonic()
        if now - room.kept < EVERY or not (room.keeping is None or room.keeping.ready()):
            return
        if room.keeper.wants(signs):
            room.keeping, room.kept = spawn(room.keeper.run, signs), now

    def _run(self, session: str, room: _Room) -> None:
        due = math.inf
        try:
            while self._sockets.roles(session):
                room.woken.wait(timeout=None if due == math.inf else max(0.0, due - time.monotonic()))
                room.woken.clear()
                due = self._look(session, room, due)
                # Without signs the state may be another than the loop was last told of: nobody is levelled with that.
                if room.signs is not None and self._catch_up(session, room.loop):
                    due = min(due, time.monotonic() + AGAIN)
                sleep(INTERVAL)
        finally:
            self._rooms.pop(session, None)
            if self._sockets.of(session):
                self.arrived(session)

    def _look(self, session: str, room: _Room, due: float) -> float:
        """Send what moved, or what was held back until `due`: when to look again, unasked (in monotonic seconds).

        A store that is away is waited for; a session that is gone is rebuilt.
        """
        try:
            signs = self._context.live.signs([session]).get(session)
            if signs is None:
                ensure_live(self._context, session)
            now = time.monotonic()
            if signs is not None and signs == room.signs and now < due:
                return due
            if self._gathers(room, signs, now):
                return now
            held = room.loop.tick(self._sockets.roles(session))
        except (Unavailable, UnknownSession):
            room.signs = None
            return time.monotonic() + AGAIN
        moved = signs is None or room.signs is None or room.signs.rev != signs.rev
        room.signs, room.gathers = signs, None
        # While the room moves we look again unasked: not every revision is told on the channel.
        return now if moved else math.inf if held is None else time.monotonic() + held

    def _gathers(self, room: _Room, signs: Signs | None, now: float) -> bool:
        """Whether to wait a little, for nothing but answers came in, and more are just coming."""
        before, room.newest = room.newest, signs
        if signs is None or room.signs is None or (signs.epoch, signs.rev) != (room.signs.epoch, room.signs.rev):
            return False
        if signs.writes == room.signs.writes:
            return False
        room.gathers = room.gathers or now
        return before != signs and now - room.gathers < GATHER

    def _catch_up(self, session: str, loop: FrameLoop) -> bool:
        """Whether somebody is still behind."""
        behind = [
            self._fanout.again(session, role, lambda full, role=role: loop.newest(role, full))
            for role in self._sockets.roles(session)
        ]
        return any(behind)
