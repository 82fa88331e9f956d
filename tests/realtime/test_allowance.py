"""How fast a phone may send, and what dear commands take of it."""

from __future__ import annotations

import pytest

from workshop.realtime import allowance
from workshop.realtime.allowance import BURST, COSTS, ENTER, FORGET_ABOVE, RATE, TAP, VIEW, Allowance, Allowances


class Clock:
    now = 1000.0


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    found = Clock()
    monkeypatch.setattr(allowance.time, "monotonic", lambda: found.now)
    return found


def test_a_flood_is_refused_and_time_brings_the_allowance_back(clock):
    found = Allowance()
    assert sum(found.take() for _ in range(500)) == BURST
    assert found.refusals == 500 - BURST
    clock.now += 1.0
    assert sum(found.take() for _ in range(500)) == RATE
    clock.now += 3600.0
    assert sum(found.take() for _ in range(500)) == BURST
    assert found.refusals == 500 - BURST, "what lies behind a full allowance is forgotten"


def test_asking_for_everything_costs_more_than_a_tap_and_coming_in_lies_between():
    assert COSTS["session.view"] == VIEW > ENTER > TAP
    found = Allowance()
    assert sum(found.take(VIEW) for _ in range(100)) == BURST // VIEW


def test_what_is_refused_takes_nothing():
    found = Allowance()
    while found.take():
        pass
    assert not found.take(VIEW) and found._left == 0


def test_only_full_ones_are_forgotten(clock):
    kept = Allowances()
    poor = kept.of("poor")
    for number in range(FORGET_ABOVE):
        kept.of(number)
    poor.take(BURST)
    assert kept.of("one more") and kept.of("poor") is poor and len(kept._of) < 10
    clock.now += BURST / RATE
    for number in range(FORGET_ABOVE + 1):
        kept.of(number)
    kept.of("again")
    assert kept.of("poor") is not poor
