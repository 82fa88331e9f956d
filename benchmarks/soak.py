"""`bin/soak`: rooms place for half an hour while everything is killed, frozen, wiped and cut; every room is checked.

Two web workers, a live store, PostgreSQL and a proxy, each a process of its own; a session with a round for each fault,
in an order drawn from a seed. After each the room's figures are compared with what its phones were told.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import click

from benchmarks.__main__ import machine
from benchmarks.small_disk import fill, small_disk
from tests.helpers.postgres import PostgresCluster
from tests.helpers.proxy import FINE, Proxy, Weather
from tests.helpers.restless import Desk, RoomFull
from tests.helpers.shop import Shop
from workshop.rehearsal.facilitator import SimulatedFacilitator

BAD = Weather(cut=0.7, repeat=0.4, delay=0.03, life=2.0)


@dataclass
class Town:
    """All that can be killed."""

    shop: Shop
    proxy: Proxy
    postgres: PostgresCluster
    facilitator: SimulatedFacilitator
    small: bool
    """The live store's disk is a small one of its own, that can be filled."""


@dataclass
class Result:
    """One room."""

    fault: str
    ok: int
    refused: int
    unknown: int
    longest: float
    faults: list[str]


def worker_killed(town: Town) -> None:
    """SIGKILL, and started again."""
    town.shop.workers[1].kill()
    time.sleep(1)
    town.shop.workers[1].start()


def both_workers_killed(town: Town) -> None:
    """Nobody answers for a moment."""
    for worker in town.shop.workers:
        worker.kill()
    for worker in town.shop.workers:
        worker.start()


def workers_replaced(town: Town) -> None:
    """In order, one after the other."""
    for worker in town.shop.workers:
        worker.stop()
        worker.start()


def live_store_killed(town: Town) -> None:
    """SIGKILL, and started again from its log."""
    town.shop.kill_live()
    time.sleep(0.5)
    town.shop.live.start()


def live_store_frozen(town: Town) -> None:
    """SIGSTOP for seven seconds."""
    town.shop.freeze_live(True)
    time.sleep(7)
    town.shop.freeze_live(False)


def live_store_wiped(town: Town) -> None:
    """FLUSHALL in mid-round."""
    town.shop.redis.flushall()


def disk_full(town: Town) -> None:
    """The live store cannot write a byte for five seconds."""
    fill(town.shop.root, 5)


def database_down(town: Town) -> None:
    """Gone for four seconds."""
    town.postgres.crash()
    time.sleep(4)
    town.postgres.recover()


def bad_weather(town: Town) -> None:
    """Connections are cut, delayed, repeated and overtaken for eight seconds."""
    town.proxy.weather = BAD
    time.sleep(8)
    town.proxy.weather = FINE


def everything(town: Town) -> None:
    """Bad weather, a killed worker and a killed live store within a few seconds."""
    town.proxy.weather = BAD
    time.sleep(1)
    worker_killed(town)
    live_store_killed(town)
    time.sleep(2)
    town.proxy.weather = FINE


def nothing(town: Town) -> None:
    """For comparison."""


FAULTS: tuple[Callable[[Town], None], ...] = (nothing, worker_killed, both_workers_killed, workers_replaced,
    live_store_killed, live_store_frozen, live_store_wiped, disk_full, database_down, bad_weather,
    everything)  # fmt: skip


@click.command()
@click.option("--minutes", default=30.0, show_default=True)
@click.option("--phones", default=60, show_default=True, help="In each room.")
@click.option("--seed", default=1, show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the table (Markdown) here.")
def main(minutes: float, phones: int, seed: int, out: Path | None) -> None:
    """Soak the live core. Ends with 1 when a placement was lost or doubled."""
    until, chance, results = time.monotonic() + minutes * 60, random.Random(seed), list[Result]()
    with ExitStack() as stack:
        town = built(stack)
        order: list[Callable[[Town], None]] = []
        while time.monotonic() < until:
            order = order or chance.sample(FAULTS, len(FAULTS))
            if order[-1] is disk_full and not town.small:
                order.pop()  # no disk can be mounted here; the table says so
                continue
            results.append(one_room(town, order.pop(), phones))
            said = results[-1]
            print(f"{said.fault:<22} {said.ok:>6} ok {said.longest:6.1f} s at most  {said.faults or 'nothing lost'}")
    table = summary(results, minutes, phones, seed)
    print(table)
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(table, "utf-8")
    raise SystemExit(any(r.faults for r in results))


def built(stack: ExitStack) -> Town:
    """Everything, started."""
    root = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="workshop-soak-")))
    postgres = stack.enter_context(PostgresCluster())
    small = stack.enter_context(small_disk(root / "town"))
    places: list[Shop] = []
    proxy = stack.enter_context(Proxy(lambda: places[0].here()))
    shop = stack.enter_context(Shop(root / "town", 2, postgres.url(postgres.create_database()), (proxy.port,)))
    places.append(shop)
    facilitator = SimulatedFacilitator(f"http://127.0.0.1:{proxy.port}", shop.workers[0].link)
    return Town(shop, proxy, postgres, facilitator, small)


def one_room(town: Town, fault: Callable[[Town], None], phones: int) -> Result:
    """A room that places while the fault happens and a little longer; then the comparison."""
    desk = Desk(town.facilitator)
    with RoomFull([f"http://127.0.0.1:{town.proxy.port}"], desk, phones, pause=0.25) as room:
        time.sleep(2)
        fault(town)
        time.sleep(3)
        room.settle(90)
        found = room.faults()
        told = room.history
    desk.line.drop()
    return Result(fault.__name__.replace("_", " "), told.count("ok"), told.count("fail"), told.count("info"),
                  told.longest(), found)  # fmt: skip


def summary(results: list[Result], minutes: float, phones: int, seed: int) -> str:
    """The table of docs/reliability.md."""
    head = f"`bin/soak --minutes {minutes:g} --phones {phones} --seed {seed}` on {machine()}\n\n"
    lines = ["| fault | rooms | acknowledged | refused | unknown | lost or doubled | longest wait for an answer |",
             "|---|---|---|---|---|---|---|"]  # fmt: skip
    for name in dict.fromkeys(fault.__name__.replace("_", " ") for fault in FAULTS):
        same = [r for r in results if r.fault == name]
        if not same:
            lines.append(f"| {name} | not run | | | | | |")
        else:
            sums = (len(same), *(f"{sum(getattr(r, what) for r in same):,}" for what in ("ok", "refused", "unknown")))
            lost = sum(len(r.faults) for r in same)
            lines.append(f"| {name} | {' | '.join(map(str, sums))} | {lost} | {max(r.longest for r in same):.1f} s |")
    return head + "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
