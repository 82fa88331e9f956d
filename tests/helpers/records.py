"""A listener on the network: a small TCP relay that sees no more than the lengths of TLS records."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress

APPLICATION_DATA, HEADER = 23, 5


class Listener:
    """`with Listener(port) as ear`: `ear.port` leads to `port`; `ear.up` and `ear.down` are lengths of records."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._server.getsockname()[1]
        self.up: list[int] = []
        self.down: list[int] = []
        self._sockets: list[socket.socket] = []

    def __enter__(self) -> Listener:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        for each in (self._server, *self._sockets):
            with suppress(OSError):
                each.close()

    def forget(self) -> None:
        """Listen anew."""
        self.up.clear()
        self.down.clear()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                phone, _ = self._server.accept()
                server = socket.create_connection(("127.0.0.1", self._target))
                self._sockets += [phone, server]
                for here, there, seen in ((phone, server, self.up), (server, phone, self.down)):
                    threading.Thread(target=self._carry, args=(here, there, seen), daemon=True).start()

    def _carry(self, here: socket.socket, there: socket.socket, seen: list[int]) -> None:
        buffer = b""
        with suppress(OSError):
            while data := here.recv(65_536):
                buffer += data
                while len(buffer) >= HEADER and len(buffer) >= HEADER + (size := int.from_bytes(buffer[3:5], "big")):
                    if buffer[0] == APPLICATION_DATA:
                        seen.append(size)
                    buffer = buffer[HEADER + size :]
                there.sendall(data)
            there.shutdown(socket.SHUT_WR)
