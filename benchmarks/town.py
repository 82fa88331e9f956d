"""A workshop with many rooms at their first placing, each with its phones, its console and its screen."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any, Self

from benchmarks.processes import LOAD_CORE, Load, Workshop, cpu_of
from benchmarks.room import AGENDA, CASE, Room
from workshop.rehearsal.facilitator import SimulatedFacilitator

Figures = dict[str, Any]


class Town:
    """`rooms` rooms of `seats` phones on a server of its own; with `workers`, on so many processes and all cores."""

    def __init__(self, rooms: int, seats: int, workers: int = 1) -> None:
        self.rooms, self.seats, self._workers, self._stack = rooms, seats, workers, ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            several = ("--workers", str(self._workers)) if self._workers > 1 else ()
            self.workshop = stack.enter_context(Workshop(*several))
            self.facilitator = SimulatedFacilitator(self.workshop.url, self.workshop.link)
            core = None if several else LOAD_CORE
            self.load = stack.enter_context(Load(self.workshop.url, "/delegate", "crowd", core))
            self._fill()
            self._open()
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _fill(self) -> None:
        """Sessions by the form, consoles and screens by the facilitator's cookie, seats by the join form."""
        made = {"scenario": CASE, "agenda": AGENDA, "k": 5, "title": "", "placed_before": False}
        browser = self.facilitator.browser
        sessions = [browser.post("/facilitate/sessions", made)["session"] for _ in range(self.rooms)]
        codes = self.load.tell("consoles", cookie=browser.cookies, sessions=sessions)["codes"]
        self.load.tell("screens", cookie=browser.cookies, sessions=sessions)
        self.connected = self.load.tell("fill", codes=codes, n=self.seats)["seconds"]

    def _open(self) -> None:
        """To the first placing: one room shows what its steps and cards are called, and they are called so in all."""
        with Room(self.workshop, self.facilitator, 0) as pilot:
            pilot.open()
            step = pilot.facilitator.line.parts["agenda"]["steps"][pilot.facilitator.line.parts["agenda"]["position"]]
            self.placing = {"round": pilot.round, "cards": pilot.cards, "stages": pilot.stages}
            pilot.facilitator.send("session.end", {})
        self.load.tell("order", name="session.go", body={"step": step["id"]})
        self.load.tell("order", name="board.open", body={})
        self.load.tell("stay", seconds=2.0, beating=False)

    def stay(self, seconds: float, beating: bool) -> Figures:
        """Nothing happens; with `cpu`, the server's seconds of CPU a second and room."""
        found = self._weighed("stay", seconds=seconds, beating=beating)
        return {**found, "cpu": found["web"] / found["seconds"] / self.rooms}

    def place(self, every: float, seconds: float, **more: Any) -> Figures:
        """Everybody places so often; with `cpu`, the server's seconds of CPU a placement, all in."""
        found = self._weighed("work", **self.placing, every=every, seconds=seconds, **more)
        return {**found, "cpu": found["web"] / max(1, found["acked"])}

    def finish(self, rooms: int) -> None:
        """So many rooms may be shown from now on."""
        self.load.tell("finish_rooms", rooms=rooms, **self.placing)

    def _weighed(self, do: str, **order: Any) -> Figures:
        """With the seconds of CPU of the web processes, the live store and the load."""
        before = self._cpu()
        answer = self.load.tell(do, **order)
        return answer | {name: spent - before[name] for name, spent in self._cpu().items()}

    def _cpu(self) -> dict[str, float]:
        web = self.workshop.children() if self._workers > 1 else [self.workshop.child.pid]
        return {"web": sum(map(cpu_of, web)), "store": cpu_of(self.workshop.store()), "load": self.load.cpu()}
