"""Power fails in mid-round: the live store starts again without the end of its log, and phones send that again."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.power import cut, in_the_middle_of_the_last_record, log_of
from tests.helpers.restless import Desk, RoomFull

pytestmark = pytest.mark.tour

PHONES = 24
CUTS: dict[str, Callable[[Path, int], int]] = {
    "the last second": lambda log, second_ago: second_ago,
    "one byte": lambda log, second_ago: log.stat().st_size - 1,
    "the midst of a record": lambda log, second_ago: in_the_middle_of_the_last_record(log),
    "nothing": lambda log, second_ago: log.stat().st_size,
}


@pytest.fixture
def shop(town):
    return town[0]


@pytest.fixture
def desk(town):
    """A session of its own for each test."""
    made = Desk(town[2])
    yield made
    made.line.drop()


def a_second_of_one_log(folder: Path) -> tuple[Path, int]:
    """The log of a live store, and how long it was a second ago. While it is being rewritten there is another."""
    for _ in range(20):
        log = log_of(folder)
        size = log.stat().st_size
        time.sleep(1)
        if log == log_of(folder):
            return log, size
    raise AssertionError("the log is rewritten without end")


@pytest.mark.parametrize("lost", CUTS)
def test_every_acknowledged_placement_is_there_once_and_progress_is_right(shop, desk, lost):
    with RoomFull([w.url for w in shop.workers], desk, PHONES) as room:
        room.places()
        log, size = a_second_of_one_log(shop.live.directory)
        epoch = desk.line.epoch
        shop.kill_live()
        assert log == log_of(shop.live.directory)
        gone = cut(log, CUTS[lost](log, size))
        shop.live.start()
        room.settle()
        assert (gone > 10_000) == (lost == "the last second")
        assert desk.line.epoch != epoch, "and whoever looks is told"
        placed = {p.phone for p in room.history.placements if p.outcome == "ok"}
        assert len(placed) == PHONES
        desk.line.wait_for(lambda parts: parts["progress"]["answered"] == PHONES - PHONES % 5)
        assert desk.line.parts["session"]["devices"] == PHONES
        assert room.faults() == []


def test_what_the_facilitator_did_just_before_holds_and_phones_that_answered_to_it_count(shop, town):
    """The session was made, and its round opened, in the time that the log has lost."""
    for _ in range(20):
        log = log_of(shop.live.directory)
        size = log.stat().st_size
        desk = Desk(town[2])
        with RoomFull([w.url for w in shop.workers], desk, PHONES) as room:
            room.places()
            if log == log_of(shop.live.directory):  # a rewritten one tells nothing of what was before
                shop.kill_live()
                cut(log, size)
                shop.live.start()
                room.settle()
                assert room.faults() == []
                assert room.phones[0].told.keys() <= {"round_closed"}
                desk.line.drop()
                return
        desk.line.drop()
    raise AssertionError("the log is rewritten without end")
