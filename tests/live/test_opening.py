"""Opening what an earlier run left: what is named is replaced, all else stays; see test_runs.py for real restarts."""

from dataclasses import replace

import pytest

from tests.live.test_store import HEAD, SECRET
from workshop.domain.live import Round
from workshop.live import keys
from workshop.live.store import RedisStore
from workshop.service.ports import SENDING_AGAIN, Leftover

OPEN = replace(HEAD, rounds={"r1": Round("r1", "s4", "board", "first", ("c1",))})


@pytest.fixture
def store(valkey) -> RedisStore:
    made = RedisStore(valkey.client, SECRET)
    made.create(HEAD, {"notes": {"n1": {"text": "One"}}, "seats": {"slot": {}}}, {"notes": 1, "devices": 1})
    return made


def test_what_is_named_is_replaced_and_all_else_stays(store, valkey):
    valkey.client.hset(keys.key("abc", "meta"), "run", "an earlier one")
    left = store.leftover("abc")
    assert left == Leftover(HEAD, 1)
    store.create(replace(OPEN, position=1), {"notes": {"n2": {"text": "Two"}}}, {"notes": 5}, since=40)
    seen = store.view("abc", lambda head: ("notes", "seats"))
    assert seen.collections == {"notes": {"n2": {"text": "Two"}}, "seats": {"slot": {}}}
    assert (seen.counts, seen.rev, seen.parts["*"]) == ({"notes": 5, "devices": 1}, 41, 41)
    assert (seen.head.version, seen.head.position) == (HEAD.version + 1, 1)
    assert store.is_leased("abc", SENDING_AGAIN), "rounds are not closed while phones send again"
    assert 0 < valkey.client.pttl(keys.key("abc", f"lease:{SENDING_AGAIN}")) <= 3000


def test_a_new_session_waits_for_nobody(store):
    assert not store.is_leased("abc", SENDING_AGAIN)


def test_sessions_are_found_by_what_lies_there(store):
    store.create(replace(HEAD, session="other", code="OTHER2"), {}, {})
    assert store.sessions() == ["abc", "other"]
    assert store.leftover("none") is None
