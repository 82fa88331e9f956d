"""Phones that write notes: in silence, in the open, over one another; and remember which of their words were taken.

Every word is invented and is there once, so that a word says whose text it was in and what became of it. An edit keeps
the words that it found: what was once taken has to be there in the end, whoever wrote over it.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from workshop.activities.formulation_bodies import SLOTS
from workshop.rehearsal.http import Browser
from workshop.rehearsal.outbox import Outbox
from workshop.rehearsal.wire import Line, Refusal

LONGEST, MOST = 140, 240
KEY = "key-of-all-writers"
"""They write over one another, as two who are at one note at once do."""
"""Characters of a note; notes after which only words are added to those that there are."""
OPEN = frozenset({"sort", "join", "say"})


@dataclass
class Journal:
    """Words, by what their writer was told: taken, refused, or neither."""

    taken: set[str] = field(default_factory=set[str])
    refused: set[str] = field(default_factory=set[str])
    unknown: set[str] = field(default_factory=set[str])
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def tell(self, into: set[str], words: Iterable[str]) -> None:
        """What became of words; nothing is told of them twice but by `unknown`."""
        with self._lock:
            self.unknown.difference_update(words)
            into.update(words)

    def faults(self, texts: Iterable[str]) -> list[str]:
        """What does not fit with the texts that are there in the end."""
        there = {word for text in texts for word in text.split()}
        lost, appeared = self.taken - there, self.refused & there
        strange = there - self.taken - self.unknown - self.refused
        said = [f"{len(lost)} words lost: {sorted(lost)[:5]}"] if lost else []
        said += [f"{len(appeared)} refused words are there: {sorted(appeared)[:5]}"] if appeared else []
        return said + ([f"{len(strange)} words that nobody wrote: {sorted(strange)[:5]}"] if strange else [])


class Writer:
    """One phone. `silence`: seconds between two texts, on average; lengths are drawn as people's are, many short."""

    def __init__(self, number: int, url: str, code: str, journal: Journal, silence: float) -> None:
        self._number, self._journal, self._silence = number, journal, silence
        self._chance, self._words = random.Random(number), 0
        self._drafts: list[tuple[str, str]] = []
        self._handed: dict[int, list[tuple[str, str]]] = {}
        self._stop, self._due = threading.Event(), 0.0
        browser = Browser(url)
        browser.get("/")
        answer = browser.post("/join", {"code": code, "token": ""})
        assert answer.get("ok"), answer
        self.line = Line(url, "/delegate", browser.cookies)
        self.line.connect(30)
        self._outbox = Outbox(self.line, lambda: True)
        self._thread = threading.Thread(target=self._live, daemon=True)

    def start(self) -> None:
        """Begin to write."""
        self._later()
        self._thread.start()

    def finish(self, seconds: float) -> None:
        """Nothing new; what is out is sent until it is answered."""
        self._stop.set()
        self._thread.join(seconds)
        assert not self._thread.is_alive(), "a phone never got its answer"

    def texts(self) -> list[str]:
        """Of all notes, as this phone has them."""
        return [note["text"] for note in self.line.parts["formulation"]["notes"]]

    def _live(self) -> None:
        while not self._stop.is_set():
            try:
                if not self.line.open:
                    self.line.connect()
                self._act(self.line.parts["formulation"])
            except (TimeoutError, ConnectionError, OSError, Refusal):
                time.sleep(0.2)
            self._stop.wait(0.2)

    def _act(self, part: dict[str, Any]) -> None:
        called = part["gathering"]["number"] if part["gathering"]["state"] == "called" else 0
        self._settle(part["gathering"])
        if called and called not in self._handed:
            self._hand_in(called)
        elif time.monotonic() >= self._due:
            self._later()
            self._write(part)

    def _write(self, part: dict[str, Any]) -> None:
        section = self._chance.choice(part["sections"])["id"]
        if part["phase"] not in OPEN:
            self._drafts = [*self._drafts, (section, self._text(LONGEST))][:SLOTS]
        elif part["notes"] and (self._chance.random() < 0.6 or len(part["notes"]) >= MOST):
            self._add_words(self._chance.choice(part["notes"]))
        else:
            text = self._text(LONGEST)
            self._send("formulation.add", {"section": section, "text": text, "key": KEY}, text)

    def _add_words(self, note: dict[str, Any]) -> None:
        if (room := LONGEST - len(note["text"]) - 1) >= 12:
            more = self._text(room)
            body = {"note": note["id"], "text": f"{note['text']} {more}", "base": note["version"], "key": KEY}
            self._send("formulation.edit", body, more)

    def _send(self, name: str, body: dict[str, Any], words: str) -> None:
        self._journal.tell(self._journal.unknown, words.split())
        try:
            self._outbox.send(name, body)
        except Refusal:
            self._journal.tell(self._journal.refused, words.split())
        else:
            self._journal.tell(self._journal.taken, words.split())

    def _hand_in(self, gathering: int) -> None:
        notes, self._drafts = self._drafts, []
        words = [word for _, text in notes for word in text.split()]
        self._journal.tell(self._journal.unknown, words)
        slots = [{"section": section, "text": text, "key": KEY} for section, text in notes]
        slots += [{"section": "", "text": ""}] * (SLOTS - len(slots))
        self._handed[gathering] = notes
        with suppress(Refusal):  # too late: they lie on this phone until the next one
            self._outbox.send("formulation.envelope", {"gathering": gathering, "slots": slots, "pad": ""})
            return
        self._handed[gathering], self._drafts = [], notes

    def _settle(self, gathering: dict[str, Any]) -> None:
        """What was handed in and shown is taken; what was let go of is written still, for the next one."""
        for number, notes in self._handed.items():
            if number in gathering["shown"]:
                self._journal.tell(self._journal.taken, [word for _, text in notes for word in text.split()])
            elif number < gathering["number"] or gathering["state"] == "few":
                self._drafts = [*notes, *self._drafts][:SLOTS]
            else:
                continue
            self._handed[number] = []

    def _text(self, most: int) -> str:
        """Invented words, few of them more often than many, of `most` characters at most."""
        words, length = list[str](), min(most, max(12, int(self._chance.lognormvariate(3.6, 0.7))))
        while not words or len(" ".join(words)) + 9 <= length:
            self._words += 1
            words.append(f"w{self._number}n{self._words}")
        return " ".join(words)

    def _later(self) -> None:
        self._due = time.monotonic() + self._chance.expovariate(1 / self._silence)
