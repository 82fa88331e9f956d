"""Redis Cluster on one machine: three of Debian's servers, a third of the slots each."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Self

from redis import Redis

from tests.helpers.front import installed, running, until
from tests.helpers.shop import free_ports
from workshop.live.connect import connect
from workshop.live.embedded import _answers

NODES, SLOTS = 3, 16_384


class Cluster:
    """`url` for the app, `client` for all of it, `nodes()` for each server by itself."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._all = folder, ExitStack()
        self._processes: dict[int, subprocess.Popen[bytes]] = {}
        self.ports = free_ports(2 * NODES)
        self.url = "redis+cluster://" + ",".join(f"127.0.0.1:{port}" for port in self.ports[:NODES])

    def __enter__(self) -> Self:
        try:
            for number in range(NODES):
                self.start(number)
            self._join()
            self.client = self._all.enter_context(closing(connect(self.url)))
        except BaseException:
            self._all.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._all.close()

    def nodes(self) -> Iterator[Redis]:
        """A client of each server, which knows nothing of the others."""
        for port in self.ports[:NODES]:
            with Redis(port=port) as client:
                yield client

    def empty(self) -> None:
        """Forget every key and script."""
        for node in self.nodes():
            node.flushall()
            node.script_flush()

    def kill(self, number: int) -> None:
        """One server, at once."""
        self._processes[number].kill()
        self._processes[number].wait()

    def start(self, number: int) -> None:
        """Start it, or start it again: it finds what it had, and the others."""
        folder = self.folder / f"node-{number}"
        options = {"port": self.ports[number], "cluster-port": self.ports[NODES + number], "bind": "127.0.0.1"}
        options |= {"cluster-enabled": "yes", "cluster-node-timeout": 2000, "appendonly": "yes", "save": ""}
        options |= {"dir": folder}
        words = [installed("redis-server"), *(part for n, v in options.items() for part in (f"--{n}", str(v)))]
        folder.mkdir(exist_ok=True)
        process = self._processes[number] = self._all.enter_context(running(words, folder / "log"))
        with Redis(port=self.ports[number]) as client:
            until(lambda: _answers(client), process, folder / "log")

    def _join(self) -> None:
        for number, node in enumerate(self.nodes()):
            first, behind = (SLOTS * n // NODES for n in (number, number + 1))
            node.execute_command("CLUSTER ADDSLOTSRANGE", first, behind - 1)
            node.execute_command("CLUSTER MEET", "127.0.0.1", self.ports[0], self.ports[NODES])
        self.wait()

    def wait(self) -> None:
        """Until each of them says that all are there."""
        deadline = time.monotonic() + 30
        while not all(self._is_whole(node) for node in self.nodes()):
            assert time.monotonic() < deadline, "the servers did not become a cluster"
            time.sleep(0.05)

    @staticmethod
    def _is_whole(node: Redis) -> bool:
        told = node.execute_command("CLUSTER INFO")
        found = told if isinstance(told, dict) else dict(li.split(":") for li in told.decode().split("\r\n") if li)
        return (found["cluster_state"], int(found["cluster_known_nodes"])) == ("ok", NODES)
