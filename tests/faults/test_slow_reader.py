"""A phone that stops reading among others: whole frames only, the newest instead of the backlog, and nobody waits."""

from __future__ import annotations

import time

import pytest

from benchmarks.processes import Workshop
from benchmarks.room import Room
from benchmarks.slow_reader import SlowPhone, a_seat, catch_up, strictly
from workshop.realtime.outlet import websocket_text
from workshop.rehearsal.facilitator import SimulatedFacilitator

PHONES, MOVES = 20, 26


def test_a_phone_that_stops_reading_gets_whole_frames_and_is_current_when_it_reads_on():
    with Workshop() as workshop:
        facilitator = SimulatedFacilitator(workshop.url, workshop.link)
        with Room(workshop, facilitator, PHONES) as room, SlowPhone(workshop.url, a_seat(room), "/delegate") as slow:
            agenda = room.facilitator.line.parts["agenda"]["steps"]
            steps = [step["id"] for step in agenda if step["activity"] in ("board", "questionnaire")]
            before = workshop.memory()
            room.load.begin("settle", seconds=MOVES * 0.25 + 1)
            for move in range(MOVES):  # to another step: all parts, the largest frames that there are
                room.facilitator.send("session.go", {"step": steps[(move + 1) % len(steps)]})
                time.sleep(0.2)
            others, grown = room.load.answer(), workshop.memory() - before
            read, took = catch_up(slow, others["last"])
    each = others["frames"] / PHONES
    assert each > MOVES * 0.7, "the others were sent frame after frame"
    assert read.broken == 0, "a message was cut short, or garbage came after it"
    assert 0 < len(read.frames) < each - 3, "it was spared the backlog"
    assert took is not None and took < 2, "the newest was there at once"
    assert grown < 20 * 2**20


@pytest.mark.parametrize(
    ("raw", "whole", "broken"),
    [
        (websocket_text(b'42["frame",{}]'), 1, 0),
        (websocket_text(b'42["frame",{}]') + websocket_text(b'42["frame",{}]')[:-3], 1, 13),
        (websocket_text(b'42["fra') + websocket_text(b"2"), 0, 12),
        (websocket_text(b'42["frame",{}]')[:9] + websocket_text(b'42["frame",{}]'), 0, 25),
    ],
)
def test_what_a_browser_would_not_take_is_broken(raw, whole, broken):
    found = strictly(raw)
    assert (len(found.frames), found.broken) == (whole, broken)
