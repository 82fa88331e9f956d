"""One frame loop a session with sockets here: woken by revisions, at most five frames a second, and it keeps house."""

from __future__ import annotations

import math
import time

from gevent import sleep, spawn
from gevent.event import Event

from workshop.realtime.fanout import Fanout
from workshop.realtime.frames import INTERVAL, FrameLoop
from workshop.realtime.sockets import Sockets
from workshop.service.context import Context
from workshop.service.housekeeping import EVERY, Housekeeper
from workshop.service.ports import Unavailable, UnknownSession
from workshop.service.sessions import ensure_live

ASK = 1.0
"""Seconds between two questions for the revision, whatever the channel said or did not say."""


class Hub:
    """Starts a loop when the first socket of a session arrives and ends it with the last."""

    def __init__(self, context: Context, sockets: Sockets, fanout: Fanout) -> None:
        self._context, self._sockets, self._fanout = context, sockets, fanout
        self._woken: dict[str, Event] = {}
        self._loops: dict[str, FrameLoop] = {}

    def arrived(self, session: str) -> None:
        """A socket of this session has connected."""
        if session not in self._woken:
            self._woken[session] = Event()
            self._woken[session].set()
            spawn(self._run, session)

    def shown(self, session: str) -> None:
        """Somebody of this session was given a full frame by itself."""
        if loop := self._loops.get(session):
            loop.shown()

    def revised(self, session: str, revision: int) -> None:
        """The channel spoke."""
        if woken := self._woken.get(session):
            woken.set()

    def _run(self, session: str) -> None:
        loop = self._loops[session] = FrameLoop(self._context, session, self._fanout)
        keeper, kept, keeping = Housekeeper(self._context, session), time.monotonic(), None
        woken, seen, due, moving = self._woken[session], -1, math.inf, False
        try:
            while self._sockets.roles(session):
                # While the room moves we look again unasked: not every revision is told on the channel.
                woken.wait(timeout=0.0 if moving else max(0.0, min(ASK, due - time.monotonic())))
                woken.clear()
                before = seen
                seen, due = self._tick(loop, session, seen, due)
                moving = before != seen != -1
                self._catch_up(loop, session)
                if time.monotonic() - kept >= EVERY and (keeping is None or keeping.ready()):
                    # By itself: a database that hangs must not hold up the frames.
                    keeping, kept = spawn(keeper.run), time.monotonic()
                sleep(INTERVAL)
        finally:
            self._woken.pop(session, None)
            self._loops.pop(session, None)
            if self._sockets.of(session):
                self.arrived(session)

    def _tick(self, loop: FrameLoop, session: str, seen: int, due: float) -> tuple[int, float]:
        """Send what moved, or what was held back until `due`: (revision seen, when a held part is due next).

        A store that is away is waited for; a session that is gone is rebuilt.
        """
        try:
            revision = self._context.live.revision(session)
            if revision == 0:
                ensure_live(self._context, session)
            if revision == seen and time.monotonic() < due:
                return seen, due
            held = loop.tick(self._sockets.roles(session))
            return revision, math.inf if held is None else time.monotonic() + held
        except (Unavailable, UnknownSession):
            return -1, math.inf

    def _catch_up(self, loop: FrameLoop, session: str) -> None:
        for role in self._sockets.roles(session):
            self._fanout.again(session, role, lambda full, role=role: loop.newest(role, full))
