"""The formulation is led in phases: by the facilitator, forward and back, and nothing is lost."""

from copy import deepcopy

import pytest

from tests.activities.wall import link, part, support, write
from tests.helpers.table import STEPS, Table
from workshop.activities.base import Names
from workshop.activities.formulation_phases import written
from workshop.domain.phases import PHASES

NAMES = Names([], [], [])


@pytest.fixture
def table():
    return Table(people=6, step="formulation")


def test_a_formulation_begins_with_silent_notes(table):
    table.must("formulation.phase", {"phase": "silent"})
    table.go("plan")
    table.must("session.go", {"step": STEPS["formulation"]})
    told = part(table)
    assert (told["phase"], told["phases"][0]) == ("silent", "silent")
    assert [p for p in PHASES if p in told["phases"]] == told["phases"]


def test_forward_and_back_loses_nothing(table):
    a, b = write(table, "One"), write(table, "Two")
    link(table, a, b)
    support(table, a, "d1", "d2", "d3")
    table.moment("support")
    before = deepcopy(part(table))
    for phase in (*before["phases"][1:], *reversed(before["phases"])):
        table.must("formulation.phase", {"phase": phase})
        assert part(table) == before | {"phase": phase}


def test_another_step_and_back_is_the_same_phase(table):
    table.must("formulation.phase", {"phase": "say"})
    table.go("plan")
    table.go("formulation")
    assert part(table)["phase"] == "say"


def test_a_change_of_phase_closes_the_area_and_tells_what_is_supported(table):
    a = write(table, "One")
    table.must("formulation.lane", {"section": "around"})
    support(table, a, "d1", "d2", "d3")
    table.must("formulation.phase", {"phase": "say"})
    assert (part(table)["lane"], part(table)["notes"][0]["support"]) == ("", 3)


def test_a_phase_that_the_step_does_not_have_is_refused(table):
    missing = next(iter(set(PHASES) - set(part(table)["phases"])), "dance")
    assert table.refused("formulation.phase", {"phase": missing}) == "invalid"


def test_an_area_can_be_opened_as_a_section_can(table):
    for lane in ("helps", "around", "known", ""):
        table.must("formulation.lane", {"section": lane})
        assert part(table)["lane"] == lane


def test_what_an_author_writes_is_put_in_order():
    assert written({"phases": ["say", "silent"]}, NAMES) == {"phases": ["silent", "say"]}
    assert written({}, NAMES) == {}


@pytest.mark.parametrize("phases", [[], "silent", ["dance"], [3]])
def test_phases_that_there_are_not_are_refused_in_a_sentence(phases):
    with pytest.raises(ValueError, match=r"\.$"):
        written({"phases": phases}, NAMES)


def test_every_section_is_in_an_area(table):
    areas = {s["id"]: s["area"] for s in part(table)["sections"]}
    assert areas["known"] == "happened" and set(areas.values()) <= {
        "before",
        "why_now",
        "happened",
        "keeps_going",
        "helps",
        "around",
    }
