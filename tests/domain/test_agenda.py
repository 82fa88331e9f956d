"""Moving through the running order: nothing is lost, the old picture is put away."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain import agenda
from workshop.domain.live import Head, Round, Step, Timer

HEAD = Head(
    session="s",
    code="K7M4QX",
    title="T",
    scenario="case",
    scenario_version=1,
    k=5,
    steps=tuple(Step(f"s{n}", "board", f"Step {n}", 5) for n in range(1, 6)),
)
BUSY = replace(
    HEAD,
    focus="c1",
    show="focus",
    prompt="Why?",
    lane="known",
    timer=Timer(1.0, 60),
    curtain="pause",
    locked=True,
    offer="break",
    rounds={"r1": Round("r1", "s1", "board", "first", ("c1",))},
)


@given(st.lists(st.integers(0, 4)))
def test_wherever_the_room_goes_rounds_and_what_is_set_for_all_stay(path):
    head = BUSY
    for position in path:
        head = agenda.moved(head, position)
        assert head.step == HEAD.steps[position]
        assert (head.focus, head.show, head.prompt, head.lane, head.timer) == (None, "all", "", "", None)
    assert (head.rounds, head.curtain, head.locked, head.offer) == (BUSY.rounds, "pause", True, "break")


@pytest.mark.parametrize("position", [-1, 5, 99])
def test_there_is_no_step_outside_the_agenda(position):
    with pytest.raises(IndexError):
        agenda.moved(HEAD, position)


def test_a_steps_place_is_found_by_its_id():
    assert [agenda.position_of(HEAD, f"s{n}") for n in (1, 5)] == [0, 4]
    assert agenda.position_of(HEAD, "s6") is None


def test_it_is_held_on_the_day_of_the_room_when_it_leaves_the_lobby_and_on_no_other():
    midnight = datetime(2026, 11, 26, 23, 30, tzinfo=UTC).timestamp()
    head = agenda.held(replace(HEAD, zone="Europe/Paris"), midnight)
    assert (HEAD.held_on, head.held_on) == ("", "2026-11-27")
    assert agenda.held(head, midnight + 86_400) == head
