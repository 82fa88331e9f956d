"""A proxy that lies as networks do: it knows WebSockets from other requests, and treats each kind badly in its own way.

`sockets`: what becomes of a request for a WebSocket: "pass", "swallow" (no answer, ever), "502", "mute" (opened, and
then not a byte more, either way) or "cut" (closed in the middle of the first message). `pages`: what becomes of every
other request: "pass", "hang", "502" or "portal" (somebody else's page answers). `silent`: directions ("up", "down") in
which nothing goes through any more, on whatever is open. All may be changed while it runs.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress

from tests.helpers.relay import CHUNK, Relay

UPGRADED = b"HTTP/1.1 101"
PORTAL = b"<!doctype html><title>Welcome to Hotel Wi-Fi</title><p>Please sign in."
SHORT = 5
"""Bytes of a message that are let through before it is cut."""


def answer(status: str, body: bytes = b"") -> bytes:
    """A whole answer, after which the connection is closed."""
    return b"HTTP/1.1 %b\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%b" % (status.encode(), len(body), body)


class Liar(Relay):
    """`with Liar(port) as liar: liar.url` leads to the server that listens on `port` of this machine."""

    def __init__(self, port: int, sockets: str = "pass", pages: str = "pass") -> None:
        super().__init__()
        self._to, self.sockets, self.pages = port, sockets, pages
        self.silent: frozenset[str] = frozenset()
        self.asked = {"socket": 0, "page": 0}
        """How many requests of each kind came."""

    @property
    def url(self) -> str:
        """The address of the workshop, by way of this network."""
        return f"http://127.0.0.1:{self.port}"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        to: asyncio.StreamWriter | None = None
        try:
            back, to = await asyncio.open_connection("127.0.0.1", self._to)
            down = asyncio.ensure_future(self._down(back, writer))
            with suppress(OSError, asyncio.IncompleteReadError):
                await self._up(reader, writer, to)
            down.cancel()
        except OSError:
            pass  # the server is not there
        finally:
            for each in (writer, to):
                if each is not None:
                    each.close()

    async def _up(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, to: asyncio.StreamWriter) -> None:
        mute = False
        while data := await reader.read(CHUNK):
            if data.split(b" ", 1)[0] in (b"GET", b"POST") and (lie := self._lie_about(data)) is not None:
                writer.write(lie)
                await writer.drain()
                if lie:
                    return
                await asyncio.Event().wait()  # it is swallowed: nothing more is ever said
            if "up" not in self.silent and not mute:
                to.write(data)
                await to.drain()
            if b"upgrade: websocket" in data.lower():
                mute = self.sockets == "mute"

    def _lie_about(self, request: bytes) -> bytes | None:
        """What is answered in the server's place, b"" for never; None to let it pass."""
        kind = "socket" if b"upgrade: websocket" in request.lower() else "page"
        self.asked[kind] += 1
        how = self.sockets if kind == "socket" else self.pages
        lies = {"swallow": b"", "hang": b"", "502": answer("502 Bad Gateway"), "portal": answer("200 OK", PORTAL)}
        return lies.get(how)

    async def _down(self, back: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        opened = False
        with suppress(OSError):
            while data := await back.read(CHUNK):
                if opened and self.sockets == "cut":
                    data = data[:SHORT]
                if "down" not in self.silent and not (opened and self.sockets == "mute"):
                    if data.startswith(UPGRADED):
                        opened = True
                        head, _, rest = data.partition(b"\r\n\r\n")
                        data = head + b"\r\n\r\n" + (b"" if self.sockets == "mute" else rest)
                        data = head + b"\r\n\r\n" + rest[:SHORT] if self.sockets == "cut" else data
                    writer.write(data)
                    await writer.drain()
                if opened and self.sockets == "cut":
                    await asyncio.sleep(0.05)
                    break
        writer.close()
