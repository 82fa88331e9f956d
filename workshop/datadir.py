"""The data directory: made, locked and checked before anything is started; keeper of the secret key."""

import errno
import fcntl
import os
import secrets
import tempfile
from pathlib import Path
from typing import IO, Self

from workshop.preflight import StartError

__all__ = ["DataDir", "StartError"]

PRIVATE_DIRECTORY = 0o700
PRIVATE_FILE = 0o600


class DataDir:
    """One data directory, held by one process at a time.

    As a context manager it makes the directory (0700), checks that it can be written and takes its lock; leaving
    releases the lock. The lock is the kernel's (`flock`), so a killed process never leaves a stale one.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: IO[bytes] | None = None

    def __enter__(self) -> Self:
        self.make()
        self.lock()
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def make(self) -> None:
        """Make the directory if need be, for this user alone, and prove that it can be written."""
        try:
            self.path.mkdir(mode=PRIVATE_DIRECTORY, parents=True, exist_ok=True)
            self._make_private()
            with tempfile.TemporaryFile(dir=self.path) as probe:
                probe.write(b"x" * 4096)
                probe.flush()
                os.fsync(probe.fileno())
        except OSError as error:
            raise StartError(_write_sentence(self.path, error)) from error

    def _make_private(self) -> None:
        # Only our own directory is closed to others: WORKSHOP_DATA_DIR=/tmp must not take /tmp from everybody.
        if self.path.stat().st_mode & 0o077:
            if any(self.path.iterdir()) and not (self.path / "lock").exists():
                raise StartError(f"The data directory {self.path} holds other things: name an empty or a new one.")
            self.path.chmod(PRIVATE_DIRECTORY)

    def lock(self) -> None:
        """Take the lock, or raise `StartError` when another process has it."""
        try:
            self._lock = hold(self.path / "lock")
        except BlockingIOError as error:
            raise StartError(f"The data directory {self.path} is in use by another process.") from error
        except OSError as error:
            raise StartError(_write_sentence(self.path, error)) from error

    def release(self) -> None:
        """Let the lock go; harmless when it is not held."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def say_where(self, url: str) -> None:
        """Write into the lock at which address its holder answers, for `workshop link`."""
        assert self._lock is not None
        self._lock.seek(0)
        self._lock.truncate()
        self._lock.write(url.encode())
        self._lock.flush()

    def where(self) -> str | None:
        """The address at which the holder of the lock answers ("" when it has not said); None when nobody has it."""
        file = self.path / "lock"
        if not file.exists():
            return None
        try:
            hold(file).close()
        except BlockingIOError:
            return file.read_text("utf-8", "replace").strip()
        except OSError as error:
            raise StartError(_write_sentence(self.path, error)) from error
        return None

    def secret_key(self) -> str:
        """The secret of this installation, 64 hexadecimal digits: made at the first call, kept in `secret_file`."""
        file = secret_file(self.path)
        try:
            if not file.exists():
                _write_once(file, secrets.token_hex(32))
            file.chmod(PRIVATE_FILE)
            key = file.read_text("ascii").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise StartError(f"The secret key file {file} cannot be read or written.") from error
        if len(key) < 32:
            raise StartError(f"The secret key file {file} is damaged: delete it to have a new one made.")
        return key


def secret_file(path: Path) -> Path:
    """Where a data directory keeps the secret of its installation."""
    return path / "secret.key"


def hold(file: Path) -> IO[bytes]:
    """The open, exclusively locked file; closing it lets go. Raises `BlockingIOError` when it is held already."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, PRIVATE_FILE)
    handle = os.fdopen(descriptor, "r+b")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        handle.close()
        raise
    return handle


def _write_once(file: Path, text: str) -> None:
    # A finished file is linked into place, so that two processes starting together read the same whole key.
    with tempfile.NamedTemporaryFile("w", dir=file.parent, prefix=".secret-") as draft:
        draft.write(text + "\n")
        draft.flush()
        os.fsync(draft.fileno())
        try:
            os.link(draft.name, file)
        except FileExistsError:
            return


def _write_sentence(path: Path, error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"There is no room left on the disk of the data directory {path}."
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        return f"The data directory {path} cannot be made, because a file of that name is in the way."
    return f"The data directory {path} cannot be written: {error.strerror}."
