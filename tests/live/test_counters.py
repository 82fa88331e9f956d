"""Counters of the whole installation, on a real Valkey."""

import time

from workshop.live import keys
from workshop.live.store import RedisStore


def test_a_counter_counts_for_everybody_and_forgets_itself(valkey):
    here, there = RedisStore(valkey.client, b"s" * 32), RedisStore(valkey.client, b"s" * 32)
    assert [here.tick("guesses", 60), there.tick("guesses", 60), here.tick("guesses", 60, by=3)] == [1, 2, 5]
    assert here.tick("guesses", 60, by=0) == 5
    assert here.tick("another", 60, by=0) == 0
    assert 0 < valkey.client.ttl(keys.counter("guesses")) <= 60


def test_the_time_runs_from_the_first_count_not_the_last(valkey):
    store = RedisStore(valkey.client, b"s" * 32)
    store.tick("tries", 1)
    time.sleep(0.6)
    store.tick("tries", 1)
    time.sleep(0.6)
    assert store.tick("tries", 1) == 1


def test_reading_leaves_nothing_behind(valkey):
    RedisStore(valkey.client, b"s" * 32).tick("never", 60, by=0)
    assert valkey.client.keys("*") == []
