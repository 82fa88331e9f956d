"""Quorum: by taps of active phones, never below k, in small rooms all but one; the idle are counted out in time."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.kept import HEAD
from workshop.domain.disclosure_steps import in_steps
from workshop.domain.live import Round
from workshop.domain.quorum import IDLE_AFTER, active, may_count_idle_out, needed, reached


@pytest.mark.parametrize(
    ("active_phones", "devices", "idle_out", "must"),
    [
        (0, 24, False, 5),
        (5, 24, False, 5),
        (6, 24, False, 5),
        (7, 24, False, 6),
        (8, 24, False, 5),
        (24, 24, False, 12),
        (25, 25, False, 13),
        (24, 24, True, 8),
        (24, 12, True, 5),
        (7, 7, True, 5),
    ],
)
def test_how_many_must_have_finished(active_phones, devices, idle_out, must):
    assert needed(5, active_phones, devices, idle_out) == must


@given(st.integers(5, 20), st.integers(0, 2000), st.integers(0, 2000), st.booleans())
def test_never_fewer_than_k(k, active_phones, devices, idle_out):
    assert needed(k, active_phones, devices, idle_out) >= k


def head(rounds: int):
    board = {f"r{n}": Round(f"r{n}", "s1", "board", "first", ("c1",), opened=1_000.0 + n) for n in range(1, rounds + 1)}
    return replace(HEAD, rounds=board, k=5)


def test_a_phone_is_active_for_two_more_rounds_after_its_newest_tap():
    counts = {"active:0": 3, "active:1": 4, "active:2": 5, "active:3": 6}
    assert [active(head(n), counts) for n in range(5)] == [3, 7, 12, 15, 11]


def test_rounds_that_closed_before_enough_had_finished_make_nobody_idle():
    """Else who opens and closes three of them in a moment is left with the phones that they hold themselves."""
    counts, room = {"devices": 28, "active:0": 24}, head(4)
    for n in (1, 2, 3):
        room = room.with_round(replace(room.rounds[f"r{n}"], state="closed"))
    assert active(room, counts) == 24
    assert not reached(room, {**counts, "r4:finished": 5}, "r4") and reached(room, {**counts, "r4:finished": 12}, "r4")
    with_quorum = room.with_round(replace(room.rounds["r1"], state="closed", quorum=True))
    assert active(with_quorum, counts) == 24, "one round and the open one"
    shown = with_quorum.with_round(replace(room.rounds["r2"], state="revealed"))
    assert active(shown, counts) == 0


def test_made_up_phones_that_nobody_taps_are_not_waited_for_and_do_not_finish():
    room, counts = head(1), {"devices": 30, "active:1": 6, "r1:finished": 4}
    assert not reached(room, counts, "r1"), "five must have finished, whatever sits there"
    assert reached(room, {**counts, "r1:finished": 5}, "r1")
    assert not reached(room, {**counts, "r1:finished": 5}, "r1", idle_out=True), "a third of thirty"


def test_the_idle_are_counted_out_after_three_minutes_of_the_servers_clock():
    room = head(1)
    assert not may_count_idle_out(room, "r1", 1_001.0 + IDLE_AFTER - 1)
    assert may_count_idle_out(room, "r1", 1_001.0 + IDLE_AFTER)
    lost = room.with_round(replace(room.rounds["r1"], opened=None))
    assert may_count_idle_out(lost, "r1", 0.0), "the record keeps no time: after a restart it is not known"


@given(st.integers(0, 2000), st.integers(5, 20))
def test_what_is_watched_moves_in_steps_of_k(n, k):
    assert in_steps(n, k) % k == 0 and 0 <= n - in_steps(n, k) < k
