"""The clock of a running order: what is behind, and what fitting gives each step. The browser has the same rules."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workshop.domain import schedule
from workshop.domain.agenda import moved
from workshop.domain.live import Head, Step

FOUND = json.loads((Path(__file__).parents[1] / "messages" / "schedule.json").read_text("utf-8"))
HEAD = Head(
    session="s",
    code="K7M4QX",
    title="T",
    scenario="case",
    scenario_version=1,
    k=5,
    steps=tuple(Step(id, activity, id, minutes) for id, activity, minutes in FOUND["steps"]),
)
LENGTHS = st.lists(st.integers(1, 120), max_size=12)


def keeps(step):
    return step.id in FOUND["keeps"]


def going(**found):
    told = ("position", "began", "due", "spent", "fit")
    return replace(HEAD, **{name: found[name] for name in told})


@pytest.mark.parametrize("found", FOUND["goings"], ids=lambda found: found["told"])
def test_as_both_languages_have_it(found):
    head = going(**found)
    assert schedule.ends(head, found["now"]) == found["ends"]
    assert schedule.behind(head, found["now"]) == found["behind"]
    assert schedule.fitted(head, found["now"], keeps) == found["fitted"]


@pytest.mark.parametrize("found", FOUND["shared"], ids=str)
def test_minutes_are_shared_as_both_languages_have_it(found):
    assert schedule.shared(found["own"], found["total"]) == tuple(found["given"])


@given(LENGTHS, st.integers(-50, 3000))
def test_all_of_it_is_given_and_none_gets_less_than_half_of_its_own(own, total):
    given_ = schedule.shared(own, total)
    halves = [(n + 1) // 2 for n in own]
    assert all(n >= half for n, half in zip(given_, halves, strict=True))
    assert sum(given_) == (max(total, sum(halves)) if own else 0)


@given(LENGTHS.filter(bool), st.integers(1, 3000))
def test_it_is_in_proportion_where_no_half_stands_in_the_way(own, total):
    assume(all(2 * total >= sum(own) + 2 * len(own) for _ in own))
    given_ = schedule.shared(own, total)
    free = [i for i, n in enumerate(own) if given_[i] > (n + 1) // 2]
    for i in free:
        assert abs(given_[i] * sum(own) - own[i] * total) < sum(own) * (1 + len(own)), "within the halves' rounding"
    for i in free:
        for j in free:
            assert own[i] <= own[j] or given_[i] >= given_[j], "the longer one is no shorter"


@given(LENGTHS)
def test_its_own_minutes_come_back_when_there_is_time_for_them(own):
    assert schedule.shared(own, sum(own)) == tuple(own)


@given(st.integers(0, 7), st.floats(0, 20_000), st.floats(0, 20_000), st.dictionaries(st.just("s6"), st.floats(0, 900)))
def test_fitting_twice_is_fitting_once(position, took, due, spent):
    head = replace(HEAD, position=position, began=0.0, due=due, spent=spent)
    once = replace(head, fit=schedule.fitted(head, took, keeps))
    assert schedule.fitted(once, took, keeps) == once.fit
    assert not {s.id for s in HEAD.steps[: position + 1]} & once.fit.keys(), "what has begun keeps its minutes"
    assert not set(FOUND["keeps"]) & once.fit.keys()
    assert abs(schedule.behind(once, took)) <= abs(schedule.behind(head, took))


def test_the_clock_begins_with_the_first_step_that_is_left_or_by_hand():
    assert (schedule.ends(HEAD, 5.0), schedule.behind(HEAD, 5.0)) == (None, 0)
    gone = schedule.entered(HEAD, moved(HEAD, 1), 1000.0)
    assert (gone.began, gone.due, gone.spent) == (1000.0, 1000.0 + 170 * 60, {})
    by_hand = schedule.started(HEAD, 1000.0)
    assert (by_hand.began, by_hand.due) == (1000.0, 1000.0 + 180 * 60)


@given(st.lists(st.tuples(st.integers(0, 8), st.floats(0, 4000)), max_size=10))
def test_wherever_the_room_goes_every_second_is_some_steps_and_the_end_stays(path):
    head, now = schedule.started(HEAD, 0.0), 0.0
    for position, seconds in path:
        now += seconds
        head = schedule.entered(head, moved(head, position), now)
    assert head.due == 180 * 60
    assert sum(head.spent.values()) == pytest.approx(now)
    assert head.began == now


def test_the_record_keeps_minutes_and_no_time():
    head = replace(schedule.started(HEAD, 1000.0), fit={"s6": 20}, unfit={}, spent={"s1": 3.0}).without_times()
    assert (head.began, head.due, head.spent) == (None, None, {})
    assert (head.fit, head.unfit) == ({"s6": 20}, {})
