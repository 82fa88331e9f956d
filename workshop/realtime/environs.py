"""What is kept of the request that began a connection: as much as a room's door asks about, and nothing that is large.

python-socketio keeps the whole WSGI environment for as long as a connection lasts, for one that may come into another
room later: with it the server's buffers, the request object that Flask puts there, and every header.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

COOKIE = "HTTP_COOKIE"
SHARED = (
    "flask.app", "REQUEST_METHOD", "SCRIPT_NAME", "PATH_INFO", "SERVER_NAME", "SERVER_PORT", "SERVER_PROTOCOL",
    "wsgi.url_scheme", "HTTP_HOST", "HTTP_USER_AGENT", "HTTP_X_FORWARDED_FOR", "REMOTE_ADDR",
)  # fmt: skip
"""What a room's phones say mostly alike, and is kept once. Host, scheme, browser and address: what a sign-in is bound
to."""


class Environs(MutableMapping[str, dict[str, Any]]):
    """Connection id → a new, small environment each time."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Any, ...]] = {}

    def __setitem__(self, connection_id: str, environ: Mapping[str, Any]) -> None:
        self._kept[connection_id] = (
            environ.get(COOKIE),
            *(_once(environ.get(name)) for name in SHARED),
        )

    def __getitem__(self, connection_id: str) -> dict[str, Any]:
        values = zip((COOKIE, *SHARED), self._kept[connection_id], strict=True)
        return {name: value for name, value in values if value is not None}

    def __delitem__(self, connection_id: str) -> None:
        del self._kept[connection_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


def _once(value: Any) -> Any:
    return sys.intern(value) if type(value) is str else value
