"""The processes of a benchmark: a workshop, the bare stack, the load; and what the system says about their costs."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

import redis

from benchmarks.websocket import pin

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"(https?://[^/\s]+)/sign-in/\S+")
SERVER_CORE, LOAD_CORE = 0, 1


class Process:
    """A child of ours, ended with the block."""

    child: subprocess.Popen[str]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.child.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            self.child.wait(15)
        self.child.kill()
        self.child.wait()

    def cpu(self) -> float:
        """Seconds of CPU that it has used, in user and system mode, all its threads together."""
        return cpu_of(self.child.pid)

    def memory(self) -> int:
        """Its resident memory in bytes."""
        found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{self.child.pid}/status").read_text())
        return int(found.group(1)) * 1024 if found else 0


class Workshop(Process):
    """`workshop serve` with a data directory of its own. `started` is how long its start took, in seconds."""

    def __init__(self, *arguments: str) -> None:
        self._scratch = tempfile.TemporaryDirectory(prefix="workshop-")
        self.data = Path(self._scratch.name) / "data"
        environ = {k: v for k, v in os.environ.items() if not k.startswith("WORKSHOP_")}
        own = {"HOST": "127.0.0.1", "PORT": str(free_port()), "DATA_DIR": str(self.data), "SEATS_A_MINUTE": "100000"}
        environ |= {f"WORKSHOP_{name}": value for name, value in own.items()} | {"PYTHONUNBUFFERED": "1"}
        command = [sys.executable, "-m", "workshop", "serve", *arguments]
        began = time.perf_counter()
        self.child = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True)
        for line in self.child.stdout or ():
            if found := LINK.search(line):
                self.link, self.url = found.group(0), found.group(1)
                break
        else:
            raise RuntimeError("the workshop did not start")
        self.started = time.perf_counter() - began
        if not arguments:
            pin(self.child.pid, SERVER_CORE)

    def __exit__(self, *_: object) -> None:
        super().__exit__()
        self._scratch.cleanup()

    def children(self) -> list[int]:
        """Process ids of the web processes of `--workers`."""
        return [c for c in self._all() if b"--worker\0" in Path(f"/proc/{c}/cmdline").read_bytes()]

    def store(self) -> int:
        """Process id of the live store."""
        return next(c for c in self._all() if b"--worker\0" not in Path(f"/proc/{c}/cmdline").read_bytes())

    def _all(self) -> list[int]:
        tasks = Path(f"/proc/{self.child.pid}/task").glob("*/children")
        return [int(c) for found in tasks for c in found.read_text().split()]

    def live_memory(self) -> int:
        """Bytes that the live store's data take."""
        with redis.Redis(unix_socket_path=str(self.data / "valkey" / "valkey.sock")) as client:
            found: Any = client.info("memory")
            return found["used_memory_dataset"]


class Bare(Process):
    """The bare stack on a free port; or, as `raw`, nothing but the write."""

    def __init__(self, what: str = "bare") -> None:
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.child = subprocess.Popen([sys.executable, "-m", f"benchmarks.{what}", str(port)], cwd=ROOT, text=True)
        pin(self.child.pid, SERVER_CORE)
        wait_for_port(port)


class NotAllIn(RuntimeError):
    """Not all phones were connected in time."""


class Load(Process):
    """The load generator. Any order is a method: `load.connect(seconds=5)`. Raises RuntimeError when it failed,
    NotAllIn when time was over.
    """

    def __init__(self, url: str, namespace: str, what: str = "phones", core: int | None = LOAD_CORE) -> None:
        """`core`: where it runs; None where it shares all with the servers."""
        command = [sys.executable, "-m", f"benchmarks.{what}"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self.child = subprocess.Popen(command, cwd=ROOT, text=True, **pipes)  # type: ignore[call-overload]
        if core is not None:
            pin(self.child.pid, core)
        self.tell("new", url=url, namespace=namespace)

    def tell(self, do: str, **order: Any) -> dict[str, Any]:
        """One order, and its answer."""
        self.begin(do, **order)
        return self.answer()

    def begin(self, do: str, **order: Any) -> None:
        """One order whose answer is fetched later."""
        assert self.child.stdin is not None
        self.child.stdin.write(json.dumps({"do": do, **order}) + "\n")
        self.child.stdin.flush()

    def answer(self) -> dict[str, Any]:
        """The answer to the order that is out."""
        assert self.child.stdout is not None
        answer = json.loads(self.child.stdout.readline() or '{"fault": "the load generator ended"}')
        if "fault" in answer:
            raise (NotAllIn if answer["fault"].startswith("TimeoutError") else RuntimeError)(answer["fault"])
        return answer

    def __exit__(self, *_: object) -> None:
        assert self.child.stdin is not None
        self.child.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            self.child.wait(5)
        super().__exit__()


def cpu_of(pid: int) -> float:
    """Seconds of CPU of all threads of a process."""
    spent = (file.read_text().split()[0] for file in Path(f"/proc/{pid}/task").glob("*/schedstat"))
    return sum(int(nanoseconds) for nanoseconds in spent) / 1e9


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def wait_for_port(port: int, seconds: float = 20) -> None:
    """Until something answers there."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)
