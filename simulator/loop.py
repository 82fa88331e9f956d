"""Virtual time, and tasks that take turns in it: nothing waits for a clock on the wall or runs beside another.

A task is a greenlet, as in the product. It gives way where the product would wait: for the store, for the record, for
time, for a lock. What comes next is the earliest; of two at one moment chance has put one a little later.
"""

from __future__ import annotations

import heapq
import itertools
import random
from collections.abc import Callable, Iterable
from typing import Any

from greenlet import getcurrent, greenlet

BEGAN = 1_800_000_000.0
"""Seconds since the epoch, when a simulation begins."""


class Task(greenlet):
    """One thing that a worker does. `owner`: that worker; what it spawns is that worker's too."""

    def __init__(self, act: Callable[[], object], owner: Any, parent: greenlet) -> None:
        super().__init__(self._whole, parent)
        self._act, self.owner, self._over = act, owner, False

    def _whole(self) -> None:
        try:
            self._act()
        except Killed:
            pass
        finally:
            self._over = True

    def ready(self) -> bool:
        """Whether it has come to its end, as gevent names it."""
        return self._over


class Killed(BaseException):
    """The worker's process has died: no `except Exception` and no `finally` of it reaches anything any more."""


class Loop:
    """One simulation's time."""

    def __init__(self, chance: random.Random) -> None:
        self.now = 0.0
        self._chance = chance
        self._heap: list[tuple[float, int, Callable[[], object]]] = []
        self._number = itertools.count()
        self._main = getcurrent()
        self._tasks: set[Task] = set()

    def later(self, seconds: float, act: Callable[[], object]) -> None:
        """Have it done; of what is asked for one moment the order is by chance."""
        due = self.now + max(0.0, seconds) + self._chance.random() * 1e-6
        heapq.heappush(self._heap, (due, next(self._number), act))

    def spawn(self, act: Callable[..., object], *given: Any, owner: Any = None) -> Task:
        """A task that begins at once, which is: next; a worker that has died begins nothing."""
        here = getcurrent()
        task = Task(lambda: act(*given), owner or (here.owner if isinstance(here, Task) else None), self._main)
        if task.owner is None or not task.owner.dead:
            self._tasks.add(task)
            self.later(0.0, lambda: self._go(task))
        return task

    def spawn_later(self, seconds: float, act: Callable[..., object], *given: Any) -> None:
        """A task of whoever asks for it, after so long."""
        here = getcurrent()
        owner = here.owner if isinstance(here, Task) else None
        self.later(seconds, lambda: self.spawn(act, *given, owner=owner))

    def sleep(self, seconds: float = 0.0) -> None:
        """Give way for so long. Outside of tasks nobody waits. Raises Killed when the worker has died meanwhile."""
        here = getcurrent()
        if not isinstance(here, Task):
            return
        alive_or_not(here)
        self.later(seconds, lambda: self._go(here))
        self._main.switch()
        alive_or_not(here)

    def _go(self, task: Task) -> None:
        if not task.dead:
            task.switch()
        if task.dead:
            self._tasks.discard(task)

    def due(self) -> float | None:
        """When something is to be done next."""
        return self._heap[0][0] if self._heap else None

    def step(self) -> None:
        """Do what is due next."""
        due, _, act = heapq.heappop(self._heap)
        self.now = max(self.now, due)
        act()

    def end(self, owners: Iterable[Any]) -> None:
        """Everybody dies, and every task that is left is thrown out."""
        for owner in owners:
            owner.dead = True
        for task in list(self._tasks):
            if task:  # it had begun
                task.throw(Killed)
        self._heap.clear()


def alive_or_not(task: Task) -> None:
    """Raises Killed when its worker has died."""
    if task.owner is not None and task.owner.dead:
        raise Killed


class Turn:
    """A lock, as `threading.Lock` is where gevent has patched it."""

    def __init__(self, loop: Loop) -> None:
        self._loop, self._taken = loop, False

    def __enter__(self) -> None:
        if self._taken and not isinstance(getcurrent(), Task):
            raise RuntimeError("nobody waits outside of tasks")
        while self._taken:
            self._loop.sleep(0.001)
        self._taken = True

    def __exit__(self, *_: object) -> None:
        self._taken = False


class Event:
    """gevent's, as far as the hub uses it."""

    def __init__(self, loop: Loop) -> None:
        self._loop, self._set, self._waits = loop, False, 0

    def set(self) -> None:
        self._set = True
        if isinstance(task := self._task, Task):
            self._task = None
            self._loop.later(0.0, lambda: self._loop._go(task))

    _task: Task | None = None

    def clear(self) -> None:
        self._set = False

    def wait(self, timeout: float | None = None) -> None:
        """Until it is set, or for so long."""
        here = getcurrent()
        if self._set or not isinstance(here, Task):
            return
        alive_or_not(here)
        self._task, self._waits = here, self._waits + 1
        mine = self._waits
        if timeout is not None:
            self._loop.later(timeout, lambda: self._late(mine))
        self._loop._main.switch()
        alive_or_not(here)

    def _late(self, mine: int) -> None:
        if mine == self._waits and (task := self._task) is not None:
            self._task = None
            self._loop._go(task)
