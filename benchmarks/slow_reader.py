"""A phone that stops reading among many that do not: what it gets, what the others notice, what it costs.

Everybody else places all the time, while the facilitator goes back and forth between two steps: each time a frame with
all parts, the largest there are. The bare stack is treated alike, with frames of the same size.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from benchmarks.processes import Bare, Load, Workshop
from benchmarks.room import Room
from benchmarks.rows import ASK
from benchmarks.slow_phone import SlowPhone
from workshop.rehearsal.facilitator import SimulatedFacilitator
from workshop.rehearsal.http import Browser

HERTZ, EVERY = 4, 2.0
"""Frames a second, out of step with the server's five; seconds between two placements of a phone."""


class Stack(Protocol):
    """A server with phones that read."""

    load: Load
    n: int

    def begin(self, every: float, seconds: float) -> None:
        """Everybody asks for something every so often."""
        ...

    def click(self) -> int:
        """Send a large frame to everybody; its revision."""
        ...

    def memory(self) -> int: ...

    def one_more(self, pongs: bool = True) -> SlowPhone:
        """A phone that may stop reading."""
        ...


class Ours:
    """A room whose first placing round is open."""

    def __init__(self, room: Room) -> None:
        self.room, self.load, self.n = room, room.load, room.n
        room.open()
        steps = [s["id"] for s in room.facilitator.line.parts["agenda"]["steps"] if s["activity"] == "board"]
        self._steps, self._clicks = steps[1:3], 0

    def begin(self, every: float, seconds: float) -> None:
        """They place cards."""
        room = self.room
        order = {"round": room.round, "cards": room.cards, "stages": room.stages}
        self.load.begin("place", **order, every=every, seconds=seconds)

    def click(self) -> int:
        """To the other step; the round stays open."""
        self._clicks += 1
        step = self._steps[self._clicks % 2]
        return self.room.facilitator.line.command("session.go", {"step": step})

    def memory(self) -> int:
        """Of the web process, in bytes."""
        return self.room.workshop.memory()

    def one_more(self, pongs: bool = True) -> SlowPhone:
        """One more delegate."""
        phone = Browser(self.room.workshop.url)
        phone.get("/")
        phone.post("/join", {"code": self.room.facilitator.line.parts["session"]["code"]})
        return SlowPhone(phone.url, phone.cookies, "/delegate", pongs)

    def counted(self, name: str) -> float:
        """What /metrics says of a counter."""
        text = Browser(self.room.workshop.url).get("/metrics").decode()
        found = re.search(rf"^workshop_{name}_total (\S+)", text, re.MULTILINE)
        return float(found.group(1)) if found else 0.0


class OnBare:
    """The bare stack, with somebody who broadcasts."""

    def __init__(self, stack: Bare, load: Load, desk: Load, n: int, frame: dict[str, Any]) -> None:
        self.stack, self.load, self.n = stack, load, n
        self._desk, self._frame, self._clicks = desk, frame, 0
        for phones, many in ((load, n), (desk, 1)):
            phones.tell("strangers", n=many)
            phones.tell("connect")

    def begin(self, every: float, seconds: float) -> None:
        """They emit an event with an ack."""
        self.load.begin("pace", event="place", body=ASK, every=every, seconds=seconds)

    def click(self) -> int:
        """The frame, numbered."""
        self._clicks += 1
        body = {"frame": {**self._frame, "rev": self._clicks}, "times": 1, "hertz": HERTZ}
        self._desk.tell("ask_one", event="broadcast", body=body)
        return self._clicks

    def memory(self) -> int:
        """In bytes."""
        return self.stack.memory()

    def one_more(self, pongs: bool = True) -> SlowPhone:
        """One more stranger."""
        return SlowPhone(self.stack.url, "", "", pongs)


@dataclass(frozen=True)
class Spell:
    """What the others noticed: seconds, 95 of 100 stay below; how many frames each had; bytes that memory grew by."""

    ack: float
    unanswered: int
    frame: float
    each: float
    memory: int


def spell(stack: Stack, seconds: float, every: float = EVERY) -> Spell:
    """Everybody asks, and is sent one large frame after the other."""
    before, clicks = stack.memory(), list[tuple[float, int]]()
    stack.load.tell("watch")
    stack.begin(every, seconds)
    for _ in range(int(seconds * HERTZ)):
        began = time.perf_counter()
        clicks.append((began, stack.click()))
        time.sleep(max(0.0, began + 1 / HERTZ - time.perf_counter()))
    answer = stack.load.answer()
    stack.load.tell("settle", seconds=0.5)
    arrived = {int(rev): at for rev, at in stack.load.tell("watched")["at"].items()}
    late = sorted(delays(clicks, arrived, stack.n))
    each = sum(map(len, arrived.values())) / stack.n
    lost = answer["sent"] - answer["acked"]
    return Spell(answer["p95"], lost, late[int(len(late) * 0.95)], each, stack.memory() - before)


