"""A workshop with a room full of phones, at its first placing, ready to be measured."""

from __future__ import annotations

import time
from typing import Any, Self

from benchmarks.processes import Load, Workshop
from workshop.rehearsal.facilitator import SimulatedFacilitator

CASE, AGENDA = "group-chat", "ninety"


class Room:
    """`n` phones in one session of a workshop. Joins and connects when entered."""

    def __init__(self, workshop: Workshop, facilitator: SimulatedFacilitator, n: int) -> None:
        self.workshop, self.n = workshop, n
        self.facilitator = facilitator.beside()
        self.load = Load(workshop.url, "/delegate")

    def __enter__(self) -> Self:
        code = self.facilitator.create(CASE, AGENDA, k=5)
        self.empty = (self.workshop.memory(), self.workshop.live_memory())
        self.load.tell("join", code=code, n=self.n)
        self.connected = self.load.tell("connect")["seconds"]
        return self

    def __exit__(self, *_: object) -> None:
        self.load.__exit__()
        self.facilitator.line.drop()

    def open(self) -> None:
        """To the first placing of the case's cards."""
        line = self.facilitator.line
        step = next(s["id"] for s in line.parts["agenda"]["steps"] if s["title"] == "Place the cards")
        self.facilitator.send("session.go", {"step": step})
        self.facilitator.send("board.open", {})
        board = line.wait_for(lambda parts: is_open(parts.get("board")), 20)["board"]
        self.round = board["round"]["id"]
        self.cards = [c["id"] for c in board["cards"]]
        self.stages = [s["id"] for s in board["scale"]["stages"]]

    def place(self, every: float, seconds: float) -> dict[str, Any]:
        """Everybody places; with `cpu`, the server's seconds of CPU a placement."""
        self.load.tell("settle", seconds=0.3)
        before = self.workshop.cpu()
        answer = self.load.tell(
            "place", round=self.round, cards=self.cards, stages=self.stages, every=every, seconds=seconds
        )
        return {**answer, "cpu": (self.workshop.cpu() - before) / max(1, answer["acked"])}

    def beat(self, every: float, seconds: float) -> float:
        """The server's seconds of CPU for a second of everybody's heartbeats, over what it takes without them."""
        taken = list[float]()
        for act in ({"do": "settle", "seconds": seconds}, {"do": "beat", "every": every, "seconds": seconds}):
            before, began = self.workshop.cpu(), time.perf_counter()
            self.load.tell(act.pop("do"), **act)  # pyright: ignore[reportArgumentType]
            taken.append((self.workshop.cpu() - before) / (time.perf_counter() - began))
        return taken[1] - taken[0]

    def burst(self) -> dict[str, Any]:
        """Everybody within a tenth of a second."""
        return self.load.tell("burst", round=self.round, card=self.cards[0], stages=self.stages, within=0.1)

    def frames(self, command: str, bodies: list[dict[str, Any]], hertz: float) -> dict[str, Any]:
        """One frame to everybody for each body; with `cpu`, the server's seconds of CPU a frame delivered."""
        before = self.workshop.cpu()
        self.load.begin("settle", seconds=len(bodies) / hertz + 0.5)
        for body in bodies:
            began = time.perf_counter()
            self.facilitator.send(command, body)
            time.sleep(max(0.0, 1 / hertz - (time.perf_counter() - began)))
        answer = self.load.answer()
        return {**answer, "cpu": (self.workshop.cpu() - before) / max(1, answer["frames"])}

    def reveal(self) -> list[float]:
        """Close and show; for each phone, the seconds from the facilitator's click until its frame is there. Before
        that enough phones finish, which is not measured.
        """
        self.load.tell("finish", round=self.round, cards=self.cards, stages=self.stages)
        began = time.perf_counter()
        self.load.begin("reveal")
        self.facilitator.send("board.reveal", {"round": self.round})
        return sorted((at - began) if at else float("inf") for at in self.load.answer()["at"])

    def seat(self) -> tuple[float, float]:
        """(bytes of the web process, bytes of the live store) that a seat takes, with what was placed."""
        web, live = self.workshop.memory(), self.workshop.live_memory()
        return (web - self.empty[0]) / self.n, (live - self.empty[1]) / self.n


def is_open(board: dict[str, Any] | None) -> bool:
    """Whether a round takes placements."""
    return bool(board and board["round"] and board["round"]["state"] == "open")
