"""Greenlets that rest: all work is done side by side, few of them stay, and they hold on to nothing."""

from __future__ import annotations

import gc
import weakref
from functools import partial

import gevent
from gevent.event import Event

from workshop.realtime.hands import Hands


def test_work_that_waits_holds_up_no_other_and_few_stay_for_the_next():
    hands, may, begun, done = Hands(3), Event(), [], []

    def work(number: int) -> None:
        begun.append(gevent.getcurrent())
        may.wait()
        done.append(number)

    for number in range(20):
        hands.begin(partial(work, number))
    gevent.sleep(0.01)
    assert (len(set(begun)), done) == (20, []), "side by side"
    may.set()
    gevent.sleep(0.01)
    assert sorted(done) == list(range(20)) and sum(not greenlet.dead for greenlet in begun) == 3


def test_who_rests_takes_the_next_work_and_the_last_is_let_go_of():
    hands, done = Hands(2), []

    class Work:
        def __call__(self) -> None:
            done.append(gevent.getcurrent())

    for _ in range(5):
        work = Work()
        gone = weakref.ref(work)
        hands.begin(work)
        del work
        gevent.sleep(0.01)
        gc.collect()
        assert gone() is None
    assert len(set(done)) == 1


def test_work_is_begun_by_the_event_loop_too():
    hands, done = Hands(), []
    for _ in range(3):
        gevent.get_hub().loop.run_callback(hands.begin, lambda: done.append(gevent.sleep(0)))
    gevent.sleep(0.02)
    assert done == [None] * 3
