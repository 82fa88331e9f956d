"""The live store's files in mid-round: they tell the order in which phones answered for one period, and no longer.

With `bin/run` the trainer owns these files. The period is half a minute for people (workshop/live/order.py), here 2 s.
"""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from redis import Redis

from tests.helpers.real_rooms import SECRET, Room, make_context, make_room
from workshop.activities.base import SliceRef
from workshop.live import keys
from workshop.live.embedded import EmbeddedValkey
from workshop.live.order import EVERY
from workshop.live.store import RedisStore

PERIOD, PHONES = 2, 12


@pytest.fixture
def room(tmp_path):
    """A room on a store of its own, whose worker keeps the order out of the files."""
    with EmbeddedValkey(tmp_path) as server:
        store = RedisStore(Redis.from_url(server.url), SECRET)
        store._redis.config_set("rdbcompression", "no")  # so that we can look for names in it
        going = threading.Event()
        keeper = threading.Thread(target=store.order.run, args=(lambda: not going.is_set(), PERIOD))
        keeper.start()
        yield make_room(make_context(store._redis, tmp_path, store))
        going.set()
        keeper.join()


def files(room: Room, kind: str) -> bytes:
    """All files of a kind together."""
    folder = Path(room.context.settings.data_dir) / "valkey" / "appendonlydir"
    return b"".join(path.read_bytes() for path in sorted(folder.glob(f"*.{kind}")))


def slots_of(room: Room, tokens: list[str], round_id: str) -> list[bytes]:
    room.context.live.head(room.session, fresh=True)
    return [room.context.live.seat(room.session, token).slot(round_id, "placements").encode() for token in tokens]


def settled(room: Room, slots: list[bytes]) -> list[int]:
    """A period and a bit later: where each slot stands in the file that was written last."""
    deadline = time.monotonic() + 4 * PERIOD
    while any(slot in files(room, "incr.aof") for slot in slots):
        assert time.monotonic() < deadline, "the log still tells the order"
        time.sleep(0.1)
    base = files(room, "base.rdb")
    found = [base.rindex(slot) for slot in slots]
    return sorted(range(len(slots)), key=found.__getitem__)


def test_half_a_minute_is_what_people_are_told():
    assert EVERY + PERIOD + 1 < 30


def test_the_files_are_the_same_whoever_came_first(room):
    tokens = [room.seat() for _ in range(PHONES)]
    round_id = room.open_board()
    slots, told = slots_of(room, tokens, round_id), []
    for order in (tokens, tokens[::-1], tokens[5:] + tokens[:5]):
        for token in order:
            room.place(token, round_id, "c1", "abusive")
        told.append(settled(room, slots))
        client = room.context.live._redis
        client.delete(
            keys.collection(room.session, f"placements.{round_id}"), keys.key(room.session, f"ops:{round_id}")
        )
        time.sleep(PERIOD)
    assert told[0] == told[1] == told[2]


def test_a_copy_of_the_files_tells_of_the_last_period_only(room):
    tokens = [room.seat() for _ in range(PHONES)]
    round_id = room.open_board()
    slots = slots_of(room, tokens, round_id)
    for token in tokens[:6]:
        room.place(token, round_id, "c1", "abusive")
    settled(room, slots[:6])
    for token in tokens[6:]:
        room.place(token, round_id, "c1", "abusive")
    copied = files(room, "incr.aof")
    assert not [slot for slot in slots[:6] if slot in copied]
    settled(room, slots)
    assert len(list((Path(room.context.settings.data_dir) / "valkey" / "appendonlydir").glob("*.aof"))) == 1


def test_seats_tell_no_order_of_joining(room):
    tokens = [room.seat() for _ in range(PHONES)]
    refs = [
        SliceRef("seats", room.context.live.seat(room.session, t).slot("session", "seat")).key.encode() for t in tokens
    ]
    by_name = sorted(range(PHONES), key=refs.__getitem__)
    first = settled(room, refs)
    client = room.context.live._redis
    name = keys.collection(room.session, "seats")
    held = client.hgetall(name)
    client.delete(name)
    for number in by_name:
        client.hset(name, refs[number], held[refs[number]])
    room.context.live.order.written = True
    time.sleep(PERIOD)
    assert settled(room, refs) == first
