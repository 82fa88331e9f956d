"""Greenlets that rest: all work is done side by side, few of them stay, and they hold on to nothing."""

from __future__ import annotations

import gc
import weakref

import gevent
from gevent.event import Event

from workshop.realtime.hands import Hands


def at_work() -> int:
    gc.collect()
    return sum(isinstance(found, gevent.Greenlet) and not found.dead for found in gc.get_objects())


def test_work_that_waits_holds_up_no_other_and_few_stay_for_the_next():
    hands, may, done, before = Hands(3), Event(), [], at_work()
    for number in range(20):
        hands.begin(lambda number=number: may.wait() and done.append(number))
    gevent.sleep(0.01)
    assert (done, at_work()) == ([], before + 20)
    may.set()
    gevent.sleep(0.01)
    assert (sorted(done), at_work()) == (list(range(20)), before + 3)


def test_who_rests_takes_the_next_work_and_the_last_is_let_go_of():
    hands, done, before = Hands(2), [], at_work()

    class Work:
        def __call__(self) -> None:
            done.append(gevent.getcurrent())

    for _ in range(5):
        work = Work()
        gone = weakref.ref(work)
        hands.begin(work)
        del work
        gevent.sleep(0.01)
        assert gone() is None
    assert len(set(done)) == 1 and at_work() == before + 1


def test_work_is_begun_by_the_event_loop_too():
    hands, done = Hands(), []
    for _ in range(3):
        gevent.get_hub().loop.run_callback(hands.begin, lambda: done.append(gevent.sleep(0)))
    gevent.sleep(0.02)
    assert done == [None] * 3
