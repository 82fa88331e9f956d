"""Runs simulations: one from its seed or its schedule, many, and one that failed until it is as short as it can be."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fakeredis import FakeServer

from simulator.beginning import begun, copied
from simulator.checks import at_rest
from simulator.loop import Loop
from simulator.pages import Engine
from simulator.patched import patched
from simulator.record import Shelves
from simulator.schedule import Schedule, drawn, minimal
from simulator.store import Store
from simulator.worker import Worker
from simulator.world import World

BEGINNING = 1 << 40
"""No schedule's seed: its chance would give a rebuilt room the epoch that the room began with."""


@dataclass
class Start:
    """The beginning, made once: it is the same for every simulation."""

    data: dict[bytes, Any]
    shelves: Shelves
    session: str
    tokens: dict[int, str]


def start(server: FakeServer, engine: Engine) -> Start:
    """Make it."""
    loop = Loop(random.Random(BEGINNING))
    with patched(loop, BEGINNING):
        world = World(Schedule(BEGINNING, ()), loop, _store(server, BEGINNING), engine)
        session, tokens = begun(Worker(world, 0))
    return Start(world.store.saved(), world.shelves, session, tokens)


def _store(server: FakeServer, seed: int) -> Store:
    return Store(server, random.Random(seed), lambda worker, side: None, lambda message: None)


class Simulator:
    """For one script of pages."""

    def __init__(self, engine: Engine) -> None:
        self._server, self._engine = FakeServer(version=(8,)), engine
        self._start = start(self._server, engine)

    def run(self, plan: Schedule) -> list[str]:
        """What must not be, of one schedule."""
        loop = Loop(random.Random(plan.seed))
        with patched(loop, plan.seed):
            store = _store(self._server, plan.seed)
            store.fill(self._start.data)
            world = World(plan, loop, store, self._engine)
            try:
                faults = world.run(copied(self._start.shelves), self._start.session, dict(self._start.tokens))
                at_rest(world)
            except Exception as fault:
                world.fault(f"{type(fault).__name__}: {fault}")
                faults = world.faults
            finally:
                loop.end(world.workers)
        return faults

    def failing(self, seeds: range) -> Iterator[tuple[Schedule, list[str]]]:
        """Every seed of which something is not as it must be."""
        for seed in seeds:
            plan = drawn(seed)
            if faults := self.run(plan):
                yield plan, faults

    def shortest(self, plan: Schedule) -> Schedule:
        """One that fails, as short as it can be made."""
        return minimal(plan, lambda shorter: bool(self.run(shorter)))
