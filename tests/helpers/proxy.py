"""A small TCP proxy that treats connections badly: it cuts, delays, repeats and reorders what goes through.

It knows nothing of HTTP. What it does to each connection is decided by one random generator with a seed.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from tests.helpers.relay import CHUNK, Relay


@dataclass(frozen=True)
class Weather:
    """How bad it is: chances for one connection, and seconds."""

    cut: float = 0.0
    """Cut within `life` seconds; what the client had sent is still delivered, but so late that newer overtakes it."""
    repeat: float = 0.0
    """Everything that the client said is said again on a connection of its own, a little later."""
    delay: float = 0.0
    """The longest that a piece is held back; pieces of one connection stay in order."""
    life: float = 1.5


FINE = Weather()


class Proxy(Relay):
    """`with Proxy(targets) as proxy: proxy.port`. `targets()` are the (host, port)s to choose from, asked each time."""

    def __init__(self, targets: Callable[[], list[tuple[str, int]]], seed: int = 1) -> None:
        super().__init__()
        self._targets, self._chance = targets, random.Random(seed)
        self.weather = FINE
        self.cut = self.repeated = 0
        self._tasks: set[asyncio.Task[None]] = set()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        said: list[bytes] = []
        try:
            upstream = await self._upstream()
        except OSError:
            writer.close()
            return
        weather, chance = self.weather, self._chance
        up = asyncio.ensure_future(self._pump(reader, upstream[1], said))
        down = asyncio.ensure_future(self._pump(upstream[0], writer, None))
        life = chance.uniform(0.05, weather.life) if chance.random() < weather.cut else None
        with suppress(asyncio.CancelledError):
            done, _ = await asyncio.wait({up, down}, timeout=life, return_when=asyncio.FIRST_COMPLETED)
            self.cut += not done
        writer.close()
        down.cancel()
        if chance.random() < weather.repeat:
            self.repeated += 1
            self._later(self._say_again(list(said)))
        self._later(self._let_go(up, upstream[1]))

    def _later(self, coroutine) -> None:
        task = asyncio.ensure_future(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _upstream(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        targets = self._targets()
        self._chance.shuffle(targets)
        for host, port in targets:
            with suppress(OSError):
                return await asyncio.open_connection(host, port)
        raise OSError("nobody is there")

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, said: list[bytes] | None) -> None:
        with suppress(OSError):
            while data := await reader.read(CHUNK):
                if said is not None:
                    said.append(data)
                if self.weather.delay:
                    await asyncio.sleep(self._chance.uniform(0, self.weather.delay))
                writer.write(data)
                await writer.drain()

    async def _let_go(self, up: asyncio.Future[None], writer: asyncio.StreamWriter) -> None:
        """What was on its way still arrives, although its sender has been cut off."""
        await asyncio.wait({up}, timeout=self._chance.uniform(0.1, 0.6))
        up.cancel()
        writer.close()

    async def _say_again(self, said: list[bytes]) -> None:
        await asyncio.sleep(self._chance.uniform(0.1, 0.8))
        with suppress(OSError):
            reader, writer = await self._upstream()
            hearing = asyncio.ensure_future(reader.read(-1))
            for data in said:
                writer.write(data)
                await writer.drain()
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.5)
            hearing.cancel()
            writer.close()
