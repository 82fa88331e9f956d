"""Several processes on one port: a phone that polls reaches any of them, and is led to the one that knows it.

The kernel spreads connections, and a browser that polls opens several. So every process puts a mark of its own before
the ids of its connections, and answers the others at a socket of that name in a folder that they share. A request for
a connection of another process is handed on, whole, and so is the answer. WebSocket needs none of this.
"""

from __future__ import annotations

import os
import re
import secrets
import socket
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

FOLDER = "CONTINUUM_SIBLINGS"
"""The environment variable that names the folder; set by the parent of several processes alone."""
MARK = re.compile(r"[A-Za-z0-9_-]{8}\.")
PATIENCE = 60.0
"""Seconds; a poll waits for 40 at the most."""
HANDED = {"HTTP_HOST": "Host", "HTTP_ORIGIN": "Origin", "HTTP_COOKIE": "Cookie", "CONTENT_TYPE": "Content-Type"}


class Siblings:
    """This process among the others. `folder` is closed to other users."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.mark = secrets.token_urlsafe(6) + "."

    @property
    def door(self) -> Path:
        """Where the others find this process."""
        return self._folder / self.mark

    def listener(self) -> socket.socket:
        """What a server of this process listens on, for the others."""
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        made.bind(str(self.door))
        made.listen(1024)
        made.setblocking(False)
        return made

    def close(self) -> None:
        """The others find nobody from now on."""
        with suppress(OSError):
            self.door.unlink()

    def elsewhere(self, connection_id: str) -> Path | None:
        """The door of the process whose connection this is; None for one of ours, or of nobody's."""
        mark = MARK.match(connection_id)
        if mark is None or mark[0] == self.mark:
            return None
        door = self._folder / mark[0]
        return door if door.exists() else None

    def ask(self, door: Path, environ: Mapping[str, Any], body: bytes) -> tuple[int, str, bytes]:
        """Hand a request on: (status, content type, body) of the answer. Raises OSError when nobody answers."""
        connection = HTTPConnection("sibling")
        connection.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        headers = {name: str(environ[key]) for key, name in HANDED.items() if environ.get(key)}
        try:
            connection.sock.settimeout(PATIENCE)
            connection.sock.connect(str(door))
            connection.request(
                environ["REQUEST_METHOD"], f"{environ['PATH_INFO']}?{environ['QUERY_STRING']}", body, headers
            )
            answer = connection.getresponse()
            return answer.status, answer.getheader("Content-Type", "text/plain"), answer.read()
        except HTTPException as fault:
            raise OSError("no answer") from fault
        finally:
            connection.close()


def siblings_here() -> Siblings | None:
    """When this process is one of several."""
    folder = os.environ.get(FOLDER)
    return Siblings(Path(folder)) if folder else None


def handed_on(
    siblings: Siblings, door: Path, environ: Mapping[str, Any], body: bytes, start: Callable[..., Any]
) -> Iterable[bytes]:
    """The answer of a sibling as a WSGI answer. Raises OSError."""
    status, kind, text = siblings.ask(door, environ, body)
    start(
        f"{status} {'OK' if status < 400 else 'Refused'}", [("Content-Type", kind), ("Content-Length", str(len(text)))]
    )
    return [text]
