"""What frames cost: what changed and no more, and of much so many bytes a second; the same is put together once."""

from __future__ import annotations

import json

import orjson
import pytest

from tests.realtime import test_frames
from workshop.realtime.changes import LARGE
from workshop.realtime.fanout import Frame
from workshop.realtime.frames import LONGEST, PACE, FrameLoop, full_frame

room, heard, loop, clock = test_frames.room, test_frames.heard, test_frames.loop, test_frames.clock
ROLES = ["delegate", "screen", "facilitator"]


def formulation(room, loop, heard, clock, many: int) -> None:
    """An activity whose part holds so many notes; everybody has it, and a while has passed."""
    room.go("formulation", silent=True)  # else alike notes are offered as one, too
    for number in range(many):
        room.must("formulation.add", {"section": "known", "text": f"{number} " + "word " * 26})
    loop.tick(ROLES)
    heard.take()
    clock.now += 10


@pytest.mark.parametrize("many", [1, 25, 105])
def test_one_person_who_edits_costs_everybody_a_few_hundred_bytes_five_times_a_second(room, loop, heard, clock, many):
    formulation(room, loop, heard, clock, many)
    for number in range(15):
        room.must("formulation.add", {"section": "known", "text": f"again {number}"})
        loop.tick(ROLES)
        clock.now += 0.2
    sent = heard.take()
    for role in ROLES:
        sizes = [len(json.dumps(frame)) for to, frame in sent if to == role]
        if role == "delegate":
            assert len(sizes) == 15 and max(sizes) < 1100, sizes
        else:  # they have the picture too, of which all moves once: from the ninth note on it is drawn in another size,
            # and what comes after those 4 KB waits for two looks
            assert len(sizes) >= 13 and sorted(sizes)[-2] < 1500 and max(sizes) < 5000, (role, sizes)


def burst(room, many: int = 20) -> None:
    for number in range(many):
        room.must("formulation.add", {"section": "known", "text": f"{number} " + "more " * 26})


def test_after_much_was_sent_a_part_waits_and_the_console_sees_each(room, loop, heard, clock):
    formulation(room, loop, heard, clock, 60)
    for _ in range(15):
        burst(room, 12)
        loop.tick(ROLES)
        clock.now += 0.2
    sent = [(role, len(json.dumps(frame))) for role, frame in heard.take()]
    for role in ("delegate", "screen"):
        sizes = [size for to, size in sent if to == role]
        assert len(sizes) < 9 and sum(sizes[:-1]) < 1.1 * PACE * 15 * 0.2, sizes
    assert [role for role, _ in sent].count("facilitator") == 15


def test_the_last_of_many_words_comes_and_what_the_facilitator_does_waits_for_nothing(room, loop, heard, clock):
    formulation(room, loop, heard, clock, 60)
    burst(room)
    loop.tick(ROLES)
    heard.take()
    room.must("formulation.add", {"section": "known", "text": "the last"})
    clock.now += 0.2
    wait = loop.tick(["delegate"])
    assert heard.take() == [] and wait is not None and 0 < wait <= LONGEST
    room.must("session.curtain", {"curtain": "blank"})
    loop.tick(["delegate"])
    [(_, frame)] = heard.take()
    told = frame["parts"].keys() | frame["changes"].keys()
    assert {"session", "formulation"} <= told and "the last" in json.dumps(frame["changes"]["formulation"])
    room.must("formulation.add", {"section": "known", "text": "the very last"})
    clock.now += LONGEST
    loop.tick(["delegate"])
    assert "the very last" in json.dumps(heard.take())


def test_while_somebody_is_sent_parts_whole_everybody_waits_for_as_many_bytes(room, clock):
    """A page of before takes a large part whole: then it goes out as seldom as it has to."""
    heard: list[Frame] = []

    def send(session, role, frame, newest) -> bool:
        heard.append(frame)
        return bool(frame.changes)

    loop = FrameLoop(room.context, room.session, send)
    room.go("formulation", silent=True)  # else alike notes are offered as one, too
    burst(room, 84)
    loop.tick(["delegate"])
    for number in range(15):
        clock.now += 0.2
        room.must("formulation.add", {"section": "known", "text": f"again {number}"})
        loop.tick(["delegate"])
    assert len(heard) == 2


def test_the_first_frame_and_the_newest_have_marks_and_no_changes_and_own_parts_have_neither(room, loop, heard, clock):
    formulation(room, loop, heard, clock, 25)
    burst(room, 1)
    loop.tick(["delegate"])
    [(_, frame)] = heard.take()
    change = frame["changes"]["formulation"]
    newest = json.loads(loop.newest("delegate").json())
    fresh = json.loads(full_frame(room.context, room.session, "delegate", room.seat()).json())
    for whole in (newest, fresh):
        assert whole["marks"]["formulation"] == change["to"] != change["from"] and "changes" not in whole
        large = {name for name, part in whole["parts"].items() if len(orjson.dumps(part)) >= LARGE}
        assert whole["marks"].keys() == {name for name in large if not name.startswith("own_")}
    loop.newest("delegate")
    room.go("plan")
    loop.tick(["delegate"])
    [(_, frame)] = heard.take()
    assert frame["full"] and "changes" not in frame


def test_audiences_that_are_told_the_same_share_one_frame_and_one_json(room, clock):
    frames: dict[str, Frame] = {}

    def send(session, role, frame, newest) -> bool:
        frames[role] = frame
        return False

    loop = FrameLoop(room.context, room.session, send)
    room.go("formulation", silent=True)  # else alike notes are offered as one, too
    loop.tick(ROLES)
    room.must("session.timer", {"seconds": 60})
    loop.tick(ROLES)
    assert frames["delegate"] is frames["screen"] is frames["facilitator"]
    assert frames["delegate"].json() is frames["screen"].json()
