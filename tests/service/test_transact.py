"""The optimistic loop against a store that conflicts n times: tried again, written once, or ended in one way."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.kept import HEAD
from workshop.activities.base import Change
from workshop.service import transact as subject
from workshop.service.ports import Committed, Conflict, Loaded, Unavailable
from workshop.service.transact import LONGEST_PAUSE, TRIES, Contended, Reading, Write, Written, pause_after, transact


@dataclass
class Contested:
    """A live store in which somebody else is faster `conflicts` times. Its copy of the head is the one of before."""

    conflicts: int
    version: int = 7
    committed: list[int] = field(default_factory=list)
    looked: list[bool] = field(default_factory=list)

    def head(self, session, fresh=False):
        self.looked.append(fresh)
        return replace(HEAD, session=session, version=self.version if fresh else self.version - 1)

    def load(self, head, reads, all_counts, warm=False):
        return Loaded(head, {}, {}, {}, {})

    def commit(self, loaded, change, operation):
        if self.conflicts:
            self.conflicts -= 1
            self.version += 1
        if loaded.head.version != self.version:
            raise Conflict
        self.committed.append(loaded.head.version)
        return Committed(len(self.committed))


@pytest.fixture(autouse=True)
def slept(monkeypatch):
    naps: list[float] = []
    monkeypatch.setattr(subject.time, "sleep", naps.append)
    return naps


def write(reading: Reading) -> Write:
    return Write(reading.load(), Change(count={"n": 1}))


@given(conflicts=st.integers(0, 2 * TRIES), copy_first=st.booleans())
def test_it_is_written_once_or_not_at_all_and_then_that_is_said(conflicts, copy_first):
    live, seen = Contested(conflicts), []

    def decide(reading):
        seen.append((reading.fresh, reading.head.version))
        return write(reading)

    tries_for_nothing = max(conflicts, 1 if copy_first else 0)  # a copy that is old costs one by itself
    if tries_for_nothing < TRIES:
        done = transact(live, "abc", decide, copy_first)
        assert isinstance(done, Written) and done.committed == Committed(1)
        assert live.committed == [done.write.loaded.head.version] == [live.version]
    else:
        with pytest.raises(Contended):
            transact(live, "abc", decide, copy_first)
        assert live.committed == []
    assert len(seen) == min(tries_for_nothing + 1, TRIES)
    assert [fresh for fresh, _ in seen] == [not copy_first, *[True] * (len(seen) - 1)] == live.looked
    assert len({version for _, version in seen}) == len(seen), "never decided twice from the same reading"


@given(copy_first=st.booleans(), conflicts=st.integers(0, TRIES - 2))
def test_what_is_said_instead_of_a_write_is_said_to_a_fresh_look(copy_first, conflicts):
    live, seen = Contested(conflicts), []

    def decide(reading):
        seen.append(reading.fresh)
        return write(reading) if live.conflicts else "no"

    assert transact(live, "abc", decide, copy_first) == "no"
    assert seen[-1] is True and live.committed == []


def test_what_a_copy_is_good_enough_for_is_said_at_once_and_a_write_is_still_compared():
    live = Contested(0)
    assert transact(live, "abc", lambda reading: "no", copy_first=True, copy_will_do=True) == "no"
    assert live.looked == [False]
    done = transact(live, "abc", write, copy_first=True, copy_will_do=True)
    assert isinstance(done, Written) and live.committed == [live.version], (
        "the copy was old, which the commit found out"
    )


def test_what_was_given_up_can_be_asked_again_like_any_outage():
    assert issubclass(Contended, Unavailable)
    live = Contested(TRIES)
    with suppress(Contended):
        transact(live, "abc", write)
    assert isinstance(transact(live, "abc", write), Written) and len(live.committed) == 1


def test_pauses_grow_to_a_bound_and_no_two_workers_keep_step(slept):
    with pytest.raises(Contended):
        transact(Contested(TRIES), "abc", write)
    assert len(slept) == TRIES and slept[0] == 0.0
    assert all(0 <= nap <= min(LONGEST_PAUSE, 0.001 * 2**n) for n, nap in enumerate(slept))
    assert sum(min(LONGEST_PAUSE, 0.001 * 2**n) for n in range(1, TRIES)) < 0.45
    assert len({pause_after(TRIES) for _ in range(20)}) > 10


def test_no_use_case_catches_a_conflict_itself():
    room = Path(subject.__file__).parent
    catching = [path.name for path in room.glob("*.py") if "except Conflict" in path.read_text()]
    assert catching == ["transact.py"]
