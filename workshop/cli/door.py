"""The door: the HTTP server, with a deadline for everything that a stranger may keep open, and a limit for strangers.

gevent's server waits for ever for the rest of a request, for the next one, and for somebody who does not read. Here a
connection that sends nothing, half a head, half a body, or a byte now and then is closed; what cannot be read is
answered with 4xx and closed; and nothing of it is printed.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from gevent import monkey, pywsgi

from workshop.cli.crowd import Crowd, most_strangers
from workshop.cli.patience import Patient, TooMuch
from workshop.logs import where
from workshop.realtime.websockets import TAKE
from workshop.refusals import refused
from workshop.settings import Settings

HEAD_BYTES = 64 * 1024
LARGEST_BODY = 1024 * 1024
"""What is sent beyond the app's own limit is read, so that the answer arrives; beyond this one, not even read."""
SLACK = 64 * 1024
PROXY_IDLE = 180.0
"""Seconds: Caddy closes its own idle connections after 120."""
log = structlog.get_logger("door")


@dataclass(frozen=True)
class Limits:
    """Seconds: to the first byte; between requests; for a whole head; for a whole body; for writing what was asked for.
    And how many strangers may be connected."""

    first: float = 10
    idle: float = 20
    head: float = 10
    body: float = 30
    write: float = 60
    strangers: int = 1_000


def limits(settings: Settings) -> Limits:
    """A proxy keeps its connections open for minutes, and must not find one closed just as it uses it again."""
    return Limits(strangers=most_strangers(), idle=PROXY_IDLE if settings.trust_proxy else Limits.idle)


class Taken(monkey.get_original("socket", "socket")):
    """A WebSocket's socket, the system's own, which never blocks. It counts in the crowd until it is closed."""

    __slots__ = ("_crowd",)

    def __init__(self, descriptor: int, crowd: Crowd) -> None:
        super().__init__(fileno=descriptor)
        self.setblocking(False)
        self._crowd = crowd

    @property
    def socket(self) -> Taken:
        """As a member of the crowd has it."""
        return self

    def close(self) -> None:
        """Raises OSError."""
        self._crowd.leave(self)
        super().close()


