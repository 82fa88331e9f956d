"""`bin/bench --rooms`: what many rooms cost, beside one large room, the bare stack with rooms, and oTree."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from math import inf
from statistics import median
from typing import Any

from benchmarks import otree
from benchmarks.crowd import PATIENCE
from benchmarks.processes import Bare, Load, NotAllIn
from benchmarks.rows import Row
from benchmarks.town import Figures, Town
from benchmarks.views import pages
from benchmarks.wire import OTREE

SEATS = 25
SLOW, FAST = 4.0, 2.0
"""Seconds between two placements of a phone, when rooms are compared."""
OFTEN = 10.0
"""The same when it is asked how many rooms two cores carry: what a room does while it reads and thinks."""


@dataclass(frozen=True)
class Lengths:
    """How much is measured: rooms; seconds and turns of each comparison; views of a page; then rooms and seconds on two
    workers, and how many of these are shown their results meanwhile; and whether oTree is there too.

    `settle`: seconds before anything is measured. What happened while a room came in is worked off at fixed moments, the
    last of them a minute later.
    """

    settle: float
    rooms: int
    seconds: float
    turns: int
    views: int
    spread: int
    long: float
    shown: int
    beside: bool


QUICK = Lengths(11.0, 8, 2.5, 1, 45, 10, 5.0, 3, beside=False)
FULL = Lengths(65.0, 40, 6.0, 3, 300, 200, 30.0, 20, beside=True)


def measure(lengths: Lengths) -> Iterator[Row]:
    """All rows once."""
    yield from pages(lengths.views)
    with ExitStack() as stack:
        town = stack.enter_context(Town(lengths.rooms, SEATS))
        bare = stack.enter_context(BareRooms(lengths.rooms))
        yield from nothing_happens(town, bare, lengths)
        crowded = stack.enter_context(Town(1, lengths.rooms * SEATS))
        for every in (SLOW, FAST):
            yield from everybody_places(town, crowded, bare, every, lengths)
    yield from on_two_workers(lengths)
    if lengths.beside:
        yield from in_otree(lengths)


class BareRooms:
    """The bare stack with rooms: an event is acknowledged, counted in memory, and its room told every two seconds."""

    def __init__(self, rooms: int) -> None:
        self._rooms, self._stack = rooms, ExitStack()

    def __enter__(self) -> BareRooms:
        self._bare = self._stack.enter_context(Bare())
        self._load = self._stack.enter_context(Load(self._bare.url, "", "crowd"))
        self._load.tell("strangers_in", rooms=self._rooms, n=SEATS)
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def stay(self, seconds: float) -> float:
        """Seconds of CPU a second and room in which nothing happens."""
        before = self._bare.cpu()
        self._load.tell("stay", seconds=seconds, beating=False)
        return (self._bare.cpu() - before) / seconds / self._rooms

    def pace(self, every: float, seconds: float) -> Figures:
        """Everybody sends an event so often; with `cpu`, seconds of CPU for each."""
        before = self._bare.cpu()
        answer = self._load.tell("pace_in", every=every, seconds=seconds)
        return {**answer, "cpu": (self._bare.cpu() - before) / max(1, answer["acked"])}


def nothing_happens(town: Town, bare: BareRooms, lengths: Lengths) -> Iterator[Row]:
    """Open rooms in which everybody looks at the board, in turns with events of the bare stack."""
    still, beating, event, idle = list[float](), list[float](), list[float](), list[float]()
    town.stay(lengths.settle, beating=True)
    for _ in range(lengths.turns):
        still.append(town.stay(lengths.seconds, beating=False)["cpu"])
        beating.append(town.stay(lengths.seconds, beating=True)["cpu"])
        event.append(bare.pace(SLOW, lengths.seconds)["cpu"])
        idle.append(bare.stay(lengths.seconds))
    what = f"open room of {SEATS} in which nothing happens"
    yield Row(f"CPU a second of an {what}, over a bare event", median(beating) / median(event), "×", 0.3)
    yield Row(f"CPU a second of an {what}, over a bare event, without heartbeats", median(still) / median(event), "×")
    yield Row(f"CPU a second of an {what}", median(beating) * 1e3, "ms")
    yield Row(f"CPU a second of an {what}, without heartbeats", median(still) * 1e3, "ms")
    yield Row(f"CPU a second of a room of {SEATS} of the bare stack in which nothing happens", median(idle) * 1e3, "ms")


def everybody_places(town: Town, crowded: Town, bare: BareRooms, every: float, lengths: Lengths) -> Iterator[Row]:
    """Many rooms, one with as many people in it, and the bare stack with rooms, in turns."""
    many, one, theirs = list[Figures](), list[Figures](), list[Figures]()
    for _ in range(lengths.turns):
        many.append(town.place(every, lengths.seconds))
        one.append(crowded.place(every, lengths.seconds))
        theirs.append(bare.pace(every, lengths.seconds))
    rooms, people = f"{lengths.rooms} rooms of {SEATS}", f"one room of {lengths.rooms * SEATS:,}"
    how = f"every {every:.0f} s"
    ratio = middle(many, "cpu") / middle(one, "cpu")
    yield Row(f"{how}: CPU a placement, {rooms} over {people}", ratio, "×", 1.2 if every == SLOW else None)
    yield Row(f"{how}: CPU a placement, {rooms} over the bare stack", middle(many, "cpu") / middle(theirs, "cpu"), "×")
    for name, found in ((rooms, many), (people, one), (f"{rooms} of the bare stack", theirs)):
        yield Row(f"{how}: CPU a placement, {name}", middle(found, "cpu") * 1e6, "µs")
        yield Row(f"{how}: ack, median, {name}", middle(found, "p50") * 1e3, "ms")
        yield Row(f"{how}: ack, p95, {name}", middle(found, "p95") * 1e3, "ms")
    yield Row(f"{how}: not acknowledged, {rooms}", sum(found["lost"] for found in many), "placements", 0)


def on_two_workers(lengths: Lengths) -> Iterator[Row]:
    """How many rooms two cores carry, with the store and the load on them; or that they do not even come in."""
    people = f"{lengths.spread} rooms of {SEATS} on two workers"
    with ExitStack() as stack:
        try:
            town = stack.enter_context(Town(lengths.spread, SEATS, workers=2))
        except NotAllIn:
            yield Row(f"{people}: all phones are in after", inf, "s", PATIENCE)
            return
        yield Row(f"{people}: all phones are in after", town.connected, "s", PATIENCE)
        yield from spread_out(town, people, lengths)


def spread_out(town: Town, people: str, lengths: Lengths) -> Iterator[Row]:
    """Everybody places now and then; some rooms are shown their results meanwhile."""
    town.stay(lengths.settle, beating=True)
    still = town.stay(lengths.seconds, beating=True)
    town.finish(lengths.shown)
    found = town.place(OFTEN, lengths.long, beating=True, shown=lengths.shown)
    yield Row(f"{people}: ack, p95", found["p95"] * 1e3, "ms", 50)
    yield Row(f"{people}: ack, median", found["p50"] * 1e3, "ms")
    yield Row(f"{people}: not acknowledged", found["lost"], "placements", 0)
    shown = found["reveals"]
    yield Row(f"{people}: a reveal on every phone, p95", shown[int(len(shown) * 0.95)] * 1e3, "ms", 400)
    yield Row(f"{people}: placements a second", found["acked"] / found["seconds"], "1/s")
    yield Row(f"{people}: heartbeats a second", found["beats"] / found["seconds"], "1/s")
    for name, whose in (("web", "the workers"), ("store", "the live store"), ("load", "the load generator")):
        yield Row(f"{people}: share of a core, {whose}", found[name] / found["seconds"] * 100, "%")
    idle = still["web"] / still["seconds"]
    yield Row(f"{people}: share of a core, the workers, while nothing happens", idle * 100, "%")


def in_otree(lengths: Lengths) -> Iterator[Row]:
    """The same rooms as sessions of oTree, which runs in one process by design."""
    if not otree.install():
        raise RuntimeError("oTree could not be fetched from the package index.")
    rooms = f"{lengths.rooms} rooms of {SEATS}"
    with otree.OTree() as server, Load(server.url, OTREE) as load:
        for _ in range(lengths.rooms):
            load.tell("seats", paths=server.places(SEATS))
        load.tell("connect", seconds=240)
        before, began = server.cpu(), time.perf_counter()
        load.tell("settle", seconds=lengths.seconds)
        idle = (server.cpu() - before) / (time.perf_counter() - began) / lengths.rooms
        found: dict[str, Any] = otree.measured(server, load, SLOW, lengths.seconds)
    yield Row(f"oTree: CPU a second of a room of {SEATS} in which nothing happens", idle * 1e3, "ms")
    yield Row(f"oTree, every {SLOW:.0f} s: CPU a placement, {rooms}", found["cpu"] * 1e6, "µs")
    yield Row(f"oTree, every {SLOW:.0f} s: ack, median, {rooms}", found["p50"] * 1e3, "ms")
    yield Row(f"oTree, every {SLOW:.0f} s: ack, p95, {rooms}", found["p95"] * 1e3, "ms")
    yield Row(f"oTree, every {SLOW:.0f} s: not answered, {rooms}", found["sent"] - found["acked"], "placements")


def middle(found: list[Figures], name: str) -> float:
    """The median of the turns."""
    return median(turn[name] for turn in found)
