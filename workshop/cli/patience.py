"""A connection's bytes with a deadline and a limit: a trickle of bytes moves neither."""

from __future__ import annotations

import io
import time
from typing import Any


class TooMuch(OSError):
    """More bytes than anybody needs."""


class Patient(io.RawIOBase):
    """Reads from a gevent socket until the deadline. Once that has passed, nothing more is read: the end is near."""

    def __init__(self, sock: Any) -> None:
        self._sock = sock
        self._until, self._left = 0.0, 0
        self.spoiled = False
        """Whether a read has failed: what comes next on this connection means nothing."""

    def expect(self, seconds: float, most: int) -> None:
        """From now on: so many seconds for so many bytes, all reads together."""
        self._until, self._left = time.monotonic() + seconds, most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Raises TimeoutError, TooMuch, and what a socket raises."""
        try:
            left = self._until - time.monotonic()
            if self.spoiled or left <= 0:
                raise TimeoutError("too slow")
            self._sock.settimeout(left)
            try:
                size = self._sock.recv_into(buffer)
            finally:
                self._sock.settimeout(None)
            self._left -= size
            if self._left < 0:
                raise TooMuch("too much")
        except OSError:
            self.spoiled = True
            raise
        return size
