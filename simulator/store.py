"""The live store's server: fakeredis, with what it lacks, and with all that can happen to a server and its lines.

Under the product's own client, connection by connection: a call can be lost before the server has it, or its answer
after; a worker can die at either moment; the server can be away, started again, cut back to what its log had, emptied.
"""

from __future__ import annotations

import copy
import random
import time
from collections import deque
from collections.abc import Callable
from typing import Any

import orjson
import redis
from fakeredis import FakeServer
from fakeredis._clients import FakeRedisConnection
from fakeredis._commands import COMMANDS_WITH_SUB, command
from fakeredis._helpers import OK
from fakeredis._msgs import FLAG_TRANSACTION
from fakeredis._socket import FakeSocket

Point = Callable[[Any, str], None]
"""(the worker, "before" or "after" a call): waits, and raises what is to happen there."""


class Socket(FakeSocket):
    """The server's end of a connection. What passes through it is read and answered without threads to wait for."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.answers: deque[Any] = deque()

    def sendall(self, data: bytes) -> None:
        """Whole commands, as redis-py and the product's own batch pack them."""
        at = 0
        while at < len(data):
            fields, at = _command(data, at)
            self._process_command(fields)

    def put_response(self, msg: Any) -> None:
        self.answers.append(msg)

    def _process_command(self, fields: list[bytes]) -> None:
        """As the library has it, without access lists and other databases, which nobody has here."""
        name = fields[0].decode().lower()
        if name in COMMANDS_WITH_SUB:
            super()._process_command(fields)
            return
        called, signature = self._name_to_func(name)
        self._db.time = time.time()
        if self._transaction is not None and FLAG_TRANSACTION not in signature.flags:
            self._transaction.append((called, signature, fields[1:]))
            self.answers.append(b"QUEUED")
        else:
            with self._server.lock:
                answer = self._run_command(called, signature, fields[1:], False)
            self.answers.append(self._decode_result(answer))

    @command((), (bytes,), flags="")
    def info(self, *_: bytes) -> bytes:
        """The one thing of it that the product reads."""
        return b"# Server\r\nrun_id:%s\r\n" % self._server.store.run.encode()

    @command((), flags="")
    def bgrewriteaof(self) -> Any:
        """There is no log."""
        return OK

    @command((bytes, bytes), flags="")
    def publish(self, channel: bytes, message: bytes) -> int:
        """Heard by every worker, or not: nothing depends on it."""
        self._server.store.told(message.decode())
        return 0


def _command(data: bytes, at: int) -> tuple[list[bytes], int]:
    """One command that begins here, and where the next one does."""
    end = data.index(b"\r", at)
    many, at, fields = int(data[at + 1 : end]), end + 2, []
    for _ in range(many):
        end = data.index(b"\r", at)
        size = int(data[at + 1 : end])
        fields.append(data[end + 2 : end + 2 + size])
        at = end + 4 + size
    return fields, at


class Connection(FakeRedisConnection):
    """A worker's end. `worker` is named by `Store.client`."""

    worker: Any = None
    _met = ""
    _greeting = False

    def __init__(self, **given: Any) -> None:
        self.store: Store = given.pop("store")
        self.worker = given.pop("worker")
        super().__init__(server=self.store.server, **given)

    def connect(self) -> None:
        self._greeting = True
        try:
            super().connect()
        finally:
            self._greeting = False

    def _connect(self) -> Socket:
        self.store.here()
        self._met = self.store.run
        return Socket(self.store.server, client_class=redis.Redis, db=self.db, client_info=self._client_info)

    def read_response(self, **how: Any) -> Any:
        if not self._sock or not self._sock.answers:
            raise redis.ConnectionError("nothing comes any more")
        answer = self._sock.answers.popleft()
        if isinstance(answer, redis.RedisError):
            raise answer
        return answer if how.get("disable_decoding") else self._decode(answer)

    def can_read(self, timeout: float | None = 0) -> bool:
        return bool(self._sock and self._sock.answers)

    def send_packed_command(self, command: Any, check_health: bool = True) -> None:
        if self._greeting or self.worker is None:
            super().send_packed_command(command, check_health)
            return
        self._call("before")
        super().send_packed_command(command, check_health)
        self._call("after")

    def _call(self, side: str) -> None:
        try:
            if self.worker.dead:
                raise redis.ConnectionError("nobody is there any more")
            self.store.point(self.worker, side)
            self.store.here()
            if self._sock and self._met != self.store.run:
                raise redis.ConnectionError("the server was started again")
        except redis.ConnectionError:
            self.disconnect()
            raise


class Store:
    """One server. `told(message)` hears what is published."""

    def __init__(self, server: FakeServer, chance: random.Random, point: Point, told: Callable[[str], None]) -> None:
        self.server, self._chance, self.point, self.told = server, chance, point, told
        server.sockets.clear()
        server.closed_sockets.clear()
        server.script_cache.clear()
        self.server.store = self  # pyright: ignore[reportAttributeAccessIssue]
        self.up, self.run, self.losses = True, "run0", 0
        self._data: dict[bytes, Any] = self.server.dbs[0]._dict

    def client(self, worker: Any) -> redis.Redis:
        """A client of one worker's; of nobody's (None) nothing happens to its calls."""
        pool = redis.ConnectionPool(connection_class=Connection, store=self, worker=worker, host="store", port=6379)
        return redis.Redis(connection_pool=pool)

    def here(self) -> None:
        """Raises ConnectionError while it is away."""
        if not self.up:
            raise redis.ConnectionError("the server is away")

    # ------------------------------------------------------------ what lies there

    def value(self, key: str) -> Any:
        """What lies under a key, past every client; None for nothing."""
        found = self._data.get(key.encode())
        return None if found is None else found.value

    def fields(self, key: str) -> dict[str, Any]:
        """A hash of JSON slices."""
        found = self.value(key)
        return {} if found is None else {k.decode(): orjson.loads(v) for k, v in dict(found.items()).items()}

    def saved(self) -> dict[bytes, Any]:
        """What a log would hold now."""
        return copy.deepcopy(self._data)

    # ------------------------------------------------------------ what happens to it

    def fill(self, data: dict[bytes, Any]) -> None:
        """As it was saved."""
        self._data.clear()
        self._data.update(copy.deepcopy(data))

    def started_again(self, log: dict[bytes, Any] | None = None) -> None:
        """With what it held, or with what an older log has. Leases of before are as the log has them."""
        self.run = f"run{self._chance.getrandbits(60):x}"
        self.server.script_cache.clear()
        if log is not None:
            self.losses += 1
            self.fill(log)

    def emptied(self) -> None:
        """FLUSHALL: the same run of the server, and nothing in it."""
        self.losses += 1
        self._data.clear()
