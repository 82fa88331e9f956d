"""The load generator for many rooms: their phones, consoles and screens in one process, with our pages' heartbeats.

`python -m benchmarks.crowd` is told what to do line by line, as `benchmarks.phones` is.
"""

from __future__ import annotations

import heapq
import itertools
import random
import re
import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from benchmarks.phones import Phones, serve
from benchmarks.wire import Body, Phone

CODE = re.compile(rb'"code":"(\w+)"')
ROUND_CLOSED = "round_closed"
BEAT = 3.0
"""Seconds after the last answer at which a page asks whether it is heard (static/src/shared/live/heartbeat.ts)."""
AWAKE = 0.005
"""Seconds that the generator listens at the most before it looks who is due."""
PATIENCE = 240.0
"""Seconds within which everybody must have come in."""
REVEALED = 20.0
"""Seconds after the load within which everybody must have seen the reveals of their rooms."""
NUMBERS = itertools.count()
Act = Callable[[Phone, float], float | None]
"""What somebody does at a moment; when again."""
Due = tuple[float, int, Phone, Act]
"""When, a number that keeps the order, who, what."""


@dataclass(frozen=True)
class Shown:
    """One reveal: when its console asked, and where it is awaited."""

    asked: float
    phones: list[Phone]

    def late(self) -> list[float]:
        """Seconds until each phone had it; infinite for one that never had."""
        return [p.revealed - self.asked if p.revealed else float("inf") for p in self.phones]


