"""What stands around the web processes, from Debian's packages: Caddy and Redis as docker-compose.yml has them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from redis import Redis

from tests.helpers.compose import command, on_this_machine
from tests.helpers.tree import ROOT
from workshop.live.embedded import _answers, die_with_parent, end

PASSWORD = "a-password-of-the-tests"


def installed(name: str) -> str:
    """Where a program of Debian's is."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin")
    assert found, f"{name} is missing: bin/test installs it."
    return found


@contextmanager
def running(words: list[str], log: Path, environ: dict[str, str] | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """A server of ours, ended with the block."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as to:
        process = subprocess.Popen(words, stdout=to, stderr=to, env=environ, preexec_fn=die_with_parent())
    try:
        yield process
    finally:
        end(process, 10)


def until(holds: Callable[[], bool], process: subprocess.Popen[bytes], log: Path, seconds: float = 20) -> None:
    """Wait for a server that was just started."""
    deadline = time.monotonic() + seconds
    while not holds():
        alive = process.poll() is None and time.monotonic() < deadline
        assert alive, f"it did not start: {log.read_text()[-2000:]}"
        time.sleep(0.03)


def listens(port: int) -> bool:
    """Whether somebody takes connections there."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def caddy(port: int, web: list[int], folder: Path, assets: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Debian's Caddy with deploy/Caddyfile as it is, before web processes of this machine; its log is `caddy.log`."""
    environ = {
        "PATH": os.defpath,
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "caddy"),
        "XDG_CONFIG_HOME": str(folder / "caddy"),
        "WORKSHOP_DOMAIN": f"http://127.0.0.1:{port}",
        "WORKSHOP_WEB": " ".join(f"127.0.0.1:{p}" for p in web),
        "WORKSHOP_AFFINITY_SECRET": "a-secret-of-the-tests",
        "WORKSHOP_ASSETS": str(assets),
    }
    words = [installed("caddy"), "run", "--config", str(ROOT / "deploy" / "Caddyfile"), "--adapter", "caddyfile"]
    with running(words, folder / "caddy.log", environ) as process:
        until(lambda: listens(port), process, folder / "caddy.log")
        yield process


@contextmanager
def redis(port: int, folder: Path) -> Iterator[str]:
    """Debian's Redis as docker-compose.yml starts it, by the same script; the URL of the app's user."""
    folder.mkdir(parents=True, exist_ok=True)
    environ = {"PATH": str(Path(installed("redis-server")).parent) + f":{os.defpath}", "REDIS_PASSWORD": PASSWORD}
    words = on_this_machine("redis", command("redis", {}))
    words += [str(folder), "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder)]
    url = f"redis://workshop:{PASSWORD}@127.0.0.1:{port}/0"
    with running(words, folder / "redis.log", environ) as process, Redis.from_url(url) as client:
        until(lambda: _answers(client), process, folder / "redis.log")
        yield url
