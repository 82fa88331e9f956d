"""Names in Redis: one session, one cluster slot."""

import re

from redis.crc import key_slot

from workshop.live import keys


def test_all_keys_of_a_session_lie_in_one_cluster_slot():
    names = ["head", "meta", "parts", "counts", "salts", "ops:r1", "ops:none", "lease:close:r1"]
    of_session = [keys.key("abc", name) for name in names]
    of_session += [keys.collection("abc", name) for name in ("placements.r1", "notes", "seats")]
    assert len({key_slot(name.encode()) for name in of_session}) == 1
    assert len(set(of_session)) == len(of_session)


def test_sessions_are_spread_over_the_cluster():
    slots = {key_slot(keys.key(f"session-{n}", "head").encode()) for n in range(60)}
    assert len(slots) > 50


def test_every_name_begins_with_our_prefix_and_holds_no_time():
    for name in (
        keys.key("abc", "head"),
        keys.collection("abc", "notes"),
        keys.code("K7M4QX"),
        keys.counter("guesses"),
    ):
        assert name.startswith("cw:")
        assert not re.search(r"\d{6,}", name)
