"""What is over goes, also when an earlier run of the server left it: nothing is put right first only to be deleted."""

import pytest

from tests.live.test_store import HEAD, SECRET
from workshop.live import keys
from workshop.live.store import RedisStore
from workshop.service.ports import UnknownSession


@pytest.fixture
def store(valkey) -> RedisStore:
    made = RedisStore(valkey.client, SECRET)
    made.create(HEAD, {"notes": {"n1": {"text": "One"}}}, {"notes": 1})
    valkey.client.hset(keys.key("abc", "meta"), "run", "an earlier one")

    def restore(session):
        raise AssertionError("it was asked to put right what is to go")

    made.restore = restore
    return made


def test_what_an_earlier_run_left_is_forgotten_with_its_code(store, valkey):
    store.forget("abc")
    assert store.sessions() == [] and store.find_code(HEAD.code) is None
    assert list(valkey.client.scan_iter("cw:{abc}*")) == []
    with pytest.raises(UnknownSession):
        store.head("abc")


def test_what_ended_keeps_what_tells_late_phones_so(store, valkey):
    store.retire("abc", HEAD.code)
    assert {name.decode().rpartition(":")[2] for name in valkey.client.scan_iter("cw:{abc}*")} == {
        "head",
        "meta",
        "parts",
    }
