"""One worker: the product's gate, hub, fan-out, watch and live store, on a simulated store, record and lines.

What stands in for libraries here is Socket.IO's server, as far as the gate asks for it, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

from socketio.exceptions import ConnectionRefusedError

from simulator.beginning import Casebook
from simulator.record import Recorded
from workshop.live.store import RedisStore
from workshop.realtime import gate as gates
from workshop.realtime.fanout import Fanout
from workshop.realtime.gate import Admission, Gate
from workshop.realtime.heart import Heart
from workshop.realtime.hub import Hub
from workshop.realtime.sockets import Sockets
from workshop.realtime.watch import Watch
from workshop.service.context import Context
from workshop.service.ports import Unavailable, UnknownSession
from workshop.service.restore import keep_restored, revive, revive_all
from workshop.settings import Settings
from workshop.words import Words

SECRET = b"s" * 32
SETTINGS, WORDS = Settings.from_environ({}), Words.of("en")
Say = Callable[[str, str], None]
"""(line, packet): down that line."""


class QuietRewriter:
    """There is no log on disk here that could be rewritten."""

    def request(self) -> None:
        """Nothing to do."""


class Engine:
    """Socket.IO's server and Engine.IO's, as gate and fan-out ask for them: by the line, which has one socket."""

    def __init__(self, say: Say, hang_up: Callable[[str], None], waiting: Callable[[str], int]) -> None:
        self.server = self.eio = self.manager = self
        self.handlers: dict[str, Any] = {"message": lambda line, data: None}
        self.sockets: dict[str, SimpleNamespace] = {}
        self._hang_up, self.post, self.waiting = hang_up, say, waiting
        self.connects: dict[str, Callable[[object], None]] = {}
        self.left: dict[str, Callable[..., None]] = {}

    def on_event(self, event: str, act: Callable[[object], None], namespace: str) -> None:
        self.connects[namespace] = act

    def on(self, event: str, act: Callable[..., Any], namespace: str = "") -> None:
        if event == "disconnect":
            self.left[namespace] = act
        elif not namespace:
            self.handlers[event] = act

    def eio_sid_from_sid(self, sid: str, namespace: str) -> str:
        return sid

    def disconnect(self, sid: str, namespace: str = "") -> None:
        self._hang_up(sid)

    def of(self, line: str) -> None:
        """Every phone polls, as far as the fan-out can see: its packets go through `post`."""

    def end(self, line: str) -> None:
        self._hang_up(line)


class Ordered(Sockets):
    """A set's order is another one in each process, and a seed is to mean the same in all."""

    def roles(self, session: str) -> Any:
        return sorted(super().roles(session))


class Worker:
    """A process. `world` is the simulation that it runs in. `dead`: it was killed, and does nothing any more."""

    def __init__(self, world: Any, number: int) -> None:
        self.world, self.number, self.dead = world, number, False
        self.client = world.store.client(self)
        self.live = RedisStore(self.client, SECRET)
        self.live._rewriter = QuietRewriter()  # pyright: ignore[reportAttributeAccessIssue]
        self.context = Context(
            settings=SETTINGS,
            live=self.live,
            record=Recorded(world.shelves, lambda side: world.record_point(self, side)),  # pyright: ignore
            scenarios=Casebook(),
            secret=SECRET,
            words=WORDS,
            now=world.clock,
        )
        self.live.restore = self._restore
        self.engine = Engine(self._say, self._hang_up, world.lines.waiting)
        self.sockets = Ordered()
        fanout = Fanout(self.sockets, self.engine)  # pyright: ignore[reportArgumentType]
        self.hub = Hub(self.context, self.sockets, fanout)
        admission = Admission(
            lambda: world.comes and (world.session, world.comes), lambda session: "user", lambda session: "user"
        )
        heart = Heart(self.sockets, self.engine)  # pyright: ignore[reportArgumentType]
        Gate(self.context, self.engine, self.sockets, self.hub, fanout, heart, admission)  # pyright: ignore
        self.watch = Watch(self.context, self.sockets, self._stay, lambda c: self._hang_up(c.sid), self.hub.signs)

    def begin(self) -> None:
        """As `create_app` does, and then everything that runs beside the sockets."""
        with suppress(Unavailable):
            revive_all(self.context)
        for task in (self.hub.run, self.watch.run, lambda running: keep_restored(self.context, running)):
            self.world.loop.spawn(task, lambda: not self.dead, owner=self)

    def _restore(self, session: str) -> None:
        with suppress(UnknownSession):
            revive(self.context, session)

    def _stay(self, comers: Any) -> Any:
        """Nobody's right to be here ends."""
        return comers

    def _say(self, line: str, packet: str) -> None:
        if not self.dead:
            self.world.lines.down(line, packet)

    def _hang_up(self, line: str) -> None:
        if not self.dead:
            self.world.lines.hung_up(line)

    # ------------------------------------------------------------ what lines bring

    def connect(self, line: str, namespace: str, token: str, auth: object) -> str:
        """ "" when it was let in, else what it is told."""
        self.engine.sockets[line] = SimpleNamespace(session={})
        gates.request = SimpleNamespace(sid=line)  # pyright: ignore[reportAttributeAccessIssue]
        self.world.comes = token
        try:
            self.engine.connects[namespace](auth)
        except ConnectionRefusedError as refused:
            return str(refused)
        return ""

    def hear(self, line: str, packet: str) -> None:
        """A message of a line."""
        self.engine.handlers["message"](line, packet)

    def lost(self, line: str, namespace: str) -> None:
        """A line has ended."""
        self.engine.sockets.pop(line, None)
        self.engine.left[namespace](line)
