"""Phones that place all the time, through whatever happens, and remember what they were told."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

from tests.helpers.history import History, Stage
from workshop.rehearsal.facilitator import SimulatedFacilitator
from workshop.rehearsal.http import Browser
from workshop.rehearsal.outbox import Outbox
from workshop.rehearsal.wire import Line, Refusal

AGENDA, CASE = "ninety", "group-chat"


def until(holds: Callable[[], bool], seconds: float = 120) -> None:
    """Wait for a state, however busy the machine is."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.05)


class Desk:
    """A facilitator whose session has its first placing round open."""

    def __init__(self, facilitator: SimulatedFacilitator) -> None:
        self.facilitator = facilitator.beside()
        self.code = self.facilitator.create(CASE, AGENDA, k=5)
        self.line = self.facilitator.line
        self.session = self.facilitator.session
        first = next(s["id"] for s in self.line.parts["agenda"]["steps"] if s["title"] == "Place the cards")
        self.send("session.go", {"step": first})
        self.send("board.open", {})
        board = self._board(lambda b: b["round"] and b["round"]["state"] == "open")
        self.round = board["round"]["id"]
        self.cards = [c["id"] for c in board["cards"]]
        self.stages = [s["id"] for s in board["scale"]["stages"]]

    def _board(self, holds) -> dict[str, Any]:
        return self.line.wait_for(lambda p: p.get("board") and holds(p["board"]))["board"]

    def send(self, name: str, body: dict[str, Any]) -> None:
        """Until it is done, whatever happens to the line."""
        Outbox(self.line, lambda: True).send(name, body)

    def reveal(self) -> dict[str, Counter[Stage] | None]:
        """Close and show; the figures: card → stage (None for need to know) → how many; or None where few placed it."""
        with suppress(Refusal):  # it was shown before: a worker that died had been asked for it
            self.send("board.reveal", {"round": self.round})
        results = self._board(lambda b: b["results"])["results"]
        return {r["card"]: figures(self.stages, r) for r in results}


def figures(stages: list[str], result: dict[str, Any]) -> Counter[Stage] | None:
    """Of one card's result; None when it is withheld."""
    if result["withheld"]:
        return None
    return Counter({**dict(zip(stages, result["tallies"], strict=True)), None: result["need_to_know"]})


class Restless:
    """One phone. It places a card of the round every `pause` seconds until it is told to stop."""

    def __init__(self, number: int, url: str, desk: Desk, history: History, pause: float) -> None:
        self._number, self._desk, self._history, self._pause = number, desk, history, pause
        self._chance = random.Random(number)
        self._stop = threading.Event()
        self.told: Counter[str] = Counter()
        self._placed: set[str] = set()
        browser = Browser(url)
        browser.get("/")
        answer = browser.post("/join", {"code": desk.code, "token": ""})
        assert answer.get("ok"), answer
        self.line = Line(url, "/delegate", browser.cookies)
        self._arrive()
        self._thread = threading.Thread(target=self._live, daemon=True)

    def _arrive(self) -> None:
        """As phones do: while the server is saving, ask again."""
        deadline = time.monotonic() + 30
        while True:
            try:
                self.line.connect(30)
                return
            except (Refusal, ConnectionError, OSError) as no:
                if time.monotonic() > deadline or (isinstance(no, Refusal) and no.code != "saving"):
                    raise
                time.sleep(0.3)

    def start(self) -> None:
        """Begin to place."""
        self._thread.start()

    def stop(self) -> None:
        """No new placement; those that are out are sent until they are answered."""
        self._stop.set()

    def finish(self, seconds: float) -> None:
        """Wait for the last answer, come back if need be, and send again what a new epoch asks for."""
        self._thread.join(seconds)
        assert not self._thread.is_alive(), "a phone never got its answer"

    def _live(self) -> None:
        outbox = Outbox(self.line, lambda: True)
        while not self._stop.is_set():
            self._guarded(outbox.renew)
            self._place(outbox)
            self._stop.wait(self._chance.uniform(0, 2 * self._pause))
        self._pass_over_the_rest(outbox)
        deadline = time.monotonic() + 1.5  # a wiped store shows as a new epoch only when its frame has come
        while time.monotonic() < deadline:
            self._guarded(outbox.renew)
            time.sleep(0.1)

    def _place(self, outbox: Outbox) -> None:
        card, stage = self._chance.choice(self._desk.cards), self._chance.choice([*self._desk.stages, None])
        placed = {"card": card, "stage": stage, "missing": [], "reasons": [], "certainty": None}
        known = self._history.invoke(self._number, card, stage)
        try:
            outbox.send("board.place", {"round": self._desk.round, **placed})
            known.told("ok")
            self._placed.add(card)
        except Refusal as no:
            known.told("fail")
            self.told[no.code] += 1

    def _pass_over_the_rest(self, outbox: Outbox) -> None:
        """It has finished, by tap: a round is shown when enough phones have."""
        for card in self._desk.cards:
            if card not in self._placed:
                with suppress(Refusal):
                    outbox.send("board.skip", {"round": self._desk.round, "card": card})

    def _guarded(self, act) -> None:
        try:
            if not self.line.open:
                self.line.connect()
            act()
        except (Refusal, TimeoutError, ConnectionError, OSError):
            time.sleep(0.2)


class RoomFull:
    """Many restless phones in one session, and their history."""

    def __init__(self, urls: list[str], desk: Desk, many: int, pause: float = 0.1) -> None:
        self.desk, self.history = desk, History()
        with ThreadPoolExecutor(16) as pool:
            self.phones = list(
                pool.map(lambda n: Restless(n, urls[n % len(urls)], desk, self.history, pause), range(many))
            )

    def __enter__(self) -> RoomFull:
        for phone in self.phones:
            phone.start()
        return self

    def __exit__(self, *_: object) -> None:
        for phone in self.phones:
            phone.stop()
        for phone in self.phones:
            phone.line.drop()

    def places(self) -> None:
        """Wait until the room is well under way."""
        until(lambda: self.history.count("ok") > 3 * len(self.phones))

    def settle(self, seconds: float = 120) -> None:
        """Everybody stops placing, and every placement that is out is answered."""
        for phone in self.phones:
            phone.stop()
        deadline = time.monotonic() + seconds
        for phone in self.phones:
            phone.finish(max(0.1, deadline - time.monotonic()))

    def faults(self) -> list[str]:
        """Reveal, and compare with what the phones were told."""
        assert self.history.count("ok") > len(self.phones), "too little was placed to say anything"
        shown = self.desk.reveal()
        assert any(shown.values()), "no card was told: take more phones"
        return self.history.faults(shown)
