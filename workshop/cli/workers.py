"""Several web processes on one port: a parent that holds the data directory and the live store, and looks after them.

The kernel spreads new connections over the processes (SO_REUSEPORT). A process that dies is started again; SIGHUP
replaces them one after the other, the new one before the old one goes, so that no placement waits longer than a phone
takes to reconnect.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field

from workshop.live.embedded import die_with_parent, end
from workshop.metrics import forget_process
from workshop.preflight import StartError

READY = "ready "
"""What a worker says, with its sign-in link (or nothing) behind it, when it answers."""
PATIENCE = 60.0
GOING = 8.0
LEAST_LIFE = 2.0
"""Seconds that a worker should live: one that does not is started again no faster than that."""


@dataclass
class Worker:
    """One web process."""

    environ: dict[str, str]
    link: str = ""
    process: subprocess.Popen[str] = field(init=False)
    since: float = 0.0

    def start(self) -> None:
        """Until it answers. Raises StartError."""
        command = [sys.executable, "-m", "workshop", "serve", "--worker"]
        self.since = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            command, env=self.environ, stdout=subprocess.PIPE, text=True, preexec_fn=die_with_parent()
        )
        late = threading.Timer(PATIENCE, self.process.kill)
        late.start()
        try:
            for line in self.process.stdout or ():
                if line.startswith(READY):
                    self.link = line.removeprefix(READY).strip()
                    return
        finally:
            late.cancel()
        raise StartError("A web process could not be started; its own words are above.")

    def stop(self) -> None:
        """In order, or not at all in order when it takes too long."""
        end(self.process, GOING)
        if self.process.stdout is not None:
            self.process.stdout.close()

    @property
    def alive(self) -> bool:
        return self.process.poll() is None


class Workers:
    """As many as asked for, as long as `look` is called now and then."""

    def __init__(self, many: int, environ: dict[str, str]) -> None:
        self._environ = {**os.environ, **environ, "PYTHONUNBUFFERED": "1"}
        self._many = many
        self._workers: list[Worker] = []
        self.link = ""

    def __enter__(self) -> Workers:
        try:
            while len(self._workers) < self._many:
                self._workers.append(self._started())
            self.link = self._workers[0].link
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            if worker.alive:
                worker.process.send_signal(signal.SIGTERM)
        for worker in self._workers:
            worker.stop()

    def look(self) -> None:
        """Start again what has ended."""
        for at, worker in enumerate(self._workers):
            if not worker.alive and time.monotonic() - worker.since > LEAST_LIFE:
                worker.stop()
                forget_process(worker.process.pid)
                worker.since = time.monotonic()
                try:
                    self._workers[at] = self._started()
                except StartError:
                    continue  # it is tried again at the next look

    def replace(self) -> None:
        """One after the other: the new one answers before the old one goes."""
        for at, old in enumerate(self._workers):
            self._workers[at] = self._started()
            old.stop()
            forget_process(old.process.pid)

    def _started(self) -> Worker:
        worker = Worker(self._environ)
        try:
            worker.start()
        except BaseException:
            worker.stop()
            raise
        return worker
