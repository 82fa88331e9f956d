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


@pytest.fixture(scope="module")
def simulator(tmp_path_factory):
    return Simulator(Engine(bundle(tmp_path_factory.mktemp("pages") / "phones.js")))


def test_all_is_as_it_must_be(simulator):
    found = {plan.seed: faults for plan, faults in simulator.failing(range(SEEDS))}
    assert found == {}


@pytest.mark.parametrize("plan", [LOST_JUST_NOW, LATE])
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
