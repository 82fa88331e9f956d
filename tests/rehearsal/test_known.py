"""What a client of ours knows after a frame, and after all that may have happened to frames on their way."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.differences import difference
from workshop.rehearsal.known import Known


def frame(rev: int, full: bool = False, epoch: str = "e1", **parts: Any) -> dict[str, Any]:
    return {"epoch": epoch, "rev": rev, "parts": parts, "full": full}


def known(*frames: dict[str, Any]) -> Known:
    found = Known()
    for heard in frames:
        found.hear(heard)
    return found


def marked(rev: int, value: Any, full: bool = False) -> dict[str, Any]:
    return {**frame(rev, full, a=value), "marks": {"a": f"m{rev}"}}


def changed(rev: int, old: Any, new: Any) -> dict[str, Any]:
    change = {"from": f"m{rev - 1}", "to": f"m{rev}", "ops": difference(old, new)}
    return {**frame(rev), "changes": {"a": change}}


def test_an_older_part_never_replaces_a_newer_one():
    assert known(frame(5, full=True, a=5, b=5), frame(4, a=4), frame(6, b=6)).parts == {"a": 5, "b": 6}


def test_a_full_frame_forgets_what_it_does_not_name_unless_that_is_newer():
    assert known(frame(1, a=1), frame(9, b=9), frame(5, full=True, c=5)).parts == {"b": 9, "c": 5}


def test_a_new_epoch_forgets_everything():
    now = known(marked(50, 50), frame(50, b=50), changed(60, 1, 2), frame(1, epoch="e2", full=True, a=1))
    assert (now.parts, set(now.lacks)) == ({"a": 1}, set())


def test_a_change_needs_the_very_part_of_which_it_was_made():
    now = known(marked(1, [1]), changed(2, [1], [2]))
    assert (now.parts, set(now.lacks)) == ({"a": [2]}, set())
    now.hear(changed(4, [3], [4]))
    assert (now.parts, set(now.lacks)) == ({"a": [2]}, {"a"})
    now.hear(marked(4, [4]))
    assert (now.parts, set(now.lacks)) == ({"a": [4]}, set())


def test_what_a_frame_overtook_does_not_bring_what_that_frame_was_missing():
    now = known(marked(1, [1]), changed(3, [2], [3]), changed(2, [1], [2]))
    assert (now.parts, set(now.lacks)) == ({"a": [2]}, {"a"})
    now.hear(marked(3, [3], full=True))
    assert (now.parts, set(now.lacks)) == ({"a": [3]}, set())


STATES = st.lists(st.lists(st.sampled_from("abcdef"), unique=True, max_size=6), min_size=2, max_size=8)


@given(STATES, st.data())
def test_whatever_was_dropped_doubled_or_late_old_state_and_frames_are_the_fresh_state(states, data):
    """A client that lacks nothing has the newest that it was told of; one that lacks asks once."""
    told = [marked(0, states[0], full=True)]
    told += [changed(n, states[n - 1], states[n]) for n in range(1, len(states))]
    told = [data.draw(st.sampled_from([one, marked(n, states[n])])) for n, one in enumerate(told)]
    order = data.draw(st.permutations([*told, *told]).map(lambda frames: frames[: len(told)]))
    phone, last, newest = known(told[0]), len(states) - 1, 0
    for heard in [*order, told[last]]:
        phone.hear(json.loads(json.dumps(heard)))
        newest = max(newest, heard["rev"])
        if not phone.lacks:
            assert phone.parts["a"] == states[newest]
    if phone.lacks:
        phone.hear(marked(last, states[last], full=True))
    assert (phone.parts, phone.lacks) == ({"a": states[last]}, {})
    for late in order:
        phone.hear(late)
    assert (phone.parts, phone.lacks) == ({"a": states[last]}, {})
