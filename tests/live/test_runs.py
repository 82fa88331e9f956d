"""A server that was started again is noticed by every worker, and each commit is in its log whole or not at all."""

from __future__ import annotations

import os
import signal
from dataclasses import replace

import pytest
from redis import Redis

from tests.helpers.power import cut, in_the_middle_of_the_last_record, log_of
from tests.live.test_store import HEAD, SECRET
from workshop.activities.base import Change, SliceRef
from workshop.domain.live import Round
from workshop.live import keys
from workshop.live.connect import connect
from workshop.live.embedded import EmbeddedValkey
from workshop.live.store import RedisStore
from workshop.service.ports import Conflict, Loaded

PARTS = frozenset({"progress"})
OPEN = replace(HEAD, rounds={"r1": Round("r1", "s4", "board", "first", ("c1",))})


@pytest.fixture
def server(tmp_path):
    """A server of its own, which may be killed."""
    with EmbeddedValkey(tmp_path) as found:
        yield found


def worker(server: EmbeddedValkey) -> RedisStore:
    return RedisStore(Redis.from_url(server.url), SECRET)


def kill(server: EmbeddedValkey) -> None:
    with Redis.from_url(server.url) as client:
        client.execute_command("WAITAOF", 1, 0, 5000)  # while a disk is slow, a write may wait behind its sync
    assert server.pid
    os.kill(server.pid, signal.SIGKILL)
    server.stop()


def epoch(store: RedisStore, session: str = "abc") -> str:
    return store.view(session, lambda head: ()).epoch


def place(store: RedisStore, slot: str) -> None:
    ref = SliceRef("placements.r1", slot)
    loaded = store.load(store.head("abc"), (ref,), all_counts=False, warm=True)
    store.commit(loaded, Change(put={ref: {"c1": {"stage": "abusive"}}}, count={"r1:answered": 1}, parts=PARTS), None)


def place_again(store: RedisStore, slot: str) -> None:
    """As `transact` does: what was decided from the run before conflicts."""
    with pytest.raises(Conflict):
        place(store, slot)
    place(store, slot)


def test_every_worker_sees_the_new_epoch_also_one_that_noticed_no_outage(server):
    one, asleep = worker(server), worker(server)
    one.create(OPEN, {}, {})
    place(asleep, "slot-1")
    before = {epoch(one), epoch(asleep)}
    kill(server)
    server.start()
    assert len(before) == 1
    after = epoch(asleep)
    assert after not in before and epoch(one) == after == epoch(worker(server))
    rev = one.revision("abc")
    place(one, "slot-1")
    place(asleep, "slot-2")
    assert (epoch(one), epoch(asleep)) == (after, after), "once, and not with every reading"
    assert one.revision("abc") == rev + 2


@pytest.mark.parametrize("asked", ["head", "view", "revision", "commit", "seat"])
def test_whatever_is_asked_first_finds_it_put_right(server, asked):
    store, restored = worker(server), []
    store.create(OPEN, {}, {})
    place(store, "slot-1")
    before = epoch(store)

    def restore(session):
        restored.append(session)
        store._as_it_lies(session)

    store.restore = restore
    kill(server)
    server.start()
    {
        "head": lambda: store.head("abc"),
        "view": lambda: store.view("abc", lambda head: ()),
        "revision": lambda: store.revision("abc"),
        "commit": lambda: place_again(store, "slot-1"),
        "seat": lambda: store.seat("abc", "t" * 43),
    }[asked]()
    store.head("abc", fresh=True)
    assert restored == ["abc"]
    assert epoch(store) != before


def test_salts_stay_so_that_a_phone_finds_what_is_left_of_its_answers(server):
    store = worker(server)
    store.create(OPEN, {}, {})
    slot = store.seat("abc", "t" * 43).slot("r1", "placements")
    kill(server)
    server.start()
    assert slot == store.seat("abc", "t" * 43).slot("r1", "placements") != ""


