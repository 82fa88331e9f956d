"""Which phases there is time for, and where the room is in them."""

from dataclasses import replace

import pytest

from tests.helpers.table import Table
from workshop.domain.live import Step
from workshop.domain.phases import PHASES, by_length, ordered, phase_here, phases_here


def head(minutes, phases=None, phase=""):
    settings = {"phases": phases} if phases else {}
    return replace(Table().head, steps=(Step("s1", "formulation", "Why", minutes, settings),), phase=phase)


@pytest.mark.parametrize(
    ("minutes", "wanted"),
    [
        (45, ("silent", "gather", "say")),
        (90, ("silent", "gather", "join", "say", "another")),
        (240, PHASES),
    ],
)
def test_a_longer_session_has_time_for_more_phases(minutes, wanted):
    assert by_length(minutes) == phases_here(head(minutes)) == wanted


def test_a_step_may_say_its_own_in_any_order():
    assert ordered(["say", "sort", "say", "x"]) == ("sort", "say") == phases_here(head(45, ["say", "sort"]))


def test_a_phase_that_this_step_does_not_have_is_its_first():
    assert phase_here(head(45)) == "silent"
    assert phase_here(head(45, phase="say")) == "say"
    assert phase_here(head(45, phase="sort")) == "silent"
