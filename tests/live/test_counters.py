"""Counters of the whole installation, on a real Valkey."""

import time

from workshop.live import keys
from workshop.live.store import RedisStore


def test_a_counter_counts_for_everybody_and_forgets_itself(valkey):
    here, there = RedisStore(valkey.client, b"s" * 32), RedisStore(valkey.client, b"s" * 32)
    assert [here.count("guesses", 60), there.count("guesses", 60), here.count("guesses", 60)] == [1, 2, 3]
    assert here.counted("guesses") == 3
    assert here.counted("another") == 0
    assert 0 < valkey.client.ttl(keys.counter("guesses")) <= 60


def test_the_time_runs_from_the_first_count_not_the_last(valkey):
    store = RedisStore(valkey.client, b"s" * 32)
    store.count("tries", 1)
    time.sleep(0.6)
    store.count("tries", 1)
    time.sleep(0.6)
    assert store.count("tries", 1) == 1


def test_reading_leaves_nothing_behind(valkey):
    RedisStore(valkey.client, b"s" * 32).counted("never")
    assert valkey.client.keys("*") == []
