"""Whatever ails Redis, the house hears one sentence without a value in it."""

import pytest
import redis

from workshop.live.reach import reachable
from workshop.service.ports import Unavailable

AWAY = [
    redis.ConnectionError("Error 111 connecting to a host"),
    redis.TimeoutError("Timeout reading from socket"),
    redis.BusyLoadingError("LOADING"),
    redis.ReadOnlyError("READONLY"),
    redis.ResponseError("OOM command not allowed when used memory > 'maxmemory'"),
    redis.ResponseError("MISCONF Redis is configured to save RDB snapshots, but is unable to persist to disk"),
    redis.ResponseError("CLUSTERDOWN The cluster is down"),
]


@pytest.mark.parametrize("fault", AWAY, ids=lambda fault: str(fault)[:12])
def test_away_loading_read_only_or_full_is_unavailable(fault):
    with pytest.raises(Unavailable) as told, reachable():
        raise fault
    assert str(fault) not in str(told.value)


def test_our_own_mistake_stays_one():
    with pytest.raises(redis.ResponseError, match="WRONGTYPE"), reachable():
        raise redis.ResponseError("WRONGTYPE Operation against a key holding the wrong kind of value")
    with pytest.raises(KeyError), reachable():
        raise KeyError("ours")


def test_a_full_server_is_unavailable_and_an_emptier_one_works_again(valkey):
    valkey.client.config_set("maxmemory", 1)
    try:
        with pytest.raises(Unavailable), reachable():
            valkey.client.set("cw:x", "y")
    finally:
        valkey.client.config_set("maxmemory", 0)
    with reachable():
        assert valkey.client.set("cw:x", "y")
