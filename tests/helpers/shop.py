"""An installation of several processes, each of which can be killed: web workers, the live store, the database."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from redis import Redis

from workshop.live.embedded import EmbeddedValkey

LINK = re.compile(r"https?://[^/\s]+/sign-in/\S+")
SECRET = "a secret of the tests that is long enough"


def free_ports(many: int) -> list[int]:
    """Ports that nobody uses now, all different."""
    probes = [socket.socket() for _ in range(many)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]
    finally:
        for probe in probes:
            probe.close()


class Worker:
    """One `workshop serve` on a port of its own."""

    def __init__(self, port: int, environ: dict[str, str], errors: Path) -> None:
        self.port, self._environ, self._errors = port, environ, errors
        self.link = ""
        self.process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Until it answers."""
        command = [sys.executable, "-m", "workshop", "serve"]
        environ = {**os.environ, **self._environ, "WORKSHOP_PORT": str(self.port), "PYTHONUNBUFFERED": "1"}
        with self._errors.open("ab") as errors:
            self.process = subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=errors, text=True)
        for line in self.process.stdout or ():
            if found := LINK.search(line):
                self.link = found.group(0)
                return
        raise RuntimeError(f"the worker did not start: {self._errors.read_text()[-2000:]}")

    def send(self, number: int) -> None:
        """A signal."""
        assert self.process is not None
        self.process.send_signal(number)

    def kill(self) -> None:
        """At once, without a word."""
        self.send(signal.SIGKILL)
        self._gone()

    def stop(self) -> None:
        """In order."""
        if self.process is not None and self.process.poll() is None:
            self.send(signal.SIGCONT)
            self.send(signal.SIGTERM)
            self._gone()

    def _gone(self) -> None:
        assert self.process is not None
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()


def start_together(workers: Sequence[Worker]) -> None:
    """All at the same time, as containers start: most of a start is waiting."""
    with ThreadPoolExecutor(len(workers)) as pool:
        list(pool.map(Worker.start, workers))


class Shop:
    """`workers` web processes on one live store and one database, for clients that come by `ports` or by a proxy."""

    def __init__(self, root: Path, workers: int, database_url: str, others: tuple[int, ...] = ()) -> None:
        self.root, self.database_url = root, database_url
        self.live = EmbeddedValkey(root)
        ports = free_ports(workers)
        origins = ",".join(f"http://127.0.0.1:{port}" for port in (*ports, *others))
        self._common = {
            "WORKSHOP_HOST": "127.0.0.1",
            "WORKSHOP_SECRET_KEY": SECRET,
            "WORKSHOP_REDIS_URL": self.live.url,
            "WORKSHOP_DATABASE_URL": database_url,
            "WORKSHOP_ORIGINS": origins,
        }
        self.workers = [self._worker(n, port) for n, port in enumerate(ports)]

    def __enter__(self) -> Shop:
        try:
            self.live.start()
            start_together(self.workers)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            worker.stop()
        self.freeze_live(False)
        self.live.stop()

    @property
    def url(self) -> str:
        """The first worker's."""
        return self.workers[0].url

    @property
    def redis(self) -> Redis:
        """A client of the live store."""
        return Redis.from_url(self.live.url)

    def here(self) -> list[tuple[str, int]]:
        """The workers that run now, for a proxy."""
        return [("127.0.0.1", w.port) for w in self.workers if w.process is not None and w.process.poll() is None]

    def kill_live(self) -> None:
        """The live store, at once."""
        assert self.live.pid is not None
        os.kill(self.live.pid, signal.SIGKILL)
        self.live.stop()

    def freeze_live(self, frozen: bool) -> None:
        """Stop its clock, or let it go on."""
        if self.live.pid is not None and self.live.running:
            os.kill(self.live.pid, signal.SIGSTOP if frozen else signal.SIGCONT)

    def _worker(self, number: int, port: int) -> Worker:
        data = self.root / f"worker-{number}"
        return Worker(port, {**self._common, "WORKSHOP_DATA_DIR": str(data)}, self.root / f"worker-{number}.log")
