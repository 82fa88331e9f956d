"""The guard in front of the engine: what the engine would not answer is refused, at once and in words.

It looks at requests, never at the messages of an open WebSocket: frames and taps cost what they cost without it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from workshop.activities.base import Refused, said_no
from workshop.cookie_header import plain_cookies
from workshop.realtime.payload import NotEngineIO, check_payload, check_upgrade, read_query
from workshop.realtime.siblings import Siblings, handed_on
from workshop.realtime.websockets import WebSockets
from workshop.refusals import refused

PATH = "/socket.io/"
KNOWN = "workshop.known"
"""Where a request carries by what this browser is known: a digest, or "" for a stranger."""
Environ = dict[str, Any]
Start = Callable[..., Any]
Answer = Iterable[bytes]


class Guard:
    """A WSGI layer around the app. `headers`: what every answer of the engine carries besides its own."""

    def __init__(
        self,
        app: Callable[[Environ, Start], Answer],
        websockets: WebSockets,
        largest: int,
        headers: Mapping[str, str],
        known: Callable[[Mapping[str, Any]], str],
        turned_away: Callable[[Mapping[str, Any]], Refused | None] = lambda environ: None,
        siblings: Siblings | None = None,
    ) -> None:
        """`turned_away` answers a request with None, or refuses a page that has no business here."""
        self._app, self._websockets, self._largest, self._known = app, websockets, largest, known
        self._turned_away, self._siblings = turned_away, siblings
        self._headers = list(headers.items())
        self._busy: set[tuple[str, str]] = set()
        """(connection id, `polling` or `websocket`): one request of a kind at a time."""

    def __call__(self, environ: Environ, start: Start) -> Answer:
        if not environ.get("PATH_INFO", "").startswith(PATH):
            return self._app(environ, start)

        def begin(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            return start(status, [*headers, *self._headers], *more)

        if no := self._turned_away(environ):
            refused("origin")
            return _refusal(begin, said_no(no), "403 Forbidden")
        try:
            return self._let_in(environ, begin)
        except NotEngineIO as why:
            refused("polling")
            return _refusal(begin, {"ok": False, "code": "engine", "detail": str(why)})

    def _let_in(self, environ: Environ, begin: Start) -> Answer:
        """The engine's answer. Raises NotEngineIO."""
        method, query = environ.get("REQUEST_METHOD"), read_query(environ.get("QUERY_STRING", ""))
        if method not in ("GET", "POST"):
            raise NotEngineIO("Only GET and POST are used here.")
        transport, connection_id = query["transport"], query.get("sid")
        if transport == "websocket":
            check_upgrade(environ)
        elif str(environ.get("HTTP_UPGRADE", "")).lower() == "websocket":
            raise NotEngineIO("Polling does not upgrade: the transport says so.")
        if connection_id is None:
            return self._first(environ, begin, str(method))
        if self._siblings and (door := self._siblings.elsewhere(connection_id)):
            return self._elsewhere(environ, begin, self._siblings, door)
        if not self._websockets.polls(connection_id):
            raise NotEngineIO("No such connection; begin again.")
        if method == "POST":
            self._check_body(environ, connection_id)
            return self._app(environ, begin)
        return self._alone(environ, begin, (connection_id, transport))

    def _first(self, environ: Environ, begin: Start, method: str) -> Answer:
        if method != "GET":
            raise NotEngineIO("A connection begins with GET.")
        environ["HTTP_COOKIE"] = plain_cookies(str(environ.get("HTTP_COOKIE", "")))
        environ[KNOWN] = self._known(environ)
        return self._app(environ, begin)

    def _elsewhere(self, environ: Environ, begin: Start, siblings: Siblings, door: Path) -> Answer:
        """The answer of the process that knows this connection. A change over to WebSocket is not handed on."""
        if "HTTP_UPGRADE" in environ:
            raise NotEngineIO("A connection that polls goes on polling here.")
        body = self._read(environ) if environ["REQUEST_METHOD"] == "POST" else b""
        try:
            return handed_on(siblings, door, environ, body, begin)
        except OSError:
            raise NotEngineIO("No such connection; begin again.") from None

    def _alone(self, environ: Environ, begin: Start, what: tuple[str, str]) -> Answer:
        """A second poll beside one that waits, or a second WebSocket of one connection, would never be let go."""
        if what in self._busy or ("HTTP_UPGRADE" in environ and self._websockets.changing(what[0])):
            raise NotEngineIO("One request at a time.")
        self._busy.add(what)
        try:
            return self._app(environ, begin)
        finally:
            self._busy.discard(what)

    def _check_body(self, environ: Environ, connection_id: str) -> None:
        """Read it whole, so that the engine need not wait for it; a connection that sends nonsense is ended."""
        body = self._read(environ)
        try:
            check_payload(body)
        except NotEngineIO:
            self._websockets.end(connection_id)
            raise
        environ["wsgi.input"] = BytesIO(body)

    def _read(self, environ: Environ) -> bytes:
        """A body, whole. Raises NotEngineIO."""
        length = str(environ.get("CONTENT_LENGTH", ""))
        if not (length.isascii() and length.isdigit()) or not 0 < int(length[:12]) <= self._largest:
            raise NotEngineIO("A body of at most 64 KB is needed, and its length.")
        try:
            return environ["wsgi.input"].read(int(length))
        except OSError:
            raise NotEngineIO("The body did not come.") from None


def _refusal(begin: Start, said: dict[str, Any], status: str = "400 Bad Request") -> Answer:
    body = json.dumps(said).encode()
    kind = ("Content-Type", "application/json"), ("Content-Length", str(len(body))), ("Connection", "close")
    begin(status, list(kind))
    return [body]
