"""The load generator: thousands of phones in one process of its own, over raw sockets, told what to do line by line.

`python -m benchmarks.phones` reads one JSON object a line from standard input ({"do": …}) and answers with one. Its own
work for a message is a few microseconds, and it runs on another core than the server, so that it does not hide the
server's cost.
"""

from __future__ import annotations

import json
import random
import resource
import select
import socket
import sys
import time
from collections import deque
from collections.abc import Callable
from http.client import HTTPConnection

from benchmarks.wire import Body, Phone, Wire

SEATS_OF_A_BROWSER = 3
"""As many as one may take in a minute."""


class Phones(Wire):
    """What the load can be told to do."""

    def join(self, code: str, n: int) -> Body:
        """Take n seats, through the page's own form."""
        http = HTTPConnection(self.host, self.port, timeout=30)
        http.connect()
        http.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        headers, seconds = dict[str, str](), 0.0
        for number in range(n):
            if number % SEATS_OF_A_BROWSER == 0:
                headers = self._browser(http)
            began = time.perf_counter()
            http.request("POST", "/join", json.dumps({"code": code}), headers)
            answer = http.getresponse()
            body = json.loads(answer.read())
            if not body.get("ok"):
                raise RuntimeError(f"could not join: {body}")
            seat = next(c.split(";")[0] for c in answer.msg.get_all("Set-Cookie", []) if c.startswith("cw_seat="))
            self.all.append(Phone(seat, self.namespace))
            seconds += time.perf_counter() - began
        return {"seconds": seconds}

    def _browser(self, http: HTTPConnection) -> dict[str, str]:
        """A browser that nobody has seen before: the headers of its join form."""
        http.request("GET", "/")
        answer = http.getresponse()
        page, session = answer.read().decode(), (answer.getheader("Set-Cookie") or "").split(";")[0]
        token = page.split('<meta name="csrf-token" content="')[1].split('"')[0]
        headers = {"Content-Type": "application/json", "X-CSRF-Token": token, "Cookie": session}
        return {**headers, "Origin": f"http://{self.host}:{self.port}"}

    def strangers(self, n: int) -> Body:
        """n phones without a seat, for the bare stack."""
        self.all += [Phone("") for _ in range(n)]
        return {}

    def seats(self, paths: list[str]) -> Body:
        """Phones that each have a path of their own, for oTree."""
        self.all += [Phone("", path=f"/live{path}") for path in paths]
        return {}

    def connect(self, seconds: float = 60, jitter: float = 0.0) -> Body:
        """Connect all that are not connected, and those that are cut off meanwhile; until each has its first frame."""
        began = time.perf_counter()
        due: dict[int, float] = {}
        while not all(p.ready for p in self.all):
            now = time.perf_counter()
            if now - began > seconds:
                raise TimeoutError(f"{sum(not p.ready for p in self.all)} phones are not connected")
            room = 64 - self.opening()
            for at, phone in enumerate(self.all):
                if phone.open or room <= 0:
                    continue
                if due.setdefault(at, now + random.uniform(0, jitter)) <= now:
                    del due[at]
                    self.open(phone)
                    room -= 1
            self.turn(0.01)
        return {"seconds": time.perf_counter() - began}

    def reconnect(self, seconds: float = 30, jitter: float = 0.4) -> Body:
        """Wait until some were cut off, then until all are back and current."""
        began = time.perf_counter()
        while all(p.open for p in self.all):
            if time.perf_counter() - began > seconds:
                raise TimeoutError("nobody was cut off")
            self.turn(0.02)
        cut = time.perf_counter()
        self.settle(0.2)
        lost = sum(not p.open for p in self.all)
        self.connect(seconds, jitter)
        return {"seconds": time.perf_counter() - cut, "lost": lost}

    def place(self, round: str, cards: list[str], stages: list[str], every: float, seconds: float) -> Body:
        """Each places a card every so often, at moments of its own; until all is answered."""

        def one(phone: Phone) -> None:
            self.placed(phone, round, random.choice(cards), random.choice(stages))

        return self._paced(one, every, seconds)

    def beat(self, every: float, seconds: float) -> Body:
        """Each sends a heartbeat every so often."""
        return self._paced(self.beats, every, seconds)

    def pace(self, event: str, body: Body, every: float, seconds: float) -> Body:
        """The same with an event of the bare stack."""
        return self._paced(lambda phone: self.ask(phone, event, body), every, seconds)

    def pace_filled(self, event: str, body: Body, every: float, seconds: float) -> Body:
        """The same with as many bytes as a phone's command has."""
        return self._paced(lambda phone: self.ask(phone, event, self.filled(event, body)), every, seconds)

    def _paced(self, act: Callable[[Phone], None], every: float, seconds: float) -> Body:
        began = time.perf_counter()
        due = deque(sorted(((began + random.uniform(0, every), p) for p in self.all), key=lambda pair: pair[0]))
        end, sent = began + seconds, 0
        self.late, before = [], sum(p.frames for p in self.all)
        while due[0][0] < end:
            while due[0][0] <= time.perf_counter():
                when, phone = due.popleft()
                act(phone)
                sent += 1
                due.append((when + every, phone))
            self.turn(max(0.0, min(0.005, due[0][0] - time.perf_counter())))
        answer = self.answered(sent, time.perf_counter() - began)
        return {**answer, "frames": sum(p.frames for p in self.all) - before}

    def burst(self, round: str, card: str, stages: list[str], within: float) -> Body:
        """Everybody places within `within` seconds; until the room's count is complete on every phone."""
        self.late, began = [], time.perf_counter()
        for phone in self.all:
            phone.seen = 0
        step = within / len(self.all)
        for i, phone in enumerate(self.all):
            self.placed(phone, round, card, random.choice(stages))
            if time.perf_counter() < began + i * step:
                self.turn(0)
        sent_in = time.perf_counter() - began
        answer = self.answered(len(self.all), sent_in)
        while any(p.seen < len(self.all) for p in self.all) and time.perf_counter() < began + 20:
            self.turn(0.01)
        return {**answer, "sent_in": sent_in, "seen": time.perf_counter() - began,
                "told": sum(p.seen >= len(self.all) for p in self.all)}  # fmt: skip

    def finish(self, round: str, cards: list[str], stages: list[str]) -> Body:
        """Half of the room and one place every card, so that the round may be shown (domain/quorum.py)."""
        self.late, some = [], self.all[: max(8, len(self.all) // 2 + 1)]
        for card in cards:
            for phone in some:
                self.placed(phone, round, card, random.choice(stages))
                self.turn(0)
        return self.answered(len(some) * len(cards), 0.0)

    def ask_one(self, event: str, body: Body) -> Body:
        """The first phone asks; for orders to the bare stack."""
        self.ask(self.all[0], event, body)
        return self.answered(1, 0.0)

    def reveal(self, seconds: float = 20) -> Body:
        """Until every phone has been shown results; when each was, by this machine's clock."""
        deadline = time.perf_counter() + seconds
        while any(not p.revealed for p in self.all) and time.perf_counter() < deadline:
            self.turn(0.005)
        return {"at": [p.revealed for p in self.all]}

    def settle(self, seconds: float) -> Body:
        """Only listen for a while; how many frames each had."""
        until, before = time.perf_counter() + seconds, sum(p.frames for p in self.all)
        while (left := until - time.perf_counter()) > 0:
            self.turn(min(0.05, left))
        return {"frames": sum(p.frames for p in self.all) - before, "last": self.frame.decode(errors="replace")}

    def watch(self) -> Body:
        """From now on, note when each frame came."""
        self.arrived = {}
        return {}

    def watched(self) -> Body:
        """For each revision, when its frame came to each phone, by this machine's clock."""
        found, self.arrived = self.arrived, None
        return {"at": found}

    def leave(self) -> Body:
        """All hang up."""
        for phone in self.all:
            self.closed(phone)
        self.all.clear()
        return {}


def serve(made: Callable[..., Phones]) -> None:
    """One order a line, one answer a line; the first makes the phones. Each of them takes a descriptor."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    phones: Phones | None = None
    while line := _next_line(phones):
        order = json.loads(line)
        do = order.pop("do")
        if do == "new":
            phones = made(**order)
            answer: Body = {}
        else:
            try:
                answer = getattr(phones, do)(**order)
            except Exception as fault:
                answer = {"fault": f"{type(fault).__name__}: {fault}"}
        print(json.dumps(answer), flush=True)


def _next_line(phones: Phones | None) -> str:
    """The next order; until it comes, the phones listen: who answers no ping is cut off."""
    while phones is not None and not select.select([sys.stdin], [], [], 0)[0]:
        phones.turn(0.05)
    return sys.stdin.readline()


if __name__ == "__main__":
    serve(Phones)