@pytest.mark.parametrize("lost", [1, 40, 90, 140, 190, 260, 420, 640, 900, "middle"])
def test_however_the_log_was_cut_counters_say_what_the_slices_say(server, lost):
    store = worker(server)
    store.create(OPEN, {}, {})
    for n in range(8):
        place(store, f"slot-{n}")
    kill(server)
    log = log_of(server.directory)
    cut(log, in_the_middle_of_the_last_record(log) if lost == "middle" else log.stat().st_size - lost)
    server.start()
    seen = store.view("abc", lambda head: ("placements.r1",))
    assert 0 < len(seen.collections["placements.r1"]) == seen.counts["r1:answered"] < 8, (
        "a commit is whole or not there"
    )
    assert seen.rev == 1 + seen.counts["r1:answered"] + 1
    place(store, "slot-7")
    assert store.view("abc", lambda head: ()).counts["r1:answered"] == seen.counts["r1:answered"] + 1


def test_an_older_version_left_no_run_and_is_put_right_as_well(server):
    store = worker(server)
    store.create(OPEN, {}, {})
    client = Redis.from_url(server.url)
    client.hdel(keys.key("abc", "meta"), "run")
    before = client.hget(keys.key("abc", "meta"), "epoch")
    assert epoch(worker(server)).encode() != before


def test_a_commit_of_a_worker_that_looked_before_is_not_taken_for_one_of_this_run(server):
    """Its head is compared; and where it knows the new run already, so is that of the session."""
    store = worker(server)
    store.create(OPEN, {}, {})
    loaded = Loaded(store.head("abc"), {}, {}, {}, {})
    kill(server)
    server.start()
    other = worker(server)
    other.create(replace(OPEN, session="other"), {}, {})
    store.head("other")
    store.restore = lambda session: None
    with pytest.raises(Conflict):
        store.commit(loaded, Change(count={"n": 1}, parts=PARTS), None)
    assert Redis.from_url(server.url).hget(keys.key("abc", "counts"), "n") is None


def test_a_commit_that_the_connection_brings_to_the_next_run_by_itself_writes_nothing(server):
    """The log names the run of before, as the commit does: of those two alone the script could not tell."""
    store = worker(server)
    store.create(OPEN, {}, {})
    place(store, "slot-1")
    loaded = store.load(store.head("abc"), (), all_counts=False)
    kill(server)
    server.start()
    restored: list[str] = []
    store.restore = restored.append
    with pytest.raises(Conflict):
        store.commit(loaded, Change(count={"n": 1}, parts=PARTS), None)
    assert restored == ["abc"]
    assert Redis.from_url(server.url).hget(keys.key("abc", "counts"), "n") is None


def test_a_server_that_goes_on_keeps_its_epoch_when_connections_are_cut(server):
    store = worker(server)
    store.create(OPEN, {}, {})
    before, client = epoch(store), Redis.from_url(server.url)
    client.execute_command("CLIENT KILL TYPE normal SKIPME yes")
    place(store, "slot-1")
    assert epoch(store) == before


def test_each_server_of_a_cluster_is_known_by_itself(redis_cluster):
    store = RedisStore(connect(redis_cluster.url), SECRET)
    asleep = RedisStore(connect(redis_cluster.url), SECRET)
    sessions = [f"session-{n}" for n in range(12)]
    for number, session in enumerate(sessions):
        store.create(replace(OPEN, session=session, code=f"CODE{number:02}"), {}, {})
    before = {s: (epoch(store, s), epoch(asleep, s))[0] for s in sessions}
    run = store.run_id()
    names = {name.decode() for name in next(redis_cluster.nodes()).scan_iter(count=1000)}
    on_first = {s for s in sessions if keys.key(s, "meta") in names}
    redis_cluster.kill(0)
    redis_cluster.start(0)
    redis_cluster.wait()
    assert 0 < len(on_first) < len(sessions)
    assert {s for s in sessions if epoch(store, s) != before[s]} == on_first
    assert all(epoch(asleep, s) == epoch(store, s) for s in sessions)
    assert store.run_id() != run
