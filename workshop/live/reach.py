"""What it looks like when Redis is away, and what the rest of the house is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import redis

from workshop.service.ports import Unavailable


@contextmanager
def reachable() -> Iterator[None]:
    """Redis away, loading, read-only or full: one exception, no message with values in it."""
    try:
        yield
    except (redis.ConnectionError, redis.TimeoutError, redis.BusyLoadingError, redis.ReadOnlyError) as e:
        raise Unavailable("the live store cannot be reached") from e
    except redis.OutOfMemoryError as e:  # the library takes the "OOM" off the message
        raise Unavailable("the live store cannot write") from e
    except redis.ResponseError as e:
        if str(e).startswith(("OOM", "MISCONF", "CLUSTERDOWN", "LOADING")):
            raise Unavailable("the live store cannot write") from e
        raise
