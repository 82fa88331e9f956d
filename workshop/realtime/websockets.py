"""The WebSockets of this worker: what the engine makes of its connections, without a greenlet for any of them.

The library's own way is a greenlet that waits for a phone, one that waits for something to write, one that sleeps until
the next ping, and two descriptors: 90 KiB a seat. Here a line (line.py) is read by the event loop and written to
through an outlet (outlet.py), which stands where the engine keeps the queue of a connection that polls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import Any

from engineio.exceptions import SocketIsClosedError, UnknownPacketError
from engineio.packet import NOOP, PING, PONG, UPGRADE, Packet
from gevent.queue import Empty

from workshop.realtime.environs import Environs
from workshop.realtime.hands import Hands
from workshop.realtime.line import Line
from workshop.realtime.long_way import accepted
from workshop.realtime.outlet import BINARY, FAREWELL, Outlet, websocket_text
from workshop.realtime.pings import Pings
from workshop.refusals import refused

TAKE = "workshop.take"
"""Where a request carries how its socket is taken from the HTTP server (cli/door.py): () → a socket, never blocking."""
MESSAGE = str(4)
ANSWERED = str(PONG)


def server_of(socketio: Any) -> Any:
    """python-socketio's server, which Flask-SocketIO documents but does not declare."""
    return socketio.server


