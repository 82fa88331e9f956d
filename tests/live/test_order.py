"""Tables are filled anew by their names before the log is rewritten, so that neither tells who came first."""

from __future__ import annotations

import secrets
from itertools import permutations

import pytest
from redis import Redis
from redis.exceptions import ConnectionError as Away

from workshop.live import keys
from workshop.live.connect import connect
from workshop.live.order import OrderKeeper
from workshop.live.store import RedisStore

SHEETS, OPS = keys.collection("abc", "placements.r1"), keys.key("abc", "ops:r1")
NAMES = [secrets.token_urlsafe(16) for _ in range(25)]


def filled(client: Redis, names: list[str]) -> tuple[list[bytes], list[bytes]]:
    client.delete(SHEETS, OPS)
    for name in names:
        client.hset(SHEETS, name, f"sheet of {name}")
        client.sadd(OPS, name)
    OrderKeeper(client, lambda seconds: True).forget()
    assert client.hgetall(SHEETS) == {name.encode(): f"sheet of {name}".encode() for name in names}
    assert client.smembers(OPS) == {name.encode() for name in names}
    return list(client.hgetall(SHEETS)), client.execute_command("SMEMBERS", OPS)


def test_the_server_by_itself_tells_who_came_first(valkey):
    """Why this is needed; should a server of the future not, the needle's eye is no harm."""
    agree = 0
    for _ in range(20):
        names = [secrets.token_urlsafe(16) for _ in range(8)]
        valkey.client.delete(SHEETS)
        for name in names:
            valkey.client.hset(SHEETS, name, "1")
        agree += [key.decode() for key in valkey.client.hgetall(SHEETS)] == names
    assert agree > 10


@pytest.mark.parametrize("many", [4, 8, 25])
def test_the_same_content_is_read_in_the_same_order_whoever_came_first(valkey, many):
    names = NAMES[:many]
    orders = [*permutations(names)][::5] if many == 4 else [names, names[::-1], names[7:] + names[:7]]
    assert len({str(filled(valkey.client, list(order))) for order in orders}) == 1


def test_only_tables_of_phones_are_touched_and_those_of_every_session(valkey):
    valkey.client.hset(keys.key("abc", "meta"), mapping={"z": 1, "a": 2})
    valkey.client.hset(keys.collection("other", "notes"), mapping={"z": 1, "a": 2})
    valkey.client.set(keys.key("abc", "lease:x"), 1)
    OrderKeeper(valkey.client, lambda seconds: True).forget()
    assert list(valkey.client.hgetall(keys.key("abc", "meta"))) == [b"z", b"a"]
    assert list(valkey.client.hgetall(keys.collection("other", "notes"))) == [b"a", b"z"]


def test_in_a_cluster_each_session_is_put_in_order_where_it_lies(redis_cluster):
    client = connect(redis_cluster.url)
    for n in range(6):
        client.hset(keys.collection(f"s{n}", "notes"), mapping={"z": 1, "a": 2})
    OrderKeeper(client, lambda seconds: True).forget()
    assert all(list(client.hgetall(keys.collection(f"s{n}", "notes"))) == [b"a", b"z"] for n in range(6))


def test_it_is_done_when_something_was_written_and_it_is_this_workers_turn(monkeypatch):
    done, turns = [], iter([False, True, True, True])
    keeper = OrderKeeper(None, lambda seconds: next(turns))
    monkeypatch.setattr(keeper, "forget", lambda: done.append(len(done)))
    monkeypatch.setattr("workshop.live.order.time.sleep", lambda _: None)
    looks = iter([True] * 4 + [False])
    keeper.run(lambda: next(looks))
    assert (done, keeper.written) == ([0], False)
    keeper.written = True
    monkeypatch.setattr(keeper, "forget", lambda: (_ for _ in ()).throw(Away))
    looks = iter([True, False])
    keeper.run(lambda: next(looks))
    assert keeper.written, "an outage is waited out"


def test_one_worker_does_it_in_a_period(valkey):
    one, other = (RedisStore(valkey.client, b"s" * 32) for _ in range(2))
    assert [store.order._turn(9) for store in (one, other, one)] == [True, False, False]
