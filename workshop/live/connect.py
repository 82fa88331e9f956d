"""A client for what WORKSHOP_REDIS_URL names: one server, or a cluster of them.

A cluster is `redis+cluster://user:password@one:6379,two:6379`: any of its nodes, as many as may be asked first. With
`rediss+cluster://` it is spoken to over TLS.
"""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import unquote, urlsplit

import redis
from redis.cluster import ClusterNode, RedisCluster

CLUSTER = "+cluster"
PORT = 6379


def connect(url: str, **options: Any) -> redis.Redis:
    """The client. A cluster's takes the same commands, as long as the keys of one command share a slot: ours do."""
    scheme, _, rest = url.partition("://")
    if not scheme.endswith(CLUSTER):
        return redis.Redis.from_url(url, **options)
    who, hosts = _parts(rest)
    nodes = [ClusterNode(host, port) for host, port in hosts]
    if scheme.startswith("rediss"):
        options["ssl"] = True
    return cast(redis.Redis, RedisCluster(startup_nodes=nodes, **who, **options))


def is_cluster(client: object) -> bool:
    """Whether keys are spread over several servers."""
    return isinstance(client, RedisCluster)


def each_server(client: Any) -> list[redis.Redis]:
    """Clients of every server that holds some of the keys, replicas too."""
    if not is_cluster(client):
        return [client]
    return [client.get_redis_connection(node) for node in client.get_nodes()]


def _parts(rest: str) -> tuple[dict[str, str], list[tuple[str, int]]]:
    """User and password, if any; hosts and ports."""
    before, _, hosts = rest.partition("/")[0].rpartition("@")
    user, _, password = before.partition(":")
    who = {name: unquote(value) for name, value in (("username", user), ("password", password)) if value}
    found = [urlsplit(f"//{host}") for host in hosts.split(",") if host]
    return who, [(place.hostname or "", place.port or PORT) for place in found]
