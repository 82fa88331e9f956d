"""The WebSockets of this worker, opened so that every write goes through an outlet of ours.

The library's own WebSocket class is used, with five things done differently: writes are whole (outlet.py), no message
may be larger than is allowed while it is still arriving, no compression is negotiated (a compressor for each phone
costs 300 kB a seat, and the same bytes could no longer go to everybody), what breaks the protocol ends its connection,
where the library leaves it behind, open and forgotten, and whoever waits for a message reads it (reading.py), where the
library has a greenlet of its own for each phone that reads ahead.
"""

from __future__ import annotations

from typing import Any

import simple_websocket
import structlog
from engineio.async_drivers.gevent import WebSocketWSGI  # pyright: ignore[reportAttributeAccessIssue]
from wsproto.utilities import ProtocolError

from workshop.logs import where
from workshop.realtime.outlet import Outlet
from workshop.realtime.reading import Reading
from workshop.refusals import refused

ASKED = frozenset(
    {"HTTP_HOST", "HTTP_UPGRADE", "HTTP_CONNECTION", "HTTP_SEC_WEBSOCKET_KEY", "HTTP_SEC_WEBSOCKET_VERSION"}
)
"""The headers that opening a WebSocket needs: no other is read again, so none can be unreadable. No extensions."""
log = structlog.get_logger("websockets")


def server_of(socketio: Any) -> Any:
    """python-socketio's server, which Flask-SocketIO documents but does not declare."""
    return socketio.server


class NoReader:
    """Stands where the library expects the thread that reads ahead."""

    name = ""

    def __init__(self, target: object) -> None:
        """`target` is the library's own way to read."""

    def start(self) -> None:
        """Nothing begins."""


class WholeWrites(simple_websocket.Server):
    """simple-websocket's server end, whose socket is an outlet from the first byte on. Whoever waits reads."""

    outlet: Outlet
    environ: dict[str, Any]
    _reading: Reading

    def handshake(self) -> None:
        """Called once by the constructor, before anything is written."""
        self.environ = {k: v for k, v in self.environ.items() if k in ASKED or not k.startswith("HTTP_")}
        self.outlet = Outlet(self.sock)
        self.sock: Any = self.outlet
        self._reading = Reading(self.max_message_size or 0)
        super().handshake()

    def receive(self, timeout: object = None) -> str | bytes | None:
        """The next message, however long that takes. Raises ConnectionClosed at the end."""
        while self.connected and not self.input_buffer:
            try:
                self.connected = self._read() and self.connected
            except (OSError, ProtocolError):  # it has gone, or says what cannot be read
                self.connected = False
            except Exception as fault:
                log.error("reading_failed", kind=type(fault).__name__, where=where(fault))
                self.connected = False
        if not self.input_buffer:
            raise simple_websocket.ConnectionClosed(self.close_reason, self.close_message)
        return self.input_buffer.pop(0)

    def _read(self) -> bool:
        """What has come by now; False when nothing more will."""
        chunk = self.sock.recv(self.receive_bytes)
        for found in self._reading.feed(chunk):
            if isinstance(found, str):
                self.input_buffer.append(found)
                continue
            self.ws.receive_data(found)
            if not self._handle_events():  # pyright: ignore[reportAttributeAccessIssue] - the library's own step
                return False
        return bool(chunk)


class WebSockets:
    """Outlets by the engine's id of a connection. A phone that polls has none."""

    def __init__(self, socketio: Any, largest: int) -> None:
        """`socketio` is Flask-SocketIO's; `largest` is the size in bytes above which a message is refused."""
        self._engine = server_of(socketio).eio
        self._largest = largest
        self._outlets: dict[str, Outlet] = {}
        # The engine looks its WebSocket class up under this name for each connection; tests/realtime/test_websockets.py
        # fails when a new version of the library no longer does.
        self._engine._async = {**self._engine._async, "websocket": self._open}
        # Its own way to end a connection waits until somebody has read everything, which may be never.
        self._engine.disconnect = self.end

    def of(self, connection_id: str) -> Outlet | None:
        """The outlet of a connection that speaks WebSocket by now, and is not in the middle of changing over to it."""
        found, socket = self._outlets.get(connection_id), self._engine.sockets.get(connection_id)
        return found if found and socket is not None and socket.upgraded and not socket.upgrading else None

    def polls(self, connection_id: str) -> bool:
        """Whether the engine knows a connection that still speaks by polling."""
        socket = self._engine.sockets.get(connection_id)
        return socket is not None and socket.connected and not socket.closed and not socket.upgraded

    def all(self) -> list[str]:
        """Every connection, those with it that the engine has forgotten and whose WebSocket is still open."""
        return [connection_id for connection_id, socket in self._engine.sockets.items() if not socket.closed] + [
            connection_id for connection_id in self._outlets if self.gone(connection_id)
        ]

    def end(self, connection_id: str) -> None:
        """End a connection now, whatever it is waiting for. Never waits."""
        if (socket := self._engine.sockets.pop(connection_id, None)) is not None:
            socket.close(wait=False, abort=True)
        if (outlet := self._outlets.get(connection_id)) is not None:
            outlet.cut()

    def gone(self, connection_id: str) -> bool:
        """Whether the engine has forgotten a connection, or is done with it."""
        socket = self._engine.sockets.get(connection_id)
        return socket is None or socket.closed

    def waiting(self, connection_id: str) -> int:
        """How many packets wait for a phone that polls."""
        socket = self._engine.sockets.get(connection_id)
        return socket.queue.qsize() if socket is not None else 0

    def post(self, connection_id: str, message: str) -> None:
        """Hand a Socket.IO packet to the engine's queue, which the next poll takes."""
        self._engine.send(connection_id, message)

    def _open(self, handler: Any, engine: Any) -> _Opening:
        return _Opening(handler, engine, self, self._largest)

    def opened(self, connection_id: str, outlet: Outlet) -> None:
        """A WebSocket has been opened for this connection."""
        self._outlets[connection_id] = outlet

    def closed(self, connection_id: str, outlet: Outlet) -> None:
        """It has ended."""
        if self._outlets.get(connection_id) is outlet:
            del self._outlets[connection_id]


class _Opening(WebSocketWSGI):
    """One WebSocket, from its request to its end. `handler` is a method of the engine's socket, which knows its id."""

    def __init__(self, handler: Any, engine: Any, websockets: WebSockets, largest: int) -> None:
        super().__init__(handler, engine)
        self._connection_id, self._websockets, self._largest = handler.__self__.sid, websockets, largest
        self._how: dict[str, Any] = {**vars(self)["server_args"], "thread_class": NoReader}

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        try:
            self.ws = WholeWrites(environ, max_message_size=self._largest, **self._how)
        except Exception:  # of the library's several kinds: this is no WebSocket request
            refused("socket")
            self._websockets.end(self._connection_id)
            start_response("400 Bad Request", [("Connection", "close"), ("Content-Length", "0")])
            return []
        outlet = self.ws.outlet
        self._websockets.opened(self._connection_id, outlet)
        try:
            return self.app(self)
        except Exception:  # a packet that the library cannot read, which it does not expect
            refused("socket")
            self._websockets.end(self._connection_id)
            return []
        finally:
            outlet.cut()
            outlet.close()
            self._websockets.closed(self._connection_id, outlet)
