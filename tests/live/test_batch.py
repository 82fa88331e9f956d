"""Batches against a real server: right answers to the right askers, whatever happens meanwhile."""

from __future__ import annotations

import os
import signal
import threading
import time

import pytest
import redis

from workshop.live import batch as module
from workshop.live.batch import Batch, ByNode, batch_of
from workshop.live.embedded import EmbeddedValkey


@pytest.fixture
def batch(valkey) -> Batch:
    return Batch(valkey.client)


def together(act, n: int) -> list:
    """What act(0)… act(n-1) gave, all at once; exceptions included."""
    found: list = [None] * n

    def run(i: int) -> None:
        try:
            found[i] = act(i)
        except Exception as fault:
            found[i] = fault

    threads = [threading.Thread(target=run, args=(i,)) for i in range(n)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return found


def test_answers_come_in_order(batch):
    assert batch.execute(("SET", "a", 1), ("GET", "a"), ("GET", "none")) == [b"OK", b"1", None]


def test_bytes_text_and_numbers_arrive_as_they_are(batch):
    batch.execute(("HSET", "h", "ä", b"\x00\r\n$5"), ("HSET", "h", "n", -7))
    assert batch.execute(("HGET", "h", "ä"), ("HGET", "h", "n")) == [b"\x00\r\n$5", b"-7"]


def test_everybody_gets_the_answer_to_what_they_asked(batch, valkey):
    before = valkey.client.info("stats")["total_connections_received"]
    assert together(lambda i: batch.execute(("ECHO", f"{i}"), ("ECHO", f"{i}!")), 300) == [
        [f"{i}".encode(), f"{i}!".encode()] for i in range(300)
    ]
    assert valkey.client.info("stats")["total_connections_received"] - before <= 1


def test_more_than_fit_into_one_round_trip_are_all_answered(batch, monkeypatch):
    """Whoever gets the turn may stand behind more than one round's worth of others."""
    monkeypatch.setattr(module, "MOST", 3)
    others = [module._Request((("ECHO", f"{i}"),)) for i in range(10)]
    batch._waiting += others
    assert batch.execute(("ECHO", "mine")) == [b"mine"]
    assert [other.answers for other in others] == [[f"{i}".encode()] for i in range(10)]


def test_what_is_wrong_with_one_command_is_told_to_its_asker_alone(batch):
    batch.execute(("SET", "text", "x"))

    def act(i: int):
        return batch.execute(("INCR", "text")) if i % 3 == 0 else batch.execute(("ECHO", "fine"))

    for i, found in enumerate(together(act, 60)):
        assert isinstance(found, redis.ResponseError) if i % 3 == 0 else found == [b"fine"]


def test_a_server_that_was_started_anew_is_found_again(tmp_path):
    server = EmbeddedValkey(tmp_path)
    server.start()
    batch = Batch(redis.Redis.from_url(server.url))
    assert batch.execute(("SET", "a", 1)) == [b"OK"]
    assert server.pid is not None
    os.kill(server.pid, signal.SIGKILL)
    server.stop()
    for found in together(lambda i: batch.execute(("GET", "a")), 20):
        assert isinstance(found, redis.ConnectionError)
    with server:
        assert batch.execute(("GET", "a")) == [b"1"]


def test_a_server_that_hangs_is_waited_for_no_longer_than_agreed(tmp_path):
    with EmbeddedValkey(tmp_path) as server:
        batch = Batch(redis.Redis.from_url(server.url, socket_timeout=0.3))
        batch.execute(("SET", "a", 1))
        assert server.pid is not None
        os.kill(server.pid, signal.SIGSTOP)
        began = time.monotonic()
        for found in together(lambda i: batch.execute(("GET", "a")), 50):
            assert isinstance(found, redis.TimeoutError)
        assert time.monotonic() - began < 2
        os.kill(server.pid, signal.SIGCONT)
        assert batch.execute(("GET", "a")) == [b"1"]


def test_an_answer_that_came_too_late_is_nobodys(batch, valkey):
    """After a fault the connection is a new one: what was still under way on the old can confuse nobody."""
    batch.execute(("SET", "a", "old"))
    batch._connection.send_command("GET", "a")
    batch._hang_up()
    assert batch.execute(("ECHO", "new")) == [b"new"]


def test_a_cluster_is_asked_node_by_node_and_answers_in_order(redis_cluster, valkey):
    made = batch_of(redis_cluster.client)
    assert isinstance(made, ByNode)
    assert made.execute(("SET", "{a}", 1)) == [True]
    several = [("GET", "{a}"), ("HGETALL", "{b}h"), ("GET", "{c}"), ("HMGET", "{a}h", "x", "y")]
    assert made.execute(*several) == [b"1", {}, None, [None, None]]
    with pytest.raises(redis.ResponseError, match="WRONGTYPE"):
        made.execute(("GET", "{c}"), ("HGET", "{a}", "x"), ("GET", "{a}"))
    assert isinstance(batch_of(valkey.client), Batch)
