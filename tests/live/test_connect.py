"""One server or a cluster, by its URL."""

import pytest
import redis

from workshop.live.connect import _parts, connect, each_server, is_cluster


@pytest.mark.parametrize(
    ("rest", "who", "hosts"),
    [
        ("one:6379,two:6380", {}, [("one", 6379), ("two", 6380)]),
        ("one", {}, [("one", 6379)]),
        (
            "ada:p%40ss@one:7000/0",
            {"username": "ada", "password": "p@ss"},
            [("one", 7000)],
        ),
        (":secret@[::1]:7000,one", {"password": "secret"}, [("::1", 7000), ("one", 6379)]),
    ],
)
def test_who_and_where_a_cluster_is(rest, who, hosts):
    assert _parts(rest) == (who, hosts)


def test_one_server_is_one_server(valkey):
    with connect(valkey.url) as client:
        assert client.ping()
        assert not is_cluster(client)
        assert each_server(client) == [client]


def test_every_server_of_a_cluster_can_be_asked_by_itself(redis_cluster):
    assert is_cluster(redis_cluster.client)
    for n in range(60):
        redis_cluster.client.set(f"cw:code:{n}", n)
    sizes = [server.dbsize() for server in each_server(redis_cluster.client)]
    assert len(sizes) == 3
    assert min(sizes) > 0
    assert sum(sizes) == 60


def test_a_cluster_that_is_not_there_is_as_away_as_a_server():
    from workshop.live.reach import AWAY

    with pytest.raises((*AWAY, redis.RedisError)):
        connect("redis+cluster://127.0.0.1:1", socket_connect_timeout=1)
