"""Commands of many phones in one round trip: whoever comes first carries those who came meanwhile.

A tap costs a reading and a commit. Each by itself takes a connection from a pool, two system calls and a wait in the
event loop; together they share all of that. The one who is first sends what has gathered, reads the answers in order,
and hands over. A burst of a thousand taps opens one connection and not a thousand.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Any, Protocol

import redis
from redis.exceptions import RedisError, ResponseError

MOST = 256
"""Commands in one round trip: more would keep the first ones waiting."""
Argument = str | bytes | int


@dataclass
class _Request:
    commands: tuple[tuple[Argument, ...], ...]
    answers: list[Any] | None = None
    fault: BaseException | None = None


class Executor(Protocol):
    """What the store asks for."""

    def execute(self, *commands: tuple[Argument, ...]) -> list[Any]:
        """The answers in order. Raises RedisError."""
        ...

    def together(self, *commands: tuple[Argument, ...]) -> list[Any]:
        """The same, of one moment: nothing is written between them. All of one session. Raises RedisError."""
        ...


class ByNode:
    """For a cluster, where the client knows which node a key is on: one round trip to each node that is asked."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def execute(self, *commands: tuple[Argument, ...]) -> list[Any]:
        """The answers in order. Commands of one session go to one node."""
        if len(commands) == 1:
            return [self._client.execute_command(*commands[0])]
        pipe = self._client.pipeline(transaction=False)
        for command in commands:
            pipe.execute_command(*command)
        answers = pipe.execute(raise_on_error=False)
        return _without_errors(answers)

    def together(self, *commands: tuple[Argument, ...]) -> list[Any]:
        """The answers in order, of one moment."""
        pipe = self._client.pipeline(transaction=True)
        for command in commands:
            pipe.execute_command(*command)
        return pipe.execute()


def _without_errors(answers: list[Any]) -> list[Any]:
    for answer in answers:
        if isinstance(answer, Exception):
            raise answer
    return answers


def batch_of(client: Any) -> Executor:
    """The fastest way to this server."""
    return Batch(client) if isinstance(client, redis.Redis) else ByNode(client)


class Batch:
    """One connection of its own, which the first caller opens. `Lock` is a greenlet's where gevent has patched it."""

    def __init__(self, client: redis.Redis) -> None:
        self._pool = client.connection_pool
        self._connection: Any = None
        self._waiting: list[_Request] = []
        self._turn = Lock()

    def execute(self, *commands: tuple[Argument, ...]) -> list[Any]:
        """The answers in order; an error that is the server's answer to one command is raised. Raises RedisError."""
        request = _Request(commands)
        self._waiting.append(request)
        with self._turn:
            while request.answers is None and request.fault is None:
                self._round()  # more than one when very many came before
        if request.fault is not None:
            raise request.fault
        assert request.answers is not None
        return _without_errors(request.answers)

    def together(self, *commands: tuple[Argument, ...]) -> list[Any]:
        """The answers in order, of one moment. Raises RedisError."""
        return _without_errors(self.execute(("MULTI",), *commands, ("EXEC",))[-1])

    def _round(self) -> None:
        """Everything that waits, up to a limit, in one round trip, those who came first first."""
        taken, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
        try:
            self._exchange(taken)
        except BaseException as fault:
            self._hang_up()
            shared = fault if isinstance(fault, (RedisError, OSError)) else redis.ConnectionError("interrupted")
            for request in taken:
                if request.answers is None:
                    request.fault = shared
            if shared is not fault:
                raise

    def _exchange(self, taken: list[_Request]) -> None:
        used = self._connection is not None
        try:
            self._send_and_read(taken)
        except redis.ConnectionError:
            if not used:
                raise
            # The server was started anew. A commit that it did before is known by its operation, or conflicts.
            self._hang_up()
            self._send_and_read(taken)

    def _send_and_read(self, taken: list[_Request]) -> None:
        connection = self._connection = self._connection or self._pool.get_connection()
        packed = b"".join(_packed(command) for request in taken for command in request.commands)
        connection.send_packed_command([packed])
        for request in taken:
            request.answers = None
            request.answers = [_answer(connection) for _ in request.commands]

    def _hang_up(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.disconnect()
            self._pool.release(connection)


def _answer(connection: Any) -> Any:
    try:
        return connection.read_response()
    except ResponseError as answer:
        return answer


def _packed(command: tuple[Argument, ...]) -> bytes:
    """One command in the protocol of Redis."""
    raws = [a if type(a) is bytes else a.encode() if type(a) is str else b"%d" % a for a in command]
    return b"*%d\r\n%b" % (len(raws), b"".join([b"$%d\r\n%b\r\n" % (len(raw), raw) for raw in raws]))
