"""`bin/soak --writers`: thirty phones write one explanation while lines are cut and a worker is killed.

In the end every phone, the record and the report have to have the same texts, and in them every word that was taken.
"""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress

import click

from benchmarks.__main__ import machine
from benchmarks.soak import BAD, Town, built
from tests.helpers.proxy import FINE
from tests.helpers.writers import Journal, Writer
from workshop.record.engine import make_engine
from workshop.record.repository import SqlRecord
from workshop.rehearsal.facilitator import SimulatedFacilitator
from workshop.rehearsal.outbox import Outbox
from workshop.rehearsal.wire import Refusal

CYCLE, SILENCE = 30.0, 14.0
"""Seconds of silent writing and of open writing in turn; seconds between two texts of a phone, on average."""


class Desk:
    """A facilitator whose room writes: in silence, gathered, in the open, and again."""

    def __init__(self, facilitator: SimulatedFacilitator) -> None:
        self.facilitator = facilitator.beside()
        self.code = self.facilitator.create("group-chat", "full", k=5, rehearsal=False)
        self.session, self.line = self.facilitator.session, self.facilitator.line
        self._outbox = Outbox(self.line, lambda: True)
        steps = self.line.parts["agenda"]["steps"]
        self._send("session.go", {"step": next(s["id"] for s in steps if s["activity"] == "formulation")})

    def lead(self, seconds: float) -> None:
        """So long, then to where everything is open."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._send("formulation.phase", {"phase": "silent"})
            time.sleep(CYCLE / 2)
            self._send("formulation.collect", {})
            time.sleep(6)
            with suppress(Refusal):
                self._send("formulation.uncover", {})
            self._send("formulation.phase", {"phase": "sort"})
            time.sleep(CYCLE / 2)

    def end(self) -> list[str]:
        """The session is over; the texts of its report."""
        self._send("session.end", {})
        report = json.loads(self.facilitator.browser.get(f"/facilitate/{self.session}/report.json"))
        return [note["text"] for note in report["formulation"]["notes"]]

    def _send(self, name: str, body: dict[str, object]) -> None:
        self._outbox.send(name, dict(body))


def digest(texts: Iterable[str]) -> str:
    """Of texts in whatever order."""
    return hashlib.sha256("\n".join(sorted(texts)).encode()).hexdigest()[:16]


def trouble(town: Town, seconds: float) -> None:
    """Half of the time lines are cut; at a third of it a worker is killed, at two thirds both."""
    town.proxy.weather = BAD
    time.sleep(seconds / 3)
    town.shop.workers[1].kill()
    time.sleep(1)
    town.shop.workers[1].start()
    town.proxy.weather = FINE
    time.sleep(seconds / 3)
    for worker in town.shop.workers:
        worker.kill()
    for worker in town.shop.workers:
        worker.start()
    town.proxy.weather = BAD
    time.sleep(seconds / 4)
    town.proxy.weather = FINE


def alike(writers: list[Writer], seconds: float = 60) -> list[str]:
    """Wait until every phone has the same texts; those of the first."""
    until = time.monotonic() + seconds
    while len({digest(w.texts()) for w in writers}) > 1 and time.monotonic() < until:
        for writer in writers:
            if not writer.line.open:
                with suppress(TimeoutError, ConnectionError, OSError):
                    writer.line.connect()
        time.sleep(0.5)
    return writers[0].texts()


@click.command()
@click.option("--minutes", default=5.0, show_default=True)
@click.option("--phones", default=30, show_default=True)
def main(minutes: float, phones: int) -> None:
    """Write. Ends with 1 when a word was lost, or texts differ."""
    with ExitStack() as stack:
        town, journal = built(stack), Journal()
        desk, url = Desk(town.facilitator), f"http://127.0.0.1:{town.proxy.port}"
        with ThreadPoolExecutor(8) as pool:
            writers = list(pool.map(lambda n: Writer(n, url, desk.code, journal, SILENCE), range(phones)))
        for writer in writers:
            writer.start()
        weather = threading.Thread(target=trouble, args=(town, minutes * 60))
        weather.start()
        desk.lead(minutes * 60)
        weather.join()
        for writer in writers:
            writer.finish(120)
        phone = alike(writers)
        hashes = {digest(w.texts()) for w in writers}
        report = desk.end()
        kept = SqlRecord(make_engine(town.shop.database_url)).checkpoint(desk.session)
        record = [note["text"] for note in kept.collections["notes"].values()] if kept else []
    faults = journal.faults(record)
    same = len(hashes) == 1 and digest(phone) == digest(record) == digest(report)
    print(f"{minutes:g} minutes, {phones} phones, on {machine()}")
    print(f"{len(record)} notes; words taken {len(journal.taken)}, refused {len(journal.refused)}, "
          f"not taken yet {len(journal.unknown)}")  # fmt: skip
    print(
        f"phones {sorted(hashes)}, record {digest(record)}, report {digest(report)}: {'the same' if same else 'DIFFER'}"
    )
    print("; ".join(faults) or "nothing lost")
    raise SystemExit(bool(faults) or not same)


if __name__ == "__main__":
    main()