class WebSockets:
    """Outlets by the engine's id of a connection. A phone that polls has none."""

    def __init__(self, socketio: Any, largest: int) -> None:
        """`socketio` is Flask-SocketIO's; `largest` is the size in bytes above which a message is refused."""
        server = server_of(socketio)
        server.environ = Environs()
        self.engine = server.eio
        self.at_once: Callable[[str, str], bool] = lambda connection_id, message: False
        """Whether a message was answered there and then; asked by the event loop for each, before anything else."""
        self._largest = largest
        self._outlets: dict[str, Outlet] = {}
        self._hands = Hands()
        Pings(self.engine)
        # The engine looks its WebSocket class up under this name for each connection; tests/realtime/test_websockets.py
        # fails when a new version of the library no longer does.
        self.engine._async = {**self.engine._async, "websocket": self._open}
        # Its own way to end a connection waits until somebody has read everything, which may be never.
        self.engine.disconnect = self.end

    def of(self, connection_id: str) -> Outlet | None:
        """The outlet of a connection that speaks WebSocket by now, and is not in the middle of changing over to it."""
        found, socket = self._outlets.get(connection_id), self.engine.sockets.get(connection_id)
        return found if found and socket is not None and socket.upgraded and not socket.upgrading else None

    def polls(self, connection_id: str) -> bool:
        """Whether the engine knows a connection that still speaks by polling."""
        socket = self.engine.sockets.get(connection_id)
        return socket is not None and socket.connected and not socket.closed and not socket.upgraded

    def changing(self, connection_id: str) -> bool:
        """Whether a connection that polls has a WebSocket open already, and is about to change over to it."""
        return connection_id in self._outlets

    def all(self) -> list[str]:
        """Every connection, those with it that the engine has forgotten and whose WebSocket is still open."""
        return [connection_id for connection_id, socket in self.engine.sockets.items() if not socket.closed] + [
            connection_id for connection_id in self._outlets if self.gone(connection_id)
        ]

    def end(self, connection_id: str) -> None:
        """End a connection now, whatever it is waiting for. Never waits."""
        if (outlet := self._outlets.get(connection_id)) is not None:
            outlet.cut()
        if (socket := self.engine.sockets.pop(connection_id, None)) is not None:
            socket.close(wait=False, abort=True)

    def gone(self, connection_id: str) -> bool:
        """Whether the engine has forgotten a connection, or is done with it."""
        socket = self.engine.sockets.get(connection_id)
        return socket is None or socket.closed

    def waiting(self, connection_id: str) -> int:
        """How many packets wait for a phone that polls."""
        socket = self.engine.sockets.get(connection_id)
        return socket.queue.qsize() if socket is not None else 0

    def heard(self, connection_id: str, message: str) -> None:
        """A message of a phone, for whoever listens to the engine's. Raises nothing."""
        self.engine._trigger_event("message", connection_id, message, run_async=False)

    def post(self, connection_id: str, message: str) -> None:
        """Hand a Socket.IO packet to the engine's queue, which the next poll takes."""
        self.engine.send(connection_id, message)

    def _open(self, handler: Any, engine: object) -> Callable[[Any, Any], Iterable[bytes]]:
        """`handler` is a method of the engine's socket, by which the library would wait for what comes."""
        return partial(self._opened, handler.__self__)

    def _opened(self, socket: Any, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """A request for a WebSocket, which is answered with one; the line goes on when the request has ended."""
        try:
            answer = accepted(environ)
            sock = environ[TAKE]()
        except Exception:  # of the library's several kinds: this is no WebSocket request
            refused("socket")
            self.end(socket.sid)
            start_response("400 Bad Request", [("Connection", "close"), ("Content-Length", "0")])
            return []
        outlet = self._outlets[socket.sid] = Outlet(sock)
        outlet.post(answer)
        talk = Talk(self, socket, outlet)
        if socket.connected:
            socket.upgrading = True  # the engine sends nothing until the phone says that it has changed over
        else:
            talk.begin()
        Line(sock, outlet, talk, self._hands, self._largest)
        return []

    def closed(self, connection_id: str, outlet: Outlet) -> None:
        """A WebSocket has ended."""
        if self._outlets.get(connection_id) is outlet:
            del self._outlets[connection_id]


class Talk:
    """What a phone and the engine say to each other over a line. `socket` is the engine's.

    Stands where the engine keeps a queue: what is put into it goes out at once, or as soon as the phone reads.
    """

    __slots__ = ("_outlet", "_probed", "_socket", "_websockets")

    def __init__(self, websockets: WebSockets, socket: Any, outlet: Outlet) -> None:
        self._websockets, self._socket, self._outlet = websockets, socket, outlet
        self._probed = False

    def begin(self) -> None:
        """From now on the engine speaks by this line: first what waits in its queue."""
        socket = self._socket
        queue, socket.queue = socket.queue, self
        socket.connected = socket.upgraded = True
        socket.upgrading = False
        try:
            while True:
                self.put(queue.get(block=False))
        except Empty:
            queue.put(Packet(NOOP))  # whoever still waits there waits no longer

    def at_once(self, message: str) -> bool:
        """A pong, and what has an answer that is always ready."""
        if not self._socket.upgraded:
            return False
        if message == ANSWERED:
            self._socket.schedule_ping()
            return True
        return message[:1] == MESSAGE and self._websockets.at_once(self._socket.sid, message[1:])

    def hear(self, message: str | bytes) -> bool:
        """Raises nothing. Whatever cannot be read ends the connection."""
        try:
            return self._receive(message) if self._socket.upgraded else self._change_over(message)
        except SocketIsClosedError:
            return False
        except Exception:  # a packet that the library cannot read, which it does not expect
            refused("socket")
            self._websockets.end(self._socket.sid)
            return False

    def _receive(self, message: str | bytes) -> bool:
        socket = self._socket
        if isinstance(message, str) and message[:1] == MESSAGE and message[1:2].isnumeric():
            self._websockets.heard(socket.sid, message[1:])
            return True
        packet = Packet(encoded_packet=message)
        with suppress(UnknownPacketError):
            socket.receive(packet)
        return True

    def _change_over(self, message: str | bytes) -> bool:
        """A probe, and then the word that the phone has stopped to poll. Else it goes on polling, without this line."""
        packet = Packet(encoded_packet=message)
        if self._probed:
            if packet.packet_type == UPGRADE:
                self.begin()
            return packet.packet_type == UPGRADE
        if packet.packet_type != PING or packet.data != "probe":
            return False
        self._probed = True
        self.put(Packet(PONG, "probe"))
        self._socket.queue.put(Packet(NOOP))  # which ends its poll
        return True

    def ended(self) -> None:
        """The engine is done with a connection whose line has ended, unless it polls."""
        socket = self._socket
        if socket.upgraded:
            socket.close(wait=False, abort=True, reason=self._websockets.engine.reason.TRANSPORT_CLOSE)
            self._websockets.engine.sockets.pop(socket.sid, None)
        socket.upgrading = False
        self._websockets.closed(socket.sid, self._outlet)

    # ------------------------------------------------------------ what the engine asks of a queue

    def put(self, packet: Packet | None) -> None:
        """Never waits. None ends the connection, after what was put before."""
        if packet is None:
            self._outlet.post(FAREWELL)
            return
        said: Any = packet.encode()
        self._outlet.post(websocket_text(said, BINARY) if packet.binary else websocket_text(said.encode()))

    def join(self) -> None:
        """Nobody waits until a phone has read everything."""

    def qsize(self) -> int:
        """None waits here."""
        return 0
