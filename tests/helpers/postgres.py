"""A PostgreSQL cluster of the tests' own: a Unix socket in a private directory, no port, no fsync."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import Self

import psycopg
from psycopg import sql

from workshop.live.embedded import die_with_parent


class PostgresCluster:
    """Started by `with`; stopped and deleted afterwards. PostgreSQL refuses root, so root runs it as another user."""

    def __init__(self, admin: str = "workshop") -> None:
        self._admin_name = admin
        self._bin = _newest_binaries()
        self._numbers = count(1)
        # In /tmp itself: the path of a Unix socket may have 107 bytes only.
        self._folder = Path(tempfile.mkdtemp(prefix="workshop-pg-", dir="/tmp"))
        self._account = _unprivileged_account()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            if self._account:
                os.chown(self._folder, self._account.pw_uid, self._account.pw_gid)
            self._run(
                "initdb",
                "--no-sync",
                "--auth=trust",
                f"--username={self._admin_name}",
                "--encoding=UTF8",
                "--locale=C",
                "data",
            )
            self._process = self._start()
            self._wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)  # "fast": sessions are ended, nothing is waited for
            self._process.wait(30)
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def data_directory(self) -> Path:
        """Where the cluster's files are, for tests that search them byte by byte."""
        return self._folder / "data"

    def url(self, database: str) -> str:
        """SQLAlchemy's URL of a database, by psycopg 3."""
        return f"postgresql+psycopg://workshop@/{database}?host={self._folder}"

    def script(self, file: Path, **environ: str) -> None:
        """Run an SQL file as the image of PostgreSQL does when its volume is empty."""
        words = [self._bin / "psql", "-v", "ON_ERROR_STOP=1", "--no-psqlrc", "-U", self._admin_name, "-d", "postgres"]
        how = {"cwd": "/", "env": {"PATH": os.defpath, "PGHOST": str(self._folder), **environ}}
        done = subprocess.run([*words, "-f", "-"], input=file.read_bytes(), capture_output=True, **how)
        assert done.returncode == 0, done.stderr.decode(errors="replace")

    def create_database(self) -> str:
        """A new empty database; its name."""
        name = f"test_{next(self._numbers)}"
        self._admin(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return name

    def drop_database(self, name: str) -> None:
        """Delete a database, even one with open connections."""
        self._admin(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def crash(self) -> None:
        """Every connection is lost at once, and nobody answers any more."""
        assert self._process is not None
        self._process.send_signal(signal.SIGQUIT)
        self._process.wait(30)

    def recover(self) -> None:
        """After a crash: up again, with everything that was committed."""
        self._process = self._start()
        self._wait()

    def _admin(self, statement: sql.Composed) -> None:
        with self._connect() as connection:
            connection.execute(statement)

    def _connect(self) -> psycopg.Connection:
        return psycopg.connect(host=str(self._folder), user=self._admin_name, dbname="postgres", autocommit=True)

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._bin / program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **self._how()
        )
        assert done.returncode == 0, f"{program} failed: {done.stdout.decode(errors='replace')}"

    def _start(self) -> subprocess.Popen[bytes]:
        settings = (
            "fsync=off",
            "full_page_writes=off",
            "synchronous_commit=off",
            "listen_addresses=",
            "max_connections=60",
        )
        options = [
            part for setting in (*settings, f"unix_socket_directories={self._folder}") for part in ("-c", setting)
        ]
        with (self._folder / "log").open("wb") as log:
            return subprocess.Popen(
                [self._bin / "postgres", "-D", "data", *options],
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=die_with_parent(),
                **self._how(),
            )

    def _how(self) -> dict:
        who = {"user": self._account.pw_uid, "group": self._account.pw_gid, "extra_groups": []} if self._account else {}
        return {"cwd": self._folder, "env": {"LC_ALL": "C", "PATH": os.defpath}, **who}

    def _wait(self) -> None:
        deadline = time.monotonic() + 30
        while True:
            try:
                self._connect().close()
                return
            except psycopg.OperationalError as error:
                assert self._process is not None
                alive = self._process.poll() is None and time.monotonic() < deadline
                assert alive, f"PostgreSQL did not start: {error} {(self._folder / 'log').read_text()}"
            time.sleep(0.05)


def _newest_binaries() -> Path:
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = installed[-1] if installed else shutil.which("initdb")
    assert found, "PostgreSQL is missing: bin/test installs it (on Debian: apt-get install postgresql)."
    return Path(found).parent


def _unprivileged_account() -> pwd.struct_passwd | None:
    return (
        next(entry for name in ("postgres", "nobody") for entry in pwd.getpwall() if entry.pw_name == name)
        if os.geteuid() == 0
        else None
    )
