"""The rows: what is measured, in what unit, and what it may cost (the budgets of the design)."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from math import isinf
from statistics import median
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
QUIET = 3.0
"""Seconds before a burst in which nothing happens, so that the pace of the counts does not hold up the first look."""


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

    def as_json(self) -> dict[str, Any]:
        """As bin/bench --json writes it; what never came has no value."""
        value = None if isinf(self.value) else round(self.value, 4)
        return {"name": self.name, "value": value, "unit": self.unit, "budget": self.budget,
                "ok": self.ok}  # fmt: skip


@dataclass(frozen=True)
class Lengths:
    """How much is measured: seconds of placing in one turn, and turns of it; frames in one turn, turns, sizes."""

    placing: float
    placings: int
    frames: int
    turns: int
    sizes: int


QUICK, FULL = Lengths(0.75, 4, 5, 2, 1), Lengths(1.5, 13, 20, 5, 2)
HERTZ = 5
BEAT = 3.0
"""Seconds between two heartbeats of a page that does nothing else (static/src/shared/live/heartbeat.ts)."""


def measure(lengths: Lengths) -> Iterator[Row]:
    """All rows once."""
    with Workshop() as workshop:
        yield Row("start until it answers", workshop.started, "s")
        facilitator = SimulatedFacilitator(workshop.url, workshop.link)
        facilitator.create("group-chat", "ninety", k=5)
        yield from pages(workshop, facilitator)
        with Room(workshop, facilitator, SMALL) as room:
            room.open()
            small = room.place(FAST, lengths.placing * lengths.placings / 2)
        with Room(workshop, facilitator, LARGE) as room, Beside(LARGE) as bare:
            yield Row(f"{LARGE} phones connect at once", room.connected, "s")
            yield from frames(room, bare, lengths)
            share = median(room.beat(BEAT, lengths.placing) for _ in range(lengths.turns))
            yield Row(f"heartbeats of {LARGE} phones, every {BEAT:.0f} s: share of a core", share * 100, "%", 5)
            room.open()
            room.load.tell("settle", seconds=QUIET)
            burst = room.burst()
            turns = [in_turns(room, bare, lengths.placing) for _ in range(lengths.placings)]
            yield from placements(turns, small)
            yield from large_room(room, burst)
    yield from reconnecting(500)


class Beside:
    """The bare stack with as many phones, for the same work in turns with ours."""

    def __init__(self, n: int) -> None:
        self._bare, self._raw, self._n = Bare(), Bare("raw"), n
        self._load, self._raw_load = Load(self._bare.url, ""), Load(self._raw.url, "raw")

    def __enter__(self) -> Beside:
        for load in (self._load, self._raw_load):
            load.tell("strangers", n=self._n)
            load.tell("connect")
        return self

    def __exit__(self, *_: object) -> None:
        for process in (self._load, self._raw_load, self._bare, self._raw):
            process.__exit__()

    def acks(self, seconds: float, filled: bool) -> float:
        """Seconds of CPU for an event with an ack, asked as often as phones place; `filled`: of the same sizes."""
        before = self._bare.cpu()
        do, event = ("pace_filled", "filled") if filled else ("pace", "place")
        acked = self._load.tell(do, event=event, body=ASK, every=SLOW, seconds=seconds)["acked"]
        return (self._bare.cpu() - before) / max(1, acked)

    def frames(self, packet: str, times: int) -> float:
        """Seconds of CPU for each delivery of the frame in this packet of ours."""
        body = {"frame": json.loads(packet.partition(",")[2])[1], "times": times, "hertz": HERTZ}
        before = self._bare.cpu()
        self._load.tell("ask_one", event="broadcast", body=body)
        delivered = self._load.tell("settle", seconds=times / HERTZ + 0.4)["frames"]
        return (self._bare.cpu() - before) / max(1, delivered)

    def writes(self, packet: str, times: int) -> float:
        """Seconds of CPU for nothing but writing the same bytes to as many sockets."""
        before = self._raw.cpu()
        self._raw_load.tell("ask_one", event="", body={"packet": packet, "times": times, "hertz": HERTZ})
        delivered = self._raw_load.tell("settle", seconds=times / HERTZ + 0.4)["frames"]
        return (self._raw.cpu() - before) / max(1, delivered)


def frames(room: Room, bare: Beside, lengths: Lengths) -> Iterator[Row]:
    """A small frame (the timer) and one of usual size (all about the session), to everybody, in turns with the bare."""
    timers = [{"seconds": 60 + n} for n in range(lengths.frames)]
    curtains = [{"curtain": ("pause", "none")[n % 2]} for n in range(lengths.frames)]
    for command, bodies in (("session.timer", timers), ("session.curtain", curtains))[: lengths.sizes]:
        pairs, floor = list[tuple[float, float]](), list[float]()
        for turn in range(lengths.turns):
            again = [{name: v + turn if isinstance(v, int) else v for name, v in b.items()} for b in bodies]
            ours = room.frames(command, again, HERTZ)
            pairs.append((ours["cpu"], bare.frames(ours["last"], lengths.frames)))
            floor.append(bare.writes(ours["last"], lengths.frames))
        size = len(ours["last"].encode()) + 1
        over_write = ratio([(ours, least) for (ours, _), least in zip(pairs, floor, strict=True)])
        yield Row(f"CPU a frame of {size} bytes over nothing but the write", over_write, "×", 1.4)
        yield Row(f"CPU a frame of {size} bytes over the bare broadcast", ratio(pairs), "×")
        yield Row(f"CPU a frame of {size} bytes", median(p[0] for p in pairs) * 1e6, "µs")
        yield Row(f"CPU a frame of {size} bytes, bare", median(p[1] for p in pairs) * 1e6, "µs")
        yield Row(f"CPU of nothing but writing {size} bytes to a socket", median(floor) * 1e6, "µs")


Turn = tuple[dict[str, Any], float, float]
"""What placing cost, the bare event of the same sizes, and a small one."""


def in_turns(room: Room, bare: Beside, seconds: float) -> Turn:
    """Short, and one after the other: whatever else the machine does weighs on all three."""
    return room.place(SLOW, seconds), bare.acks(seconds, filled=True), bare.acks(seconds, filled=False)


def placements(turns: list[Turn], small: dict[str, Any]) -> Iterator[Row]:
    """1,000 phones, each placing every two seconds, in turns with as many events of the bare stack."""
    placed, same, little = zip(*turns, strict=True)
    cost = median(p["cpu"] for p in placed)
    yield Row("1,000 phones place every 2 s: ack, p95", median(p["p95"] for p in placed) * 1000, "ms", 50)
    lost = sum(p["sent"] - p["acked"] for p in placed)
    yield Row("1,000 phones place every 2 s: not acknowledged", lost, "placements", 0)
    yield Row("CPU a placement over the bare event with as many bytes and an ack", cost / median(same), "×", 1.2)
    yield Row("CPU a placement over a small bare event with an ack", cost / median(little), "×")
    yield Row("CPU a placement in a room of 1,000", cost * 1e6, "µs")
    yield Row("CPU of a bare event with as many bytes and an ack", median(same) * 1e6, "µs")
    yield Row("CPU of a small bare event with an ack", median(little) * 1e6, "µs")
    yield Row("CPU a placement, room of 1,000 over room of 10", cost / small["cpu"], "×", 1.3)


def ratio(pairs: list[tuple[float, float]]) -> float:
    """Ours over theirs, the medians of turns that followed each other: what else the machine does weighs on both."""
    return median(ours for ours, _ in pairs) / max(1e-9, median(theirs for _, theirs in pairs))


def large_room(room: Room, burst: dict[str, Any]) -> Iterator[Row]:
    """1,000 phones all at once; what a seat takes; the reveal."""
    yield Row("1,000 placements within 100 ms: not stored", burst["sent"] - burst["acked"], "placements", 0)
    yield Row("1,000 placements within 100 ms: last ack after", burst["max"] * 1000, "ms")
    yield Row("1,000 placements within 100 ms: all phones see 1,000 after", burst["seen"], "s", 0.8)
    yield Row("1,000 placements within 100 ms: phones that do not see 1,000", room.n - burst["told"], "phones", 0)
    web, live = room.seat()
    yield Row("memory of the web process, a seat", web / 1024, "KiB", 45)
    yield Row("memory of the live store, a seat with its placements", live / 1024, "KiB")
    shown = room.reveal()
    yield Row("a reveal on 1,000 phones, p95", shown[int(len(shown) * 0.95)] * 1000, "ms", 400)


def pages(workshop: Workshop, facilitator: SimulatedFacilitator) -> Iterator[Row]:
    """What a phone fetches to join and to take part."""
    size, files = weight(workshop.url, "/")
    yield Row(f"join page with all {files} files, compressed", size / 1024, "KiB", 30)
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
