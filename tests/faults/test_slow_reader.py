"""A phone that stops reading among others: whole frames only, the newest instead of the backlog, and nobody waits.

It was seen to fail with each of these in place of the outlet's writes: the library's own single write, which takes no
notice of how much was taken (garbage); an offer that waits until all was taken (the others wait for theirs); a queue
(the backlog comes). `bin/bench --slow-reader` is the long version.
"""

from __future__ import annotations

import json

from benchmarks.processes import Workshop
from benchmarks.room import Room
from benchmarks.slow_reader import Ours, Spell, spell
from tests.helpers.websocket import messages
from workshop.rehearsal.facilitator import SimulatedFacilitator

PHONES, EVERY, ASLEEP = 40, 0.5, 5.5
"""How many read, seconds between two placements of each, seconds that one reads nothing."""
MOST = 8 * 2**20
"""Bytes by which a process that serves such a room may grow meanwhile, slow phone or not."""


def test_a_phone_that_stops_reading_gets_whole_frames_and_is_current_when_it_reads_on():
    with Workshop() as workshop:
        facilitator = SimulatedFacilitator(workshop.url, workshop.link)
        with Room(workshop, facilitator, PHONES) as room:
            stack = Ours(room)
            alone = spell(stack, 2.5, EVERY)
            with stack.one_more() as slow:
                during = spell(stack, ASLEEP, EVERY)
                withheld, in_part = stack.counted("frames_withheld"), stack.counted("frames_in_part")
                newest = stack.click()
                last = frame_of(room.load.tell("settle", seconds=0.3)["last"])
                read, then = slow.read_on(newest, quiet=0.4), list(slow.heard.frames)
                after = slow.read_on(stack.click(), quiet=0.4)
    assert in_part >= 1, "its buffers never took a part of a frame: nothing was tried"
    assert withheld >= 3, "it was spared nothing: its buffers were never full"
    nobody_waited(alone, during)
    assert (slow.heard.broken, slow.heard.left) == (False, 0), "a frame was cut short, or garbage came after it"
    assert messages(bytes(slow.heard.raw)) == slow.heard.messages, "another client reads the same"
    assert read.current is not None and read.current < 1, "the newest was there at once"
    assert {**then[-1], "now": 0} == {**last, "now": 0}, "what everybody has: the same revision, the same parts"
    assert len(then) <= during.each - 3, "the newest, and not the backlog"
    assert after.current is not None, "from then on it is a phone like any other"


def nobody_waited(alone: Spell, during: Spell) -> None:
    assert during.unanswered == 0
    assert during.ack < 4 * alone.ack + 0.05
    assert during.frame < 2 * alone.frame + 0.2
    assert during.each >= ASLEEP * 3, "the others were sent frame after frame"
    assert during.memory < MOST


def frame_of(packet: str) -> dict[str, object]:
    return json.loads(packet[packet.index("[") :])[1]
