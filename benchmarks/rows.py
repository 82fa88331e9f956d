"""The rows: what is measured, in what unit, and what it may cost (the budgets of the design)."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.processes import Bare, Load, Workshop
from benchmarks.room import Room
from benchmarks.weight import weight
from workshop.rehearsal.facilitator import SimulatedFacilitator
from workshop.rehearsal.http import Browser

ASK = {"id": "x" * 24, "name": "board.place", "body": {"round": "r1", "card": "c01", "stage": "problematic",
       "missing": [], "reasons": ["consent"], "certainty": 4}}  # fmt: skip
LARGE, SMALL = 1000, 10
SLOW, FAST = 2.0, 0.12
"""Seconds between two placements of a phone in the large and in the small room (the latter near the rate limit)."""


@dataclass(frozen=True)
class Row:
    """One figure. `budget` is the most it may be; None for figures that are only watched."""

    name: str
    value: float
    unit: str
    budget: float | None = None

    @property
    def ok(self) -> bool:
        """Within its budget."""
        return self.budget is None or self.value <= self.budget

    def json(self) -> dict[str, Any]:
        """As bin/bench --json writes it."""
        return {"name": self.name, "value": round(self.value, 4), "unit": self.unit, "budget": self.budget,
                "ok": self.ok}  # fmt: skip


@dataclass
class Lengths:
    """How long each part takes: seconds of placing, and frames to everybody."""

    placing: float
    frames: int


QUICK, FULL = Lengths(4.0, 8), Lengths(12.0, 30)


def measure(lengths: Lengths) -> Iterator[Row]:
    """All rows once."""
    with Workshop() as workshop:
        yield Row("start until it answers", workshop.started, "s")
        facilitator = SimulatedFacilitator(workshop.url, workshop.link)
        facilitator.create("group-chat", "ninety", k=5)
        yield from pages(workshop, facilitator)
        with Room(workshop, facilitator, SMALL) as room:
            room.open()
            small = room.place(FAST, lengths.placing)
        with Room(workshop, facilitator, LARGE) as room:
            yield Row(f"{LARGE} phones connect at once", room.connected, "s")
            tiny = room.frames("session.timer", [{"seconds": 60 + n} for n in range(lengths.frames)])
            curtains = [{"curtain": ("pause", "none")[n % 2]} for n in range(lengths.frames)]
            typical = room.frames("session.curtain", curtains)
            room.open()
            large = room.place(SLOW, lengths.placing)
            yield from large_room(room, large)
    yield Row("CPU a placement, room of 1,000 over room of 10", large["cpu"] / small["cpu"], "×", 1.3)
    yield from beside_the_bare_stack(lengths, large, tiny, typical)
    yield from reconnecting(500)


def large_room(room: Room, placed: dict[str, Any]) -> Iterator[Row]:
    """1,000 phones, each placing every two seconds; then all at once; then the reveal."""
    yield Row("1,000 phones place every 2 s: ack, p95", placed["p95"] * 1000, "ms", 50)
    yield Row("1,000 phones place every 2 s: not acknowledged", placed["sent"] - placed["acked"], "placements", 0)
    yield Row("CPU a placement in a room of 1,000", placed["cpu"] * 1e6, "µs")
    burst = room.burst()
    yield Row("1,000 placements within 100 ms: not stored", burst["sent"] - burst["acked"], "placements", 0)
    yield Row("1,000 placements within 100 ms: last ack after", burst["max"] * 1000, "ms")
    yield Row("1,000 placements within 100 ms: all phones see 1,000 after", burst["seen"], "s")
    yield Row("1,000 placements within 100 ms: phones that do not see 1,000", room.n - burst["told"], "phones", 0)
    web, live = room.seat()
    yield Row("memory of the web process, a seat", web / 1024, "KiB")
    yield Row("memory of the live store, a seat with its placements", live / 1024, "KiB")
    shown = room.reveal()
    yield Row("a reveal on 1,000 phones, p95", shown[int(len(shown) * 0.95)] * 1000, "ms", 400)


def beside_the_bare_stack(
    lengths: Lengths, placed: dict[str, Any], tiny: dict[str, Any], typical: dict[str, Any]
) -> Iterator[Row]:
    """The same work on bare Flask-SocketIO: the same bytes to as many phones, an event with an ack as often."""
    import json

    with Bare() as bare, Load(bare.url, "") as load:
        load.tell("strangers", n=LARGE)
        load.tell("connect")
        costs = []
        for frame in (tiny, typical):
            text = frame["last"].partition(",")[2]
            body = {"frame": json.loads(text)[1], "times": lengths.frames, "hertz": 4}
            before = bare.cpu()
            load.tell("ask_one", event="broadcast", body=body)
            delivered = load.tell("settle", seconds=lengths.frames / 4 + 0.7)["frames"]
            costs.append((len(text), (bare.cpu() - before) / max(1, delivered)))
        before = bare.cpu()
        acked = load.tell("pace", event="place", body=ASK, every=SLOW, seconds=lengths.placing)["acked"]
        ack = (bare.cpu() - before) / max(1, acked)
    for frame, (size, cost) in zip((tiny, typical), costs, strict=True):
        yield Row(f"CPU a frame of {size} bytes over the bare broadcast", frame["cpu"] / cost, "×", 0.3)
        yield Row(f"CPU a frame of {size} bytes", frame["cpu"] * 1e6, "µs")
        yield Row(f"CPU a frame of {size} bytes, bare", cost * 1e6, "µs")
    yield Row("CPU a placement over the bare event with an ack", placed["cpu"] / ack, "×", 1.2)
    yield Row("CPU of a bare event with an ack", ack * 1e6, "µs")


def pages(workshop: Workshop, facilitator: SimulatedFacilitator) -> Iterator[Row]:
    """What a phone fetches to join and to take part."""
    size, files = weight(workshop.url, "/")
    yield Row(f"join page with all {files} files, compressed", size / 1024, "KiB", 70)
    phone = Browser(workshop.url)
    phone.get("/")
    phone.post("/join", {"code": facilitator.line.parts["session"]["code"]})
    size, files = weight(workshop.url, "/room", phone.cookies)
    yield Row(f"delegate page with all {files} files, compressed", size / 1024, "KiB", 70)


def reconnecting(n: int) -> Iterator[Row]:
    """A worker of two is killed: how long until all of its phones are back and current."""
    with Workshop("--workers", "2") as workshop:
        facilitator = SimulatedFacilitator(workshop.url, workshop.link)
        code = facilitator.create("group-chat", "ninety", k=5)
        with Load(workshop.url, "/delegate") as load:
            load.tell("join", code=code, n=n)
            load.tell("connect")
            load.begin("reconnect")
            time.sleep(0.3)
            os.kill(workshop.children()[0], signal.SIGKILL)
            answer = load.answer()
        facilitator.line.drop()
    yield Row(f"a worker of two is killed: {answer['lost']} of {n} phones back and current", answer["seconds"], "s", 5)
