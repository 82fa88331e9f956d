"""What is refused: counted each time, said once a minute, and never with what was sent."""

import inspect
from typing import get_args

import pytest

from workshop import refusals
from workshop.logs import FIELDS
from workshop.metrics import exposition
from workshop.refusals import KINDS, SAID_EVERY, Kind, refused


@pytest.fixture
def said(monkeypatch):
    class Log(list):
        def info(self, event, **fields):
            self.append((event, fields))

    log, clock = Log(), [100.0]
    monkeypatch.setattr(refusals, "log", log)
    monkeypatch.setattr(refusals, "_said", {})
    monkeypatch.setattr(refusals.time, "monotonic", lambda: clock[0])
    log.clock = clock
    return log


def test_every_one_is_counted_and_a_flood_is_one_line_a_minute(said):
    def figure():
        return refusals._children["polling"]._value.get()

    before = figure()
    for _ in range(1000):
        refused("polling")
    refused("crowd")
    assert figure() - before == 1000
    assert said == [("refused", {"kind": "polling", "count": 1}), ("refused", {"kind": "crowd", "count": 1})]
    said.clock[0] += SAID_EVERY
    refused("polling")
    assert said[-1] == ("refused", {"kind": "polling", "count": 1000})


def test_nothing_but_a_kind_can_be_said():
    assert list(inspect.signature(refused).parameters) == ["kind"]
    assert set(KINDS) == set(get_args(Kind)) and {"kind", "count"} <= FIELDS
    with pytest.raises(KeyError):
        refused("what somebody typed")  # type: ignore[arg-type]


def test_every_kind_is_in_the_figures_from_the_start():
    text = exposition().decode()
    assert all(f'workshop_refused_total{{kind="{kind}"}}' in text for kind in KINDS)
