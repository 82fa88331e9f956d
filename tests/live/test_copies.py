"""Copies on a real server: a seat's next tap needs no reading, and nothing old ever gets through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.live.test_store import HEAD, SECRET
from workshop.activities.base import Change, SliceRef, Whole
from workshop.domain.live import Round
from workshop.live import keys
from workshop.live.store import RedisStore
from workshop.service.ports import Conflict, Operation

SHEET = SliceRef("placements.r1", "slot")


@pytest.fixture
def store(valkey) -> RedisStore:
    store = RedisStore(valkey.client, SECRET)
    store.create(HEAD, {}, {})
    return store


def put(store: RedisStore, value: dict, warm: bool = True) -> None:
    loaded = store.load(store.head("abc"), (SHEET,), all_counts=False, warm=warm)
    store.commit(loaded, Change(put={SHEET: value}, parts=frozenset({"progress"})), None)


def commands(valkey) -> int:
    return valkey.client.info("stats")["total_commands_processed"]


def test_what_a_worker_wrote_last_is_not_read_again(store, valkey):
    put(store, {"c1": 1})
    before = commands(valkey)
    loaded = store.load(store.head("abc"), (SHEET,), all_counts=False, warm=True)
    assert loaded.slices == {SHEET: {"c1": 1}}
    assert commands(valkey) - before == 1  # our own question
    put(store, {"c1": 2})
    assert store.load(HEAD, (SHEET,), all_counts=False).slices == {SHEET: {"c1": 2}}


def test_what_another_worker_wrote_meanwhile_conflicts_and_is_read(store, valkey):
    put(store, {"c1": 1})
    put(RedisStore(valkey.client, SECRET), {"c1": 2})
    with pytest.raises(Conflict):
        put(store, {"c1": 3})
    store.head("abc", fresh=True)
    assert store.load(store.head("abc"), (SHEET,), all_counts=False, warm=True).slices == {SHEET: {"c1": 2}}


def test_views_and_resyncs_always_read(store, valkey):
    put(store, {"c1": 1})
    put(RedisStore(valkey.client, SECRET), {"c1": 2})
    assert store.load(store.head("abc"), (SHEET,), all_counts=False).slices == {SHEET: {"c1": 2}}
    store.view("abc", lambda head: ())
    with pytest.raises(Conflict):
        put(store, {"c1": 3})


def test_shared_slices_and_whole_collections_are_always_read(store):
    note = SliceRef("notes", "n1")
    store.commit(store.load(store.head("abc"), (note,), all_counts=False), Change(put={note: {"text": "a"}}), None)
    put(store, {"c1": 1})
    assert store._copies.warm(store.head("abc"), (note,)) is None
    assert store._copies.warm(store.head("abc"), (SHEET, Whole("notes"))) is None
    assert store._copies.warm(store.head("abc"), ()) is None


def test_a_new_head_forgets_what_was_written_under_the_old_one(store):
    put(store, {"c1": 1})
    head = HEAD.with_round(Round("r1", "s1", "board", "first", ("c1",)))
    store.commit(store.load(store.head("abc"), (), all_counts=False), Change(head=head), None)
    assert store._copies.warm(store.head("abc"), (SHEET,)) is None


def test_a_repeated_operation_leaves_nothing_to_be_believed(store):
    for _ in range(2):
        loaded = store.load(store.head("abc"), (SHEET,), all_counts=False)
        store.commit(loaded, Change(put={SHEET: {"c1": 1}}), Operation("r1", "once"))
    assert store._copies.warm(store.head("abc"), (SHEET,)) is None


def test_slots_of_before_the_live_state_was_lost_are_not_written_to(store, valkey):
    """The same head version, but other salts: a seat's slot is another, and its answer would count twice."""
    old = store.load(store.head("abc"), (SHEET,), all_counts=False)
    before = store.seat("abc", "token").slot("session", "seat")
    valkey.client.flushall()
    RedisStore(valkey.client, SECRET).create(HEAD, {}, {})
    with pytest.raises(Conflict):
        store.commit(old, Change(put={SHEET: {"c1": 1}}), None)
    with pytest.raises(Conflict):
        store.commit(replace(old, raw={}, slices={}), Change(count={"devices": 1}), None)
    assert not valkey.client.exists(keys.collection("abc", "placements.r1"))
    store.head("abc")
    assert store.seat("abc", "token").slot("session", "seat") != before
    put(store, {"c1": 1})


def test_the_channel_is_told_of_a_burst_once_and_then_again(store, valkey):
    heard = valkey.client.pubsub(ignore_subscribe_messages=True)
    heard.subscribe(keys.CHANNEL)
    heard.get_message(timeout=1)
    for n in range(50):
        put(store, {"c1": n})
    store._told.clear()
    put(store, {"c1": 99})
    told = [m["data"] for m in iter(lambda: heard.get_message(timeout=0.2), None)]
    assert told[0] == b"abc 2"
    assert told[-1] == b"abc 52"
    assert 2 <= len(told) <= 4


def test_a_fresh_look_at_what_has_not_changed_costs_the_next_tap_no_reading(store, valkey):
    """A worker looks every two seconds, which is as often as a phone taps."""
    put(store, {"c1": 1})
    store.seat("abc", "token").slot("session", "seat")
    keys_made = store._copies.get("abc").keys
    assert keys_made
    store.head("abc", fresh=True)
    store.view("abc", lambda head: ())
    before = commands(valkey)
    assert store.load(store.head("abc"), (SHEET,), all_counts=False, warm=True).slices == {SHEET: {"c1": 1}}
    assert commands(valkey) - before == 1  # our own question
    assert store._copies.get("abc").keys is keys_made


def test_a_fresh_look_at_another_head_leaves_nothing_of_before(store, valkey):
    put(store, {"c1": 1})
    store.seat("abc", "token").slot("session", "seat")
    other = RedisStore(valkey.client, SECRET)
    head = HEAD.with_round(Round("r1", "s1", "board", "first", ("c1",)))
    other.commit(other.load(other.head("abc"), (), all_counts=False), Change(head=head), None)
    store.head("abc", fresh=True)
    assert store._copies.warm(store.head("abc"), (SHEET,)) is None
    assert store._copies.get("abc").keys == {}


def test_a_worker_that_meets_many_sessions_keeps_those_that_were_read_last(store, monkeypatch):
    monkeypatch.setattr("workshop.live.copies.MOST_SESSIONS", 3)
    for n in range(4):
        store.create(replace(HEAD, session=f"s{n}", code=f"C{n}"), {}, {})
        store.head(f"s{n}", fresh=True)
        store.head("s0", fresh=True)
    assert set(store._copies._copies) == {"s0", "s2", "s3"}
    assert store.head("s1").session == "s1", "read anew"
