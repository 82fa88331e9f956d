"""The live store on a real Valkey: commits are all or nothing, exact under contention, and leave nothing behind."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.helpers.files import holding
from workshop.activities.base import Change, Counter, SliceRef, Whole
from workshop.domain.live import Head, Round, Step
from workshop.live import keys
from workshop.live.revisions import listen
from workshop.live.store import RedisStore
from workshop.service.ports import Conflict, Operation, Unavailable, UnknownSession

HEAD = Head(
    session="abc",
    code="K7M4QX",
    title="A room",
    scenario="group-chat",
    scenario_version=1,
    k=5,
    steps=(Step("s1", "board", "Place", 10),),
)
NOTE = SliceRef("notes", "n1")
SECRET = b"s" * 32


@pytest.fixture
def store(valkey) -> Iterator[RedisStore]:
    store = RedisStore(valkey.client, SECRET)
    store.create(HEAD, {}, {})
    yield store


def put(store: RedisStore, ref: SliceRef, value: dict, **change) -> None:
    loaded = store.load(store.head("abc"), (ref,), all_counts=False)
    store.commit(loaded, Change(put={ref: value}, **change), None)


def test_what_was_committed_is_read_back(store: RedisStore) -> None:
    put(store, NOTE, {"text": "ändert <b>"}, count={"notes": 1}, parts=frozenset({"formulation"}))
    loaded = store.load(store.head("abc"), (NOTE, Whole("notes"), Counter("notes"), Counter("none")), all_counts=False)
    assert loaded.slices[NOTE] == {"text": "ändert <b>"}
    assert loaded.wholes == {"notes": {"n1": {"text": "ändert <b>"}}}
    assert loaded.counts == {"notes": 1}
    seen = store.view("abc", lambda head: ("notes",))
    assert (seen.rev, seen.parts["formulation"], seen.counts["notes"]) == (2, 2, 1)
    assert seen.collections["notes"]["n1"]["text"] == "ändert <b>"


def test_one_of_many_who_open_a_session_at_once_opens_it(valkey) -> None:
    heads = [replace(HEAD, title=f"by worker {n}") for n in range(12)]
    starts = [threading.Thread(target=RedisStore(valkey.client, SECRET).create, args=(h, {}, {})) for h in heads]
    for start in starts:
        start.start()
    for start in starts:
        start.join()
    found = RedisStore(valkey.client, SECRET)
    assert found.head("abc") in heads
    assert (found.revision("abc"), found.find_code(HEAD.code)) == (1, "abc")
    assert len(valkey.client.hgetall(keys.key("abc", "salts"))) == 1


def test_a_worker_that_died_while_opening_leaves_nothing_in_the_way(valkey) -> None:
    """All of a session is written at once: what an older release left half made is opened all the same."""
    valkey.client.hset(keys.key("abc", "meta"), "epoch", "half made")
    store = RedisStore(valkey.client, SECRET)
    store.create(HEAD, {}, {})
    assert store.head("abc") == HEAD


def test_a_slice_that_changed_meanwhile_conflicts_and_nothing_is_written(store: RedisStore) -> None:
    stale = store.load(store.head("abc"), (NOTE,), all_counts=False)
    put(store, NOTE, {"text": "first"})
    with pytest.raises(Conflict):
        store.commit(stale, Change(put={NOTE: {"text": "second"}}, count={"notes": 1}, parts=frozenset({"x"})), None)
    now = store.load(store.head("abc"), (NOTE,), all_counts=True)
    assert (now.slices[NOTE], now.counts) == ({"text": "first"}, {})


def test_an_old_head_conflicts_also_from_another_workers_copy(store: RedisStore, valkey) -> None:
    other = RedisStore(valkey.client, SECRET)
    stale = other.load(other.head("abc"), (), all_counts=False)
    store.commit(store.load(HEAD, (), all_counts=False), Change(head=replace(HEAD, locked=True)), None)
    with pytest.raises(Conflict):
        other.commit(stale, Change(put={NOTE: {}}), None)
    assert other.head("abc").locked and other.head("abc").version == 1


def test_an_operation_is_done_once(store: RedisStore) -> None:
    once = Operation("r1", "op-1")
    for _ in range(3):
        loaded = store.load(store.head("abc"), (NOTE,), all_counts=False)
        done = store.commit(loaded, Change(put={NOTE: {}}, count={"n": 1}, parts=frozenset({"p"})), once)
    assert done.repeated
    assert store.load(HEAD, (), all_counts=True).counts == {"n": 1}
    store.erase_scope("abc", "r1", ("placements.r1",))
    assert not store._redis.exists(keys.key("abc", "ops:r1"))


def test_an_operation_that_a_version_before_remembered_is_still_known(store: RedisStore) -> None:
    store._redis.sadd(keys.key("abc", "ops:r1"), "op-1")
    loaded = store.load(HEAD, (), all_counts=True)
    assert store.commit(loaded, Change(count={"n": 1}), Operation("r1", "op-1", "anything")).repeated


def test_a_hundred_at_once_are_a_hundred(store: RedisStore) -> None:
    def place(n: int) -> None:
        ref = SliceRef("placements.r1", f"slot{n % 50}")
        while True:
            loaded = store.load(store.head("abc"), (ref,), all_counts=False)
            old = loaded.slices[ref] or {}
            try:
                store.commit(
                    loaded,
                    Change(
                        put={ref: {**old, f"c{n}": 1}},
                        count={"r1:answered": 0 if old else 1},
                        parts=frozenset({"progress"}),
                    ),
                    Operation("r1", f"op{n}"),
                )
                return
            except Conflict:
                continue

    threads = [threading.Thread(target=place, args=(n,)) for n in range(100)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    loaded = store.load(HEAD, (Whole("placements.r1"),), all_counts=True)
    assert sum(len(sheet) for sheet in loaded.wholes["placements.r1"].values()) == 100
    assert loaded.counts == {"r1:answered": 50}
    assert store.revision("abc") == 101


def test_slots_are_unrelated_across_scopes_and_purposes_and_gone_after_the_close(store: RedisStore) -> None:
    head = HEAD.with_round(Round("r1", "s1", "board", "first", ("c1",)))
    store.commit(store.load(HEAD, (), all_counts=False), Change(head=head), None)
    store.head("abc")
    seat = store.seat("abc", "token-of-a-phone")
    slots = {seat.slot(scope, purpose) for scope in ("session", "r1") for purpose in ("placements", "moves")}
    assert len(slots) == 4 and "" not in slots
    assert store.seat("abc", "token-of-a-phone").slot("r1", "moves") in slots
    store.erase_scope("abc", "r1", ())
    assert store.seat("abc", "token-of-a-phone").slot("r1", "moves") == ""
    assert "token" not in repr(seat)


def test_the_channel_carries_session_and_revision_only(store: RedisStore, valkey) -> None:
    heard: list[tuple[str, int]] = []
    running = True
    listener = threading.Thread(target=listen, args=(valkey.client, lambda *m: heard.append(m), lambda: running))
    listener.start()
    time.sleep(0.3)
    put(store, NOTE, {}, parts=frozenset({"formulation"}))
    put(store, SliceRef("notes", "n2"), {})
    deadline = time.monotonic() + 5
    while not heard and time.monotonic() < deadline:
        time.sleep(0.02)
    running = False
    listener.join()
    assert heard == [("abc", 2)]


def test_forgetting_and_retiring_leave_no_key_and_no_byte_in_the_log(store: RedisStore, valkey) -> None:
    put(store, NOTE, {"text": "CANARY-IN-A-NOTE"})
    store.retire("abc", "K7M4QX")
    assert store.find_code("K7M4QX") is None
    assert {k.decode() for k in valkey.client.keys("cw:*")} == {keys.key("abc", n) for n in ("head", "meta", "parts")}
    store.forget("abc")
    assert valkey.client.keys("cw:*") == []
    deadline = time.monotonic() + 10
    while (found := holding(valkey.server.directory, b"CANARY-IN-A-NOTE")) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not found
    with pytest.raises(UnknownSession):
        store.head("abc")


def test_an_unreachable_server_is_said_so(tmp_path) -> None:
    import redis

    store = RedisStore(redis.Redis(unix_socket_path=str(tmp_path / "nobody.sock")), SECRET)
    with pytest.raises(Unavailable):
        store.head("abc")


def test_a_lease_is_held_by_one(store: RedisStore) -> None:
    assert store.take_lease("abc", "close-r1", 5) and not store.take_lease("abc", "close-r1", 5)
    store.release_lease("abc", "close-r1")
    assert store.take_lease("abc", "close-r1", 5)
