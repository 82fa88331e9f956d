"""A small disk that a fault can fill, where this user may mount one."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = 64 * 1024 * 1024
"""Bytes."""


@contextmanager
def small_disk(at: Path) -> Iterator[bool]:
    """`at` as a disk of its own that can be filled: True; or an ordinary directory: False."""
    at.mkdir()
    mount = shutil.which("mount")
    options = ["-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(at)]
    mounted = bool(mount) and subprocess.run([str(mount), *options], capture_output=True, check=False).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(at)], check=False)


def fill(disk: Path, seconds: float) -> None:
    """Not a byte more can be written to it for so long."""
    filler = disk / "filler"
    with filler.open("wb") as file:
        try:
            while True:
                os.write(file.fileno(), bytes(65536))
        except OSError:
            time.sleep(seconds)
    filler.unlink()