class Crowd(Phones):
    """What the load can be told to do with several rooms."""

    def __init__(self, url: str, namespace: str) -> None:
        super().__init__(url, namespace)
        self.codes: dict[int, str] = {}

    # ------------------------------------------------------------ who is here

    def consoles(self, cookie: str, sessions: list[str]) -> Body:
        """A console for each session; rooms are told apart by its place in the list. Their join codes."""
        self._enter(Phone(cookie, "/facilitator", session=s, room=n) for n, s in enumerate(sessions))
        return {"codes": [self.codes[room] for room in range(len(sessions))]}

    def screens(self, cookie: str, sessions: list[str]) -> Body:
        """A screen for each session."""
        self._enter(Phone(cookie, "/screen", session=s, room=n) for n, s in enumerate(sessions))
        return {}

    def fill(self, codes: list[str], n: int) -> Body:
        """n phones take seats in every room, and connect."""
        for room, code in enumerate(codes):
            before = len(self.all)
            self.join(code, n)
            for phone in self.all[before:]:
                phone.room = room
        return self.connect(PATIENCE)

    def strangers_in(self, rooms: int, n: int) -> Body:
        """n phones in each room of the bare stack."""
        self._enter(Phone("", room=room) for room in range(rooms) for _ in range(n))
        for phone in self.all:
            self.ask(phone, "enter", {"room": phone.room})
        return self.answered(len(self.all), 0.0)

    # ------------------------------------------------------------ what they do

    def order(self, name: str, body: Body) -> Body:
        """Every console sends the same command. Raises RuntimeError when one was refused."""
        consoles = self._of("/facilitator")
        for console in consoles:
            self.ask(console, "command", command(name, body))
        answer = self.answered(len(consoles), 0.0)
        if answer["acked"] != answer["sent"]:
            raise RuntimeError(f"{name}: {answer['refused'] or 'no answer'}")
        return answer

    def finish_rooms(self, rooms: int, round: str, cards: list[str], stages: list[str]) -> Body:
        """In the first rooms as many place every card as a reveal needs (domain/quorum.py)."""
        sent = 0
        for room in range(rooms):
            here = [p for p in self._of("/delegate") if p.room == room]
            for phone, card in itertools.product(here[: max(8, len(here) // 2 + 1)], cards):
                self.placed(phone, round, card, random.choice(stages))
                sent += 1
            self.settle(0.05)
        return self.answered(sent, 0.0)

    def stay(self, seconds: float, beating: bool) -> Body:
        """Nothing happens but, if wanted, the heartbeat of every page."""
        return self._work([], seconds, beating)

    def work(self, round: str, cards: list[str], stages: list[str], every: float, seconds: float, beating: bool = False,
             shown: int = 0) -> Body:  # fmt: skip
        """Every phone places so often; the first `shown` rooms see their reveal meanwhile, one after the other, and
        place no more then. Besides what `pace` says: `reveals`, seconds from a console's click to each phone.
        """
        reveals: dict[int, Shown] = {}
        phones, now = self._of("/delegate"), time.perf_counter()

        def place(phone: Phone, when: float) -> float | None:
            if phone.room in reveals:
                return None
            self.placed(phone, round, random.choice(cards), random.choice(stages))
            return when + every

        def reveal(console: Phone, when: float) -> None:
            reveals[console.room] = Shown(time.perf_counter(), [p for p in phones if p.room == console.room])
            self.ask(console, "command", command("board.reveal", {"round": round}))

        due = scattered(phones, now, every, place)
        consoles = [c for c in self._of("/facilitator") if c.room < shown]
        due += [(now + seconds * (0.25 + 0.5 * n / shown), next(NUMBERS), c, reveal) for n, c in enumerate(consoles)]
        answer = self._work(due, seconds, beating)
        while (
            any(not p.revealed for s in reveals.values() for p in s.phones) and time.perf_counter() < now + seconds + 20
        ):
            self.turn(AWAKE)
        return {**answer, "reveals": sorted(late for s in reveals.values() for late in s.late())}

    def pace_in(self, every: float, seconds: float) -> Body:
        """Every phone of the bare stack's rooms sends an event of a command's size so often."""

        def ask(phone: Phone, when: float) -> float:
            self.ask(phone, "place_in", self.filled("place_in", {"room": phone.room}))
            return when + every

        return self._work(scattered(self.all, time.perf_counter(), every, ask), seconds, beating=False)

    def _work(self, due: list[Due], seconds: float, beating: bool) -> Body:
        """Until the time is over and everything answered. `lost`: neither acknowledged, nor too late for a reveal."""
        self.connect(PATIENCE)  # who was cut off comes back, as a page does
        began, asked, frames = time.perf_counter(), self.number, sum(p.frames for p in self.all)
        self.late, self.beaten = [], 0
        if beating:
            due = due + scattered(self.all, began, BEAT, self._beat)
        heapq.heapify(due)
        while (now := time.perf_counter()) < began + seconds:
            while due and due[0][0] <= now:
                when, number, phone, act = due[0]
                again = act(phone, when)
                heapq.heappop(due) if again is None else heapq.heapreplace(due, (again, number, phone, act))
            self.turn(AWAKE)
        answer = self.answered(self.number - asked, time.perf_counter() - began)
        lost = answer["sent"] - answer["acked"] - answer["refused"].get(ROUND_CLOSED, 0)
        return {**answer, "lost": lost, "beats": self.beaten, "frames": sum(p.frames for p in self.all) - frames}

    def _beat(self, phone: Phone, when: float) -> float:
        if phone.heard + BEAT <= when:
            self.beats(phone)
            return when + BEAT
        return phone.heard + BEAT

    # ------------------------------------------------------------ helpers

    def _enter(self, coming: Iterable[Phone]) -> None:
        self.all += coming
        self.connect(PATIENCE)

    def _of(self, namespace: str) -> list[Phone]:
        return [p for p in self.all if p.namespace == namespace]

    def _frame(self, phone: Phone, message: bytes) -> None:
        super()._frame(phone, message)
        if phone.namespace == "/facilitator" and (found := CODE.search(message)):
            self.codes[phone.room] = found.group(1).decode()


def command(name: str, body: Body) -> Body:
    """A console's."""
    return {"id": secrets.token_urlsafe(18), "name": name, "body": body}


def scattered(phones: list[Phone], now: float, every: float, act: Act) -> list[Due]:
    """Each at a moment of its own."""
    return [(now + random.uniform(0, every), next(NUMBERS), phone, act) for phone in phones]


if __name__ == "__main__":
    serve(Crowd)