def delays(clicks: list[tuple[float, int]], arrived: dict[int, list[float]], n: int) -> Iterator[float]:
    """From each click to the first frame that is as new, for each of n phones; infinite for one that had none."""
    for began, revision in clicks:
        at = arrived.get(min((r for r in arrived if r >= revision), default=-1), [])
        yield from (when - began for when in at)
        yield from [float("inf")] * (n - len(at))


@dataclass(frozen=True)
class Found:
    """One stack, one kind of slow phone. `left` is bytes that begin no whole message; `current` is seconds or None."""

    alone: Spell
    during: Spell
    frames: int
    left: int
    current: float | None
    connection: str


def measured(stack: Stack, seconds: float, pongs: bool) -> Found:
    """Half as long without it, then as long as it does not read; then it reads on."""
    alone = spell(stack, seconds / 2)
    with stack.one_more(pongs) as slow:
        slow.read_on(0)
        slow.heard.messages.clear()
        during = spell(stack, seconds)
        newest = stack.click()
        stack.load.tell("settle", seconds=0.5)
        current, connection = caught_up(slow, newest)
        return Found(alone, during, len(slow.heard.frames), slow.heard.left, current, connection)


def caught_up(slow: SlowPhone, newest: int) -> tuple[float | None, str]:
    """Read on, as a browser does: (seconds until it was current again, what became of its connection).

    Who finds the connection broken or closed comes back on another, at once.
    """
    read = slow.read_on(newest)
    if read.over is None:
        return read.current, "stands"
    connection = "broken" if slow.heard.broken or slow.heard.left else "closed in order"
    if read.current is not None:
        return read.current, connection
    began = time.perf_counter()
    with slow.again() as anew:
        opened = time.perf_counter() - began
        current = anew.read_on(newest).current
    return None if current is None else read.over + opened + current, connection


def side_by_side(phones: int, seconds: float) -> Iterator[tuple[str, Found]]:
    """Ours and the bare stack, each with a phone whose pongs still leave, and with one that is silent."""
    frame: dict[str, Any] = {}
    for pongs in (True, False):
        with Workshop() as workshop:
            facilitator = SimulatedFacilitator(workshop.url, workshop.link)
            with Room(workshop, facilitator, phones) as room:
                stack = Ours(room)
                yield "ours", measured(stack, seconds, pongs)
                last = room.load.tell("settle", seconds=0.1)["last"]
                frame = json.loads(last[last.index("[") :])[1]
        with Bare() as bare, Load(bare.url, "") as load, Load(bare.url, "") as desk:
            yield "bare", measured(OnBare(bare, load, desk, phones, frame), seconds, pongs)


def table(found: list[tuple[str, Found]]) -> str:
    """Markdown: a column for each."""

    def row(what: str, figure: Callable[[Found], str]) -> str:
        return f"| {what} | {' | '.join(figure(f) for _, f in found)} |"

    kinds = ("its pongs leave", "silent")
    heads = [f"{name}, {kinds[at // 2]}" for at, (name, _) in enumerate(found)]
    return "\n".join((
        f"| | {' | '.join(heads)} |",
        "|---|" + "---:|" * len(found),
        row("frames that each of the others had meanwhile", lambda f: f"{f.during.each:.0f}"),
        row("frames that the slow phone had, whole", lambda f: f"{f.frames}"),
        row("bytes behind them that begin no whole message", lambda f: f"{f.left:,}"),
        row("its connection", lambda f: f.connection),
        row("the newest frame was there, after reading on", _current),
        row("acks of the others, p95, without and with it", lambda f: _pair(f.alone.ack, f.during.ack)),
        row("frames of the others, p95, without and with it", lambda f: _pair(f.alone.frame, f.during.frame)),
        row("placements of the others without an answer", lambda f: f"{f.during.unanswered}"),
        row("memory of the process grew by", lambda f: f"{f.during.memory / 2**20:.1f} MiB"),
    ))  # fmt: skip


def _current(found: Found) -> str:
    return "never" if found.current is None else f"{found.current * 1e3:.0f} ms"


def _pair(alone: float, during: float) -> str:
    return f"{alone * 1e3:.1f}, {during * 1e3:.1f} ms ({during / alone:.2f} ×)"
