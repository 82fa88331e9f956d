"""A simulation: people, workers, a store, a record and a network, from the beginning to when all has come to rest."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import redis
from greenlet import getcurrent

from simulator import schedule
from simulator.acts import Acts
from simulator.beginning import K
from simulator.history import History
from simulator.lines import FINE, Lines
from simulator.loop import BEGAN, Killed, Loop, Task
from simulator.pages import Engine, Pages
from simulator.record import Away, Shelves
from simulator.room import Room
from simulator.schedule import DESK, PHONES, SCREEN, WORKERS, Schedule
from simulator.store import Store
from simulator.worker import Worker
from workshop.live import keys

KINDS = {**dict.fromkeys(PHONES, "phone"), DESK: "desk", SCREEN: "screen"}
CALL = 0.012
"""Seconds that a store or the record takes at the most, there and back each."""
MOST = 120.0
"""Seconds in which all must have come to rest after the last act."""
LAST_FRAMES = 7.5
"""Seconds within which everybody has seen what moved last: progress is told every two seconds, and a page that lacks
something asks within a second, and once more after five when that was lost.
"""
NOTICED = 3.0
"""Seconds after a loss in which nobody need have noticed it yet, or phones send again."""
MOST_AT_ONCE = 5000
"""What may happen within a second; some hundred do. More is a loop without an end, which must not be waited for."""


class Endless(Exception):
    """So much happens that time does not go on."""


class World:
    """One of them. `loop` has its time; everything else is made in it."""

    def __init__(self, plan: Schedule, loop: Loop, store: Store, engine: Engine) -> None:
        self.plan, self.loop, self.store = plan, loop, store
        self.chance = random.Random(plan.seed)
        store.point, store.told = self.store_point, self._published
        self.phones, self.kinds = PHONES, KINDS
        self.faults: list[str] = []
        self.history, self.room = History(self), Room(self)
        self.lines = Lines(self, random.Random(plan.seed + 1))
        self.pages = Pages(self, engine, plan.seed, K)
        self.workers: list[Worker] = []
        self.shelves, self.session, self.tokens, self.comes = Shelves(), "", dict[int, str](), ""
        self.dies: dict[int, tuple[str, int, int]] = {}
        """Worker → (at the store or the record, calls until then, whether after the call)."""
        self.fails: list[tuple[int, int]] = []
        self.record_away = 0
        self.lost_at = -1.0
        self._second, self._done = -1, 0

    def fault(self, what: str) -> None:
        """Something that must not be."""
        if what not in self.faults:
            self.faults.append(what)

    def clock(self) -> float:
        """What a worker's context is given for the time."""
        return BEGAN + self.loop.now

    # ------------------------------------------------------------ a whole simulation

    def run(self, shelves: Shelves, session: str, tokens: dict[int, str]) -> list[str]:
        """What cannot be, in sentences; nothing when all is as it must be."""
        self.shelves, self.session, self.tokens = shelves, session, tokens
        acts = Acts(self)
        self.workers = [self.starts(number) for number in range(WORKERS)]
        for who in KINDS:
            self.open(who)
        self.until(1.0)
        for act in self.plan.acts:
            self.until(self.loop.now + act.wait)
            acts.do(act)
        self._rest()
        self.room.count_what_is_open()
        for end in ("reveal", "close"):
            if self.room.has("open"):
                acts.do(schedule.Act(0.0, end))
                self._rest()
        self._frames_are_through()
        return self.faults

    def open(self, who: int) -> None:
        """Somebody's page."""
        self.pages.enter(who, "open", KINDS[who], self.session)

    def starts(self, number: int) -> Worker:
        """A worker's process."""
        worker = Worker(self, number)
        self.loop.spawn(worker.begin, owner=worker)
        return worker

    def kill(self, worker: Worker) -> None:
        """Its process; another one is started soon."""
        if worker.dead:
            return
        worker.dead = True
        self.dies.pop(worker.number, None)
        self.lines.died(worker)

        def again() -> None:
            self.workers[worker.number] = self.starts(worker.number)

        self.loop.later(self.chance.uniform(0.2, 2.0), again)

    def lost(self) -> None:
        """The store has lost something: phones that are there send it again."""
        self.lost_at = self.loop.now

    def disturb_all(self) -> None:
        """Something happened to everybody."""
        for phone in PHONES:
            self.lines.disturb(phone)

    # ------------------------------------------------------------ what happens at each call

    def store_point(self, worker: Worker, side: str) -> None:
        """Before and after each call of the store."""
        if not isinstance(getcurrent(), Task):
            return
        self._may_die(worker, "store", side)
        self.loop.sleep(self.chance.uniform(0.0, CALL))
        left = [(n - (side == "before"), after) for n, after in self.fails]
        self.fails = [(n, after) for n, after in left if n > 0 or after != (side == "after")]
        if len(self.fails) < len(left):
            self.disturb_all()
            raise redis.ConnectionError("lost")

    def record_point(self, worker: Worker, side: str) -> None:
        """Before and after each call of the record."""
        if not isinstance(getcurrent(), Task):
            return
        self._may_die(worker, "record", side)
        self.loop.sleep(self.chance.uniform(0.0, CALL))
        if side == "before" and self.record_away:
            self.record_away -= 1
            self.disturb_all()
            raise Away

    def _may_die(self, worker: Worker, where: str, side: str) -> None:
        place, left, after = self.dies.get(worker.number, ("", 0, 0))
        if place != where or worker.dead:
            return
        left -= side == "before"
        self.dies[worker.number] = (place, left, after)
        if left < 0 and after == (side == "after"):
            self.kill(worker)
            raise Killed

    # ------------------------------------------------------------ time

    def until(self, moment: float, over: Callable[[], bool] = lambda: False) -> None:
        """Do what is due until then, or until it is over."""
        while not over():
            mine, theirs = self.loop.due(), self.pages.due()
            nearest = min(due for due in (mine, theirs, moment) if due is not None)
            if nearest >= moment:
                break
            self._goes_on(nearest)
            if theirs is not None and theirs == nearest:
                self.loop.now = max(self.loop.now, theirs)
                self.pages.fire()
            else:
                self.loop.step()
                self.room.look()
        self.loop.now = max(self.loop.now, moment) if not over() else self.loop.now

    def _goes_on(self, moment: float) -> None:
        """Raises Endless when this is too much for one second."""
        self._second, self._done = int(moment), self._done + 1 if int(moment) == self._second else 1
        if self._done > MOST_AT_ONCE:
            raise Endless(f"more than {MOST_AT_ONCE} things within second {self._second}")

    def _rest(self) -> None:
        """The weather is fine, everything is up, and all comes to rest; else it is stuck."""
        self.lines.weather, self.store.up, self.record_away = FINE, True, 0
        self.dies.clear()
        self.fails.clear()
        self.until(self.loop.now + 1.0)
        self.until(max(self.loop.now, self.lost_at + NOTICED))
        end = self.loop.now + MOST
        while self.loop.now < end:
            self.until(self.loop.now + 0.5)
            if self._is_at_rest():
                break
        else:
            self.fault(f"stuck: {self._busy()}, rounds {[(r.id, r.state) for r in self.room.rounds()]}")

    def _frames_are_through(self) -> None:
        """Nothing has moved for long enough. A desk that has gone is taken off a while later: that moves the room once
        more, when all else is at rest.
        """
        end = self.loop.now + MOST
        while self.loop.now < end:
            before = self._revision()
            self.until(self.loop.now + LAST_FRAMES)
            if self._revision() == before:
                return
        self.fault("the room moves and moves, and nobody does anything")

    def _revision(self) -> bytes:
        return self.store.value(keys.key(self.session, "meta"))[b"rev"]

    def _busy(self) -> dict[int, Any]:
        found = {who: self.pages.look(who, "busy") for who in KINDS}
        return {who: b for who, b in found.items() if b["waiting"] or b["running"] or b["state"] != "online"}

    def _is_at_rest(self) -> bool:
        if any(w.dead for w in self.workers) or not self.lines.quiet() or self.history.asking:
            return False
        return not self.room.has("closing") and not self._busy()

    def _published(self, message: str) -> None:
        session, _, revision = message.partition(" ")
        for worker in [w for w in self.workers if not w.dead]:
            if self.chance.random() < 0.9:
                self.loop.later(self.chance.uniform(0, CALL), lambda w=worker: w.hub.revised(session, int(revision)))
