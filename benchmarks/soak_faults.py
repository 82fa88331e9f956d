"""The faults of `bin/soak`: what each does to an installation, and how it is mended."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.postgres import PostgresCluster
from tests.helpers.proxy import FINE, Proxy, Weather
from tests.helpers.shop import Shop
from workshop.rehearsal.facilitator import SimulatedFacilitator

DISK = 64 * 1024 * 1024
"""Bytes of the small disk on which the live store writes, so that it can be filled."""


@dataclass(frozen=True)
class Town:
    """One installation. `disk`: the small disk of the live store, or None where no disk can be mounted."""

    shop: Shop
    proxy: Proxy
    postgres: PostgresCluster
    facilitator: SimulatedFacilitator
    url: str
    disk: Path | None

    def mend(self) -> None:
        """Everything runs again, whatever a fault left."""
        self.proxy.weather = FINE
        for worker in self.shop.workers:
            if worker.process is None or worker.process.poll() is not None:
                worker.start()
        if self.disk:
            (self.disk / "filler").unlink(missing_ok=True)


@dataclass(frozen=True)
class Fault:
    """`strike` returns when the fault is over."""

    strike: Callable[[Town], None]
    possible: Callable[[Town], bool] = lambda town: True


def _nothing(town: Town) -> None:
    time.sleep(2)


def _worker_killed(town: Town) -> None:
    town.shop.workers[1].kill()
    time.sleep(1)
    town.shop.workers[1].start()


def _worker_frozen(town: Town) -> None:
    town.shop.workers[0].send(signal.SIGSTOP)
    time.sleep(4)
    town.shop.workers[0].send(signal.SIGCONT)


def _workers_replaced(town: Town) -> None:
    for worker in town.shop.workers:
        worker.stop()
        worker.start()


def _live_killed(town: Town) -> None:
    town.shop.kill_live()
    time.sleep(1)
    town.shop.live.start()


def _live_frozen(town: Town) -> None:
    town.shop.freeze_live(True)
    time.sleep(4)
    town.shop.freeze_live(False)


def _live_wiped(town: Town) -> None:
    town.shop.redis.flushall()
    time.sleep(2)


def _disk_full(town: Town) -> None:
    assert town.disk is not None
    with (town.disk / "filler").open("wb") as filler:
        try:
            while True:
                os.write(filler.fileno(), bytes(65536))
        except OSError:
            time.sleep(4)
    (town.disk / "filler").unlink()
    time.sleep(2)


def _database_down(town: Town) -> None:
    town.postgres.crash()
    time.sleep(3)
    town.postgres.recover()


def _bad_network(town: Town) -> None:
    town.proxy.weather = Weather(cut=0.5, repeat=0.4, delay=0.05, life=1.5)
    time.sleep(5)
    town.proxy.weather = FINE


def _worker_and_live_killed(town: Town) -> None:
    town.shop.workers[0].kill()
    _live_killed(town)
    town.shop.workers[0].start()


FAULTS: Mapping[str, Fault] = {
    "no fault": Fault(_nothing),
    "a worker killed (SIGKILL)": Fault(_worker_killed),
    "a worker frozen for 4 s (SIGSTOP)": Fault(_worker_frozen),
    "workers replaced one by one": Fault(_workers_replaced),
    "the live store killed (SIGKILL)": Fault(_live_killed),
    "the live store frozen for 4 s": Fault(_live_frozen),
    "the live store wiped": Fault(_live_wiped),
    "the live store's disk full for 4 s": Fault(_disk_full, lambda town: town.disk is not None),
    "the database killed for 3 s": Fault(_database_down),
    "connections cut, delayed, repeated, overtaken": Fault(_bad_network),
    "a worker and the live store killed together": Fault(_worker_and_live_killed),
}


@contextmanager
def small_disk(at: Path) -> Iterator[Path | None]:
    """`at` as a disk of its own that can be filled, where this user may mount one; else an ordinary directory."""
    at.mkdir()
    mount = shutil.which("mount")
    options = ["-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(at)]
    mounted = bool(mount) and subprocess.run([str(mount), *options], capture_output=True, check=False).returncode == 0
    try:
        yield at if mounted else None
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(at)], check=False)
