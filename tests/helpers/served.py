"""A workshop of our own for a test: `workshop serve` as a new user would start it, in a process of its own."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

LINK = re.compile(r"(https?://[^/\s]+)/sign-in/\S+")
PATIENCE = 120
"""Seconds until a start that says nothing has failed."""


@dataclass(frozen=True)
class Served:
    """Where it answers, and the link that signs its facilitator in."""

    url: str
    link: str
    process: subprocess.Popen[str]
    data: Path


@contextmanager
def served(data: Path, errors: IO[bytes] | None = None, **settings: str) -> Iterator[Served]:
    """Serve from `data` on a free port of this machine; ended, with all that it started, when the block ends.

    `errors`: where its standard error goes; to the test's own when it is None.
    """
    own = {"WORKSHOP_PORT": "0", "WORKSHOP_HOST": "127.0.0.1", "WORKSHOP_DATA_DIR": str(data), "PYTHONUNBUFFERED": "1"}
    environ = {**os.environ, **own, **settings}
    command = [sys.executable, "-m", "workshop", "serve"]
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=errors, text=True) as process:
        try:
            url, link = _announced(process)
            yield Served(url, link, process, data)
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(15)
            process.kill()


def web_processes(parent: int) -> set[int]:
    """Process ids of the web processes of `workshop serve --workers`; one that ends while we look is none of them."""
    return {int(c) for c in Path(f"/proc/{parent}/task/{parent}/children").read_text().split() if _is_web(c)}


def _is_web(process: str) -> bool:
    try:
        return b"--worker\0" in Path(f"/proc/{process}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return False


def _announced(process: subprocess.Popen[str]) -> tuple[str, str]:
    deadline = time.monotonic() + PATIENCE
    for line in process.stdout or ():
        if found := LINK.search(line):
            return found.group(1), found.group(0)
        if time.monotonic() > deadline:
            break
    raise RuntimeError("the workshop did not start")
