"""Lines: the WebSockets of this worker, opened so that every write goes through an outlet of ours.

The library's own WebSocket class is used, with three things done differently: writes are whole (outlet.py), no message
may be larger than is allowed while it is still arriving, and no compression is negotiated (a compressor for each phone
costs 300 kB a seat, and the same bytes could no longer go to everybody).
"""

from __future__ import annotations

from typing import Any

import simple_websocket
from engineio.async_drivers.gevent import WebSocketWSGI  # pyright: ignore[reportAttributeAccessIssue]

from workshop.realtime.outlet import Outlet


def server_of(socketio: Any) -> Any:
    """python-socketio's server, which Flask-SocketIO documents but does not declare."""
    return socketio.server


class WholeWrites(simple_websocket.Server):
    """simple-websocket's server end, whose socket is an outlet from the first byte on."""

    outlet: Outlet
    environ: dict[str, Any]

    def handshake(self) -> None:
        """Called once by the constructor, before anything is written."""
        self.environ = {k: v for k, v in self.environ.items() if k != "HTTP_SEC_WEBSOCKET_EXTENSIONS"}
        self.outlet = Outlet(self.sock)
        self.sock: Any = self.outlet
        super().handshake()


class Lines:
    """Outlets by the engine's id of a connection. A phone that polls has none."""

    def __init__(self, socketio: Any, largest: int) -> None:
        """`socketio` is Flask-SocketIO's; `largest` is the size in bytes above which a message is refused."""
        self._engine = server_of(socketio).eio
        self._largest = largest
        self._outlets: dict[str, Outlet] = {}
        # The engine looks its WebSocket class up under this name for each connection; tests/realtime/test_lines.py
        # fails when a new version of the library no longer does.
        self._engine._async = {**self._engine._async, "websocket": self._open}

    def of(self, line: str) -> Outlet | None:
        """The outlet of a connection that speaks WebSocket by now, and is not in the middle of changing over to it."""
        found, socket = self._outlets.get(line), self._engine.sockets.get(line)
        return found if found and socket is not None and socket.upgraded and not socket.upgrading else None

    def waiting(self, line: str) -> int:
        """How many packets wait for a phone that polls."""
        socket = self._engine.sockets.get(line)
        return socket.queue.qsize() if socket is not None else 0

    def post(self, line: str, message: str) -> None:
        """Hand a Socket.IO packet to the engine's queue, which the next poll takes."""
        self._engine.send(line, message)

    def _open(self, handler: Any, engine: Any) -> _Opening:
        return _Opening(handler, engine, self._outlets, self._largest)


class _Opening(WebSocketWSGI):
    """One WebSocket, from its request to its end. `handler` is a method of the engine's socket, which knows its id."""

    def __init__(self, handler: Any, engine: Any, outlets: dict[str, Outlet], largest: int) -> None:
        super().__init__(handler, engine)
        self._line, self._outlets, self._largest = handler.__self__.sid, outlets, largest
        self._how: dict[str, Any] = vars(self)["server_args"]

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        self.ws = WholeWrites(environ, max_message_size=self._largest, **self._how)
        self._outlets[self._line] = self.ws.outlet
        try:
            return self.app(self)
        finally:
            del self._outlets[self._line]
