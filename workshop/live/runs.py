"""Which run of a server we speak with: a server that was started again may have lost what it had acknowledged last.

A power cut takes up to a second of the log; a fail-over takes what the replica had not yet. Every server has a random
`run_id` of its own for as long as it runs. It is asked for on every new connection, so that nothing read over that
connection can be taken for what an earlier run had; a reading costs one comparison, and no question.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

import redis

from workshop.live.connect import is_cluster

RUN_ID = re.compile(rb"run_id:(\w+)")
ASK = "return string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')"
ONLY = ("", 0)


class Runs:
    """One for a client. A cluster's servers are told apart by their addresses."""

    def __init__(self, client: Any) -> None:
        self._client, self._cluster = client, is_cluster(client)
        self._by_server: dict[tuple[str, int], str] = {}
        if self._cluster:
            client.user_on_connect_func = self._met
        else:
            client.connection_pool.connection_kwargs["redis_connect_func"] = self._connected
            client.connection_pool.reset()  # those that are open would come back without asking

    def of(self, name: str) -> str:
        """The run of the server that holds this key, as the newest connection to it was told; "" when none was."""
        return self._by_server.get(self._server(name), "")

    def ask(self, name: str) -> str:
        """The same, asked of the server itself. Raises RedisError."""
        found = self._client.eval(ASK, 1, name).decode()
        self._by_server[self._server(name)] = found
        return found

    def _server(self, name: str) -> tuple[str, int]:
        if not self._cluster:
            return ONLY
        node = self._client.get_node_from_key(name)
        return (node.host, node.port) if node is not None else ONLY

    def _connected(self, connection: Any) -> None:
        connection.on_connect()
        self._met(connection)

    def _met(self, connection: Any) -> None:
        connection.send_command("INFO", "server")
        found = RUN_ID.search(_bytes(connection.read_response(disable_decoding=True)))
        server = (connection.host, connection.port) if self._cluster else ONLY
        self._by_server[server] = found[1].decode() if found else ""


_OF: WeakKeyDictionary[Any, Runs] = WeakKeyDictionary()


def runs_of(client: redis.Redis) -> Runs:
    """Those of this client: one hook, however many ask."""
    if client not in _OF:
        _OF[client] = Runs(client)
    return _OF[client]


def _bytes(answer: Any) -> bytes:
    return answer if isinstance(answer, bytes) else str(answer).encode()


@lru_cache(maxsize=64)
def script_of(script: str, run: str) -> tuple[str, str]:
    """(The text that only this run of a server is ever given, its digest): no other one knows it by that."""
    text = f"-- {run}\n{script}"
    return text, hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()
