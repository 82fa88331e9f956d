"""Lines between pages and workers, and what a network does to them.

A line is a connection: in order and whole, until it is cut. Weather makes it worse: what was sent is delayed, lost,
said twice, or overtaken by what was sent later. Frames are lost only with their line, as TCP has it. In truth they come
in order, too; here they may overtake those of another revision in the same epoch, of which a page can tell the newer.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Weather:
    """`delay`: the longest, in seconds; the others are chances of one message."""

    delay: float = 0.02
    lost: float = 0.0
    twice: float = 0.0
    overtakes: bool = False


FINE = Weather()
WEATHERS = {
    "fine": FINE,
    "slow": Weather(delay=1.5),
    "losing": Weather(delay=0.2, lost=0.25),
    "doubling": Weather(delay=0.5, twice=0.4),
    "overtaking": Weather(delay=1.0, overtakes=True),
    "all": Weather(delay=1.2, lost=0.15, twice=0.2, overtakes=True),
}
ARRIVES, LATE = 0.6, (0.5, 8.0)
"""The chance that what was lost on its way to a worker comes after all, and after how many seconds."""
FRAME = re.compile(r'"epoch":"([^"]+)","rev":(\d+)')
IN_ORDER = 1e-5
"""Seconds by which one packet comes after another: more than the loop may shift them by."""
SAID_AGAIN = 3.0
"""The longest until a network says something a second time, past whatever was said meanwhile: also past a loss of the
store, which has forgotten by then that it was done before.
"""


@dataclass
class Line:
    """One connection, from the page's side and from the worker's."""

    name: str
    who: int
    namespace: str
    worker: Any
    here: bool = True
    """Whether the page still holds it."""
    broken: bool = False
    """Whether nothing comes down it any more, though neither side need know."""
    there: bool = False
    """Whether the worker does."""
    up_free: float = 0.0
    down_free: float = 0.0
    down_first: float = 0.0
    """When the last frame of an epoch before has come down."""
    epoch: str = ""
    down_at: dict[str, float] = field(default_factory=dict[str, float])
    """Revision → when the last frame of it, in this epoch, comes down."""
    under_way: int = 0
    inbox: list[str] = field(default_factory=list[str])
    busy: bool = False
    began: int = 0
    """How often the store had lost something when the worker began with the newest message."""


class Lines:
    """All of them. `world` is the simulation."""

    def __init__(self, world: Any, chance: random.Random) -> None:
        self._world, self._chance = world, chance
        self.weather = FINE
        self.lines: dict[str, Line] = {}
        self.disturbed: dict[int, float] = {}
        """Client → when the network last did something to it that is more than a little delay."""

    def of(self, who: int) -> list[Line]:
        """Those that a client's page holds."""
        return [line for line in self.lines.values() if line.who == who and line.here]

    def waiting(self, name: str) -> int:
        """Packets on their way down."""
        return self.lines[name].under_way

    def quiet(self) -> bool:
        """Whether nothing is on its way."""
        return not any(line.here and (line.under_way or line.inbox or line.busy) for line in self.lines.values())

    def disturb(self, who: int) -> None:
        """From now on nobody can say that this client had a fine line."""
        self.disturbed[who] = self._world.loop.now

    # ------------------------------------------------------------ up

    def open(self, who: int, name: str, namespace: str, auth: object) -> None:
        """A page opens a line, to one of the workers that are up."""
        workers = [w for w in self._world.workers if not w.dead]
        worker = self._chance.choice(workers) if workers else None
        line = self.lines[name] = Line(name, who, namespace, worker)
        if worker is None:
            self.disturb(who)
            self._later(line, lambda: self._refuse(line, "websocket error"))
        else:
            self._later(line, lambda: self._world.loop.spawn(self._enter, line, auth, owner=worker))

    def _enter(self, line: Line, auth: object) -> None:
        if not line.here:
            return
        line.there = True
        said = line.worker.connect(line.name, line.namespace, self._world.tokens.get(line.who, ""), auth)
        if said:
            line.there = False
            self.disturb(line.who)
            self._later(line, lambda: self._refuse(line, said))

    def _refuse(self, line: Line, why: str) -> None:
        if line.here:
            line.here = False
            self._world.pages.enter(line.who, "end", line.name, "connect_error", {"message": why})

    def up(self, name: str, packet: str) -> None:
        """A page sends."""
        line = self.lines[name]
        self._world.history.sent(line, packet)
        weather = self.weather
        if self._chance.random() < weather.lost:
            self.disturb(line.who)
            if self._chance.random() < ARRIVES:
                self._world.loop.later(self._chance.uniform(*LATE), lambda: self._arrives(line, packet, late=True))
        else:
            self._later(line, lambda: self._arrives(line, packet), up=True)
        if self._chance.random() < weather.twice:
            self._world.history.doubled(line, packet)
            self.disturb(line.who)
            again = self._chance.uniform(0.0, SAID_AGAIN)
            self._world.loop.later(again, lambda: self._arrives(line, packet, late=True))

    def _arrives(self, line: Line, packet: str, late: bool = False) -> None:
        if line.worker is None or line.worker.dead:
            return
        if (line.broken or not line.here) and not late:  # it was cut while this was on its way
            if self._chance.random() < ARRIVES:
                self._world.loop.later(self._chance.uniform(*LATE), lambda: self._arrives(line, packet, late=True))
            return
        line.inbox.append(packet)
        if not line.busy:
            line.busy = True
            self._world.loop.spawn(self._read, line, owner=line.worker)

    def _read(self, line: Line) -> None:
        """One after the other, as the engine reads a connection."""
        while line.inbox:
            line.began = self._world.store.losses
            line.worker.hear(line.name, line.inbox.pop(0))
        line.busy = False

    # ------------------------------------------------------------ down

    def down(self, name: str, packet: str) -> None:
        """A worker sends."""
        line = self.lines.get(name)
        if line is None or not line.there:
            return
        is_ack = packet.startswith("3")
        if is_ack:
            self._world.history.said(line, packet)
        if self.weather.lost and self._chance.random() < self.weather.lost / 2:
            self.disturb(line.who)
            if not is_ack:
                self.cut(line)
            return
        line.under_way += 1
        epoch, rev = found.groups() if (found := FRAME.search(packet)) else ("", "")
        if epoch not in ("", line.epoch):
            line.epoch, line.down_first, line.down_at = epoch, line.down_free, {}
        due = self._later(line, lambda: self._heard(line, packet), after=line.down_at.get(rev, 0.0))
        line.down_at |= {rev: due} if rev else {}

    def _heard(self, line: Line, packet: str) -> None:
        line.under_way -= 1
        if line.here and not line.broken:
            self._world.pages.enter(line.who, "hear", line.name, packet)

    # ------------------------------------------------------------ the end of a line

    def close(self, name: str) -> None:
        """The page has put it away; the worker learns of it in a while."""
        line = self.lines[name]
        line.here = False
        self._goes(line, self._chance.uniform(0.0, 0.3))

    def hung_up(self, name: str) -> None:
        """The worker has."""
        line = self.lines[name]
        self._goes(line, 0.0)
        self._later(line, lambda: self._ends(line, "io server disconnect"))

    def cut(self, line: Line) -> None:
        """The network has: what was on its way up may still come, much later; the worker may not notice for long."""
        self.disturb(line.who)
        line.broken = True
        self._goes(line, self._chance.uniform(0.0, 8.0))
        self._world.loop.later(self._chance.uniform(0.0, 0.5), lambda: self._ends(line, "transport close"))

    def died(self, worker: Any) -> None:
        """A worker's process has."""
        for line in [found for found in self.lines.values() if found.worker is worker]:
            line.there = False
            if line.here:
                self.disturb(line.who)
                self._later(line, lambda line=line: self._ends(line, "transport close"))

    def _ends(self, line: Line, why: str) -> None:
        if line.here:
            line.here = False
            self._world.pages.enter(line.who, "end", line.name, "disconnect", why)

    def _goes(self, line: Line, seconds: float) -> None:
        def gone() -> None:
            if line.there and not line.worker.dead:
                line.there = False
                line.worker.lost(line.name, line.namespace)

        self._world.loop.later(seconds, lambda: self._world.loop.spawn(gone, owner=line.worker))

    def _later(self, line: Line, act: Callable[[], object], up: bool = False, after: float = 0.0) -> float:
        """After a delay, and after what was sent before, unless the weather has it overtaken. Returns when."""
        now, weather = self._world.loop.now, self.weather
        delay = self._chance.uniform(0.0, weather.delay)
        if delay > 0.2:
            self.disturb(line.who)
        due = max(now + delay, (after if up else max(after, line.down_first)) + IN_ORDER)
        if not weather.overtakes:
            due = max(due, (line.up_free if up else line.down_free) + IN_ORDER)
        if up:
            line.up_free = max(line.up_free, due)
        else:
            line.down_free = max(line.down_free, due)
        self._world.loop.later(due - now, act)
        return due
