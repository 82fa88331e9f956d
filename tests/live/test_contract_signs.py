"""What tells a worker that something happened, of many rooms at once: the same from every live store."""

from dataclasses import replace

from tests.live.conftest import HEAD
from workshop.activities.base import Change, SliceRef
from workshop.service.ports import Operation

NOTE, OTHER = SliceRef("notes", "n1"), SliceRef("notes", "n2")


def load(live, *reads):
    return live.load(live.head("abc"), reads, all_counts=False)


def test_signs_move_with_what_is_committed_and_are_asked_for_all_at_once(live, worker):
    live.create(replace(HEAD, session="other", code="other"), {}, {})
    first = worker().signs(["abc", "other", "gone"])
    assert set(first) == {"abc", "other"}
    live.commit(load(live, NOTE), Change(count={"x": 1}), None)  # a tap: no part moves
    live.commit(load(live, OTHER), Change(put={OTHER: {"text": "New"}}, parts=frozenset({"notes"})), None)
    later = worker().signs(["abc", "other"])
    assert later["other"] == first["other"]
    assert (later["abc"].writes, later["abc"].rev) == (first["abc"].writes + 2, first["abc"].rev + 1)
    assert later["abc"].epoch == first["abc"].epoch
    assert live.signs([]) == {}


def test_an_operation_that_was_done_before_moves_no_sign(live):
    once = Operation("session", "o" * 22, "same")
    live.commit(load(live, NOTE), Change(count={"x": 1}), once)
    before = live.signs(["abc"])
    assert live.commit(load(live, NOTE), Change(count={"x": 1}), once).repeated
    assert live.signs(["abc"]) == before


def test_several_counters_are_read_at_once(live, worker):
    live.count("one", 60)
    live.count("one", 60)
    live.count("two", 60)
    assert worker().all_counted(["one", "two", "none"]) == {"one": 2, "two": 1, "none": 0}
    assert live.all_counted([]) == {}
