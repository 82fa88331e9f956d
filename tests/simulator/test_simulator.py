"""A short run of bin/simulate, and planted faults that it has to find: docs/reliability.md has the long run."""

from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest

from simulator.pages import Engine, Pages, bundle
from simulator.plants import BETWEEN_TWO_LOOKS, PLANTS
from simulator.run import Simulator
from simulator.schedule import Act, Schedule, drawn, minimal

SEEDS = 12
LOST_JUST_NOW = Schedule(24, (Act(0.0, "store emptied"), Act(0.0, "reload", (3,))))
"""A phone that came back just then was told that its session was gone, and let go of what it held."""
LATE = Schedule(66, BETWEEN_TWO_LOOKS)
"""A phone that came between two looks at the progress was told the old one for good."""
LOST_OFTEN = Schedule(
    10898,
    (
        Act(0.21, "store emptied"),
        Act(0.2, "store emptied"),
        Act(1.35, "everybody", (26691,)),
        Act(1.28, "tap", (3, 0, 2)),
        Act(0.0, "store emptied"),
        Act(0.45, "tap", (0, 0, 1)),
        Act(0.23, "store emptied"),
        Act(1.48, "store emptied"),
        Act(1.33, "reveal"),
    ),
)
"""A phone slept through the time in which phones send again, for its pauses had grown from one loss to the next."""
LOST_TWICE = Schedule(
    11284,
    (
        Act(0.0, "cut", (3,)),
        Act(0.03, "everybody", (62221,)),
        Act(0.0, "store emptied"),
        Act(0.18, "reveal"),
        Act(0.0, "store emptied"),
    ),
)
"""A session that was lost again between its rebuilding and the next reading was said to be gone, or to have ended."""
CLOSE_LOST = Schedule(
    12895,
    (
        Act(0.0, "tap", (3, 1, 5)),
        Act(0.0, "power cut", (1,)),
        Act(0.13, "reopen", (2,)),
        Act(0.86, "reveal"),
        Act(0.0, "close"),
        Act(0.71, "reopen", (3,)),
        Act(0.1, "leave", (2,)),
        Act(1.41, "everybody", (61945,)),
        Act(0.0, "power cut", (2,)),
    ),
)
"""Phones let go of what they had sent when a round began to close; the close was lost, and the round open again."""
NEXT_RUN = Schedule(
    106804,
    (
        Act(0.0, "everybody", (60169,)),
        Act(0.0, "record away", (5,)),
        Act(0.0, "power cut", (4,)),
        Act(0.22, "everybody", (35104,)),
        Act(0.13, "reveal"),
    ),
)
"""A round began to close by a commit that a new connection brought to a store just started, before it was put right."""
DONE_BEFORE = Schedule(
    106378,
    (
        Act(0.0, "close"),
        Act(1.42, "power cut", (9,)),
        Act(0.44, "kill", (1, 4, 0)),
        Act(0.0, "reopen", (1,)),
        Act(0.22, "kill", (0, 0, 0)),
    ),
)
"""A worker died before the record had what it did; the repeat was acknowledged without it, and a power cut took it."""
STORED_BEFORE = Schedule(
    307460,
    (
        Act(0.1, "power cut", (4,)),
        Act(0.28, "close"),
        Act(0.07, "everybody", (48592,)),
        Act(0.0, "power cut", (3,)),
        Act(0.1, "power cut", (6,)),
        Act(0.27, "everybody", (55844,)),
    ),
)
"""What was stored was let go of when something took its place, not when that was stored: an older log refused it."""
RECORDED_LATE = Schedule(
    303308,
    (
        Act(0.0, "reveal"),
        Act(0.0, "reveal"),
        Act(0.29, "tap", (2, 1, 3)),
        Act(0.13, "everybody", (44222,)),
        Act(0.68, "close"),
        Act(0.08, "everybody", (2700,)),
        Act(0.0, "power cut", (4,)),
        Act(0.0, "everybody", (58489,)),
        Act(0.0, "cut", (4,)),
        Act(0.06, "reopen", (2,)),
        Act(0.27, "power cut", (6,)),
    ),
)
"""The power was cut between a commit and the reading of its checkpoint; the desk was told that it is done."""
RECORDED, IN_ORDER = drawn(12895), drawn(11580)
"""What the record had of a card was not what it stood by, after a log that had lost a placement; and a fault of this
simulator's own: a frame was overtaken by one of its own revision, of which no page can tell which is the newer.
"""
FOUND_ONCE = (
    *(LOST_JUST_NOW, LATE, LOST_OFTEN, LOST_TWICE, CLOSE_LOST, NEXT_RUN, DONE_BEFORE, RECORDED, IN_ORDER),
    *(STORED_BEFORE, RECORDED_LATE),
)


@pytest.fixture(scope="module")
def simulator(tmp_path_factory):
    return Simulator(Engine(bundle(tmp_path_factory.mktemp("pages") / "phones.js")))


def test_all_is_as_it_must_be(simulator):
    found = {plan.seed: faults for plan, faults in simulator.failing(range(SEEDS))}
    assert found == {}


@pytest.mark.parametrize("plan", FOUND_ONCE)
def test_what_was_found_once_is_not_found_again(simulator, plan):
    assert simulator.run(plan) == []


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_fault_is_found_within_so_many_seeds(simulator, tmp_path: Path, name: str):
    plant = PLANTS[name]
    with plant.planted():
        planted = Simulator(Engine(bundle(tmp_path / "phones.js", plant.page)))
        plans = (Schedule(seed, plant.acts) for seed in range(plant.within))
        found = next((plan for plan in plans if planted.run(plan)), None)
    assert found is not None
    assert simulator.run(found) == [], "it is the plant that was found"


def test_a_loop_without_an_end_is_a_fault_and_is_not_waited_for(simulator):
    with patch.object(Pages, "fire", lambda pages: None):  # what is due stays due
        assert any("Endless" in fault for fault in simulator.run(Schedule(0, ())))


def test_a_seed_is_the_same_schedule_every_time():
    assert drawn(7) == drawn(7) != drawn(8)


def test_what_fails_is_made_as_short_as_it_can_be():
    plan = replace(
        drawn(1), acts=(*drawn(1).acts, Act(1.0, "store emptied"), *drawn(2).acts, Act(0.5, "power cut", (3,)))
    )

    def fails(shorter: Schedule) -> bool:
        return {"store emptied", "power cut"} <= {act.what for act in shorter.acts}

    shortest = minimal(plan, fails)
    assert sorted(act.what for act in shortest.acts) == ["power cut", "store emptied"]
    assert all(act.wait == 0.0 for act in shortest.acts)