class Visit(pywsgi.WSGIHandler):
    """One connection."""

    socket: Any
    environ: Any
    server: Door

    def __init__(self, sock: Any, address: Any, server: Any) -> None:
        self.raw = Patient(sock)
        super().__init__(sock, address, server, io.BufferedReader(self.raw))  # pyright: ignore[reportCallIssue]
        self._limits: Limits = server.limits
        self._first = True

    def handle(self) -> None:
        """Requests, until the end."""
        self.server.crowd.enter(self)
        try:
            super().handle()
        finally:
            self.server.crowd.leave(self)

    def get_environ(self) -> Any:
        """With the way to take the socket from here."""
        environ: Any = super().get_environ()  # pyright: ignore[reportAttributeAccessIssue] - its stubs leave it out
        environ[TAKE] = self.take
        return environ

    def take(self) -> Taken:
        """The socket, for a WebSocket: it is neither read nor written nor closed here any more."""
        taken = Taken(self.socket.detach(), self.server.crowd)
        self.server.crowd.passes(self, taken)
        self.socket = None
        return taken

    def read_requestline(self) -> str:
        """Raises OSError when it does not come."""
        self.raw.expect(self._limits.first if self._first else self._limits.idle, HEAD_BYTES)
        begun = False
        try:
            begun = bool(self.rfile.peek(1))
            self.raw.expect(self._limits.head, HEAD_BYTES)
            return super().read_requestline() if begun else ""
        except TimeoutError:
            if begun or self._first:
                refused("slow")
            if begun:
                self.socket.sendall(self.server.refusal(408))
            raise

    def read_request(self, raw_requestline: str) -> bool:
        """Raises ValueError or OSError for what cannot be answered."""
        if len(raw_requestline.split()) != 3:
            raise ValueError("no request line")
        super().read_request(raw_requestline)
        _check_length(self.headers)
        if (self.content_length or 0) > LARGEST_BODY:
            raise TooMuch("a body that nobody needs")
        self.raw.expect(
            self._limits.body, (LARGEST_BODY if self.content_length is None else self.content_length) + SLACK
        )
        cookies = "; ".join(self.headers.get_all("cookie") or [])
        self.server.crowd.shows(self, self.server.known({"HTTP_COOKIE": cookies}))
        return True

    def handle_one_request(self) -> Any:
        """None ends the connection: after a WebSocket, and when the rest of a request did not come."""
        result = super().handle_one_request()
        self._first = False
        asked: Any = self  # gevent's handler has it, its type stubs do not
        return None if result is True and (self._spoiled() or asked._connection_upgrade_requested()) else result

    def _spoiled(self) -> bool:
        """Whether what comes next may be the rest of a body, and no request."""
        return self.raw.spoiled or bool(getattr(self.wsgi_input, "_chunked_input_error", False))

    def log_error(self, msg: str, *args: object) -> None:
        """Nothing: it would be what somebody sent, with an address."""

    def _handle_client_error(self, ex: BaseException) -> tuple[str, bytes]:
        code = 408 if isinstance(ex, TimeoutError) else 413 if isinstance(ex, TooMuch) else 400
        refused("slow" if code == 408 else "large" if code == 413 else "head")
        self.socket.settimeout(self._limits.write)  # the library writes this answer itself
        return str(code), self.server.refusal(code)

    def handle_error(self, t: Any, v: Any, tb: Any) -> None:
        """A fault of the app's, or a phone that does not read."""
        self.close_connection = True
        if issubclass(t, TimeoutError):
            refused("stalled_reader")
        elif issubclass(t, Exception) and not issubclass(t, OSError):
            log.error("request_failed", kind=t.__name__, where=where(v))
            self._send_error_response_if_possible(500)

    def _send_error_response_if_possible(self, error_code: int) -> None:
        self.close_connection = True
        if not self.response_length and self.socket is not None:
            try:
                self._sendall(self.server.refusal(error_code))
            except OSError:
                return

    def _sendall(self, data: Any) -> None:
        self.socket.settimeout(self._limits.write)
        try:
            super()._sendall(data)  # pyright: ignore[reportAttributeAccessIssue] - its stubs leave it out
        finally:
            if self.socket is not None:
                self.socket.settimeout(None)


class Door(pywsgi.WSGIServer):
    """Serves `app` on a listening socket. `known` tells by a request's cookies who is no stranger."""

    handler_class = Visit

    def __init__(
        self,
        listening: Any,
        app: Any,
        known: Callable[[Mapping[str, Any]], str],
        headers: Mapping[str, str],
        limits: Limits,
    ) -> None:
        super().__init__(listening, app, log=None, error_log=None)
        self.limits, self.known, self.crowd = limits, known, Crowd(limits.strangers)
        self._headers = "".join(f"{name}: {value}\r\n" for name, value in headers.items())

    def refusal(self, code: int) -> bytes:
        """A whole answer, after which the connection is closed."""
        status, words = _WORDS[code]
        head = f"HTTP/1.1 {code} {status}\r\n{self._headers}Connection: close\r\n"
        return f"{head}Content-Type: text/plain; charset=utf-8\r\nContent-Length: {len(words)}\r\n\r\n{words}".encode()


_WORDS = {
    400: ("Bad Request", "That did not arrive as it should. Load the page again and try once more."),
    408: ("Request Timeout", "That took too long to arrive. Load the page again and try once more."),
    413: ("Content Too Large", "That is too much at once. Send less text."),
    500: (
        "Internal Server Error",
        "Something went wrong here. Nothing that you sent before is lost. Load the page again.",
    ),
}


def _check_length(headers: Any) -> None:
    """One length, in digits, or chunks: what two programs could read differently is refused. Raises ValueError."""
    lengths, coding = headers.get_all("content-length") or [], headers.get_all("transfer-encoding") or []
    plain = all(length.isascii() and length.isdigit() for length in lengths)
    if len(lengths) > 1 or not plain or (coding and [c.lower() for c in coding] != ["chunked"]):
        raise ValueError("no length")
