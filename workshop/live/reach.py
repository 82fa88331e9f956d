"""What it looks like when Redis is away, and what the rest of the house is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import redis
from redis.exceptions import ClusterError, CrossSlotTransactionError, RedisClusterException

from workshop.service.ports import Unavailable

AWAY = (
    redis.ConnectionError,
    redis.TimeoutError,
    redis.BusyLoadingError,
    redis.ReadOnlyError,
    redis.WatchError,  # what the library says of a connection that is lost while something is watched
    ClusterError,
    RedisClusterException,
)
"""Every way in which one server, or a cluster, is not there."""


@contextmanager
def reachable() -> Iterator[None]:
    """Redis away, loading, read-only or full: one exception, no message with values in it."""
    try:
        yield
    except CrossSlotTransactionError:
        raise  # our own mistake
    except AWAY as e:
        raise Unavailable("the live store cannot be reached") from e
    except redis.OutOfMemoryError as e:  # the library takes the "OOM" off the message
        raise Unavailable("the live store cannot write") from e
    except redis.ResponseError as e:
        if str(e).startswith(("OOM", "MISCONF", "CLUSTERDOWN", "LOADING", "TRYAGAIN")):
            raise Unavailable("the live store cannot write") from e
        raise
