"""Every live store that there is: the one in memory, of the use cases' tests, and the real one on its servers."""

from dataclasses import replace

import pytest

from tests.helpers.fakes import FakeLive
from tests.helpers.kept import HEAD as KEPT
from workshop.live.store import RedisStore

HEAD = replace(KEPT, session="abc", rounds={}, timer=None, version=0)


@pytest.fixture(params=["memory", "valkey", "redis_user", "redis_cluster"])
def worker(request):
    """Makes workers that share one store."""
    if request.param == "memory":
        first = FakeLive()
        return first.another
    server = request.getfixturevalue(request.param)
    return lambda: RedisStore(server.client, b"s" * 32)


@pytest.fixture
def live(worker):
    made = worker()
    made.create(HEAD, {"notes": {"n1": {"text": "Two reports"}}}, {"notes": 1})
    return made
