"""A short run of bin/simulate, and planted faults that it has to find: docs/reliability.md has the long run."""

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.pages import Engine, bundle
from simulator.plants import PLANTS
from simulator.run import Simulator
from simulator.schedule import Act, Schedule, drawn, minimal

SEEDS = 12
LOST_JUST_NOW = Schedule(24, (Act(0.0, "store emptied"), Act(0.0, "reload", (3,))))
"""A phone that came back just then was told that its session was gone, and let go of what it held."""
BETWEEN_TWO_LOOKS = Schedule(
    66,
    (
        Act(0.0, "everybody", (14719,)),
        Act(1.06, "cut", (3,)),
        Act(0.0, "tap", (0, 1, 3)),
        Act(0.18, "close"),
        Act(0.15, "cut", (3,)),
        Act(0.0, "reopen", (3,)),
        Act(0.51, "everybody", (22880,)),
    ),
)
"""A phone that came between two looks at the progress was told the old one for good."""


@pytest.fixture(scope="module")
def simulator(tmp_path_factory):
    return Simulator(Engine(bundle(tmp_path_factory.mktemp("pages") / "phones.js")))


def test_all_is_as_it_must_be(simulator):
    found = {plan.seed: faults for plan, faults in simulator.failing(range(SEEDS))}
    assert found == {}


@pytest.mark.parametrize("plan", [LOST_JUST_NOW, BETWEEN_TWO_LOOKS])
def test_what_was_found_once_is_not_found_again(simulator, plan):
    assert simulator.run(plan) == []


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_fault_is_found_within_so_many_seeds(tmp_path: Path, name: str):
    plant = PLANTS[name]
    with plant.planted():
        planted = Simulator(Engine(bundle(tmp_path / "phones.js", plant.page)))
        assert any(planted.run(Schedule(seed, plant.acts)) for seed in range(plant.within))


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
